#include "publish/search_texts.h"

#include <fmt/format.h>

namespace pes {

namespace {

std::string text_field(const Entry& entry, std::string_view name) {
  return std::string(text_of(field(*entry.record, name)));
}

}  // namespace

SearchTexts search_texts(const Entry& entry) {
  std::string marks = text_field(entry, "sigle");
  const auto add = [&](const Link& link) { marks += fmt::format("\n{}", link.title); };
  if (entry.programme) {
    add(*entry.programme);
    marks += fmt::format("\n{}", entry.programme->acronym);
  }
  if (entry.territory) add(*entry.territory);
  for (const Link& theme : entry.themes) add(theme);
  return {entry.title,
          text_field(entry, "structure"),
          entry.decision->allows(Purpose::data) ? entry.decision->name : "",
          std::move(marks),
          entry.summary,
          entry.body.body.text};
}

}  // namespace pes
