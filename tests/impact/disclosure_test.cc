#include "impact/disclosure.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

namespace pes::test {

namespace {

using Numbers = std::vector<std::vector<int>>;

std::vector<std::vector<Decimal>> table_of(const Numbers& numbers) {
  std::vector<std::vector<Decimal>> table;
  for (const auto& row : numbers) {
    auto& line = table.emplace_back();
    for (const int number : row) line.push_back(whole(number));
  }
  return table;
}

std::vector<Shown> protect_list(const std::vector<int>& numbers) {
  std::vector<Decimal> cells;
  for (const int number : numbers) cells.push_back(whole(number));
  return protect_cells(cells).value_or(std::vector<Shown>{});
}

// True if a label may stand for a number: the reader knows the rules.
bool fits(Shown shown, int number, int real) {
  if (shown == Shown::value) return number == real;
  return shown == Shown::few ? number == 1 || number == 2 : number >= 3;
}

// Tries every table that looks the same from outside, and notes what each cell could hold.
class Attacker {
 public:
  Attacker(const Numbers& real, const Mask& mask)
      : real_(with_sums(real)), mask_(mask), guess_(real), possible_(real_.size()) {
    for (auto& row : possible_) row.resize(real_.front().size());
    total_ = real_.back().back();
  }

  const std::vector<std::vector<std::set<int>>>& attack() {
    fill(0);
    return possible_;
  }

 private:
  static Numbers with_sums(const Numbers& table) {
    Numbers out = table;
    std::vector<int> columns(table.front().size() + 1);
    for (auto& row : out) {
      int sum = 0;
      for (const int cell : row) sum += cell;
      row.push_back(sum);
      for (std::size_t j = 0; j < row.size(); ++j) columns[j] += row[j];
    }
    out.push_back(columns);
    return out;
  }

  void fill(std::size_t cell) {
    const std::size_t columns = guess_.front().size();
    if (cell == guess_.size() * columns) {
      judge();
      return;
    }
    const std::size_t i = cell / columns;
    const std::size_t j = cell % columns;
    if (mask_[i][j] == Shown::value) {
      guess_[i][j] = real_[i][j];
      fill(cell + 1);
      return;
    }
    const int from = mask_[i][j] == Shown::few ? 1 : 3;
    const int to = mask_[i][j] == Shown::few ? 2 : total_;
    for (guess_[i][j] = from; guess_[i][j] <= to; ++guess_[i][j]) fill(cell + 1);
  }

  void judge() {
    const Numbers all = with_sums(guess_);
    if (all.back().back() != total_) return;
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < all[i].size(); ++j) {
        if (!fits(mask_[i][j], all[i][j], real_[i][j])) return;
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < all[i].size(); ++j) possible_[i][j].insert(all[i][j]);
    }
  }

  Numbers real_;
  const Mask& mask_;
  Numbers guess_;
  std::vector<std::vector<std::set<int>>> possible_;
  int total_ = 0;
};

// Every masked cell must be open, and every cell of one or two masked.
void check_safe(const Numbers& numbers, const Mask& mask) {
  const auto possible = Attacker(numbers, mask).attack();
  const bool list = numbers.front().size() == 1;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    for (std::size_t j = 0; j < mask[i].size(); ++j) {
      if (list && j > 0) continue;  // the sums of one column are the column
      if (mask[i][j] != Shown::value) CHECK(possible[i][j].size() > 1);
      const bool inside = i < numbers.size() && j < numbers.front().size();
      if (!inside) continue;
      const bool small = numbers[i][j] == 1 || numbers[i][j] == 2;
      CHECK((mask[i][j] == Shown::few) == small);
    }
  }
}

}  // namespace

TEST_CASE("disclosure: nothing is masked where nothing is small") {
  CHECK(protect_list({0, 3, 12}) == std::vector{Shown::value, Shown::value, Shown::value});
}

TEST_CASE("disclosure: a second cell is masked where the total would give the first away") {
  CHECK(protect_list({2, 8, 30}) == std::vector{Shown::few, Shown::hidden, Shown::value});
  CHECK(protect_list({1, 2, 30}) == std::vector{Shown::few, Shown::few, Shown::value});
}

TEST_CASE("disclosure: two ones that add up to two are not hidden by each other") {
  CHECK(protect_list({1, 1, 30}) == std::vector{Shown::few, Shown::few, Shown::hidden});
  CHECK(protect_list({2, 2, 5}) == std::vector{Shown::few, Shown::few, Shown::hidden});
}

TEST_CASE("disclosure: what no mask can protect is not published") {
  CHECK(protect_list({2}).empty());
  CHECK(protect_list({1, 3}).empty());
  CHECK(protect_list({1, 1}).empty());
}

TEST_CASE("disclosure: over random lists, no masked cell can be solved for") {
  std::mt19937 random(5);
  int protected_lists = 0;
  for (int round = 0; round < 2000; ++round) {
    Numbers numbers;
    const unsigned size = 2 + random() % 4U;
    for (unsigned i = 0; i < size; ++i) numbers.push_back({static_cast<int>(random() % 8U)});
    const auto mask = protect_table(table_of(numbers));
    if (!mask) continue;
    ++protected_lists;
    check_safe(numbers, *mask);
  }
  CHECK(protected_lists > 500);
}

TEST_CASE("disclosure: over random tables with sums, no masked cell can be solved for") {
  std::mt19937 random(6);
  int protected_tables = 0;
  for (int round = 0; round < 250; ++round) {
    Numbers numbers(2 + random() % 2U, std::vector<int>(2 + random() % 2U));
    for (auto& row : numbers) {
      for (int& cell : row) cell = static_cast<int>(random() % 6U);
    }
    const auto mask = protect_table(table_of(numbers));
    if (!mask) continue;
    ++protected_tables;
    check_safe(numbers, *mask);
  }
  CHECK(protected_tables > 30);
}

TEST_CASE("disclosure: structures are no people") {
  const Total structures{.indicator = {.id = "structures", .people = false}};
  const Breakdown few{Dimension::programme, {{"a", "a", whole(1)}, {"b", "b", whole(9)}}, {}, true};

  CHECK(make_public(structures, few)->shown == std::vector(3, Shown::value));
}

TEST_CASE("disclosure: a rate tells of two groups, and so does what its parts leave") {
  Total total{.indicator = {.id = "insertion", .nature = Nature::rate}};
  total.value = whole(45);
  total.base = whole(60);
  const auto is_public = [&](std::int64_t numerator, std::int64_t base) {
    return make_public(
               total,
               {Dimension::programme, {{"a", "a", whole(numerator), whole(base)}}, {}, false})
        .has_value();
  };

  CHECK(is_public(20, 30));
  CHECK_FALSE(is_public(4, 5));
  CHECK_FALSE(is_public(2, 30));
  CHECK_FALSE(is_public(44, 55));
}

TEST_CASE("disclosure: the years of stocks and rates are totals of their own") {
  const Total total{.indicator = {.id = "adherents", .nature = Nature::stock}};

  CHECK(make_public(total, {Dimension::year, {{"2023", "2023", whole(2)}}, {}, false})->shown ==
        std::vector(2, Shown::value));
}

}  // namespace pes::test
