#include "impact/statistics.h"

#include <fmt/format.h>

#include <algorithm>

#include "impact/statistics_cells.h"
#include "impact/wording.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t widest_label = 24;
constexpr std::size_t longest_bar = 32;
constexpr std::size_t most_named = 2;
std::string count(const StatisticsInput& input, std::size_t number, Text one, Text many) {
  return fmt::format("{} {}", number, say(input, number == 1 ? one : many));
}

// Names the statements where they are few; --origine names everything.
std::string describe_sources(const StatisticsInput& input, const Total& total) {
  std::vector<std::string> statements;
  std::size_t records = 0;
  for (const LedgerEntry& entry : total.entries) {
    if (entry.standing != Standing::counted) continue;
    if (entry.statement) {
      statements.push_back(input.files[entry.figure.span.file].path);
    } else {
      ++records;
    }
  }
  std::string out;
  if (!statements.empty()) {
    out += count(input, statements.size(), {"bilan", "statement"}, {"bilans", "statements"});
    if (statements.size() <= most_named) out += fmt::format(" ({})", fmt::join(statements, ", "));
  }
  if (records > 0) {
    if (!out.empty()) out += ", ";
    out += count(input, records, {"fiche", "record"}, {"fiches", "records"});
  }
  return out;
}

std::string describe_date(const StatisticsInput& input, const Total& total) {
  if (!total.as_of) return say(input, {"sans date", "undated"});
  const bool french = input.language == Language::fr;
  return say(input, {"au ", "as of "}) +
         (french ? format_long(*total.as_of) : format_iso(*total.as_of));
}

struct Line {
  std::string label;
  Cell value;
  std::int64_t size = 0;  // of its bar
};

std::vector<Line> lines_of(const StatisticsInput& input, const Total& total) {
  const auto [breakdown, shown] = divide(input, total, Dimension::programme);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < breakdown.parts.size(); ++i) {
    const Part& part = breakdown.parts[i];
    const Decimal size = part.base == Decimal{} ? part.value : percentage(part.value, part.base);
    lines.push_back({part.name, cell_of(input, part, shown[i]),
                     shown[i] == Shown::value ? size.thousandths : 0});
  }
  if (breakdown.additive && !lines.empty() && breakdown.rest != Decimal{}) {
    const Part rest{"", "", breakdown.rest};
    lines.push_back({say(input, unattributed), cell_of(input, rest, shown.back()),
                     shown.back() == Shown::value ? rest.value.thousandths : 0});
  }
  return lines;
}

std::string bar(std::int64_t size, std::int64_t largest) {
  if (size <= 0 || largest <= 0) return "";
  const auto share = static_cast<double>(size) / static_cast<double>(largest);
  const auto halves = static_cast<std::size_t>(share * 2 * static_cast<double>(longest_bar) + 0.5);
  std::string out;
  for (std::size_t i = 0; i < halves / 2; ++i) out += "█";
  return halves % 2 == 1 ? out + "▌" : halves == 0 ? "▏" : out;
}

std::string show_indicator(const StatisticsInput& input, const Total& total, const Part& amount,
                           std::size_t label_width) {
  const std::vector<Line> lines = lines_of(input, total);
  const std::size_t indent = label_width + 4;
  std::vector<std::string> texts =
      wrap(word_figure(total.indicator, amount.value, amount.precision, amount.base),
           line_width - indent);
  const std::string about = describe_date(input, total) + " ; " + describe_sources(input, total);
  for (std::string& line : wrap(about, line_width - indent)) texts.push_back(std::move(line));
  std::string out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string label = i == 0 ? cut_to(total.indicator.id, label_width + 2) : "";
    out += fmt::format("{}{}\n", pad(label, indent), texts[i]);
  }
  std::int64_t largest = 0;
  std::size_t value_width = 0;
  for (const Line& line : lines) {
    largest = std::max(largest, line.size);
    value_width = std::max(value_width, count_characters(line.value.text));
  }
  for (const Line& line : lines) {
    const std::string row =
        fmt::format("  {}  {}  {}", pad(cut_to(line.label, label_width), label_width),
                    pad(line.value.text, value_width, true), bar(line.size, largest));
    out += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace

std::string statistics_overview(const StatisticsInput& input) {
  std::size_t label_width = count_characters(say(input, unattributed));
  for (const Total& total : input.ledger) {
    label_width = std::max(label_width, count_characters(total.indicator.id));
    for (const Line& line : lines_of(input, total)) {
      label_width = std::max(label_width, count_characters(line.label));
    }
  }
  label_width = std::min(label_width, widest_label);
  std::string out;
  for (const Total& total : input.ledger) {
    const auto amount = cut_of(total, input.records, input.cut);
    if (!out.empty()) out += "\n";
    if (amount && !total.entries.empty()) {
      out += show_indicator(input, total, *amount, label_width);
    } else {
      out += fmt::format("{}{}\n", pad(total.indicator.id, label_width + 4),
                         say(input, {"aucun chiffre", "no figure"}));
    }
  }
  return out;
}

Table overview_table(const StatisticsInput& input) {
  Table table{"",
              {{"indicateur", "indicateur"},
               {"dispositif", "dispositif"},
               {"valeur", say(input, {"valeur", "value"}), true},
               {"texte", say(input, {"texte", "wording"})},
               {"au", say(input, {"au", "as of"})},
               {"sources", "sources"}},
              {},
              {}};
  for (const Total& total : input.ledger) {
    const auto amount = cut_of(total, input.records, input.cut);
    if (!amount || total.entries.empty()) continue;
    const std::string& id = total.indicator.id;
    table.rows.push_back(
        {id, "", cell_of(amount->value, amount->base),
         word_figure(total.indicator, amount->value, amount->precision, amount->base),
         total.as_of ? format_iso(*total.as_of) : "", describe_sources(input, total)});
    for (const Line& line : lines_of(input, total)) {
      table.rows.push_back({id, line.label, line.value, "", "", ""});
    }
  }
  return table;
}

}  // namespace pes
