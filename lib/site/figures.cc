#include "site/figures.h"

#include <fmt/format.h>

#include <algorithm>

#include "impact/wording.h"
#include "site/lists.h"

namespace pes {

namespace {

constexpr std::size_t most_origins = 100;

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{}\u00A0{}{}", number, noun, number > 1 ? "s" : "");
}

std::string period_of(const LedgerEntry& entry) {
  if (!entry.last) return entry.statement ? "depuis la création" : "sans date";
  if (!entry.statement) return format_long(*entry.last);
  if (!entry.first) return "jusqu’au " + format_long(*entry.last);
  return fmt::format("année {}", static_cast<int>(entry.first->year()));
}

std::string covers_of(const Total& total, const std::vector<std::size_t>& covered) {
  const auto statements = static_cast<std::size_t>(std::count_if(
      covered.begin(), covered.end(), [&](std::size_t i) { return total.entries[i].statement; }));
  const std::size_t records = covered.size() - statements;
  std::vector<std::string> parts;
  if (statements > 0) parts.push_back(counted(statements, "bilan"));
  if (records > 0) parts.push_back(counted(records, "fiche"));
  return parts.empty() ? "" : fmt::format("couvre {}", fmt::join(parts, " et "));
}

std::string section_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::programme:
      return "dispositifs";
    case Dimension::territory:
      return "territoires";
    case Dimension::theme:
      return "themes";
    default:
      return "annees";
  }
}

}  // namespace

FigureBook::FigureBook(std::span<const PublishedTotal> figures, std::span<const Record> records,
                       std::span<const Entry> entries)
    : records_(records), published_(figures), programmes_(programme_titles(entries)) {
  for (const Entry& entry : entries) {
    pages_[entry.record] = {entry.title, entry.address};
    if (entry.record->kind->role == Role::programme) addresses_.insert(entry.address);
    if (!is_achievement(entry)) continue;
    if (entry.territory) addresses_.insert(entry.territory->address);
    for (const Link& theme : entry.themes) addresses_.insert(theme.address);
  }
  for (const std::string& year : years()) addresses_.insert(fmt::format("/annees/{}/", year));
}

std::vector<Figure> FigureBook::totals() const {
  std::vector<Figure> figures;
  for (const PublishedTotal& published : published_) {
    if (published.total->entries.empty()) continue;
    const auto& as_of = published.total->as_of;
    figures.push_back({published_total(*published.total), as_of, {}, 0, {}, {}});
    if (published.total->indicator.nature == Nature::rate && as_of) {
      figures.back().cohort = static_cast<int>(as_of->year());
    }
  }
  return figures;
}

std::vector<Figure> FigureBook::explained() const {
  std::vector<Figure> figures = totals();
  std::size_t next = 0;
  for (const PublishedTotal& published : published_) {
    if (published.total->entries.empty()) continue;
    Figure& figure = figures[next++];
    add_origins(figure, published);
    figure.charts = charts_of(published);
  }
  return figures;
}

std::vector<Figure> FigureBook::parts(Dimension dimension, std::string_view key) const {
  std::vector<Figure> figures;
  for (const PublishedTotal& published : published_) {
    const auto part = published_part(published, dimension, key);
    if (!part || part->value == Decimal{}) continue;
    figures.push_back({*part, {}, {}, 0, {}, {}});
    const bool of_year = dimension == Dimension::year && part->base != Decimal{};
    if (of_year) figures.back().cohort = std::stoi(std::string(key));
  }
  return figures;
}

// Statements first; of the records, those that have a page, up to a number that people read. Where
// a part is masked, or one source is one or two people, no source tells its number.
void FigureBook::add_origins(Figure& figure, const PublishedTotal& published) const {
  const Total& total = *published.total;
  const auto covered = covered_entries(total);
  const bool told =
      !hides_something(published) &&
      std::none_of(total.entries.begin(), total.entries.end(), [&](const LedgerEntry& entry) {
        return entry.standing == Standing::counted && is_few(total.indicator, entry.figure.value);
      });
  for (std::size_t i = 0; i < total.entries.size(); ++i) {
    const LedgerEntry& entry = total.entries[i];
    if (entry.standing != Standing::counted) continue;
    const bool has_page = pages_.contains(&records_[entry.record]);
    if (entry.statement || (has_page && figure.origins.size() < most_origins)) {
      figure.origins.push_back(origin_of(total, entry, covered[i]));
      if (!told) figure.origins.back().value.clear();
    } else {
      ++figure.more_records;
    }
  }
}

Origin FigureBook::origin_of(const Total& total, const LedgerEntry& entry,
                             const std::vector<std::size_t>& covered) const {
  const Record& record = records_[entry.record];
  const auto page = pages_.find(&record);
  const StatedFigure& figure = entry.figure;
  const bool silent = figure.precision == Precision::computed;
  const std::string number = word_number(total.indicator, figure.value,
                                         silent ? Precision::exact : figure.precision, figure.base);
  return {page == pages_.end() ? Link{"Bilan non publié", ""} : page->second, period_of(entry),
          with_base(number, figure.base), covers_of(total, covered),
          std::string(text_of(field(record, "source")))};
}

std::vector<Chart> FigureBook::charts_of(const PublishedTotal& published) const {
  std::vector<Chart> charts;
  for (const Dimension dimension : {Dimension::year, Dimension::programme, Dimension::territory}) {
    if (!published.breakdowns.contains(dimension)) continue;
    Chart chart = make_chart(published, dimension, programmes_);
    for (ChartRow& row : chart.rows) {
      const std::string address = fmt::format("/{}/{}/", section_of(dimension), row.key);
      if (addresses_.contains(address)) row.address = address;
    }
    charts.push_back(std::move(chart));
  }
  return charts;
}

std::vector<Figure> FigureBook::of_record(const Record& record) const {
  std::vector<Figure> figures;
  for (const PublishedTotal& published : published_) {
    const Indicator& indicator = published.total->indicator;
    const auto stated = stated_figure(record, indicator.id);
    if (!stated) continue;
    const bool silent = stated->precision == Precision::computed;
    PublishedFigure amount{&indicator, stated->value, stated->base,
                           silent ? Precision::exact : stated->precision, Shown::value};
    const auto year = integer_of(field(record, "annee"));
    if (indicator.nature == Nature::cumulative && indicator.people && year) {
      amount.shown = shown_of_year(published, std::to_string(*year));
    }
    Figure figure{amount, {}, {}, 0, {}, {}};
    if (indicator.nature == Nature::rate) figure.cohort = stated->cohort ? *stated->cohort : year;
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::vector<std::string> FigureBook::years() const {
  std::set<std::string> years;
  for (const PublishedTotal& published : published_) {
    const auto found = published.breakdowns.find(Dimension::year);
    if (found == published.breakdowns.end()) continue;
    for (const Part& part : found->second.breakdown.parts) years.insert(part.key);
  }
  return {years.rbegin(), years.rend()};
}

// A yearly statement may not tell what the breakdown by year does not.
Shown FigureBook::shown_of_year(const PublishedTotal& published, const std::string& year) {
  const auto found = published.breakdowns.find(Dimension::year);
  if (found == published.breakdowns.end()) {
    return published.keeps_back ? Shown::hidden : Shown::value;
  }
  const Part* part = find_part(found->second.breakdown, year);
  return part == nullptr ? Shown::value : shown_of(found->second, *part);
}

}  // namespace pes
