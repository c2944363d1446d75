#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "impact/statistics_cells.h"
#include "impact/wording.h"

namespace pes {

namespace {

Column key_column(Dimension dimension) {
  // With an underscore, which no identifier has, it cannot be taken for that of a column.
  const std::string name(dimension_name(dimension));
  return {"par_" + name, name, false};
}

// Rows by key, in order, with the name to show and a cell for each column.
class RowBook {
 public:
  RowBook(Dimension dimension, std::size_t columns) : dimension_(dimension), columns_(columns) {}

  std::vector<Cell>& row(const std::string& key, const std::string& name) {
    auto& cells = rows_[key];
    if (cells.empty()) {
      cells.assign(columns_ + 1, Cell(""));
      cells.front() = Cell(dimension_ == Dimension::programme ? key : name);
    }
    return cells;
  }

  std::vector<std::vector<Cell>> take() {
    std::vector<std::vector<Cell>> out;
    for (auto& [key, cells] : rows_) out.push_back(std::move(cells));
    return out;
  }

 private:
  Dimension dimension_;
  std::size_t columns_;
  std::map<std::string, std::vector<Cell>> rows_;
};

std::vector<std::string> notes_on(const StatisticsInput& input, Dimension dimension) {
  std::vector<std::string> notes;
  if (dimension == Dimension::theme) {
    notes.push_back(say(input, {"Une fiche peut avoir plusieurs thèmes : les parts se recouvrent, "
                                "et ne font pas un total.",
                                "A record may have several themes: the parts overlap and make no "
                                "total."}));
  }
  const bool states = dimension == Dimension::year &&
                      std::any_of(input.ledger.begin(), input.ledger.end(), [](const Total& t) {
                        return t.indicator.nature != Nature::cumulative;
                      });
  if (states) {
    notes.push_back(say(input, {"Les états et les taux d'années différentes ne s'additionnent pas.",
                                "States and rates of different years do not add up."}));
  }
  return notes;
}

std::string standing_name(const StatisticsInput& input, const LedgerEntry& entry) {
  switch (entry.standing) {
    case Standing::counted:
      return say(input, {"compté", "counted"});
    case Standing::covered:
      return say(input, {"déjà compris", "already included"});
    case Standing::replaced:
      return say(input, {"remplacé", "replaced"});
    case Standing::set_aside:
      return say(input, {"écarté", "set aside"});
  }
  return "";
}

std::string period_of(const StatisticsInput& input, const LedgerEntry& entry) {
  if (entry.first && entry.first == entry.last) return format_iso(*entry.first);
  if (entry.first && entry.last) return std::to_string(static_cast<int>(entry.first->year()));
  if (entry.last) return say(input, {"jusqu'au ", "until "}) + format_iso(*entry.last);
  if (entry.statement) return say(input, {"depuis le début", "since the beginning"});
  return say(input, {"sans date", "undated"});
}

std::string place_of(const StatisticsInput& input, const LedgerEntry& entry) {
  const SourceFile& file = input.files[entry.figure.span.file];
  return fmt::format("{}:{}", file.path, position_of(file.text, entry.figure.span.offset).line);
}

// « compté » entries first, each followed by what it covers.
std::vector<std::pair<std::size_t, std::size_t>> in_reading_order(const Total& total) {
  const auto covered = covered_entries(total);
  std::vector<std::pair<std::size_t, std::size_t>> order;  // entry, depth
  std::vector<std::pair<std::size_t, std::size_t>> waiting;
  for (std::size_t i = total.entries.size(); i-- > 0;) {
    if (!total.entries[i].covered_by) waiting.emplace_back(i, 0);
  }
  while (!waiting.empty()) {
    const auto [i, depth] = waiting.back();
    waiting.pop_back();
    order.emplace_back(i, depth);
    const std::vector<std::size_t> last_first(covered[i].rbegin(), covered[i].rend());
    for (const std::size_t inner : last_first) waiting.emplace_back(inner, depth + 1);
  }
  return order;
}

Cell difference(const StatisticsInput& input, const Indicator& indicator, const Part& a,
                const Part& b) {
  const bool rate = indicator.nature == Nature::rate;
  const Decimal from = rate ? percentage(a.value, a.base) : a.value;
  const Decimal to = rate ? percentage(b.value, b.base) : b.value;
  const Decimal change = add(to, {-from.thousandths}).value_or(Decimal{});
  std::string text = (change > Decimal{} ? "+" : "") + format_number(change);
  if (rate) text += say(input, {" points", " points"});
  return {text, change};
}

Cell growth(const Indicator& indicator, const Part& a, const Part& b) {
  if (indicator.nature == Nature::rate || a.value <= Decimal{}) return "";
  const auto from = static_cast<double>(a.value.thousandths);
  const double percent = std::round(100 * (static_cast<double>(b.value.thousandths) - from) / from);
  return fmt::format("{}{:.0f}\u00A0%", percent > 0 ? "+" : "", percent == 0 ? 0.0 : percent);
}

}  // namespace

Table breakdown_table(const StatisticsInput& input, Dimension dimension) {
  Table table{"", {key_column(dimension)}, {}, notes_on(input, dimension)};
  RowBook book(dimension, input.ledger.size());
  std::vector<Cell> rest = {say(input, unattributed)};
  std::vector<Cell> sums = {say(input, {"total", "total"})};
  bool additive = false;
  for (std::size_t column = 0; column < input.ledger.size(); ++column) {
    const Total& total = input.ledger[column];
    table.columns.push_back({total.indicator.id, total.indicator.id, true});
    const auto [breakdown, shown] = divide(input, total, dimension);
    for (std::size_t i = 0; i < breakdown.parts.size(); ++i) {
      const Part& part = breakdown.parts[i];
      book.row(part.key, part.name)[column + 1] = cell_of(input, part, shown[i]);
    }
    const bool cumulative = total.indicator.nature == Nature::cumulative;
    const bool has_rest = cumulative || (breakdown.additive && !breakdown.parts.empty());
    const bool has_sum = breakdown.additive && has_rest;
    const auto sum = cut_of(total, input.records, input.cut);
    rest.push_back(has_rest ? cell_of(input, {"", "", breakdown.rest}, shown.back()) : Cell(""));
    sums.push_back(has_sum && sum ? Cell(sum->value) : Cell(""));
    additive = additive || has_sum;
  }
  table.rows = book.take();
  table.rows.push_back(std::move(rest));
  if (additive) table.rows.push_back(std::move(sums));
  return table;
}

namespace {

// The values of a cross table, with what is not attributed as a last row and a last column.
struct Cross {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::vector<Decimal>> values;
};

Cross cross(const StatisticsInput& input, const Total& total, Dimension rows, Dimension columns) {
  std::set<Dimension> wanted = {rows, columns};
  for (const auto& [dimension, key] : input.cut) wanted.insert(dimension);
  std::map<std::pair<std::string, std::string>, Decimal> cells;
  std::set<std::string> row_keys;
  std::set<std::string> column_keys;
  const auto keys_of = [](const Parcel& parcel, Dimension dimension) {
    const auto found = parcel.keys.find(dimension);
    return found == parcel.keys.end() ? std::vector<std::string>{""} : found->second;
  };
  for (const Parcel& parcel : parcels_of(total, input.records, wanted)) {
    if (!matches(parcel, input.cut)) continue;
    for (const std::string& row : keys_of(parcel, rows)) {
      for (const std::string& column : keys_of(parcel, columns)) {
        Decimal& cell = cells[{row, column}];
        cell = add(cell, parcel.value).value_or(Decimal{});
        row_keys.insert(row);
        column_keys.insert(column);
      }
    }
  }
  // Nothing sorts first; it goes last.
  Cross out{{row_keys.begin(), row_keys.end()}, {column_keys.begin(), column_keys.end()}, {}};
  for (auto* keys : {&out.rows, &out.columns}) {
    if (!keys->empty() && keys->front().empty()) {
      std::rotate(keys->begin(), keys->begin() + 1, keys->end());
    }
  }
  for (const std::string& row : out.rows) {
    auto& line = out.values.emplace_back();
    for (const std::string& column : out.columns) line.push_back(cells[{row, column}]);
  }
  return out;
}

Table cross_table(const StatisticsInput& input, const Total& total, const Cross& cross,
                  const Mask& mask, Dimension rows, Dimension columns) {
  const bool sums = rows != Dimension::theme && columns != Dimension::theme;
  const auto name = [&](const std::map<std::string, std::string>& names, const std::string& key) {
    const auto found = names.find(key);
    return key.empty() ? say(input, unattributed) : found == names.end() ? key : found->second;
  };
  const auto row_names = key_names(total, input.records, rows);
  const auto column_names = key_names(total, input.records, columns);
  Table table{total.indicator.id, {key_column(rows)}, {}, {}};
  for (const std::string& key : cross.columns) {
    table.columns.push_back({key.empty() ? "_non_ventile" : key, name(column_names, key), true});
  }
  if (sums) table.columns.push_back({"_total", "total", true});
  std::vector<Decimal> column_sums(cross.columns.size() + 1);
  for (std::size_t i = 0; i < cross.rows.size(); ++i) {
    auto& line = table.rows.emplace_back();
    line.emplace_back(name(row_names, cross.rows[i]));
    Decimal sum;
    for (std::size_t j = 0; j < cross.columns.size(); ++j) {
      const Decimal value = cross.values[i][j];
      line.push_back(cell_of(input, {"", "", value}, mask[i][j]));
      sum = add(sum, value).value_or(sum);
      column_sums[j] = add(column_sums[j], value).value_or(column_sums[j]);
    }
    column_sums.back() = add(column_sums.back(), sum).value_or(sum);
    if (sums) line.push_back(cell_of(input, {"", "", sum}, mask[i].back()));
  }
  if (sums) {
    auto& line = table.rows.emplace_back();
    line.emplace_back("total");
    for (std::size_t j = 0; j < column_sums.size(); ++j) {
      line.push_back(cell_of(input, {"", "", column_sums[j]}, mask.back()[j]));
    }
  } else {
    table.notes = notes_on(input, Dimension::theme);
  }
  return table;
}

}  // namespace

std::vector<Table> cross_tables(const StatisticsInput& input, Dimension rows, Dimension columns) {
  std::vector<Table> tables;
  for (const Total& total : input.ledger) {
    if (total.indicator.nature != Nature::cumulative) continue;
    const Cross values = cross(input, total, rows, columns);
    if (values.rows.empty()) continue;
    std::optional<Mask> mask =
        Mask(values.rows.size() + 1, std::vector<Shown>(values.columns.size() + 1, Shown::value));
    if (input.for_public && total.indicator.people) mask = protect_table(values.values);
    if (mask) tables.push_back(cross_table(input, total, values, *mask, rows, columns));
  }
  return tables;
}

Table origin_table(const StatisticsInput& input, const Total& total) {
  Table table{word_figure(total.indicator, total.value, total.precision, total.base),
              {{"place", say(input, {"fichier et ligne", "file and line"})},
               {"periode", say(input, {"période", "period"})},
               {"valeur", say(input, {"valeur", "value"}), true},
               {"sort", say(input, {"sort", "standing"})}},
              {},
              {}};
  for (const auto& [i, depth] : in_reading_order(total)) {
    const LedgerEntry& entry = total.entries[i];
    table.rows.push_back(
        {std::string(2 * std::min<std::size_t>(depth, 8), ' ') + place_of(input, entry),
         period_of(input, entry), cell_of(entry.figure.value, entry.figure.base),
         standing_name(input, entry)});
  }
  table.rows.push_back({say(input, {"total", "total"}), "", cell_of(total.value, total.base), ""});
  return table;
}

Table comparison_table(const StatisticsInput& input, int before, int after) {
  Table table{"",
              {{"indicateur", "indicateur"},
               {std::to_string(before), std::to_string(before), true},
               {std::to_string(after), std::to_string(after), true},
               {"ecart", say(input, {"écart", "difference"}), true},
               {"evolution", say(input, {"évolution", "change"}), true}},
              {},
              {}};
  for (const Total& total : input.ledger) {
    const PublicBreakdown years = divide(input, total, Dimension::year);
    const Part* a = find_part(years.breakdown, std::to_string(before));
    const Part* b = find_part(years.breakdown, std::to_string(after));
    const auto cell = [&](const Part* part) -> Cell {
      return part == nullptr ? Cell("–") : cell_of(input, *part, shown_of(years, *part));
    };
    const auto told = [&](const Part* part) {
      return part != nullptr && shown_of(years, *part) == Shown::value;
    };
    std::vector<Cell> row = {total.indicator.id, cell(a), cell(b), "", ""};
    if (told(a) && told(b)) {
      row[3] = difference(input, total.indicator, *a, *b);
      row[4] = growth(total.indicator, *a, *b);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<int> years_of(const StatisticsInput& input) {
  std::set<int> years;
  for (const Total& total : input.ledger) {
    for (const Part& part : break_down(total, input.records, Dimension::year).parts) {
      years.insert(std::stoi(part.key));
    }
  }
  return {years.begin(), years.end()};
}

}  // namespace pes
