#include "impact/ledger.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace pes {

namespace {

Date first_of_year(int year) { return Date{std::chrono::year(year) / 1 / 1}; }
Date last_of_year(int year) { return Date{std::chrono::year(year) / 12 / 31}; }

bool is_yearly(const LedgerEntry& entry) { return entry.statement && entry.first.has_value(); }
bool is_cumulative(const LedgerEntry& entry) { return entry.statement && !entry.first; }
int year_of(Date date) { return static_cast<int>(date.year()); }

// Without a last day a statement speaks of everything, so it comes after all others.
bool ends_before(const LedgerEntry& a, const LedgerEntry& b) {
  if (!a.last || !b.last) return a.last.has_value() && !b.last.has_value();
  return *a.last < *b.last;
}

bool covers_until(const LedgerEntry& statement, Date last) {
  return !statement.last || last <= *statement.last;
}

// The days that a record's figure speaks of; nothing comes back for what is no statement of either
// kind, which other rules report.
std::optional<LedgerEntry> read_entry(const Record& record, std::size_t index,
                                      const StatedFigure& figure, Nature nature) {
  LedgerEntry entry{.record = index, .figure = figure};
  entry.statement = record.kind->role == Role::statement;
  const auto year = integer_of(field(record, "annee"));
  if (!entry.statement) {
    if (nature != Nature::cumulative) return std::nullopt;
    entry.first = entry.last = date_of(field(record, "date"));
  } else if (nature == Nature::rate) {
    if (!figure.cohort && !year) return std::nullopt;
    const int cohort = figure.cohort ? *figure.cohort : static_cast<int>(*year);
    entry.first = first_of_year(cohort);
    entry.last = last_of_year(cohort);
  } else if (year) {
    entry.first = first_of_year(static_cast<int>(*year));
    entry.last = last_of_year(static_cast<int>(*year));
  } else if (flag_of(field(record, "cumul"))) {
    entry.last = date_of(field(record, "au"));
  } else {
    return std::nullopt;
  }
  return entry;
}

std::optional<Date> known_since(const Record& record, const LedgerEntry& entry) {
  if (const auto date = date_of(field(record, "date"))) return date;
  const auto year = integer_of(field(record, "annee"));
  return year ? last_of_year(static_cast<int>(*year)) : entry.last;
}

bool lies_in(const LedgerWindow& window, const Record& record, const LedgerEntry& entry) {
  if (window.from && (!entry.first || *entry.first < *window.from)) return false;
  if (window.to && (!entry.last || *entry.last > *window.to)) return false;
  if (!window.known_on) return true;
  const auto known = known_since(record, entry);
  return !known || *known <= *window.known_on;
}

std::vector<LedgerEntry> collect(const Indicator& indicator, std::span<const Record> records,
                                 DecisionDay when, const LedgerWindow& window, Diagnostics& out) {
  std::vector<LedgerEntry> entries;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    const auto figure = stated_figure(record, indicator.id);
    if (!figure || is_draft(record, when) || is_embargoed(record, when)) continue;
    if (figure->rate != (indicator.nature == Nature::rate)) continue;
    const auto entry = read_entry(record, i, *figure, indicator.nature);
    if (!entry) continue;
    if (entry->first && *entry->first > when.day) {
      out.add(Rule::future_figure, figure->span, {indicator.id, format_iso(*entry->first)});
    } else if (lies_in(window, record, *entry)) {
      entries.push_back(*entry);
    }
  }
  const auto rank = [](const LedgerEntry& e) { return is_cumulative(e) ? 0 : e.statement ? 1 : 2; };
  std::stable_sort(entries.begin(), entries.end(), [&](const LedgerEntry& a, const LedgerEntry& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : ends_before(a, b);
  });
  return entries;
}

// Finds out what counts, and what is part of something wider.
class Settler {
 public:
  Settler(Total& total, Diagnostics& out) : total_(total), entries_(total.entries), out_(out) {}

  void settle() {
    check_periods();
    if (total_.indicator.nature != Nature::cumulative) {
      keep_latest();
      return;
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      LedgerEntry& entry = entries_[i];
      if (is_cumulative(entry)) {
        cumulative_.push_back(i);
        if (i > 0) cover(entries_[i - 1], i);
      } else if (entry.statement) {
        settle_yearly(entry, i);
      } else {
        settle_record(entry);
      }
    }
  }

 private:
  // Statements of one period lie side by side in the order of entries.
  void check_periods() {
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      const LedgerEntry& a = entries_[i - 1];
      const LedgerEntry& b = entries_[i];
      const bool comparable = total_.indicator.nature == Nature::cumulative
                                  ? is_cumulative(a) == is_cumulative(b)
                                  : a.last == b.last;
      if (!a.statement || !b.statement || !comparable || a.last != b.last) continue;
      const std::string period = !b.last        ? "cumul"
                                 : is_yearly(b) ? std::to_string(year_of(*b.last))
                                                : format_iso(*b.last);
      out_.add(Rule::same_period, b.figure.span, {total_.indicator.id, period})
          .notes.push_back({a.figure.span, {"l'autre bilan", "the other statement"}});
    }
  }

  void keep_latest() {
    std::stable_sort(entries_.begin(), entries_.end(), ends_before);
    for (std::size_t i = 0; i + 1 < entries_.size(); ++i) {
      entries_[i].standing = Standing::replaced;
    }
  }

  static void cover(LedgerEntry& entry, std::size_t by) {
    entry.standing = Standing::covered;
    entry.covered_by = by;
  }

  // The narrowest cumulative statement that covers everything up to a day.
  [[nodiscard]] std::optional<std::size_t> cumulative_until(Date last) const {
    const auto found =
        std::partition_point(cumulative_.begin(), cumulative_.end(),
                             [&](std::size_t i) { return !covers_until(entries_[i], last); });
    return found == cumulative_.end() ? std::nullopt : std::optional(*found);
  }

  void settle_yearly(LedgerEntry& entry, std::size_t index) {
    for (const std::size_t i : cumulative_) {
      const auto& last = entries_[i].last;
      if (!last || *last < *entry.first || *entry.last <= *last) continue;
      entry.standing = Standing::set_aside;
      out_.add(Rule::partial_overlap, entry.figure.span,
               {total_.indicator.id, std::to_string(year_of(*entry.last)), format_iso(*last)})
          .notes.push_back(
              {entries_[i].figure.span, {"le bilan cumulé", "the cumulative statement"}});
      return;
    }
    yearly_.emplace(year_of(*entry.last), index);
    if (const auto wider = cumulative_until(*entry.last)) cover(entry, *wider);
  }

  void settle_record(LedgerEntry& entry) {
    if (!entry.last) {
      if (!cumulative_.empty()) {
        cover(entry, cumulative_.back());
      } else {
        out_.add(Rule::undated_figure, entry.figure.span, {total_.indicator.id});
      }
      return;
    }
    const auto year = yearly_.find(year_of(*entry.last));
    if (year != yearly_.end()) {
      cover(entry, year->second);
    } else if (const auto wider = cumulative_until(*entry.last)) {
      cover(entry, *wider);
    }
  }

  Total& total_;
  std::vector<LedgerEntry>& entries_;
  Diagnostics& out_;
  std::vector<std::size_t> cumulative_;  // by rising last day
  std::map<int, std::size_t> yearly_;
};

// Parts of a total may be larger than the total, where some are negative: all of them together must
// fit, so that no sum of parts can overflow.
void check_size(const Total& total, Diagnostics& out) {
  Decimal sum;
  for (const LedgerEntry& entry : total.entries) {
    const std::int64_t value = entry.figure.value.thousandths;
    const auto more = add(sum, {value < 0 ? -value : value});
    if (!more) {
      out.add(Rule::figure_overflow, entry.figure.span, {total.indicator.id});
      return;
    }
    sum = *more;
  }
}

void add_up(Total& total) {
  std::size_t counted = 0;
  bool all_end = true;
  for (const LedgerEntry& entry : total.entries) {
    if (entry.standing != Standing::counted) continue;
    ++counted;
    total.precision = entry.figure.precision;
    total.base = entry.figure.base;
    total.value = add(total.value, entry.figure.value).value_or(total.value);
    if (!entry.last) {
      all_end = false;
    } else if (!total.as_of || *total.as_of < *entry.last) {
      total.as_of = entry.last;
    }
  }
  if (counted != 1) total.precision = Precision::computed;
  if (!all_end) total.as_of.reset();
}

}  // namespace

std::vector<Total> make_ledger(std::span<const Indicator> indicators,
                               std::span<const Record> records, DecisionDay when,
                               const LedgerWindow& window, Diagnostics& out) {
  std::vector<Total> ledger;
  for (const Indicator& indicator : indicators) {
    if (find_indicator(indicators, indicator.id) != &indicator) continue;
    Total total{.indicator = indicator};
    total.entries = collect(indicator, records, when, window, out);
    Settler(total, out).settle();
    check_size(total, out);
    add_up(total);
    ledger.push_back(std::move(total));
  }
  return ledger;
}

std::vector<std::vector<std::size_t>> covered_entries(const Total& total) {
  std::vector<std::vector<std::size_t>> covered(total.entries.size());
  for (std::size_t i = 0; i < total.entries.size(); ++i) {
    if (const auto wider = total.entries[i].covered_by) covered[*wider].push_back(i);
  }
  return covered;
}

}  // namespace pes
