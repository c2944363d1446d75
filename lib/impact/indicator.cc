#include "impact/indicator.h"

#include <algorithm>
#include <array>

namespace pes {

namespace {

template <typename Meaning>
struct Named {
  std::string_view name;
  Meaning meaning;
};
constexpr auto precisions = std::to_array<Named<Precision>>({{"exact", Precision::exact},
                                                             {"pres-de", Precision::nearly},
                                                             {"plus-de", Precision::more_than},
                                                             {"environ", Precision::about}});
constexpr auto natures = std::to_array<Named<Nature>>(
    {{"cumul", Nature::cumulative}, {"stock", Nature::stock}, {"taux", Nature::rate}});

template <typename Table, typename Meaning>
Meaning meaning_of(const Table& table, std::string_view name, Meaning otherwise) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
  return found == table.end() ? otherwise : found->meaning;
}

template <typename Table, typename Meaning>
std::string_view name_in(const Table& table, Meaning meaning) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const auto& row) { return row.meaning == meaning; });
  return found == table.end() ? std::string_view{} : found->name;
}

std::optional<Decimal> number_of(const Value* value) {
  const auto* number = value != nullptr ? std::get_if<Decimal>(&value->data) : nullptr;
  return number == nullptr ? std::nullopt : std::optional(*number);
}

// More than a Decimal holds is no proportion anyway.
constexpr std::int64_t largest = 1'000'000'000'000'000;

std::optional<Decimal> count_of(const Value* value) {
  const auto number = integer_of(value);
  if (!number) return std::nullopt;
  return whole(std::clamp(*number, -largest, largest));
}

std::optional<StatedFigure> figure_of(const Object& figures, std::string_view indicator) {
  const auto member = std::find_if(figures.begin(), figures.end(),
                                   [&](const Member& m) { return m.key == indicator; });
  if (member == figures.end()) return std::nullopt;
  const Object& parts = object_of(&member->value);
  StatedFigure figure;
  figure.precision = meaning_of(precisions, text_of(find(parts, "precision")), Precision::computed);
  figure.span = member->key_span;
  if (const auto cohort = integer_of(find(parts, "cohorte"))) {
    figure.cohort = static_cast<int>(*cohort);
  }
  const auto numerator = count_of(find(parts, "numerateur"));
  const auto denominator = count_of(find(parts, "denominateur"));
  const auto value = number_of(find(parts, "valeur"));
  figure.rate = numerator && denominator;
  if (!figure.rate && !value) return std::nullopt;
  figure.value = figure.rate ? *numerator : *value;
  if (figure.rate) figure.base = *denominator;
  return figure;
}

bool is_statement(const Record& record) { return record.kind->role == Role::statement; }

// What is wrong with a figure, given what its indicator is.
class FigureCheck {
 public:
  FigureCheck(const Indicator& indicator, const Record& record, Diagnostics& out)
      : indicator_(indicator), record_(record), out_(out) {}

  void check() {
    const auto figure = stated_figure(record_, indicator_.id);
    if (figure) check_one(*figure);
    for (const StatedShare& share : stated_shares(record_, indicator_.id)) {
      check_one(share.figure);
      if (!figure) out_.add(Rule::share_without_figure, share.figure.span, {indicator_.id});
    }
  }

 private:
  void check_one(const StatedFigure& figure) {
    const bool rate = indicator_.nature == Nature::rate;
    if (indicator_.nature != Nature::cumulative && !is_statement(record_)) {
      const Text nature = rate ? Text{"un taux", "a rate"} : Text{"un stock", "a stock"};
      out_.add(Rule::figure_needs_statement, figure.span, {indicator_.id, nature});
    } else if (figure.rate != rate) {
      out_.add(rate ? Rule::rate_without_base : Rule::base_without_rate, figure.span,
               {indicator_.id});
    } else if (rate) {
      check_rate(figure);
    } else if (!indicator_.fractions && figure.value.thousandths % whole(1).thousandths != 0) {
      out_.add(Rule::undeclared_fraction, figure.span,
               {indicator_.id, Arg(format_number(figure.value), format_plain(figure.value))});
    }
  }

  void check_rate(const StatedFigure& figure) {
    const bool proportion =
        figure.base > Decimal{} && figure.value >= Decimal{} && figure.value <= figure.base;
    if (!proportion || figure.base == whole(largest)) {
      out_.add(Rule::no_proportion, figure.span,
               {indicator_.id, format_plain(figure.value), format_plain(figure.base)});
    }
    if (!figure.cohort && !integer_of(field(record_, "annee"))) {
      out_.add(Rule::rate_without_cohort, figure.span, {indicator_.id});
    }
  }

  const Indicator& indicator_;
  const Record& record_;
  Diagnostics& out_;
};

void check_unique(std::span<const Indicator> indicators, Diagnostics& out) {
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const Indicator* first = find_indicator(indicators, indicators[i].id);
    if (first == &indicators[i]) continue;
    out.add(Rule::same_indicator, indicators[i].span, {indicators[i].id})
        .notes.push_back({first->span, {"la première déclaration", "the first declaration"}});
  }
}

}  // namespace

std::string_view precision_name(Precision precision) { return name_in(precisions, precision); }

std::string_view nature_name(Nature nature) { return name_in(natures, nature); }

std::vector<Indicator> read_indicators(const Record& site) {
  std::vector<Indicator> indicators;
  for (const Value& item : list_of(field(site, "indicateurs"))) {
    const Object& row = object_of(&item);
    const Value* id = find(row, "id");
    if (text_of(id).empty()) continue;
    const Value* people = find(row, "personnes");
    indicators.push_back(
        {.id = std::string(text_of(id)),
         .one = std::string(text_of(find(row, "un"))),
         .many = std::string(text_of(find(row, "plusieurs"))),
         .counting = std::string(text_of(find(row, "comptage"))),
         .step = integer_of(find(row, "arrondi")).value_or(0),
         .nature = meaning_of(natures, text_of(find(row, "nature")), Nature::cumulative),
         .people = people == nullptr || flag_of(people),
         .fractions = flag_of(find(row, "decimales")),
         .span = id->span});
  }
  return indicators;
}

const Indicator* find_indicator(std::span<const Indicator> indicators, std::string_view id) {
  const auto found = std::find_if(indicators.begin(), indicators.end(),
                                  [&](const Indicator& known) { return known.id == id; });
  return found == indicators.end() ? nullptr : &*found;
}

std::optional<StatedFigure> stated_figure(const Record& record, std::string_view indicator) {
  const std::string_view key = is_statement(record) ? "chiffres" : "impact";
  return figure_of(object_of(field(record, key)), indicator);
}

std::vector<StatedShare> stated_shares(const Record& record, std::string_view indicator) {
  std::vector<StatedShare> shares;
  for (const Member& part : object_of(field(record, "par_dispositif"))) {
    if (const auto figure = figure_of(object_of(&part.value), indicator)) {
      shares.push_back({part.key, *figure});
    }
  }
  return shares;
}

void check_figures(std::span<const Indicator> indicators, std::span<const Record> records,
                   Diagnostics& out) {
  check_unique(indicators, out);
  for (const Indicator& indicator : indicators) {
    for (const Record& record : records) FigureCheck(indicator, record, out).check();
  }
}

}  // namespace pes
