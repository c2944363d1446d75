#include "options_tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/spelling.h"
#include "text/visible.h"

namespace pes {

namespace {

constexpr char between_words = '|';

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

Takes what_it_takes(const CLI::Option& option, Language language) {
  if (option.get_items_expected_max() == 0) return Takes::nothing;
  const std::string value = option.get_type_name();
  if (value == file_value.in(language)) return Takes::file;
  if (value == folder_value.in(language)) return Takes::folder;
  return value.find(between_words) == std::string::npos ? Takes::text : Takes::choice;
}

DescribedOption describe_option(const CLI::Option& option, Language language) {
  DescribedOption out;
  out.is_argument = option.get_positional();
  if (out.is_argument) out.names.push_back(option.get_name(true));
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  out.required = option.get_required();
  out.takes = what_it_takes(option, language);
  out.most = option.get_items_expected_max();
  if (out.takes == Takes::choice) out.choices = split(option.get_type_name(), between_words);
  if (out.takes != Takes::nothing && !out.is_argument) out.value = option.get_type_name();
  out.help = option.get_description();
  out.group = option.get_group();
  return out;
}

// Footers hold a line for each example; see add_example().
std::vector<Example> examples_of(const CLI::App& app) {
  std::vector<Example> examples;
  for (const std::string& line : split(app.get_footer(), '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) examples.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return examples;
}

const CLI::App* outer_of(const CLI::App& app) {
  return app.get_fallthrough() ? app.get_parent() : nullptr;
}

// Its own, then those of all commands, which an inner command leaves to the one around it.
std::vector<DescribedOption> options_of(const CLI::App& app, Language language) {
  std::vector<DescribedOption> own;
  std::vector<DescribedOption> common;
  for (const CLI::App* at = &app; at != nullptr; at = outer_of(*at)) {
    std::vector<DescribedOption> outer;
    for (const CLI::Option* option : at->get_options()) {
      const bool is_common = option->get_group() == common_options.in(language);
      if (at == &app && !is_common) own.push_back(describe_option(*option, language));
      const bool is_outer_help = at != &app && option == at->get_help_ptr();
      if (is_common && !is_outer_help) outer.push_back(describe_option(*option, language));
    }
    common.insert(common.begin(), outer.begin(), outer.end());
  }
  own.insert(own.end(), common.begin(), common.end());
  return own;
}

}  // namespace

CLI::Option* OptionAdder::closed(CLI::Option* option) const {
  const std::vector<std::string> choices = split(option->get_type_name(), between_words);
  return option->check([choices, language = language_](const std::string& value) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return std::string();
    const auto say = [&](Text text) { return fmt::runtime(text.in(language)); };
    std::string text = fmt::format(
        say({"n'admet pas « {} » ; attendu : {}", "does not take \"{}\"; expected: {}"}),
        visible(value), fmt::join(choices, ", "));
    if (const auto guess = nearest(value, choices)) {
      text += fmt::format(say({"\nvouliez-vous dire {} ?", "\ndid you mean {}?"}), *guess);
    }
    return text;
  });
}

namespace {

// An empty name of a file or a folder is a variable that a script forgot to set.
void refuse_empty(CLI::Option* option, Language language) {
  option->check([language](const std::string& value) {
    if (!value.empty()) return std::string();
    return std::string(
        Text{"attend un nom, et non un texte vide", "expects a name, not an empty text"}.in(
            language));
  });
}

}  // namespace

CLI::Option* OptionAdder::finish(CLI::Option* option, Text placeholder, Text help) {
  if (option->get_items_expected_max() != 0) option->type_name(say(placeholder));
  const std::string_view name = placeholder.fr;
  if (name == file_value.fr || name == folder_value.fr) refuse_empty(option, language_);
  return option->description(say(help))->group(group_);
}

void OptionAdder::help() {
  finish(app_.set_help_flag("-h,--help", ""), {}, {"affiche cette aide", "print this help"});
}

CLI::App* add_inner(const OptionAdder& outer, Text group, std::string_view name, Text sentence) {
  CLI::App* inner = outer.app().add_subcommand(std::string(name), outer.say(sentence));
  inner->group(outer.say(group));
  inner->fallthrough();
  inner->footer("");
  OptionAdder own(*inner, outer.language());
  own.group(common_options);
  own.help();
  return inner;
}

void add_example(CLI::App& app, std::string_view line, std::string_view meaning) {
  app.footer(fmt::format("{}{}\t{}\n", app.get_footer(), line, meaning));
}

DescribedCommand describe(const CLI::App& app, Language language) {
  DescribedCommand out;
  out.name = app.get_name();
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    out.path = out.path.empty() ? at->get_name() : fmt::format("{} {}", at->get_name(), out.path);
  }
  out.sentence = app.get_description();
  out.group = app.get_group();
  out.needs_inner = app.get_require_subcommand_min() > 0;
  out.examples = examples_of(app);
  out.options = options_of(app, language);
  for (const CLI::App* inner : app.get_subcommands([](const CLI::App*) { return true; })) {
    out.inner.push_back(describe(*inner, language));
  }
  return out;
}

}  // namespace pes
