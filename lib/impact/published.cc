#include "impact/published.h"

#include <algorithm>
#include <array>

#include "impact/wording.h"

namespace pes {

namespace {

constexpr std::string_view few = "moins de 3";
constexpr std::string_view not_told = "nombre non communiqué";

constexpr std::array published_dimensions = {Dimension::programme, Dimension::territory,
                                             Dimension::theme, Dimension::year};

// Names that no published record bears are not told.
Breakdown without_hidden_names(Breakdown breakdown, const Total& total,
                               std::span<const Record> records, const std::vector<bool>& shown) {
  if (breakdown.dimension != Dimension::territory && breakdown.dimension != Dimension::theme) {
    return breakdown;
  }
  const auto names = key_names(total, records, breakdown.dimension, &shown);
  std::vector<Part> parts;
  for (Part& part : breakdown.parts) {
    const auto name = names.find(part.key);
    if (name != names.end()) {
      part.name = name->second;
      parts.push_back(std::move(part));
    } else if (breakdown.additive) {
      breakdown.rest = add(breakdown.rest, part.value).value_or(breakdown.rest);
    }
  }
  breakdown.parts = std::move(parts);
  return breakdown;
}

}  // namespace

std::optional<PublicBreakdown> publish_breakdown(const Total& total,
                                                 std::span<const Record> records,
                                                 const std::vector<bool>& shown,
                                                 Dimension dimension, const Cut& cut) {
  return make_public(total, without_hidden_names(break_down(total, records, dimension, cut), total,
                                                 records, shown));
}

std::vector<PublishedTotal> publish_ledger(std::span<const Total> ledger,
                                           std::span<const Record> records,
                                           const std::vector<bool>& shown, const Workers& workers) {
  struct Division {
    std::optional<PublicBreakdown> safe;
    bool divides = false;
  };
  std::vector<std::array<Division, published_dimensions.size()>> divisions(ledger.size());
  workers.for_each(ledger.size() * published_dimensions.size(), [&](std::size_t i) {
    const Total& total = ledger[i / published_dimensions.size()];
    const std::size_t dimension = i % published_dimensions.size();
    Division& division = divisions[i / published_dimensions.size()].at(dimension);
    Breakdown all = break_down(total, records, published_dimensions.at(dimension));
    division.divides = !all.parts.empty();
    division.safe = make_public(total, without_hidden_names(std::move(all), total, records, shown));
  });
  std::vector<PublishedTotal> out(ledger.size());
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    out[i].total = &ledger[i];
    for (std::size_t dimension = 0; dimension < published_dimensions.size(); ++dimension) {
      auto& [safe, divides] = divisions[i].at(dimension);
      if (safe) {
        out[i].breakdowns.emplace(published_dimensions.at(dimension), std::move(*safe));
      } else if (divides) {
        out[i].keeps_back = true;
      }
    }
  }
  return out;
}

bool hides_something(const PublishedTotal& published) {
  return published.keeps_back ||
         std::any_of(published.breakdowns.begin(), published.breakdowns.end(),
                     [](const auto& one) { return is_masked(one.second); });
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
  if (figure.shown == Shown::few) return word_number(figure) + "\u00A0" + noun_for(figure);
  if (figure.shown == Shown::hidden) return word_number(figure);
  return word_figure(*figure.indicator, figure.value, figure.precision, figure.base);
}

std::optional<PublishedFigure> published_part(const PublishedTotal& published, Dimension dimension,
                                              std::string_view key) {
  const auto found = published.breakdowns.find(dimension);
  if (found == published.breakdowns.end()) return std::nullopt;
  const Part* part = find_part(found->second.breakdown, key);
  if (part == nullptr) return std::nullopt;
  const Shown shown = shown_of(found->second, *part);
  if (shown == Shown::hidden) return std::nullopt;
  return PublishedFigure{&published.total->indicator, part->value, part->base, part->precision,
                         shown};
}

PublishedFigure published_total(const Total& total) {
  return {&total.indicator, total.value, total.base, total.precision, Shown::value};
}

}  // namespace pes
