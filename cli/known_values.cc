#include "known_values.h"

#include <array>
#include <set>

namespace pes {

namespace {

// Fields of the first level whose words readers find pages by.
constexpr std::array gathered = {std::string_view("territoire"), std::string_view("themes")};

void collect(const Value& value, std::set<std::string>& words) {
  if (const auto* text = std::get_if<std::string>(&value.data)) words.insert(*text);
  if (const auto* list = std::get_if<List>(&value.data)) {
    for (const Value& item : *list) collect(item, words);
  }
}

}  // namespace

KnownValues known_values(const Content& content) {
  KnownValues known;
  for (const Record& record : content.records) {
    known.records[std::string(record.kind->name)].push_back(record.slug);
  }
  known.media = content.media;
  if (content.settings() != nullptr) {
    known.indicators.emplace();
    for (const Indicator& indicator : content.indicators) known.indicators->push_back(indicator.id);
  }
  for (const std::string_view name : gathered) {
    std::set<std::string> words;
    for (const Record& record : content.records) {
      if (const Value* value = field(record, name)) collect(*value, words);
    }
    known.words[std::string(name)] = {words.begin(), words.end()};
  }
  return known;
}

}  // namespace pes
