#include "options_stats.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/visible.h"

namespace pes {

namespace {

using Error = std::optional<std::string>;

Error read_dimensions(const RawStats& raw, Language language, StatsOptions& stats) {
  for (const std::string& name : raw.by) {
    const auto known = all_dimensions();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const DimensionName& d) { return d.name == name; });
    if (found != known.end()) stats.by.push_back(found->dimension);
  }
  if (stats.by.size() > 2 || (stats.by.size() == 2 && stats.by[0] == stats.by[1])) {
    const Text expected{"une ou deux découpes", "one or two dimensions"};
    return refusal("--par", raw.by.back(), expected.in(language), language);
  }
  return std::nullopt;
}

Error read_window(const RawStats& raw, Language language, LedgerWindow& window) {
  struct Bound {
    std::string_view option;
    const std::string& text;
    std::optional<Date>& into;
    bool first;
  };
  for (const Bound& bound : {Bound{"--depuis", raw.from, window.from, true},
                             Bound{"--jusqu-a", raw.to, window.to, false},
                             Bound{"--au", raw.known_on, window.known_on, false}}) {
    if (bound.text.empty()) continue;
    const ParsedDate date = parse_date(bound.text);
    const auto year = parse_year(bound.text);
    if (date.form != DateForm::iso && !year) {
      const Text expected{"2024 ou 2024-03-12", "2024 or 2024-03-12"};
      return refusal(bound.option, bound.text, expected.in(language), language);
    }
    const auto day = bound.first ? std::chrono::January / 1 : std::chrono::December / 31;
    bound.into = year ? Date{std::chrono::year(*year) / day} : date.date;
  }
  if (window.from && window.to && *window.to < *window.from) {
    const Text text{"--jusqu-a doit être après --depuis", "--jusqu-a must be after --depuis"};
    return std::string(text.in(language));
  }
  return std::nullopt;
}

// What would be ignored, or would tell the public what the site masks, is refused.
Error check_combination(const StatsOptions& stats, Language language) {
  const int views =
      (stats.by.empty() ? 0 : 1) + (stats.origin.empty() ? 0 : 1) + (stats.compare.empty() ? 0 : 1);
  const bool cut = !stats.programme.empty();
  const LedgerWindow& window = stats.window;
  const bool narrowed = cut || window.from || window.to || window.known_on;
  const bool by_structure =
      std::find(stats.by.begin(), stats.by.end(), Dimension::structure) != stats.by.end();
  Text text;
  if (views > 1) {
    text = {"choisissez entre --par, --origine et --comparer",
            "choose between --par, --origine and --comparer"};
  } else if (!stats.origin.empty() && (cut || !stats.indicator.empty())) {
    text = {"--origine explique un total entier : sans --dispositif ni --indicateur",
            "--origine explains a whole total: without --dispositif and --indicateur"};
  } else if (stats.for_public && (narrowed || by_structure || !stats.origin.empty())) {
    text = {
        "--public ne montre que ce que le site publie : sans filtre, sans --origine, sans découpe "
        "par structure",
        "--public shows only what the website does: without filter, without --origine, not by "
        "structure"};
  } else {
    return std::nullopt;
  }
  return std::string(text.in(language));
}

}  // namespace

std::optional<std::string> read_stats(const RawStats& raw, Language language, StatsOptions& stats) {
  if (auto error = read_dimensions(raw, language, stats)) return error;
  stats.format = parse_table_format(raw.format).value_or(TableFormat::table);
  for (const std::string& text : raw.compare) {
    const auto year = parse_year(text);
    if (!year) return refusal("--comparer", text, "2023 2024", language);
    stats.compare.push_back(*year);
  }
  if (auto error = read_window(raw, language, stats.window)) return error;
  return check_combination(stats, language);
}

std::string refusal(std::string_view option, std::string_view value, std::string_view expected,
                    Language language) {
  const Text text{"{} n'admet pas « {} » ; attendu : {}", "{} does not take \"{}\"; expected: {}"};
  return fmt::format(fmt::runtime(text.in(language)), option, visible(value), expected);
}

std::string dimension_names(std::string_view separator) {
  std::vector<std::string_view> names;
  for (const DimensionName& known : all_dimensions()) names.push_back(known.name);
  return fmt::format("{}", fmt::join(names, separator));
}

std::optional<int> parse_year(std::string_view text) {
  const bool digits = text.size() == 4 && std::all_of(text.begin(), text.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || text.front() == '0') return std::nullopt;
  return std::stoi(std::string(text));
}

}  // namespace pes
