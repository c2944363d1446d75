#include "consent/written_author.h"

#include <algorithm>

namespace pes {

namespace {

// « Ada Exemplaire » of « auteur: "Ada Exemplaire" # elle », wherever that stands in a line.
std::string value_in(std::string_view line) {
  constexpr std::string_view around = " \t\"'";
  line = line.substr(0, std::min(line.find('#'), line.find('}')));
  line.remove_prefix(std::min(line.find_first_not_of(around), line.size()));
  return std::string(line.substr(0, line.find_last_not_of(around) + 1));
}

}  // namespace

std::vector<std::string> written_authors(const Record& record, std::string_view text) {
  if (const Value* author = field(record, author_field)) return {std::string(text_of(author))};
  if (!record.broken && !is_written(record, author_field)) return {};
  std::vector<std::string> authors;
  for (std::size_t at = text.find(author_field); at != std::string_view::npos;
       at = text.find(author_field, at)) {
    at += author_field.size();
    const std::string_view rest = text.substr(at, text.find('\n', at) - at);
    const std::size_t colon = rest.find_first_not_of(" \t\"'");
    if (colon >= rest.size() || rest[colon] != ':') continue;
    authors.push_back(value_in(rest.substr(colon + 1)));
  }
  return authors;
}

}  // namespace pes
