#include <algorithm>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "images/metadata.h"
#include "publish/document_text.h"
#include "publish/plain_text.h"

namespace pes::test {

namespace {

// As a file of that kind would begin.
DocumentKind kind_of(std::string_view bytes) {
  if (bytes.starts_with("PK")) return DocumentKind::office;
  if (bytes.starts_with("wOF2")) return DocumentKind::font;
  if (bytes.starts_with("BEGIN:VCAL")) return DocumentKind::calendar;
  if (bytes.starts_with("<")) return DocumentKind::markup;
  return bytes.substr(0, 1024).find("%PDF") == std::string_view::npos ? DocumentKind::text
                                                                      : DocumentKind::pdf;
}

DocumentText text_of(DocumentKind kind, const std::string& bytes) {
  switch (kind) {
    case DocumentKind::text:
    case DocumentKind::calendar:
    case DocumentKind::markup:
      return plain_text(kind, bytes);
    default:
      return document_text(kind, bytes);
  }
}

void reading_twice_gives_the_same(const DocumentText& once, const DocumentText& twice) {
  hold(once.unread == twice.unread && once.texts == twice.texts, "reading twice gives the same");
}

// Each reading is at most what the document may unpack to, and there are not many.
void what_is_read_is_bounded(const DocumentText& document, std::size_t size) {
  for (const std::string& text : document.texts) {
    hold(text.size() <= 8 * most_unpacked(size), "what is read of a document is bounded");
  }
}

}  // namespace

void hold_documents(std::string_view bytes) {
  const std::string file(bytes);
  const DocumentKind kind = kind_of(bytes);
  const DocumentText document = text_of(kind, file);
  reading_twice_gives_the_same(document, text_of(kind, file));
  what_is_read_is_bounded(document, bytes.size());
}

}  // namespace pes::test
