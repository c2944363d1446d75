#include "site/figures.h"

#include <algorithm>

namespace pes {

namespace {

// Statements that have a page are named; records are only counted, since some may be withheld.
void add_sources(Figure& figure, const Total& total, std::span<const Record> records,
                 std::span<const Entry> entries) {
  for (const LedgerEntry& counted : total.entries) {
    const Record& record = records[counted.record];
    if (record.kind->role != Role::statement) {
      ++figure.record_count;
      continue;
    }
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& e) { return e.record == &record; });
    if (entry != entries.end()) figure.sources.push_back({entry->title, entry->address});
  }
}

std::vector<Figure> shares(std::span<const Total> ledger, std::string_view key,
                           std::vector<Share> Total::*breakdown) {
  std::vector<Figure> figures;
  for (const Total& total : ledger) {
    const auto share = share_of(total.*breakdown, key);
    if (share && *share != Decimal{}) {
      figures.push_back({total.indicator, *share, Precision::exact, {}, {}, 0});
    }
  }
  return figures;
}

}  // namespace

std::vector<Figure> all_figures(std::span<const Total> ledger, std::span<const Record> records,
                                std::span<const Entry> entries) {
  std::vector<Figure> figures;
  for (const Total& total : ledger) {
    if (total.value == Decimal{}) continue;
    Figure figure{total.indicator, total.value, total.precision, total.as_of, {}, 0};
    add_sources(figure, total, records, entries);
    figures.push_back(std::move(figure));
  }
  return figures;
}

std::vector<Figure> programme_figures(std::span<const Total> ledger, std::string_view slug) {
  return shares(ledger, slug, &Total::by_programme);
}

std::vector<Figure> year_figures(std::span<const Total> ledger, std::string_view year) {
  return shares(ledger, year, &Total::by_year);
}

std::vector<Figure> record_figures(const Record& record, std::span<const Total> ledger) {
  std::vector<Figure> figures;
  for (const Total& total : ledger) {
    const auto stated = stated_figure(record, total.indicator.id);
    if (!stated) continue;
    const bool silent = stated->precision == Precision::computed;
    figures.push_back(
        {total.indicator, stated->value, silent ? Precision::exact : stated->precision, {}, {}, 0});
  }
  return figures;
}

}  // namespace pes
