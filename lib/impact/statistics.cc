#include "impact/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

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

// The entries that a figure is made of; under a cut, those that say something of it.
std::vector<const LedgerEntry*> sources_of(const StatisticsInput& input, const Total& total) {
  std::set<std::size_t> wanted;
  std::set<Dimension> dimensions;
  for (const auto& [dimension, key] : input.cut) dimensions.insert(dimension);
  for (const Parcel& parcel : parcels_of(total, input.records, dimensions)) {
    if (matches(parcel, input.cut)) wanted.insert(parcel.entry);
  }
  std::vector<const LedgerEntry*> sources;
  for (std::size_t i = 0; i < total.entries.size(); ++i) {
    const bool counted = total.entries[i].standing == Standing::counted;
    const bool divided = total.indicator.nature == Nature::cumulative && !input.cut.empty();
    if (divided ? wanted.contains(i) : counted) sources.push_back(&total.entries[i]);
  }
  return sources;
}

// Names the statements where they are few; --origine names everything.
std::string describe_sources(const StatisticsInput& input,
                             const std::vector<const LedgerEntry*>& sources) {
  std::vector<std::string> statements;
  std::size_t records = 0;
  for (const LedgerEntry* entry : sources) {
    if (entry->statement) {
      statements.push_back(input.files[entry->figure.span.file].path);
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

std::optional<Date> last_day_of(const std::vector<const LedgerEntry*>& sources) {
  std::optional<Date> last;
  for (const LedgerEntry* entry : sources) {
    if (!entry->last) return std::nullopt;
    if (!last || *last < *entry->last) last = entry->last;
  }
  return last;
}

std::string describe_date(const StatisticsInput& input, std::optional<Date> day) {
  if (!day) return say(input, {"sans date", "undated"});
  const bool french = input.language == Language::fr;
  return say(input, {"au ", "as of "}) + (french ? format_long(*day) : format_iso(*day));
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
  const auto halves =
      static_cast<std::size_t>(std::lround(share * 2 * static_cast<double>(longest_bar)));
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
  const auto sources = sources_of(input, total);
  const std::string about =
      describe_date(input, last_day_of(sources)) + " ; " + describe_sources(input, sources);
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
    const auto sources = sources_of(input, total);
    const auto day = last_day_of(sources);
    table.rows.push_back(
        {id, "", cell_of(amount->value, amount->base),
         word_figure(total.indicator, amount->value, amount->precision, amount->base),
         day ? format_iso(*day) : "", describe_sources(input, sources)});
    for (const Line& line : lines_of(input, total)) {
      table.rows.push_back({id, line.label, line.value, "", "", ""});
    }
  }
  return table;
}

}  // namespace pes
