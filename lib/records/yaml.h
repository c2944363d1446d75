#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace pes {

struct YamlEntry;

/// A YAML tree as it was written: every scalar is still text, and everything has its place.
struct YamlNode {
  enum class Form { null, scalar, list, map };

  Form form = Form::null;
  std::string text;   ///< Of a scalar; of a map, its first line.
  Span span;          ///< Of a list or a map: its first line.
  bool whole = true;  ///< False for a scalar of several lines, of which `span` is the first.
  std::string uncut;  ///< What a scalar would be if a word that starts with « # » had not cut it.
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;
};

/// A key of a map with its value.
struct YamlEntry {
  YamlNode key;
  YamlNode value;
};

/// Reads the YAML between two bytes of a source file, as the content model restricts it: one
/// document, no anchors, aliases, tags or directives, keys that are plain words, no key twice, at
/// most 16 levels and 64 kB.
///
/// Shape:  `text` is well-formed UTF-8 without control characters; the result is a map.
/// Errors: everything wrong is reported in `out`, and everything that is in neither the tree nor a
///         comment. Nothing comes back if the syntax breaks; else the tree without the parts that
///         were refused.
/// Source: content model, « YAML as French hands type it ».
std::optional<YamlNode> parse_yaml(FileId file, std::string_view text, std::size_t begin,
                                   std::size_t end, Diagnostics& out);

/// The same, without the short way for YAML that leaves nothing to guess (see plain_yaml.h).
std::optional<YamlNode> parse_any_yaml(FileId file, std::string_view text, std::size_t begin,
                                       std::size_t end, Diagnostics& out);

}  // namespace pes
