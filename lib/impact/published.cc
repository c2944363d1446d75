#include "impact/published.h"

#include "impact/wording.h"

namespace pes {

namespace {

constexpr std::string_view few = "moins de 3";
constexpr std::string_view not_told = "non communiqué";

}  // namespace

std::vector<PublishedTotal> publish_ledger(std::span<const Total> ledger,
                                           std::span<const Record> records) {
  std::vector<PublishedTotal> out;
  for (const Total& total : ledger) {
    PublishedTotal published{&total, {}};
    for (const Dimension dimension :
         {Dimension::programme, Dimension::territory, Dimension::theme, Dimension::year}) {
      auto safe = make_public(total.indicator, break_down(total, records, dimension));
      if (safe) published.breakdowns.emplace(dimension, std::move(*safe));
    }
    out.push_back(std::move(published));
  }
  return out;
}

std::string word_number(const PublishedFigure& figure) {
  if (figure.shown == Shown::few) return std::string(few);
  if (figure.shown == Shown::hidden) return std::string(not_told);
  return word_number(*figure.indicator, figure.value, figure.precision, figure.base);
}

const std::string& noun_for(const PublishedFigure& figure) {
  if (figure.shown != Shown::value) return figure.indicator->many;
  return noun_for(*figure.indicator, figure.value, figure.base);
}

std::string word_figure(const PublishedFigure& figure) {
  if (figure.shown != Shown::value) return word_number(figure) + "\u00A0" + noun_for(figure);
  return word_figure(*figure.indicator, figure.value, figure.precision, figure.base);
}

std::optional<PublishedFigure> published_part(const PublishedTotal& published, Dimension dimension,
                                              std::string_view key) {
  const auto found = published.breakdowns.find(dimension);
  if (found == published.breakdowns.end()) return std::nullopt;
  const auto& [breakdown, shown] = found->second;
  const Part* part = find_part(breakdown, key);
  if (part == nullptr) return std::nullopt;
  const auto index = static_cast<std::size_t>(part - breakdown.parts.data());
  if (shown[index] == Shown::hidden) return std::nullopt;
  return PublishedFigure{&published.total->indicator, part->value, part->base, part->precision,
                         shown[index]};
}

PublishedFigure published_total(const Total& total) {
  return {&total.indicator, total.value, total.base, total.precision, Shown::value};
}

}  // namespace pes
