#include "publish/pdf_objects.h"

#include <algorithm>
#include <map>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <string_view>

#include "publish/pdf_checks.h"
#include "publish/wide_text.h"

namespace pes {

namespace {

// Ends the unpacking of a stream that grows past what may be read.
class Gathering : public Pipeline {
 public:
  explicit Gathering(std::size_t most) : Pipeline("gathering", nullptr), most_(most) {}

  void write(unsigned char const* data, std::size_t size) override {
    if (gathered.size() + size > most_) {
      exceeded = true;
      throw std::length_error("a stream that is too long");
    }
    gathered.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}

  std::string gathered;
  bool exceeded = false;

 private:
  std::size_t most_;
};

bool is_name(QPDFObjectHandle object, const char* name) {
  return object.isName() && object.getName() == name;
}

// What a page must not cut off or hide, it shows on a sheet of this size.
constexpr const char* sheet = "[-20000 -20000 20000 20000]";

class ObjectReader {
 public:
  explicit ObjectReader(std::size_t most) : most_(most), left_(most) {
    pdf_.setSuppressWarnings(true);
  }

  PdfObjects read(const std::string& bytes) {
    if (unpacks_too_far(bytes, left_)) {
      miss(Unread::swelling);
      return std::move(out_);
    }
    try {
      pdf_.setAttemptRecovery(false);
      pdf_.processMemoryFile("document", bytes.data(), bytes.size());
      for (const QPDFObjectHandle& object : pdf_.getAllObjects()) collect(object, 0);
      out_.document.texts.push_back(std::move(strings_));
      if (out_.document.unread != Unread::swelling) show_pages();
    } catch (const QPDFExc& error) {
      miss(error.getErrorCode() == qpdf_e_password ? Unread::locked : Unread::damaged);
    } catch (const std::exception&) {
      miss(Unread::damaged);
    }
    if (pdf_.anyWarnings()) miss(Unread::damaged);
    return std::move(out_);
  }

 private:
  void miss(Unread reason) { out_.document.miss(reason); }

  void collect(QPDFObjectHandle object, int depth) {
    constexpr int deepest = 200;
    if (depth > deepest) return miss(Unread::damaged);
    if (object.isString()) {
      append_string(object);
    } else if (object.isName()) {
      append(object.getName().substr(1));
    } else if (object.isArray()) {
      for (const QPDFObjectHandle& item : object.getArrayAsVector()) collect_direct(item, depth);
    } else if (object.isStream()) {
      collect_dictionary(object.getDict(), depth);
      read_stream(object);
    } else if (object.isDictionary()) {
      collect_dictionary(object, depth);
    }
  }

  void collect_direct(const QPDFObjectHandle& object, int depth) {
    if (!object.isIndirect()) collect(object, depth + 1);
  }

  void collect_dictionary(QPDFObjectHandle dictionary, int depth) {
    if (dictionary.hasKey("/EF") || is_name(dictionary.getKey("/Type"), "/Sound")) {
      miss(Unread::attachment);
    }
    if (is_name(dictionary.getKey("/Type"), "/Font") && !says_letters(dictionary)) {
      miss(Unread::letters);
    }
    for (const auto& [key, value] : dictionary.getDictAsMap()) {
      append(key.substr(1));
      collect_direct(value, depth);
    }
  }

  void append_string(QPDFObjectHandle string) {
    std::string bytes = string.getStringValue();
    append(string.getUTF8Value());
    const bool plain = std::all_of(bytes.begin(), bytes.end(), [](char c) {
      return c != '\0' && static_cast<unsigned char>(c) < 0x80;
    });
    if (!plain) append_readings(std::move(bytes), out_.document.texts);
  }

  void append(std::string_view text) {
    strings_ += text;
    strings_ += '\n';
  }

  void read_stream(QPDFObjectHandle stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    const QPDFObjectHandle type = dictionary.getKey("/Type");
    if (is_name(type, "/ObjStm") || is_name(type, "/XRef")) return;
    if (is_name(type, "/EmbeddedFile")) miss(Unread::attachment);
    if (is_name(type, "/3D")) miss(Unread::part);
    if (is_name(dictionary.getKey("/Subtype"), "/Image")) return read_image(stream);
    std::string inside;
    if (!unpack(stream, qpdf_dl_generalized, inside)) return;
    if (replace_drawn_texts(stream, inside)) replaced_ = true;
    append_readings(inside, out_.document.texts);
    contents_[stream.getObjGen()] = std::move(inside);
  }

  bool unpack(QPDFObjectHandle stream, qpdf_stream_decode_level_e level, std::string& inside) {
    Gathering gathering(left_);
    bool attempted = false;
    bool read = false;
    try {
      read = stream.pipeStreamData(&gathering, &attempted, 0, level, true) &&
             (attempted || level == qpdf_dl_none);
    } catch (const std::length_error&) {
      read = false;
    }
    if (gathering.exceeded) {
      miss(Unread::swelling);
      return false;
    }
    if (!read) {
      miss(Unread::damaged);
      return false;
    }
    inside = std::move(gathering.gathered);
    left_ -= inside.size();
    return true;
  }

  // Of a picture, photos alone say something of themselves.
  void read_image(QPDFObjectHandle stream) {
    const std::vector<std::string> filters = filters_of(stream.getDict());
    if (filters.empty()) return;
    if (filters.back() != "/DCTDecode" && filters.back() != "/JPXDecode") return;
    std::string photo;
    if (filters.size() > 1) return miss(Unread::part);
    if (!unpack(stream, qpdf_dl_none, photo)) return;
    if (filters.back() == "/DCTDecode") {
      append_picture(photo, out_.document);
    } else {
      append_readings(std::move(photo), out_.document.texts);
    }
  }

  // Adds the texts that stand for drawn ones. True if there are any: they then no longer do.
  bool replace_drawn_texts(QPDFObjectHandle stream, const std::string& inside) {
    constexpr std::string_view name = "/ActualText";
    std::string without = inside;
    for (std::size_t at = inside.find(name); at != std::string::npos;
         at = inside.find(name, at + 1)) {
      append(text_after(inside, at + name.size()));
      without[at + 1] = 'X';
    }
    if (without == inside) return false;
    originals_.emplace_back(stream, inside);
    stream.replaceStreamData(without, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    return true;
  }

  static std::string text_after(std::string_view content, std::size_t at) {
    QPDFTokenizer tokenizer;
    QPDFTokenizer::Token token;
    bool unread = false;
    char next = '\0';
    for (; at < content.size() && !tokenizer.getToken(token, unread, next); ++at) {
      tokenizer.presentCharacter(content[at]);
    }
    if (token.getType() != QPDFTokenizer::tt_string) return {};
    return QPDFObjectHandle::newString(token.getValue()).getUTF8Value();
  }

  void show_pages() {
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf_).getAllPages();
    if (draws_too_much(pages, contents_, most_)) return miss(Unread::swelling);
    for (QPDFPageObjectHelper& page : pages) {
      for (const char* box : {"/MediaBox", "/CropBox"}) {
        page.getObjectHandle().replaceKey(box, QPDFObjectHandle::parse(sheet));
      }
    }
    pdf_.getRoot().removeKey("/OCProperties");
    out_.shown.push_back(written());
    if (!replaced_) return;
    for (auto& [stream, inside] : originals_) {
      stream.replaceStreamData(inside, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
    out_.shown.push_back(written());
  }

  std::string written() {
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    writer.setPreserveEncryption(false);
    writer.setCompressStreams(false);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  QPDF pdf_;
  std::size_t most_;
  std::size_t left_;
  PdfObjects out_;
  std::string strings_;
  std::map<QPDFObjGen, std::string> contents_;  // of streams, unpacked
  std::vector<std::pair<QPDFObjectHandle, std::string>> originals_;
  bool replaced_ = false;
};

}  // namespace

PdfObjects read_pdf_objects(const std::string& bytes, std::size_t most) {
  return ObjectReader(most).read(bytes);
}

}  // namespace pes
