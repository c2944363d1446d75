#pragma once

#include <string>

#include "publish/document_text.h"

namespace pes {

/// Everything that lies in an OpenDocument or Office Open XML file: all parts of a closed list,
/// cells of workbooks in their order, properties, pictures.
DocumentText office_text(const std::string& bytes);

}  // namespace pes
