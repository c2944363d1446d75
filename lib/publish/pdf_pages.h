#pragma once

#include <string>
#include <vector>

namespace pes {

/// What the pages of a PDF file show, in several orders: lines of columns may be read across or one
/// column after the other. Words cut at the end of a line are also joined.
struct PdfPages {
  std::vector<std::string> texts;
  bool readable = true;
  bool empty = true;  ///< No letter on any page.
};

PdfPages read_pdf_pages(const std::string& bytes);

}  // namespace pes
