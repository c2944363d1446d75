#pragma once

#include <string>

#include "publish/document_text.h"

namespace pes {

/// Everything that lies in a WOFF2 font: its tables, names among them, and its metadata.
///
/// Source: WOFF File Format 2.0 (W3C).
DocumentText font_text(const std::string& bytes);

}  // namespace pes
