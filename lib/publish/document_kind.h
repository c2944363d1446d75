#pragma once

#include <cstdint>
#include <string_view>

#include "text/language.h"

namespace pes {

/// The kinds of files that are published as they are, by how their text is found. Whatever is none
/// of these is not read.
enum class DocumentKind : std::uint8_t {
  none,
  text,      ///< Text in UTF-8: prose, tables, style sheets, scripts.
  calendar,  ///< The same, in lines that are folded (RFC 5545).
  markup,    ///< The same, with tags.
  picture,   ///< JPEG, PNG or WebP.
  font,      ///< WOFF2.
  pdf,
  office  ///< OpenDocument or Office Open XML, without macros.
};

/// The kind of a file by its name, which is what programs that open it go by.
///
/// Shape: a file without an extension is text (`CNAME`, `_redirects`).
DocumentKind document_kind(std::string_view path);

/// Why not all of a document was read.
enum class Unread : std::uint8_t {
  nothing,  ///< All of it was.
  kind,
  size,
  swelling,  ///< It unpacks to far more than its own size.
  encoding,
  damaged,
  locked,
  part,        ///< Something lies in it that is not read.
  attachment,  ///< Files are attached to it.
  scan,        ///< It shows pages, and no text.
  letters      ///< Its fonts do not say which letters they draw.
};

/// « il est protégé par un mot de passe »
Text reason_of(Unread unread);

/// « enregistrez-le sans mot de passe »
Text way_out_of(Unread unread);

}  // namespace pes
