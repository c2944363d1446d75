#include "impact/disclosure.h"

#include <algorithm>
#include <array>

namespace pes {

namespace {

using Grid = std::vector<std::vector<Decimal>>;

const Decimal one = whole(1);
const Decimal three = whole(3);

bool is_few(Decimal value) { return value > Decimal{} && value < three; }

Decimal plus(Decimal a, Decimal b) { return add(a, b).value_or(Decimal{}); }

// The table with the sums of its rows and columns.
Grid with_sums(const std::vector<std::vector<Decimal>>& table) {
  Grid grid = table;
  std::vector<Decimal> columns(table.empty() ? 1 : table.front().size() + 1);
  for (auto& row : grid) {
    Decimal sum;
    for (const Decimal cell : row) sum = plus(sum, cell);
    row.push_back(sum);
    for (std::size_t j = 0; j < row.size(); ++j) columns[j] = plus(columns[j], row[j]);
  }
  grid.push_back(std::move(columns));
  return grid;
}

struct Place {
  std::size_t row = 0;
  std::size_t column = 0;
};

class Protector {
 public:
  explicit Protector(const std::vector<std::vector<Decimal>>& table)
      : grid_(with_sums(table)),
        last_row_(grid_.size() - 1),
        last_column_(grid_.front().size() - 1),
        mask_(grid_.size(), std::vector<Shown>(grid_.front().size(), Shown::value)) {}

  std::optional<Mask> protect() {
    const std::vector<Place> small = mark_few();
    for (const Place& place : small) {
      const auto corner = cheapest_exchange(place);
      if (!corner) return std::nullopt;
      for (const Place& cell : corners(place, *corner)) hide(cell);
    }
    return std::move(mask_);
  }

 private:
  std::vector<Place> mark_few() {
    std::vector<Place> small;
    for (std::size_t i = 0; i <= last_row_; ++i) {
      for (std::size_t j = 0; j <= last_column_; ++j) {
        if (is_known({i, j}) || !is_few(grid_[i][j])) continue;
        mask_[i][j] = Shown::few;
        small.push_back({i, j});
      }
    }
    return small;
  }

  // The grand total is always shown, and a table of one column or row shows it twice.
  [[nodiscard]] bool is_known(const Place& place) const {
    const bool in_last_row = place.row == last_row_;
    const bool in_last_column = place.column == last_column_;
    return (in_last_row && in_last_column) || (in_last_row && last_column_ == 1) ||
           (in_last_column && last_row_ == 1);
  }

  [[nodiscard]] bool is_sum(const Place& place) const {
    return (place.row == last_row_) != (place.column == last_column_);
  }

  static std::array<Place, 4> corners(const Place& a, const Place& b) {
    return {a, Place{a.row, b.column}, Place{b.row, a.column}, b};
  }

  void hide(const Place& place) {
    Shown& shown = mask_[place.row][place.column];
    if (shown == Shown::value) shown = Shown::hidden;
  }

  // What a cell would change by if `first`, the first corner, grew by one: neighbours go the other
  // way, unless one of the two is the sum of the other.
  [[nodiscard]] int sign(const Place& first, std::size_t corner, const Place& place) const {
    const bool opposite = corner == 1 || corner == 2;
    const bool crosses_sum = is_sum(first) != is_sum(place);
    return opposite != crosses_sum ? -1 : 1;
  }

  [[nodiscard]] bool may_hold(const Place& place, Decimal value) const {
    const Decimal now = grid_[place.row][place.column];
    if (is_known(place)) return false;
    return is_few(now) ? is_few(value) : now >= three && value >= three;
  }

  [[nodiscard]] bool can_exchange(const Place& a, const Place& b, int direction) const {
    const auto cells = corners(a, b);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Place& cell = cells.at(i);
      const std::int64_t change = one.thousandths * direction * sign(a, i, cell);
      if (!may_hold(cell, plus(grid_[cell.row][cell.column], {change}))) return false;
    }
    return true;
  }

  // The opposite corner of the rectangle that hides least.
  [[nodiscard]] std::optional<Place> cheapest_exchange(const Place& place) const {
    std::optional<Place> best;
    std::pair<int, Decimal> best_cost;
    for (std::size_t i = 0; i <= last_row_; ++i) {
      for (std::size_t j = 0; j <= last_column_; ++j) {
        if (i == place.row || j == place.column) continue;
        const Place corner{i, j};
        if (!can_exchange(place, corner, 1) && !can_exchange(place, corner, -1)) continue;
        std::pair<int, Decimal> cost;
        for (const Place& cell : corners(place, corner)) {
          if (mask_[cell.row][cell.column] != Shown::value) continue;
          ++cost.first;
          cost.second = plus(cost.second, grid_[cell.row][cell.column]);
        }
        if (best && best_cost <= cost) continue;
        best = corner;
        best_cost = cost;
      }
    }
    return best;
  }

  Grid grid_;
  std::size_t last_row_;
  std::size_t last_column_;
  Mask mask_;
};

bool gives_away(Decimal numerator, Decimal base) {
  return is_few(numerator) || is_few(plus(base, {-numerator.thousandths}));
}

// A part of a rate tells how many succeeded and how many did not; so does what the parts leave.
bool any_gives_away(const Total& total, const std::vector<Part>& parts) {
  Decimal numerator = total.value;
  Decimal base = total.base;
  for (const Part& part : parts) {
    if (gives_away(part.value, part.base)) return true;
    numerator = plus(numerator, {-part.value.thousandths});
    base = plus(base, {-part.base.thousandths});
  }
  return gives_away(numerator, base);
}

}  // namespace

std::optional<Mask> protect_table(const std::vector<std::vector<Decimal>>& table) {
  return Protector(table).protect();
}

std::optional<std::vector<Shown>> protect_cells(std::span<const Decimal> cells) {
  std::vector<std::vector<Decimal>> table;
  for (const Decimal cell : cells) table.push_back({cell});
  const auto mask = protect_table(table);
  if (!mask) return std::nullopt;
  std::vector<Shown> shown;
  for (std::size_t i = 0; i < cells.size(); ++i) shown.push_back((*mask)[i].front());
  return shown;
}

Shown shown_of(const PublicBreakdown& published, const Part& part) {
  return published.shown[static_cast<std::size_t>(&part - published.breakdown.parts.data())];
}

bool is_masked(const PublicBreakdown& published) {
  return std::any_of(published.shown.begin(), published.shown.end(),
                     [](Shown shown) { return shown != Shown::value; });
}

bool is_few(const Indicator& indicator, Decimal value) { return indicator.people && is_few(value); }

std::optional<PublicBreakdown> make_public(const Total& total, Breakdown breakdown) {
  if (breakdown.parts.empty()) return std::nullopt;
  std::vector<Shown> shown(breakdown.parts.size() + 1, Shown::value);
  const bool years_of_states =
      total.indicator.nature != Nature::cumulative && breakdown.dimension == Dimension::year;
  if (!total.indicator.people || years_of_states) {
    return PublicBreakdown{std::move(breakdown), std::move(shown)};
  }
  if (total.indicator.nature == Nature::rate) {
    if (any_gives_away(total, breakdown.parts)) return std::nullopt;
    return PublicBreakdown{std::move(breakdown), std::move(shown)};
  }
  std::vector<Decimal> cells;
  for (const Part& part : breakdown.parts) cells.push_back(part.value);
  cells.push_back(breakdown.rest);
  auto safe = protect_cells(cells);
  if (!safe) return std::nullopt;
  return PublicBreakdown{std::move(breakdown), std::move(*safe)};
}

}  // namespace pes
