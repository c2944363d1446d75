#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "commands.h"
#include "diagnostics/report.h"
#include "diagnostics/rule_examples.h"
#include "text/utf8.h"
#include "text/visible.h"

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
  std::string out = fmt::format(fmt::runtime(console.say(pattern)), any, any, any, any, any, any);
  if (out.ends_with("….")) out.pop_back();
  return out;
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

constexpr Text mended_by_fix{
    "« pes validate --fix » corrige cette faute quand elle n'a qu'un sens possible.",
    "\"pes validate --fix\" mends this mistake where it has only one possible meaning."};

void explain(const RuleInfo& info, const Console& console) {
  std::string out = fmt::format("{} ({})\n{}\n\n{}\n", rule_code(info.rule),
                                console.say(severity_label(info.severity)),
                                in_general(info.message, console), console.say(info.why));
  const std::string help = in_general(info.help, console);
  const bool by_fix = info.mending == Mending::by_fix;
  if (!help.empty() || by_fix) {
    out += fmt::format("\n{}\n{}", console.say({"Que faire :", "What to do:"}), indented(help));
    if (by_fix && help.find("--fix") == std::string::npos) {
      out += indented(console.say(mended_by_fix));
    }
  }
  if (const auto example = rule_example(info.rule)) {
    out += fmt::format("\n{}\n{}", console.say({"Faux, par exemple :", "Wrong, for example:"}),
                       indented(console.say(example->wrong)));
    out += fmt::format("\n{}\n{}",
                       by_fix ? console.say({"Juste, comme « pes validate --fix » l'écrit :",
                                             "Right, as \"pes validate --fix\" writes it:"})
                              : console.say({"Juste :", "Right:"}),
                       indented(console.say(example->right)));
  }
  Console::print(out);
}

void list(const Console& console) {
  for (const RuleInfo& info : all_rules()) {
    Console::print(fmt::format("{} {} {}\n", rule_code(info.rule),
                               info.mending == Mending::by_fix ? '*' : ' ',
                               in_general(info.message, console)));
  }
  Console::print(fmt::format(
      "\n{}\n",
      console.say({"* : faute que « pes validate --fix » corrige. Le détail d'une règle : "
                   "pes explain PES0014",
                   "*: mended by \"pes validate --fix\". More about a rule: pes explain "
                   "PES0014"})));
}

}  // namespace

int explain(const Options& options, const Console& console) {
  if (options.rule.empty()) {
    list(console);
    return 0;
  }
  const RuleInfo* info = find_rule(options.rule);
  if (info == nullptr) {
    Console::complain(
        fmt::format(fmt::runtime(console.say({"pes: aucune règle « {} » ; la liste : pes explain\n",
                                              "pes: no rule \"{}\"; the list: pes explain\n"})),
                    visible(options.rule)));
    return 2;
  }
  explain(*info, console);
  return 0;
}

}  // namespace pes
