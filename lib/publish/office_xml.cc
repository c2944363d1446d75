#include "publish/office_xml.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <string_view>

namespace pes {

namespace {

// Elements, without their prefix, that end a word.
constexpr auto separators = std::to_array<std::string_view>({"Company",
                                                             "Manager",
                                                             "author",
                                                             "br",
                                                             "c",
                                                             "category",
                                                             "cr",
                                                             "creator",
                                                             "date",
                                                             "description",
                                                             "f",
                                                             "h",
                                                             "index-entry",
                                                             "initial-creator",
                                                             "keyword",
                                                             "keywords",
                                                             "lastModifiedBy",
                                                             "line-break",
                                                             "lpstr",
                                                             "lpwstr",
                                                             "noBreakHyphen",
                                                             "p",
                                                             "pos",
                                                             "printed-by",
                                                             "ptab",
                                                             "pt",
                                                             "row",
                                                             "s",
                                                             "si",
                                                             "subject",
                                                             "tab",
                                                             "table-cell",
                                                             "tc",
                                                             "title",
                                                             "tr",
                                                             "user-defined",
                                                             "v"});

// Elements that are rows of tables, and cells of these.
constexpr auto table_rows = std::to_array<std::string_view>({"row", "table-row", "tr"});
constexpr auto table_cells =
    std::to_array<std::string_view>({"c", "covered-table-cell", "table-cell", "tc"});

// Elements whose text stands beside what they lie in.
constexpr auto asides = std::to_array<std::string_view>(
    {"annotation", "del", "delText", "deletion", "frame", "instrText", "moveFrom", "note", "rPh",
     "rt", "ruby-text", "text-box", "txbxContent"});

template <std::size_t Count>
bool holds(const std::array<std::string_view, Count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

class XmlReader {
 public:
  XmlReader(const std::vector<std::string>& shared, std::size_t most)
      : shared_(shared), most_(most), parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetCommentHandler(parser_.get(), on_comment);
    XML_SetProcessingInstructionHandler(parser_.get(), on_instruction);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  OfficeXml read(const std::string& bytes) {
    const auto state =
        XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (state != XML_STATUS_OK && out_.unread == Unread::nothing) {
      const bool encoding = XML_GetErrorCode(parser_.get()) == XML_ERROR_UNKNOWN_ENCODING;
      out_.unread = encoding ? Unread::encoding : Unread::damaged;
    }
    for (std::string& text : open_) out_.texts.push_back(std::move(text));
    out_.texts.push_back(std::move(spaced_));
    out_.texts.push_back(std::move(beside_));
    out_.texts.push_back(std::move(rows_));
    return std::move(out_);
  }

 private:
  static XmlReader& self(void* data) { return *static_cast<XmlReader*>(data); }

  static void on_start(void* data, const char* name, const char** attributes) {
    self(data).start(local_name(name), attributes);
  }

  static void on_end(void* data, const char* name) { self(data).end(local_name(name)); }

  static void on_text(void* data, const char* text, int size) {
    self(data).append({text, static_cast<std::size_t>(size)});
  }

  static void on_comment(void* data, const char* text) { self(data).append_beside(text); }

  static void on_instruction(void* data, const char* /*target*/, const char* text) {
    self(data).append_beside(text);
  }

  static void on_doctype(void* data, const char* /*name*/, const char* /*system*/,
                         const char* /*identifier*/, int has_declarations) {
    if (has_declarations != 0) self(data).stop(Unread::part);
  }

  void start(std::string_view name, const char** attributes) {
    for (; *attributes != nullptr; attributes += 2) {
      append_beside(attributes[1]);
      if (name == "c" && std::string_view(attributes[0]) == "t") {
        cell_is_shared_ = std::string_view(attributes[1]) == "s";
      }
    }
    spaced_ += '\n';
    if (holds(separators, name)) end_word();
    if (holds(table_cells, name)) ++cells_;
    if (holds(asides, name)) open_.emplace_back();
    if (name == "si") string_begin_ = open_.back().size();
    if (name == "v" && cell_is_shared_) number_.emplace();
  }

  void end(std::string_view name) {
    if (name == "si" && string_begin_ <= open_.back().size()) {
      out_.strings.push_back(open_.back().substr(string_begin_));
    }
    if (name == "v" && number_) append_shared();
    if (name == "c") cell_is_shared_ = false;
    if (holds(asides, name) && open_.size() > 1) {
      out_.texts.push_back(std::move(open_.back()));
      open_.pop_back();
    }
    spaced_ += '\n';
    if (holds(separators, name)) end_word();
    if (holds(table_cells, name)) {
      rows_ += '\t';
      if (cells_ > 0) --cells_;
    }
    if (holds(table_rows, name)) rows_ += '\n';
  }

  void append(std::string_view text) {
    if (number_) {
      *number_ += text;
      return;
    }
    open_.back() += text;
    spaced_ += text;
    if (cells_ > 0) append_to_row(text);
    count(text.size());
  }

  void end_word() {
    open_.back() += '\n';
    if (cells_ > 0) rows_ += ' ';
  }

  // In a row a cell is one line, whatever it holds.
  void append_to_row(std::string_view text) {
    for (const char c : text) rows_ += c == '\n' || c == '\t' ? ' ' : c;
  }

  void append_shared() {
    std::size_t index = shared_.size();
    std::from_chars(number_->data(), number_->data() + number_->size(), index);
    number_.reset();
    if (index < shared_.size()) append(shared_[index]);
  }

  void append_beside(std::string_view text) {
    beside_ += text;
    beside_ += '\n';
  }

  void count(std::size_t size) {
    written_ += size;
    if (written_ > most_) stop(Unread::swelling);
  }

  void stop(Unread reason) {
    out_.unread = reason;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  const std::vector<std::string>& shared_;
  std::size_t most_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  OfficeXml out_;
  std::vector<std::string> open_{1};  // the text, and the asides that are open in it
  std::string spaced_;
  std::string beside_;
  std::string rows_;       // of tables: a line each, with tabs between cells
  std::size_t cells_ = 0;  // that are open
  std::size_t string_begin_ = 0;
  std::size_t written_ = 0;
  bool cell_is_shared_ = false;
  std::optional<std::string> number_;  // of a shared string, as far as it is read
};

}  // namespace

OfficeXml read_office_xml(const std::string& bytes, const std::vector<std::string>& shared,
                          std::size_t most) {
  return XmlReader(shared, most).read(bytes);
}

}  // namespace pes
