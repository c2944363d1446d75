#include "impact/wording.h"

#include <fmt/format.h>

#include <cmath>

namespace pes {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

struct Words {
  Precision precision;
  Decimal shown;
};

Words round(const Indicator& indicator, Decimal value) {
  constexpr std::int64_t largest_step = 1'000'000'000;
  const bool sensible = indicator.step > 0 && indicator.step <= largest_step;
  const std::int64_t step = sensible ? whole(indicator.step).thousandths : 0;
  if (step == 0 || value.thousandths < 0 || !add(value, {step})) return {Precision::exact, value};
  const std::int64_t below = value.thousandths / step * step;
  const std::int64_t over = value.thousandths - below;
  if (over == 0) return {Precision::exact, value};
  if (4 * (step - over) <= step) return {Precision::nearly, {below + step}};
  if (below == 0) return {Precision::exact, value};
  return {Precision::more_than, {below}};
}

std::string_view prefix(Precision precision) {
  switch (precision) {
    case Precision::nearly:
      return "près de ";
    case Precision::more_than:
      return "plus de ";
    case Precision::about:
      return "environ ";
    default:
      return "";
  }
}

}  // namespace

Decimal percentage(Decimal value, Decimal base) {
  const auto share =
      static_cast<long double>(value.thousandths) / static_cast<long double>(base.thousandths);
  return whole(std::llround(100 * share));
}

const std::string& noun_for(const Indicator& indicator, Decimal value, Decimal base) {
  const Decimal spoken = base == Decimal{} ? value : percentage(value, base);
  const bool plural = spoken >= whole(2) || spoken <= whole(-2);
  return plural ? indicator.many : indicator.one;
}

std::string plain_number(Decimal value, Decimal base) {
  if (base == Decimal{}) return format_number(value);
  return fmt::format("{}{}%", format_number(percentage(value, base)), no_break_space);
}

std::string word_number(const Indicator& indicator, Decimal value, Precision precision,
                        Decimal base) {
  if (base != Decimal{}) return plain_number(value, base);
  const Words words =
      precision == Precision::computed ? round(indicator, value) : Words{precision, value};
  return fmt::format("{}{}", prefix(words.precision), format_number(words.shown));
}

std::string word_figure(const Indicator& indicator, Decimal value, Precision precision,
                        Decimal base) {
  const std::string text = fmt::format("{}{}{}", word_number(indicator, value, precision, base),
                                       no_break_space, noun_for(indicator, value, base));
  return with_base(text, base);
}

std::string with_base(const std::string& text, Decimal base) {
  if (base == Decimal{}) return text;
  return fmt::format("{} (n{}={}{})", text, no_break_space, no_break_space, format_number(base));
}

}  // namespace pes
