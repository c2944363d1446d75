#pragma once

#include <string>
#include <vector>

namespace pes {

/// What a document says, in as many readings as its form leaves open.
struct DocumentText {
  std::vector<std::string> texts;  ///< UTF-8, as far as the document is text.
  bool readable = true;            ///< False where more may lie in it than the texts show.
};

enum class DocumentForm {
  text,  ///< UTF-8, in which nothing else is hidden.
  pdf,
  archive,  ///< ZIP, tar or gzip.
  unknown   ///< Text in another encoding, or bytes.
};

/// What the bytes of a document say that it is.
DocumentForm form_of(const std::string& bytes);

/// Reads a document: PDF files with their metadata, outline and attachments; archives (ZIP, which
/// office documents are, tar, gzip) with all that lies in them; texts in UTF-8, UTF-16 or
/// Windows-1252. The bytes themselves are always among the texts.
///
/// Shape: at most 64 MB of what archives unpack to, four archives deep; more is not readable, nor
///        is what is encrypted, damaged, or of another form.
DocumentText document_text(const std::string& bytes);

}  // namespace pes
