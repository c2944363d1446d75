#pragma once

#include <string>

#include "publish/document_text.h"

namespace pes {

/// Everything that lies in a PDF file: what its pages show, whatever their size and hidden layers,
/// every string of every object (properties, notes, their authors, form fields, bookmarks,
/// scripts), texts that stand for drawn ones, what photos say of themselves; in each version that
/// was saved into the file.
///
/// Errors: files attached, fonts that do not say their letters and pages without any text are not
///         read.
/// Source: ISO 32000-1, by qpdf (objects) and poppler (pages).
DocumentText pdf_text(const std::string& bytes);

}  // namespace pes
