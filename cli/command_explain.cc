#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "commands.h"
#include "diagnostics/report.h"
#include "diagnostics/rule_examples.h"
#include "text/utf8.h"

namespace pes {

namespace {

// « PES0014 », « pes14 » or « 14 »
const RuleInfo* find_rule(std::string_view name) {
  const std::string folded = fold(name);
  std::string_view digits = folded;
  if (digits.starts_with("pes")) digits.remove_prefix(3);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return nullptr;
  const auto rules = all_rules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& info) {
    return static_cast<int>(info.rule) == number;
  });
  return found == rules.end() ? nullptr : &*found;
}

// The message without the arguments of a finding.
std::string in_general(Text pattern, const Console& console) {
  constexpr std::string_view any = "…";
  return fmt::format(fmt::runtime(console.say(pattern)), any, any, any, any, any, any);
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out += fmt::format("  {}\n", line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return out;
}

void explain(const RuleInfo& info, const Console& console) {
  std::string out = fmt::format("{} ({})\n{}\n\n{}\n", rule_code(info.rule),
                                console.say(severity_label(info.severity)),
                                in_general(info.message, console), console.say(info.why));
  if (const std::string help = in_general(info.help, console); !help.empty()) {
    out += fmt::format("\n{}\n{}", console.say({"Que faire :", "What to do:"}), indented(help));
  }
  if (const auto example = rule_example(info.rule)) {
    out += fmt::format("\n{}\n{}", console.say({"Par exemple :", "For example:"}),
                       indented(console.say(example->report)));
    if (!example->mended.empty()) {
      out += fmt::format(
          "\n{}\n{}",
          console.say({"« pes validate --fix » corrige :", "\"pes validate --fix\" mends it:"}),
          indented(example->mended));
    }
  }
  Console::print(out);
}

}  // namespace

int explain(const Options& options, const Console& console) {
  if (options.rule.empty()) {
    for (const RuleInfo& info : all_rules()) {
      Console::print(
          fmt::format("{}  {}\n", rule_code(info.rule), in_general(info.message, console)));
    }
    return 0;
  }
  const RuleInfo* info = find_rule(options.rule);
  if (info == nullptr) {
    Console::complain(
        fmt::format(fmt::runtime(console.say({"pes: aucune règle « {} » ; la liste : pes explain\n",
                                              "pes: no rule \"{}\"; the list: pes explain\n"})),
                    options.rule));
    return 2;
  }
  explain(*info, console);
  return 0;
}

}  // namespace pes
