#pragma once

#include <string>
#include <vector>

#include "publish/document_kind.h"

namespace pes {

/// What a document says, in as many readings as its form leaves open.
struct DocumentText {
  std::vector<std::string> texts;  ///< UTF-8, as far as the document is text.
  Unread unread = Unread::nothing;

  /// Keeps the first reason.
  void miss(Unread reason) {
    if (unread == Unread::nothing) unread = reason;
  }
};

/// Reads a document of the kinds `pdf`, `office` or `font` whole: pages, notes, forms, scripts,
/// properties, authors, earlier versions, what pictures in it say of themselves.
///
/// Shape:  what is read is bounded by the size of the document (`most_unpacked`), and so is the
///         work.
/// Errors: what is not read is told; the texts then are those that were.
DocumentText document_text(DocumentKind kind, const std::string& bytes);

/// How many bytes a document may unpack to.
std::size_t most_unpacked(std::size_t size);

/// Adds what a picture within a document or a theme says of itself.
void append_picture(const std::string& bytes, DocumentText& out);

}  // namespace pes
