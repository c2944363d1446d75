#pragma once

#include <string>

#include "publish/document_text.h"

namespace pes {

/// Reads a file of the kinds `text`, `calendar` or `markup`: it must be UTF-8 without control
/// characters, and what lies in it as base64 is read too.
///
/// Errors: other encodings, declared or found, entities that a document declares for itself, and
///         base64 of what is neither text nor picture are not read.
DocumentText plain_text(DocumentKind kind, std::string bytes);

}  // namespace pes
