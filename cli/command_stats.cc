#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "commands.h"
#include "impact/statistics.h"
#include "text/spelling.h"
#include "text/visible.h"

namespace pes {

namespace {

// An unknown name is an error with suggestions, never an empty table.
bool is_known(std::string_view option, const std::string& name,
              const std::vector<std::string>& known, const Console& console) {
  if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return true;
  std::string text = fmt::format(fmt::runtime(console.say({"pes: {} ne connaît pas « {} »\n",
                                                           "pes: {} does not know \"{}\"\n"})),
                                 option, visible(name));
  if (const auto guess = nearest(name, known)) {
    text +=
        fmt::format(fmt::runtime(console.say({"vouliez-vous dire {} ?\n", "did you mean {}?\n"})),
                    visible(*guess));
  }
  text += fmt::format(fmt::runtime(console.say({"connus : {}\n", "known: {}\n"})),
                      known.empty() ? "—" : visible(fmt::format("{}", fmt::join(known, ", "))));
  Console::complain(text);
  return false;
}

std::vector<std::string> programmes_of(const Content& content) {
  std::vector<std::string> slugs;
  for (const Record& record : content.records) {
    if (record.kind->role == Role::programme) slugs.push_back(record.slug);
  }
  return slugs;
}

bool names_are_known(const StatsOptions& asked, const Content& content, const Console& console) {
  std::vector<std::string> indicators;
  for (const Indicator& indicator : content.indicators) indicators.push_back(indicator.id);
  return is_known("--dispositif", asked.programme, programmes_of(content), console) &&
         is_known("--indicateur", asked.indicator, indicators, console) &&
         is_known("--origine", asked.origin, indicators, console);
}

bool years_are_known(const StatsOptions& asked, const StatisticsInput& input,
                     const Console& console) {
  std::vector<std::string> known;
  for (const int year : years_of(input)) known.push_back(std::to_string(year));
  return std::all_of(asked.compare.begin(), asked.compare.end(), [&](int year) {
    return is_known("--comparer", std::to_string(year), known, console);
  });
}

std::vector<Total> make_window(const StatsOptions& asked, const Content& content,
                               const Settings& settings) {
  Diagnostics already_reported;
  std::vector<Indicator> indicators;
  for (const Indicator& indicator : content.indicators) {
    const std::string& wanted = asked.origin.empty() ? asked.indicator : asked.origin;
    if (wanted.empty() || wanted == indicator.id) indicators.push_back(indicator);
  }
  return make_ledger(indicators, content.records, settings.when, asked.window, already_reported);
}

std::vector<Table> tables_of(const StatsOptions& asked, const StatisticsInput& input) {
  if (!asked.origin.empty()) return {origin_table(input, input.ledger.front())};
  if (!asked.compare.empty()) {
    return {comparison_table(input, asked.compare.front(), asked.compare.back())};
  }
  if (asked.by.size() == 2) return cross_tables(input, asked.by.front(), asked.by.back());
  if (asked.by.size() == 1) return {breakdown_table(input, asked.by.front())};
  return {overview_table(input)};
}

bool has_figures(const StatisticsInput& input) {
  return std::any_of(input.ledger.begin(), input.ledger.end(), [&](const Total& total) {
    return !total.entries.empty() && cut_of(total, input.records, input.cut).has_value();
  });
}

// Statements that reach out of a period cannot be divided; their figures are not in it.
std::size_t count_left_out(const Content& content, std::span<const Total> ledger) {
  const auto statements = [](std::span<const Total> totals) {
    std::set<std::size_t> records;
    for (const Total& total : totals) {
      for (const LedgerEntry& entry : total.entries) {
        if (entry.statement) records.insert(entry.record);
      }
    }
    return records.size();
  };
  return statements(content.ledger) - std::min(statements(content.ledger), statements(ledger));
}

void explain_window(std::size_t left_out, const Console& console) {
  if (left_out == 0) return;
  Console::complain(fmt::format(
      fmt::runtime(console.say(
          {"pes: bilans laissés de côté, parce qu'ils ne tiennent pas dans la période : {}\n",
           "pes: statements left out, since they do not lie in the period: {}\n"})),
      left_out));
}

}  // namespace

int stats(const Options& options, const Console& console) {
  const StatsOptions& asked = options.stats;
  const Settings settings = settings_of(options);
  Diagnostics found;
  const Content content = read_content_model(settings, found);
  found.sort(content.files);
  if (found.has_errors()) {
    console.report(found, content.files, Severity::error);
    return 1;
  }
  if (!names_are_known(asked, content, console)) return 2;
  const std::vector<Total> ledger = make_window(asked, content, settings);
  StatisticsInput input{ledger, content.records, content.files, console.language(),
                        {},     asked.for_public};
  if (!asked.programme.empty()) input.cut[Dimension::programme] = asked.programme;
  const bool period = asked.window.from || asked.window.to || asked.window.known_on;
  if (period && asked.indicator.empty() && asked.origin.empty()) {
    explain_window(count_left_out(content, ledger), console);
  }
  if (!content.indicators.empty() && !has_figures(input)) {
    Console::complain(fmt::format(
        "pes: {}\n", console.say({"aucun bilan ni aucune fiche ne donne de chiffre pour ce choix",
                                  "no statement and no record gives a figure for this choice"})));
    return 2;
  }
  if (!years_are_known(asked, input, console)) return 2;

  const bool overview = asked.by.empty() && asked.origin.empty() && asked.compare.empty();
  if (overview && asked.format == TableFormat::table) {
    Console::print(statistics_overview(input));
    return 0;
  }
  const std::vector<Table> tables = tables_of(asked, input);
  if (tables.empty()) {
    Console::complain(fmt::format(
        "pes: {}\n",
        console.say({"aucun tableau à montrer : pas de chiffre qui s'additionne, ou trop peu de "
                     "personnes pour un tableau public",
                     "no table to show: no figure that adds up, or too few people for a public "
                     "table"})));
    return 2;
  }
  Console::print_data(write_tables(tables, asked.format));
  return 0;
}

}  // namespace pes
