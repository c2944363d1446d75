#include "impact/ledger.h"

#include <algorithm>
#include <map>
#include <set>

namespace pes {

namespace {

Precision precision_named(std::string_view name) {
  if (name == "exact") return Precision::exact;
  if (name == "pres-de") return Precision::nearly;
  if (name == "plus-de") return Precision::more_than;
  if (name == "environ") return Precision::about;
  return Precision::computed;
}

std::optional<StatedFigure> figure_of(const Object& figures, std::string_view indicator) {
  const auto member = std::find_if(figures.begin(), figures.end(),
                                   [&](const Member& m) { return m.key == indicator; });
  if (member == figures.end()) return std::nullopt;
  const Object& parts = object_of(&member->value);
  const Value* value = find(parts, "valeur");
  const auto* number = value != nullptr ? std::get_if<Decimal>(&value->data) : nullptr;
  if (number == nullptr) return std::nullopt;
  return StatedFigure{*number, precision_named(text_of(find(parts, "precision"))),
                      member->key_span};
}

bool is_statement(const Record& record) { return record.kind->role == Role::statement; }

// What one record says of one indicator.
struct Claim {
  std::size_t record = 0;
  StatedFigure figure;
  std::optional<Date> last_day;  // of a cumulative statement; absent: covers everything
  std::optional<int> year;       // of a yearly statement or a dated record
  std::optional<Date> date;      // of a record
};

struct Claims {
  std::vector<Claim> cumulative;
  std::vector<Claim> yearly;
  std::vector<Claim> records;
};

Claims collect(const Indicator& indicator, std::span<const Record> records, DecisionDay when) {
  Claims claims;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    const auto figure = stated_figure(record, indicator.id);
    if (!figure || is_draft(record, when) || is_embargoed(record, when)) continue;
    Claim claim{i, *figure, {}, {}, {}};
    const auto year = integer_of(field(record, "annee"));
    if (!is_statement(record)) {
      claim.date = date_of(field(record, "date"));
      if (claim.date) claim.year = static_cast<int>(claim.date->year());
      claims.records.push_back(claim);
    } else if (year) {
      claim.year = static_cast<int>(*year);
      claims.yearly.push_back(claim);
    } else if (flag_of(field(record, "cumul"))) {
      claim.last_day = date_of(field(record, "au"));
      claims.cumulative.push_back(claim);
    }
  }
  return claims;
}

// Without a last day a statement covers everything, so it comes after all others.
bool ends_before(const Claim& a, const Claim& b) {
  if (!a.last_day || !b.last_day) return a.last_day.has_value() && !b.last_day.has_value();
  return *a.last_day < *b.last_day;
}

void report_same_period(const Indicator& indicator, const Claim& first, const Claim& second,
                        const std::string& period, Diagnostics& out) {
  out.add(Rule::same_period, second.figure.span, {indicator.id, period})
      .notes.push_back({first.figure.span, {"l'autre bilan", "the other statement"}});
}

void check_periods(const Indicator& indicator, const Claims& claims, Diagnostics& out) {
  for (std::size_t i = 0; i < claims.cumulative.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Claim& a = claims.cumulative[j];
      const Claim& b = claims.cumulative[i];
      if (ends_before(a, b) || ends_before(b, a)) continue;
      report_same_period(indicator, a, b, a.last_day ? format_iso(*a.last_day) : "cumul", out);
    }
  }
  std::map<int, const Claim*> years;
  for (const Claim& claim : claims.yearly) {
    const auto [known, fresh] = years.emplace(*claim.year, &claim);
    if (!fresh) {
      report_same_period(indicator, *known->second, claim, std::to_string(*claim.year), out);
    }
  }
}

class Adder {
 public:
  Adder(Total& total, std::span<const Record> records, Diagnostics& out)
      : total_(total), records_(records), out_(out) {}

  void count(const Claim& claim) {
    total_.entries.push_back({claim.record, claim.figure.value});
    add_to(total_.value, claim.figure.value, claim);
    add_to(claim.year ? years_[std::to_string(*claim.year)] : total_.no_year, claim.figure.value,
           claim);
    split_by_programme(claim);
  }

  void finish() {
    for (const auto& [key, value] : programmes_) total_.by_programme.push_back({key, value});
    for (const auto& [key, value] : years_) total_.by_year.push_back({key, value});
  }

 private:
  void split_by_programme(const Claim& claim) {
    const Record& record = records_[claim.record];
    Decimal rest = claim.figure.value;
    if (is_statement(record)) {
      for (const Member& part : object_of(field(record, "par_dispositif"))) {
        const auto share = figure_of(object_of(&part.value), total_.indicator.id);
        if (!share) continue;
        add_to(programmes_[part.key], share->value, claim);
        add_to(rest, {-share->value.thousandths}, claim);
      }
    } else if (const auto programme = text_of(field(record, "dispositif")); !programme.empty()) {
      add_to(programmes_[std::string(programme)], rest, claim);
      rest = {};
    }
    add_to(total_.no_programme, rest, claim);
  }

  void add_to(Decimal& sum, Decimal value, const Claim& claim) {
    if (const auto more = add(sum, value)) {
      sum = *more;
    } else {
      out_.add(Rule::figure_overflow, claim.figure.span, {total_.indicator.id});
    }
  }

  Total& total_;
  std::span<const Record> records_;
  Diagnostics& out_;
  std::map<std::string, Decimal> programmes_;
  std::map<std::string, Decimal> years_;
};

// The single rule of coverage: a statement replaces everything narrower in its period.
std::vector<Claim> uncovered(const Indicator& indicator, Claims& claims, Diagnostics& out) {
  std::vector<Claim> counted;
  std::optional<Claim> cumulative;
  if (!claims.cumulative.empty()) {
    cumulative = *std::max_element(claims.cumulative.begin(), claims.cumulative.end(), ends_before);
    counted.push_back(*cumulative);
  }
  const bool everything = cumulative && !cumulative->last_day;
  std::stable_sort(claims.yearly.begin(), claims.yearly.end(),
                   [](const Claim& a, const Claim& b) { return a.year < b.year; });
  std::set<int> years;
  for (const Claim& claim : claims.yearly) {
    years.insert(*claim.year);
    const bool covered =
        cumulative && (everything || *claim.year <= static_cast<int>(cumulative->last_day->year()));
    if (!covered) counted.push_back(claim);
  }
  for (const Claim& claim : claims.records) {
    const bool covered =
        cumulative && (everything || !claim.date || *claim.date <= *cumulative->last_day);
    if (covered || (claim.year && years.contains(*claim.year))) continue;
    if (!claim.date) out.add(Rule::undated_figure, claim.figure.span, {indicator.id});
    counted.push_back(claim);
  }
  return counted;
}

std::optional<Date> last_day_of(std::span<const Claim> counted) {
  std::optional<Date> last;
  for (const Claim& claim : counted) {
    std::optional<Date> day = claim.last_day ? claim.last_day : claim.date;
    if (!day && claim.year) day = Date{std::chrono::year(*claim.year) / 12 / 31};
    if (!day) return std::nullopt;
    if (!last || *last < *day) last = day;
  }
  return last;
}

}  // namespace

std::vector<Indicator> read_indicators(const Record& site) {
  std::vector<Indicator> indicators;
  for (const Value& item : list_of(field(site, "indicateurs"))) {
    const Object& row = object_of(&item);
    const std::string id(text_of(find(row, "id")));
    if (id.empty()) continue;
    indicators.push_back({id, std::string(text_of(find(row, "un"))),
                          std::string(text_of(find(row, "plusieurs"))),
                          std::string(text_of(find(row, "comptage"))),
                          integer_of(find(row, "arrondi")).value_or(0)});
  }
  return indicators;
}

std::optional<StatedFigure> stated_figure(const Record& record, std::string_view indicator) {
  const std::string_view key = is_statement(record) ? "chiffres" : "impact";
  return figure_of(object_of(field(record, key)), indicator);
}

std::vector<Total> make_ledger(std::span<const Indicator> indicators,
                               std::span<const Record> records, DecisionDay when,
                               Diagnostics& out) {
  std::vector<Total> ledger;
  for (const Indicator& indicator : indicators) {
    Total total{.indicator = indicator};
    Claims claims = collect(indicator, records, when);
    check_periods(indicator, claims, out);
    Adder adder(total, records, out);
    const std::vector<Claim> counted = uncovered(indicator, claims, out);
    for (const Claim& claim : counted) adder.count(claim);
    adder.finish();
    if (counted.size() == 1) total.precision = counted.front().figure.precision;
    total.as_of = last_day_of(counted);
    ledger.push_back(std::move(total));
  }
  return ledger;
}

std::optional<Decimal> share_of(const std::vector<Share>& shares, std::string_view key) {
  const auto found = std::find_if(shares.begin(), shares.end(),
                                  [&](const Share& share) { return share.key == key; });
  return found == shares.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace pes
