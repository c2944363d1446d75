#pragma once

#include <string>
#include <vector>

#include "publish/document_text.h"

namespace pes {

/// The objects of one version of a PDF file.
struct PdfObjects {
  DocumentText document;
  std::vector<std::string> shown;  ///< The version written so that its pages show everything; twice
                                   ///< where texts stand for drawn ones, with and without these.
};

/// Shape: at most `most` bytes of what streams unpack to are read.
PdfObjects read_pdf_objects(const std::string& bytes, std::size_t most);

}  // namespace pes
