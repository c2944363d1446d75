#pragma once

#include <string>
#include <vector>

namespace pes {

/// What a document says, in as many readings as its form leaves open.
struct DocumentText {
  std::vector<std::string> texts;  ///< UTF-8, as far as the document is text.
  bool readable = true;            ///< False where more may lie in it than the texts show.
};

/// Reads a document: PDF files with their metadata, outline and attachments; archives (ZIP, which
/// office documents are, tar, gzip) with all that lies in them; texts in UTF-8, UTF-16 or
/// Windows-1252. The bytes themselves are always among the texts.
///
/// Shape: at most 64 MB of what archives unpack to, four archives deep; more is not readable, nor
///        is what is encrypted, damaged, or of another form.
DocumentText document_text(const std::string& bytes);

}  // namespace pes
