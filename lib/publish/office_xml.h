#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/document_kind.h"

namespace pes {

/// What a part of an office document says.
struct OfficeXml {
  std::vector<std::string> texts;    ///< As readers see it, then with every tag as a line end,
                                     ///< then attributes, comments and instructions, then the rows
                                     ///< of tables with tabs between cells.
  std::vector<std::string> strings;  ///< Those of the list that the cells of a workbook share.
  Unread unread = Unread::nothing;
};

/// Reads a part: words go on across runs, and end at what shows as a space or a new line; notes,
/// comments, deleted words and text boxes, which stand in the middle of a text, are read on their
/// own.
///
/// Shape:  `shared` are the strings that numbers of cells stand for. No text is longer than `most`.
/// Errors: what is no well-formed XML in UTF-8, UTF-16 or Latin-1, or declares entities, is not
///         read.
/// Source: ECMA-376, OpenDocument 1.3.
OfficeXml read_office_xml(const std::string& bytes, const std::vector<std::string>& shared,
                          std::size_t most);

}  // namespace pes
