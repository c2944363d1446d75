#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/source.h"

namespace pes {

/// The files that make the pages of a theme, by name.
struct PageTemplates {
  std::map<std::string, FileId> layouts;
  std::map<std::string, FileId> partials;
};

/// Finds the place in a template that wrote a piece of a page.
class TemplatePlaces {
 public:
  TemplatePlaces(PageTemplates templates, const SourceFiles& files);

  /// Where `text` stands in the layout or in what it includes; else the start of the layout.
  ///
  /// Shape: no place at all for an unknown layout.
  [[nodiscard]] Span find(const std::string& layout, std::string_view text) const;

 private:
  [[nodiscard]] std::vector<FileId> files_of(const std::string& layout) const;

  PageTemplates templates_;
  const SourceFiles& files_;
};

}  // namespace pes
