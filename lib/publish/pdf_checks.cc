#include "publish/pdf_checks.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace pes {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; }

// How many bytes zlib unpacks, at most `most` and one more.
std::size_t unpacked_size(std::string_view packed, std::size_t most) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return most + 1;
  std::array<unsigned char, 16384> buffer{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // NOLINT: zlib's
  stream.avail_in = static_cast<uInt>(packed.size());
  int state = Z_OK;
  while (state == Z_OK && stream.total_out <= most) {
    stream.next_out = buffer.data();
    stream.avail_out = buffer.size();
    state = inflate(&stream, Z_NO_FLUSH);
  }
  const std::size_t size = stream.total_out;
  inflateEnd(&stream);
  return std::min(size, most + 1);
}

std::string without_blanks(std::string_view text) {
  std::string out(text);
  out.erase(std::remove_if(out.begin(), out.end(), is_blank), out.end());
  return out;
}

// The dictionary before the word « stream ».
std::string_view dictionary_before(std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest = 4096;
  const std::size_t begin = at > longest ? at - longest : 0;
  const std::string_view before = bytes.substr(begin, at - begin);
  const std::size_t object = before.rfind("obj");
  return object == std::string_view::npos ? before : before.substr(object);
}

// A name may be written with « # » and the number of a letter.
std::string with_plain_names(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const char* digits = text.data() + at + 1;
    const bool coded = text[at] == '#' && at + 2 < text.size() &&
                       std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2;
    out += coded ? static_cast<char>(value) : text[at];
    if (coded) at += 2;
  }
  return out;
}

// What only lists of objects and of their places have.
bool holds_objects(std::string_view dictionary) {
  const std::string text = with_plain_names(dictionary);
  const auto has = [&](std::string_view key) { return text.find(key) != std::string::npos; };
  return has("/ObjStm") || has("/XRef") || has("/First") || has("/W[") || has("/W ") || !has("obj");
}

bool is_simply_packed(std::string_view dictionary) {
  const std::string text = without_blanks(dictionary);
  const std::size_t filter = text.find("/Filter");
  if (filter == std::string::npos) return true;
  const std::string_view value = std::string_view(text).substr(filter + 7);
  return value.rfind("/FlateDecode", 0) == 0 || value.rfind("[/FlateDecode]", 0) == 0;
}

bool is_known_glyph(std::string_view name) {
  if (name.rfind("/uni", 0) == 0 || name == "/.notdef") return true;
  const std::size_t digit = name.find_first_of("0123456789", 1);
  if (digit == std::string_view::npos) return true;
  if (name.rfind("/u", 0) == 0 && digit == 2) return true;
  return name.find('.') < digit;  // « a.001 » is a form of « a »
}

bool has_known_glyphs(QPDFObjectHandle encoding) {
  QPDFObjectHandle differences = encoding.getKey("/Differences");
  if (!differences.isArray()) return true;
  const std::vector<QPDFObjectHandle> items = differences.getArrayAsVector();
  return std::all_of(items.begin(), items.end(), [](QPDFObjectHandle item) {
    return !item.isName() || is_known_glyph(item.getName());
  });
}

bool has_known_characters(QPDFObjectHandle font) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isName() && encoding.getName().rfind("/Uni", 0) == 0) return true;
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() == 0) return false;
  QPDFObjectHandle system = descendants.getArrayItem(0).getKeyIfDict("/CIDSystemInfo");
  QPDFObjectHandle ordering = system.getKeyIfDict("/Ordering");
  return ordering.isString() && ordering.getStringValue() != "Identity";
}

// How often each name is drawn: « /Fm1 Do ».
std::map<std::string, std::size_t> draws_of(std::string_view content) {
  constexpr std::size_t longest_name = 512;
  std::map<std::string, std::size_t> draws;
  for (std::size_t at = content.find("Do"); at != std::string_view::npos;
       at = content.find("Do", at + 2)) {
    std::size_t end = at;
    while (end > 0 && is_blank(content[end - 1])) --end;
    const std::size_t from = end > longest_name ? end - longest_name : 0;
    const std::size_t slash = content.substr(from, end - from).rfind('/');
    if (slash == std::string_view::npos) continue;
    ++draws[with_plain_names(content.substr(from + slash, end - from - slash))];
  }
  return draws;
}

class Drawing {
 public:
  Drawing(const std::map<QPDFObjGen, std::string>& contents, std::size_t most)
      : contents_(contents), most_(most) {}

  std::size_t of_page(QPDFPageObjectHelper& page) {
    std::size_t size = 0;
    for (const QPDFObjectHandle& content : page.getPageContents()) {
      size += of(content.getObjGen(), page.getAttribute("/Resources", false));
    }
    return size;
  }

 private:
  // One more than the limit stands for everything past it, a form that draws itself too.
  std::size_t of(QPDFObjGen stream, QPDFObjectHandle resources) {
    const auto content = contents_.find(stream);
    if (content == contents_.end()) return 0;
    if (const auto known = known_.find(stream); known != known_.end()) return known->second;
    if (!open_.insert(stream).second || open_.size() > deepest) return most_ + 1;
    std::size_t size = content->second.size();
    QPDFObjectHandle objects = resources.getKeyIfDict("/XObject");
    for (const auto& [name, times] : draws_of(content->second)) {
      QPDFObjectHandle object = objects.getKeyIfDict(name);
      if (!object.isStream()) continue;
      const std::size_t one = of(object.getObjGen(), object.getDict().getKey("/Resources"));
      size = std::min(most_ + 1, size + times * one);
    }
    open_.erase(stream);
    known_[stream] = size;
    return size;
  }

  static constexpr std::size_t deepest = 50;
  const std::map<QPDFObjGen, std::string>& contents_;
  std::size_t most_;
  std::map<QPDFObjGen, std::size_t> known_;
  std::set<QPDFObjGen> open_;
};

}  // namespace

bool unpacks_too_far(std::string_view bytes, std::size_t most) {
  constexpr std::string_view word = "stream";
  constexpr std::size_t largest_stream = std::size_t{64} << 20U;
  std::size_t left = most;
  for (std::size_t at = bytes.find(word); at != std::string_view::npos;
       at = bytes.find(word, at + word.size())) {
    if (at >= 3 && bytes.substr(at - 3, 3) == "end") continue;
    const std::string_view dictionary = dictionary_before(bytes, at);
    const bool objects = holds_objects(dictionary);
    if (objects && !is_simply_packed(dictionary)) return true;
    std::size_t begin = at + word.size();
    while (begin < bytes.size() && (bytes[begin] == '\r' || bytes[begin] == '\n')) ++begin;
    const std::size_t limit = objects ? left : largest_stream;
    const std::size_t size = unpacked_size(bytes.substr(begin), limit);
    if (size > limit) return true;
    if (objects) left -= size;
  }
  return false;
}

std::vector<std::string> filters_of(QPDFObjectHandle stream_dictionary) {
  QPDFObjectHandle filter = stream_dictionary.getKey("/Filter");
  if (filter.isName()) return {filter.getName()};
  std::vector<std::string> filters;
  if (!filter.isArray()) return filters;
  for (QPDFObjectHandle one : filter.getArrayAsVector()) {
    if (one.isName()) filters.push_back(one.getName());
  }
  return filters;
}

bool says_letters(QPDFObjectHandle font) {
  if (font.getKey("/ToUnicode").isStream()) return true;
  QPDFObjectHandle subtype = font.getKey("/Subtype");
  const std::string kind = subtype.isName() ? subtype.getName() : "";
  if (kind.rfind("/CIDFont", 0) == 0) return true;  // its Type0 font says it
  if (kind == "/Type0") return has_known_characters(font);
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isDictionary()) return has_known_glyphs(encoding);
  return encoding.isName() || kind != "/TrueType";
}

bool draws_too_much(std::vector<QPDFPageObjectHelper>& pages,
                    const std::map<QPDFObjGen, std::string>& contents, std::size_t most) {
  Drawing drawing(contents, most);
  std::size_t size = 0;
  for (QPDFPageObjectHelper& page : pages) {
    size += drawing.of_page(page);
    if (size > most) return true;
  }
  return false;
}

}  // namespace pes
