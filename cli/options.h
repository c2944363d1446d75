#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "completion.h"
#include "described.h"
#include "diagnostics/machine_report.h"
#include "impact/breakdown.h"
#include "text/date.h"
#include "text/language.h"
#include "text/table.h"

namespace pes {

enum class Command {
  validate,
  build,
  stats,
  report,
  context,
  consent,
  withdraw,
  explain,
  schema,
  new_record,
  completion,
  man
};

/// What `pes schema` prints.
enum class SchemaForm {
  json,  ///< JSON Schema of a kind.
  cms,   ///< Configuration of the online editor.
  guide  ///< The reference part of content/README.md.
};

/// What `pes stats` was asked for.
struct StatsOptions {
  std::vector<Dimension> by;  ///< None, one, or two for a cross table.
  LedgerWindow window;
  std::string programme;
  std::string indicator;
  std::string origin;        ///< An indicator whose total is to be explained.
  std::vector<int> compare;  ///< Two years, or none.
  bool for_public = false;
  TableFormat format = TableFormat::table;
};

/// What the person asked for, as plain data.
struct Options {
  Command command = Command::validate;
  Language language = Language::fr;
  bool no_colour = false;
  std::string source = ".";
  std::optional<Date> date;
  std::string output;  ///< Empty: public/ in the source folder.
  std::optional<std::string> base_url;
  std::string theme;
  bool drafts = false;
  bool strict = false;
  bool compress = false;  ///< `build` adds .gz and .br copies.
  bool admin = false;     ///< `build` publishes the online editor.
  bool removal = false;   ///< `build` lets disappear what must, whatever else is wrong.
  bool timings = false;   ///< `build` tells how long each stage took.
  unsigned jobs = 0;      ///< Number of threads; 0: as many as the machine has cores.
  StatsOptions stats;
  int year = 0;      ///< Of the report.
  bool pdf = false;  ///< The report as a PDF too.
  std::string address;
  std::string rule;  ///< To explain; empty for the list.
  SchemaForm schema_form = SchemaForm::json;
  std::string kind;                                   ///< Of a JSON schema or a new record.
  std::map<std::string, std::string> answers;         ///< Of a new record, by name of field.
  std::map<std::string, std::string> answer_options;  ///< What gives them: « --champ-source ».
  bool ask = true;                                    ///< A new record may ask for what it lacks.
  bool fix = false;
  bool dry_run = false;                         ///< `fix` only shows what it would change.
  std::optional<MachineFormat> machine_format;  ///< Of the findings; none for people.
  bool erase = false;  ///< A withdrawal deletes the record, and keeps the name from coming back.
  std::string record;  ///< Of a consent form or a withdrawal.
  Period notice{0, 0, 60};                  ///< How far ahead `consent` looks.
  bool only_lapsing = false;                ///< `consent` lists only what lapses within `notice`.
  TableFormat format = TableFormat::table;  ///< Of `consent`.
  Shell shell = Shell::bash;                ///< Of `completion`.
};

/// The outcome of reading a command line: options, or else a text and an exit code.
struct Parsed {
  std::optional<Options> options;
  int exit_code = 0;
  std::string text;  ///< Help or version for code 0, what is wrong for code 2.
};

/// Reads the arguments that follow the program's name.
///
/// `language` is the one of the environment; `--lang` wins.
Parsed parse_options(const std::vector<std::string>& arguments, Language language);

/// All commands with their options, for help, manual and completions.
DescribedCommand describe_program(Language language);

/// « pes 0.1.0 », then a line for each library that it was compiled with.
std::string program_version();

/// "fr" or "en"; nothing for anything else.
std::optional<Language> parse_language(std::string_view name);

}  // namespace pes
