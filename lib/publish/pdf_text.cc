#include "publish/pdf_text.h"

#include <algorithm>
#include <string_view>

#include "publish/pdf_objects.h"
#include "publish/pdf_pages.h"

namespace pes {

namespace {

constexpr std::string_view end_mark = "%%EOF";
constexpr std::size_t prologue = 1024;
constexpr std::size_t most_versions = 8;

// Where each version that was saved into the file ends. In a file for fast viewing, what comes
// first is a part of the first page.
std::vector<std::size_t> ends_of_versions(std::string_view bytes) {
  std::vector<std::size_t> ends;
  for (std::size_t at = bytes.find(end_mark); at != std::string_view::npos;
       at = bytes.find(end_mark, at + 1)) {
    ends.push_back(at + end_mark.size());
  }
  const bool in_parts = bytes.substr(0, prologue).find("/Linearized") != std::string_view::npos;
  if (in_parts && ends.size() > 1) ends.erase(ends.begin());
  return ends;
}

class PdfReader {
 public:
  explicit PdfReader(const std::string& bytes)
      : bytes_(bytes), left_(most_unpacked(bytes.size())) {}

  DocumentText read() {
    const std::string_view all = bytes_;
    const std::vector<std::size_t> ends = ends_of_versions(all);
    const bool whole = all.substr(0, prologue).find("%PDF-") != std::string_view::npos &&
                       !ends.empty() && ends.size() <= most_versions &&
                       all.find_first_not_of(std::string_view("\0\t\n\r ", 5), ends.back()) ==
                           std::string_view::npos;
    if (!whole) out_.miss(Unread::damaged);
    if (ends.size() <= most_versions) {
      for (const std::size_t end : ends) read_version(bytes_.substr(0, end) + "\n");
    }
    out_.texts.push_back(bytes_);
    return std::move(out_);
  }

 private:
  void read_version(const std::string& version) {
    PdfObjects objects = read_pdf_objects(version, left_);
    out_.miss(objects.document.unread);
    for (std::string& text : objects.document.texts) {
      left_ -= std::min(left_, text.size());
      out_.texts.push_back(std::move(text));
    }
    bool empty = true;
    for (const std::string& shown : objects.shown) {
      PdfPages pages = read_pdf_pages(shown, most_squares());
      if (!pages.readable) out_.miss(Unread::damaged);
      if (pages.crowded) out_.miss(Unread::swelling);
      empty = empty && pages.empty;
      std::move(pages.texts.begin(), pages.texts.end(), std::back_inserter(out_.texts));
    }
    if (!objects.shown.empty() && empty) out_.miss(Unread::scan);
  }

  // Of a hundred pages of 450 words, and of more in a file of more than 100 kB.
  [[nodiscard]] std::size_t most_squares() const {
    constexpr std::size_t least = 20'000'000;
    constexpr std::size_t of_a_byte = 200;
    return std::max(least, of_a_byte * bytes_.size());
  }

  const std::string& bytes_;
  std::size_t left_;
  DocumentText out_;
};

}  // namespace

DocumentText pdf_text(const std::string& bytes) { return PdfReader(bytes).read(); }

}  // namespace pes
