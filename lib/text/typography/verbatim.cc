#include "text/typography/verbatim.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

bool is_one_of(char32_t character, std::u32string_view set) {
  return character != 0 && set.find(character) != std::u32string_view::npos;
}

bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_host_character(char32_t c) { return is_word_character(c) || is_one_of(c, U".-_"); }
bool is_local_character(char32_t c) { return is_host_character(c) || is_one_of(c, U"+%"); }
bool is_path_character(char32_t c) {
  const bool general_punctuation = c >= 0x2000 && c < 0x2070;
  return !is_blank(c) && !general_punctuation && !is_one_of(c, U"<>\"«»");
}

template <typename Predicate>
std::size_t extend(std::string_view text, std::size_t at, Predicate belongs) {
  for (char32_t c = character_at(text, at); c != 0 && belongs(c); c = character_at(text, at)) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return at;
}

template <typename Predicate>
std::size_t extend_back(std::string_view text, std::size_t at, Predicate belongs) {
  for (char32_t c = character_before(text, at); c != 0 && belongs(c);
       c = character_before(text, at)) {
    --at;
    while (is_continuation(text[at])) --at;
  }
  return at;
}

// How many brackets of a text close more than open.
std::ptrdiff_t excess(std::string_view text, char open, char close) {
  return std::count(text.begin(), text.end(), close) - std::count(text.begin(), text.end(), open);
}

// A bracket belongs to an address if it opens there too.
std::size_t without_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view address = slice(text, {begin, end});
  std::ptrdiff_t round = excess(address, '(', ')');
  std::ptrdiff_t square = excess(address, '[', ']');
  for (; end > begin; --end) {
    const char last = text[end - 1];
    const bool punctuation = std::string_view(".,;:!?'*_-").find(last) != std::string_view::npos;
    const bool too_much = (last == ')' && round-- > 0) || (last == ']' && square-- > 0);
    if (!punctuation && !too_much) break;
  }
  return end;
}

std::size_t path_end(std::string_view text, std::size_t begin, std::size_t from) {
  return without_punctuation(text, begin, extend(text, from, is_path_character));
}

// « https://exemple.fr/a », at its colon
Extent url(std::string_view text, std::size_t at) {
  const std::size_t begin = extend_back(text, at, is_lower);
  if (begin == at || !is_path_character(character_at(text, at + 3))) return {};
  return {begin, path_end(text, begin, at + 3)};
}

// Addresses and file names, at a full stop within.
class Hosts {
 public:
  // « exemple.fr », « www.exemple.fr/a », « photo.jpg », « habitant.es »
  Extent at(std::string_view text, std::size_t at) {
    const bool within =
        is_letter(character_at(text, at + 1)) && is_word_character(character_before(text, at));
    if (!within || at < account_) return {};
    const std::size_t begin = extend_back(text, at, is_host_character);
    const std::size_t end = extend(text, at, is_host_character);
    const char32_t after = character_at(text, end);
    if (after == U'@') {
      account_ = end;
      return {};
    }
    if (is_one_of(after, U"/?#")) return {begin, path_end(text, begin, end)};
    return {begin, without_punctuation(text, begin, end)};
  }

 private:
  std::size_t account_ = 0;  // up to here all belongs to the account whose at sign stands there
};

// « qui@exemple.fr », « @compte », at its @
Extent account(std::string_view text, std::size_t at) {
  const std::size_t begin = extend_back(text, at, is_local_character);
  const std::size_t end = without_punctuation(text, at + 1, extend(text, at + 1, [](char32_t c) {
                                                return is_host_character(c) || c == U'@';
                                              }));
  return end > at + 1 ? Extent{begin, end} : Extent{};
}

Extent hashtag(std::string_view text, std::size_t at) {
  const std::size_t end = extend(text, at + 1, is_word_character);
  return is_word_character(character_before(text, at)) ? Extent{} : Extent{at, end};
}

// « nom_de_fichier », at its first underscore
Extent identifier(std::string_view text, std::size_t at) {
  const bool within = is_word_character(character_before(text, at)) &&
                      is_word_character(character_at(text, at + 1));
  if (!within) return {};
  return {extend_back(text, at, is_host_character), extend(text, at, is_host_character)};
}

// « :yum: », « :+1: »
Extent shortcode(std::string_view text, std::size_t at) {
  const std::size_t end = extend(
      text, at + 1, [](char32_t c) { return is_lower(c) || is_digit(c) || is_one_of(c, U"_+-"); });
  const bool closed = end > at + 2 && character_at(text, end) == U':';
  if (!closed || is_digit(character_at(text, at + 1))) return {};
  if (is_word_character(character_before(text, at)) ||
      is_word_character(character_at(text, end + 1))) {
    return {};
  }
  return {at, end + 1};
}

bool is_within_brackets(std::string_view text, std::size_t at) {
  const std::size_t bracket = text.substr(0, at).find_last_of("()");
  return bracket != std::string_view::npos && text[bracket] == '(';
}

// « :) », « ;-) », « :D »; a bracket that something opened closes that.
Extent smiley(std::string_view text, std::size_t at) {
  std::size_t mouth = at + 1;
  if (is_one_of(character_at(text, mouth), U"-'")) ++mouth;
  const char32_t shape = character_at(text, mouth);
  const char32_t after = character_at(text, mouth + (shape == 0 ? 0 : 1));
  const bool alone = is_blank(character_before(text, at));
  const bool bracket = is_one_of(shape, U"()[]");
  if (!bracket && !(alone && is_one_of(shape, U"DPpoO/\\|*"))) return {};
  if (is_word_character(after)) return {};
  if (shape == U')' && after != U')' && mouth == at + 1 && is_within_brackets(text, at)) return {};
  return {at, mouth + 1};
}

Extent at_colon(std::string_view text, std::size_t at) {
  if (stands_at(text, at, "://")) return url(text, at);
  const Extent code = shortcode(text, at);
  return code == Extent{} ? smiley(text, at) : code;
}

bool is_trigger(char byte) {
  return byte == ':' || byte == ';' || byte == '.' || byte == '@' || byte == '#' || byte == '_';
}

Extent verbatim_at(std::string_view text, std::size_t at, Hosts& hosts) {
  switch (text[at]) {
    case ':':
      return at_colon(text, at);
    case ';':
      return smiley(text, at);
    case '.':
      return hosts.at(text, at);
    case '@':
      return account(text, at);
    case '#':
      return hashtag(text, at);
    case '_':
      return identifier(text, at);
    default:
      return {};
  }
}

}  // namespace

ProperNames::ProperNames(std::vector<std::string> names) : names_(std::move(names)) {
  std::erase(names_, "");
  std::sort(names_.begin(), names_.end(), [](const std::string& a, const std::string& b) {
    return a.front() != b.front() ? a.front() < b.front() : a.size() > b.size();
  });
  for (const std::string& name : names_) {
    begins_name_[static_cast<unsigned char>(name.front())] = true;
  }
}

std::size_t ProperNames::match(std::string_view text, std::size_t at) const {
  if (!may_begin(text[at])) return at;
  if (is_word_character(character_before(text, at)) && is_word_character(character_at(text, at))) {
    return at;
  }
  auto name = std::lower_bound(names_.begin(), names_.end(), text[at],
                               [](const std::string& n, char byte) { return n.front() < byte; });
  for (; name != names_.end() && name->front() == text[at]; ++name) {
    const std::size_t end = at + name->size();
    if (stands_at(text, at, *name) && !(is_word_character(character_before(*name, name->size())) &&
                                        is_word_character(character_at(text, end)))) {
      return end;
    }
  }
  return at;
}

std::vector<Extent> find_verbatim(std::string_view text, const ProperNames& names) {
  std::vector<Extent> found;
  Hosts hosts;
  for (std::size_t at = 0; at < text.size();) {
    if (!names.may_begin(text[at]) && !is_trigger(text[at])) {
      ++at;
      continue;
    }
    const std::size_t name_end = names.match(text, at);
    Extent extent = name_end > at ? Extent{at, name_end} : verbatim_at(text, at, hosts);
    if (!found.empty()) extent.begin = std::max(extent.begin, found.back().end);
    if (extent.end > at) found.push_back(extent);
    at = std::max(at + 1, extent.end);
  }
  return found;
}

}  // namespace pes
