#include "impact/statistics_cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "impact/wording.h"

namespace pes {

namespace {

constexpr Text few{"moins de 3", "fewer than 3"};
constexpr Text hidden{"n. c.", "n. d."};

}  // namespace

std::string say(const StatisticsInput& input, Text text) {
  return std::string(text.in(input.language));
}

Cell cell_of(Decimal value, Decimal base) {
  if (base == Decimal{}) return value;
  return with_base(plain_number(value, base), base);
}

Cell cell_of(const StatisticsInput& input, const Part& part, Shown shown) {
  if (shown == Shown::few) return say(input, few);
  if (shown == Shown::hidden) return say(input, hidden);
  return cell_of(part.value, part.base);
}

PublicBreakdown divide(const StatisticsInput& input, const Total& total, Dimension dimension) {
  Breakdown breakdown = break_down(total, input.records, dimension, input.cut);
  std::vector<Shown> all(breakdown.parts.size() + 1, Shown::value);
  if (!input.for_public || breakdown.parts.empty()) return {std::move(breakdown), std::move(all)};
  auto masked = make_public(total, breakdown);
  if (masked) return std::move(*masked);
  std::fill(all.begin(), all.end(), Shown::hidden);
  return {std::move(breakdown), std::move(all)};
}

}  // namespace pes
