#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pes {

/// What the pages of a PDF file show, in several orders: lines of columns may be read across or one
/// column after the other. Words cut at the end of a line are also joined.
struct PdfPages {
  std::vector<std::string> texts;
  bool readable = true;
  bool empty = true;  ///< No letter on any page.
  bool crowded = false;
};

/// Shape: finding lines and columns takes the square of the words of a page. Where the squares of
///        all pages are more than `most`, that is not done, and the file is `crowded`.
PdfPages read_pdf_pages(const std::string& bytes, std::size_t most);

}  // namespace pes
