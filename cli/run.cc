#include "run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <system_error>
#include <thread>

#include "clock.h"
#include "commands.h"
#include "last_words.h"
#include "text/visible.h"

namespace pes {

namespace {

Language environment_language() {
  const char* name = std::getenv("PES_LANG");
  return name == nullptr ? Language::fr : parse_language(name).value_or(Language::fr);
}

std::string erasure_key() {
  const char* key = std::getenv("PES_CLE_EFFACEMENTS");
  return key == nullptr ? "" : key;
}

int dispatch(const Options& options, const Console& console) {
  switch (options.command) {
    case Command::validate:
      return validate(options, console);
    case Command::build:
      return build(options, console);
    case Command::stats:
      return stats(options, console);
    case Command::report:
      return report(options, console);
    case Command::context:
      return context(options, console);
    case Command::consent:
      return consent(options, console);
    case Command::withdraw:
      return withdraw(options, console);
    case Command::explain:
      return explain(options, console);
    case Command::schema:
      return schema(options, console);
    case Command::new_record:
      return new_record(options, console);
    case Command::completion:
      return completion(options, console);
    case Command::man:
      return man(options, console);
  }
  return 2;
}

int report_failure(const std::exception& error, const Console& console) {
  console.clear_progress();
  Console::complain(
      fmt::format("pes: {}\n{}\n", visible(error.what()),
                  console.say({"Rien n'est resté à moitié fait : le site publié est entier.",
                               "Nothing was left half done: the published site is whole."})));
  return 2;
}

// What was asked for instead of a command, or what is wrong with what was.
int answer(const Parsed& parsed) {
  if (parsed.exit_code != 0) {
    Console::complain(parsed.text);
    return parsed.exit_code;
  }
  try {
    Console::print(parsed.text);
  } catch (const std::system_error& error) {
    Console::complain(fmt::format("pes: {}\n", error.what()));
    return 2;
  }
  return 0;
}

}  // namespace

Settings settings_of(const Options& options) {
  constexpr unsigned most_jobs = 256;
  const unsigned cores = std::thread::hardware_concurrency();
  return {.source = options.source,
          .theme = options.theme,
          .base_url = options.base_url,
          .when = {decision_day(options.date), options.drafts},
          .erasure_key = erasure_key(),
          .workers = Workers(std::min(options.jobs > 0 ? options.jobs : cores, most_jobs))};
}

int run(const std::vector<std::string>& arguments) {
  prepare_last_words(environment_language());
  const Parsed parsed = parse_options(arguments, environment_language());
  if (!parsed.options) return answer(parsed);
  prepare_last_words(parsed.options->language);
  const Console console(*parsed.options);
  try {
    return dispatch(*parsed.options, console);
  } catch (const std::exception& error) {
    return report_failure(error, console);
  }
}

}  // namespace pes
