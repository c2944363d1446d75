#include "publish/document_text.h"

#include "publish/font_text.h"
#include "publish/office_text.h"
#include "publish/pdf_text.h"

namespace pes {

DocumentText document_text(DocumentKind kind, const std::string& bytes) {
  switch (kind) {
    case DocumentKind::pdf:
      return pdf_text(bytes);
    case DocumentKind::office:
      return office_text(bytes);
    case DocumentKind::font:
      return font_text(bytes);
    default:
      return {{}, Unread::kind};
  }
}

}  // namespace pes
