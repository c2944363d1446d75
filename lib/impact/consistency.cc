#include "impact/consistency.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "impact/breakdown.h"
#include "text/slug.h"

namespace pes {

namespace {

constexpr std::size_t most_notes = 5;
constexpr Text part_of_it{"ceci en fait partie", "this is a part of it"};

// A sum that does not fit is reported by the ledger; here it is merely large.
Decimal plus(Decimal a, Decimal b) {
  return add(a, b).value_or(whole(a < Decimal{} ? -1'000'000'000'000'000 : 1'000'000'000'000'000));
}

// The largest contributions explain a sum best.
void explain(Diagnostic& found, std::vector<std::pair<Decimal, Span>> parts) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  parts.resize(std::min(parts.size(), most_notes));
  for (const auto& [value, span] : parts) found.notes.push_back({span, part_of_it});
}

class StatementCheck {
 public:
  StatementCheck(const Total& total, std::span<const Record> records, Diagnostics& out)
      : total_(total), records_(records), out_(out), covered_(covered_entries(total)) {}

  void check() {
    for (std::size_t i = 0; i < total_.entries.size(); ++i) {
      if (!total_.entries[i].statement) continue;
      check_shares(i);
      if (!covered_[i].empty()) check_covered(i);
    }
  }

 private:
  [[nodiscard]] const Record& record_of(std::size_t i) const {
    return records_[total_.entries[i].record];
  }

  void check_shares(std::size_t i) {
    const StatedFigure& figure = total_.entries[i].figure;
    Decimal sum;
    Decimal base;
    std::vector<std::pair<Decimal, Span>> parts;
    for (const StatedShare& share : stated_shares(record_of(i), total_.indicator.id)) {
      sum = plus(sum, share.figure.value);
      base = plus(base, share.figure.base);
      parts.emplace_back(share.figure.value, share.figure.span);
    }
    if (parts.empty() || (sum <= figure.value && base <= figure.base)) return;
    explain(out_.add(Rule::programmes_exceed, figure.span,
                     {total_.indicator.id, format_number(sum), format_number(figure.value)}),
            std::move(parts));
  }

  void check_covered(std::size_t i) {
    const StatedFigure& figure = total_.entries[i].figure;
    Decimal sum;
    std::vector<std::pair<Decimal, Span>> parts;
    for (const std::size_t inner : covered_[i]) {
      const StatedFigure& part = total_.entries[inner].figure;
      sum = plus(sum, part.value);
      parts.emplace_back(part.value, part.span);
    }
    if (sum > figure.value) {
      explain(out_.add(Rule::covered_exceed, figure.span,
                       {total_.indicator.id, format_number(sum), format_number(figure.value),
                        text_of(field(record_of(i), "titre"))}),
              std::move(parts));
    } else {
      check_programmes(i);
    }
  }

  void check_programmes(std::size_t i) {
    const auto shares = stated_shares(record_of(i), total_.indicator.id);
    if (shares.empty()) return;
    std::map<std::string, std::pair<Decimal, std::vector<std::pair<Decimal, Span>>>> sums;
    for (const std::size_t inner : covered_[i]) {
      for (const Parcel& parcel : parcels_below(total_, inner, records_, {Dimension::programme})) {
        const auto key = parcel.keys.find(Dimension::programme);
        if (key == parcel.keys.end()) continue;
        auto& [sum, parts] = sums[key->second.front()];
        sum = plus(sum, parcel.value);
        parts.emplace_back(parcel.value, total_.entries[parcel.entry].figure.span);
      }
    }
    for (const StatedShare& share : shares) {
      auto& [sum, parts] = sums[share.programme];
      if (sum <= share.figure.value) continue;
      explain(out_.add(Rule::programme_exceeded, share.figure.span,
                       {total_.indicator.id, format_number(sum), format_number(share.figure.value),
                        share.programme}),
              std::move(parts));
    }
  }

  const Total& total_;
  std::span<const Record> records_;
  Diagnostics& out_;
  std::vector<std::vector<std::size_t>> covered_;
};

void check_double_counts(const Total& total, std::span<const Record> records, Diagnostics& out) {
  std::map<std::tuple<std::string, std::string, int>, Span> seen;
  for (const LedgerEntry& entry : total.entries) {
    if (entry.statement || !entry.last) continue;
    const Record& record = records[entry.record];
    const std::string structure(text_of(field(record, "structure")));
    const std::string programme(text_of(field(record, "dispositif")));
    if (structure.empty() || programme.empty()) continue;
    const int year = static_cast<int>(entry.last->year());
    const auto [first, fresh] =
        seen.emplace(std::tuple(slugify(structure), programme, year), entry.figure.span);
    if (fresh) continue;
    out.add(Rule::double_count, entry.figure.span,
            {total.indicator.id, structure, programme, std::to_string(year)})
        .notes.push_back({first->second, {"l'autre fiche", "the other record"}});
  }
}

}  // namespace

void check_consistency(std::span<const Total> ledger, std::span<const Record> records,
                       Diagnostics& out) {
  for (const Total& total : ledger) {
    StatementCheck(total, records, out).check();
    check_double_counts(total, records, out);
  }
}

}  // namespace pes
