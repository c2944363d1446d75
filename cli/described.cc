#include "described.h"

#include <fmt/format.h>

namespace pes {

std::string_view in_list(std::string_view sentence) {
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return sentence;
}

std::string all_names(const DescribedOption& option) {
  return fmt::format("{}", fmt::join(option.names, ", "));
}

std::vector<const DescribedCommand*> all_of(const DescribedCommand& program) {
  std::vector<const DescribedCommand*> commands = {&program};
  for (const DescribedCommand& inner : program.inner) {
    const auto below = all_of(inner);
    commands.insert(commands.end(), below.begin(), below.end());
  }
  return commands;
}

}  // namespace pes
