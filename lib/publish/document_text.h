#pragma once

#include <string>
#include <string_view>

namespace pes {

/// The text that a document shows and the metadata that it holds: of PDF files, and of what lies in
/// ZIP files, which office documents are. Any other file is its own text.
///
/// Shape:  at most 64 MB of what a ZIP file unpacks to.
/// Errors: what cannot be read (an encrypted document, a damaged one) counts as its raw bytes.
std::string document_text(const std::string& bytes);

}  // namespace pes
