#include "publish/template_places.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

TemplatePlaces::TemplatePlaces(PageTemplates templates, const SourceFiles& files)
    : templates_(std::move(templates)), files_(files) {}

std::vector<FileId> TemplatePlaces::files_of(const std::string& layout) const {
  std::vector<FileId> found;
  const auto start = templates_.layouts.find(layout);
  if (start != templates_.layouts.end()) found.push_back(start->second);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string_view text = files_[found[i]].text;
    for (std::size_t at = text.find("{{>"); at != std::string_view::npos;
         at = text.find("{{>", at + 1)) {
      const std::string_view name = trim(text.substr(at + 3, text.find("}}", at) - at - 3));
      const auto partial = templates_.partials.find(std::string(name));
      if (partial == templates_.partials.end()) continue;
      if (std::find(found.begin(), found.end(), partial->second) == found.end()) {
        found.push_back(partial->second);
      }
    }
  }
  return found;
}

Span TemplatePlaces::find(const std::string& layout, std::string_view text) const {
  const std::vector<FileId> files = files_of(layout);
  if (files.empty()) return {};
  if (text.empty()) return {files.front(), 0, 0};
  for (const FileId file : files) {
    const std::size_t at = files_[file].text.find(text);
    if (at == std::string::npos) continue;
    return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())};
  }
  return {files.front(), 0, 0};
}

}  // namespace pes
