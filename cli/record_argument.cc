#include "record_argument.h"

#include <fmt/format.h>

#include "consent/register.h"
#include "text/spelling.h"
#include "text/visible.h"

namespace pes {

std::optional<std::size_t> find_record(const Content& content, const std::string& name,
                                       const Console& console) {
  if (const auto found = find_record(content.records, content.files, name)) return found;
  std::vector<std::string> known;
  for (const Record& record : content.records) known.push_back(record_name(record, content.files));
  std::string text = fmt::format(
      fmt::runtime(console.say({"pes: aucune fiche « {} »\n", "pes: no record \"{}\"\n"})),
      visible(name));
  if (const auto guess = nearest(name, known)) {
    text +=
        fmt::format(fmt::runtime(console.say({"vouliez-vous dire {} ?\n", "did you mean {}?\n"})),
                    visible(*guess));
  }
  Console::complain(text);
  return std::nullopt;
}

}  // namespace pes
