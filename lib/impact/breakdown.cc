#include "impact/breakdown.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/slug.h"

namespace pes {

namespace {

constexpr auto dimension_names = std::to_array<DimensionName>({
    {Dimension::programme,
     "dispositif",
     {"dispositif", "programme"},
     {"par dispositif", "by programme"}},
    {Dimension::territory, "territoire", {"territoire", "place"}, {"par territoire", "by place"}},
    {Dimension::theme, "theme", {"thème", "theme"}, {"par thème", "by theme"}},
    {Dimension::year, "annee", {"année", "year"}, {"par année", "by year"}},
    {Dimension::structure,
     "structure",
     {"structure", "organisation"},
     {"par structure", "by organisation"}},
});

Decimal minus(Decimal a, Decimal b) { return add(a, {-b.thousandths}).value_or(Decimal{}); }
Decimal plus(Decimal a, Decimal b) { return add(a, b).value_or(Decimal{}); }

std::string year_key(const LedgerEntry& entry) {
  const bool one_year = entry.first && entry.last && entry.first->year() == entry.last->year();
  return one_year ? std::to_string(static_cast<int>(entry.last->year())) : "";
}

void set_key(Parcel& parcel, Dimension dimension, std::string key) {
  if (!key.empty()) parcel.keys[dimension].push_back(std::move(key));
}

class Divider {
 public:
  Divider(const Total& total, std::span<const Record> records, const std::set<Dimension>& wanted)
      : total_(total), records_(records), wanted_(wanted), covered_(covered_entries(total)) {}

  std::vector<Parcel> divide(std::vector<std::size_t> entries) {
    std::vector<Parcel> parcels;
    while (!entries.empty()) {
      const std::size_t i = entries.back();
      entries.pop_back();
      const LedgerEntry& entry = total_.entries[i];
      if (!entry.statement) {
        parcels.push_back(of_record(i));
      } else if (wanted_ == std::set{Dimension::year} && !year_key(entry).empty()) {
        parcels.push_back(of_statement(i, entry.figure.value, entry.figure.precision));
      } else if (!(wanted_.contains(Dimension::programme) && add_shares(i, parcels))) {
        Decimal rest = entry.figure.value;
        for (const std::size_t inner : covered_[i]) {
          rest = minus(rest, total_.entries[inner].figure.value);
        }
        const bool whole_figure = covered_[i].empty();
        parcels.push_back(
            of_statement(i, rest, whole_figure ? entry.figure.precision : Precision::computed));
        entries.insert(entries.end(), covered_[i].begin(), covered_[i].end());
      }
    }
    std::erase_if(parcels, [](const Parcel& parcel) { return parcel.value == Decimal{}; });
    return parcels;
  }

 private:
  [[nodiscard]] Parcel of_statement(std::size_t i, Decimal value, Precision precision) const {
    Parcel parcel{i, value, precision, {}};
    set_key(parcel, Dimension::year, year_key(total_.entries[i]));
    return parcel;
  }

  // The same few names stand in most records.
  const std::string& slug_of(std::string_view name) {
    const auto [slug, fresh] = slugs_.try_emplace(name);
    if (fresh) slug->second = slugify(name);
    return slug->second;
  }

  [[nodiscard]] Parcel of_record(std::size_t i) {
    const StatedFigure& figure = total_.entries[i].figure;
    Parcel parcel = of_statement(i, figure.value, figure.precision);
    const Record& record = records_[total_.entries[i].record];
    for (const Dimension dimension : wanted_) {
      if (dimension == Dimension::programme) {
        set_key(parcel, dimension, std::string(text_of(field(record, "dispositif"))));
      } else if (dimension == Dimension::territory) {
        set_key(parcel, dimension, slug_of(text_of(field(record, "territoire"))));
      } else if (dimension == Dimension::structure) {
        set_key(parcel, dimension, slug_of(text_of(field(record, "structure"))));
      } else if (dimension == Dimension::theme) {
        for (const Value& theme : list_of(field(record, "themes"))) {
          set_key(parcel, dimension, slug_of(text_of(&theme)));
        }
      }
    }
    return parcel;
  }

  bool add_shares(std::size_t i, std::vector<Parcel>& parcels) const {
    const auto shares = stated_shares(records_[total_.entries[i].record], total_.indicator.id);
    Decimal rest = total_.entries[i].figure.value;
    for (const StatedShare& share : shares) {
      Parcel parcel = of_statement(i, share.figure.value, share.figure.precision);
      set_key(parcel, Dimension::programme, share.programme);
      parcels.push_back(std::move(parcel));
      rest = minus(rest, share.figure.value);
    }
    if (!shares.empty()) parcels.push_back(of_statement(i, rest, Precision::computed));
    return !shares.empty();
  }

  const Total& total_;
  std::span<const Record> records_;
  const std::set<Dimension>& wanted_;
  std::vector<std::vector<std::size_t>> covered_;
  std::unordered_map<std::string_view, std::string> slugs_;  // by name
};

bool has_key(const Parcel& parcel, Dimension dimension, std::string_view key) {
  const auto keys = parcel.keys.find(dimension);
  return keys != parcel.keys.end() &&
         std::find(keys->second.begin(), keys->second.end(), key) != keys->second.end();
}

std::set<Dimension> dimensions_of(const Cut& cut) {
  std::set<Dimension> out;
  for (const auto& [dimension, key] : cut) out.insert(dimension);
  return out;
}

// The entry of a stock or a rate that speaks for a year, or for now.
const LedgerEntry* state_of(const Total& total, const Cut& cut) {
  const auto year = cut.find(Dimension::year);
  const LedgerEntry* state = nullptr;
  for (const LedgerEntry& entry : total.entries) {
    const bool wanted =
        year == cut.end()
            ? entry.standing == Standing::counted
            : entry.last && std::to_string(static_cast<int>(entry.last->year())) == year->second;
    if (wanted) state = &entry;
  }
  return state;
}

// A figure that says nothing of its precision is shown as it stands.
Precision shown_precision(Precision stated) {
  return stated == Precision::computed ? Precision::exact : stated;
}

Part part_of(const std::string& key, const StatedFigure& figure) {
  return {key, key, figure.value, figure.base, shown_precision(figure.precision)};
}

// Adds a parcel to a part; the stated precision holds as long as it is alone.
void add_to(std::optional<Part>& part, const Parcel& parcel) {
  if (!part) {
    part = Part{"", "", parcel.value, {}, shown_precision(parcel.precision)};
    return;
  }
  part->value = plus(part->value, parcel.value);
  part->precision = Precision::exact;
}

std::vector<Part> shares_of(const Total& total, std::span<const Record> records,
                            const LedgerEntry& state) {
  std::vector<Part> parts;
  for (const StatedShare& share : stated_shares(records[state.record], total.indicator.id)) {
    parts.push_back(part_of(share.programme, share.figure));
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.key < b.key; });
  return parts;
}

// Every year has the last state that it saw.
std::vector<Part> states_of(const Total& total) {
  std::map<int, Part> years;
  for (const LedgerEntry& entry : total.entries) {
    if (!entry.last) continue;
    const int year = static_cast<int>(entry.last->year());
    years[year] = part_of(std::to_string(year), entry.figure);
  }
  std::vector<Part> parts;
  for (auto& [year, part] : years) parts.push_back(std::move(part));
  return parts;
}

Breakdown break_state_down(const Total& total, std::span<const Record> records, Dimension dimension,
                           const Cut& cut) {
  Breakdown out{dimension, {}, {}, false};
  if (dimension == Dimension::year && cut.empty()) out.parts = states_of(total);
  const LedgerEntry* state = state_of(total, cut);
  if (dimension != Dimension::programme || state == nullptr) return out;
  out.parts = shares_of(total, records, *state);
  out.additive = total.indicator.nature == Nature::stock;
  if (!out.additive || out.parts.empty()) return out;
  out.rest = state->figure.value;
  for (const Part& part : out.parts) out.rest = minus(out.rest, part.value);
  return out;
}

std::optional<Part> cut_of_state(const Total& total, std::span<const Record> records,
                                 const Cut& cut) {
  const LedgerEntry* state = state_of(total, cut);
  if (state == nullptr) return std::nullopt;
  Part part = part_of("", state->figure);
  for (const auto& [dimension, key] : cut) {
    if (dimension == Dimension::year) continue;
    if (dimension != Dimension::programme) return std::nullopt;
    const std::vector<Part> shares = shares_of(total, records, *state);
    const auto share = std::find_if(shares.begin(), shares.end(),
                                    [&, &key = key](const Part& p) { return p.key == key; });
    if (share == shares.end()) return std::nullopt;
    part = *share;
  }
  return part;
}

}  // namespace

std::span<const DimensionName> all_dimensions() { return dimension_names; }

const DimensionName& dimension_named(Dimension dimension) {
  return *std::find_if(dimension_names.begin(), dimension_names.end(),
                       [&](const DimensionName& known) { return known.dimension == dimension; });
}

std::string_view dimension_name(Dimension dimension) { return dimension_named(dimension).name; }

bool matches(const Parcel& parcel, const Cut& cut) {
  return std::all_of(cut.begin(), cut.end(), [&](const auto& wanted) {
    return has_key(parcel, wanted.first, wanted.second);
  });
}

std::vector<Parcel> parcels_of(const Total& total, std::span<const Record> records,
                               const std::set<Dimension>& wanted) {
  if (total.indicator.nature != Nature::cumulative) return {};
  std::vector<std::size_t> counted;
  for (std::size_t i = 0; i < total.entries.size(); ++i) {
    if (total.entries[i].standing == Standing::counted) counted.push_back(i);
  }
  return Divider(total, records, wanted).divide(std::move(counted));
}

std::vector<Parcel> parcels_below(const Total& total, std::size_t entry,
                                  std::span<const Record> records,
                                  const std::set<Dimension>& wanted) {
  return Divider(total, records, wanted).divide({entry});
}

Breakdown break_down(const Total& total, std::span<const Record> records, Dimension dimension,
                     const Cut& cut) {
  if (total.indicator.nature != Nature::cumulative) {
    return break_state_down(total, records, dimension, cut);
  }
  std::set<Dimension> wanted = dimensions_of(cut);
  wanted.insert(dimension);
  Breakdown out{dimension, {}, {}, dimension != Dimension::theme};
  std::map<std::string, std::optional<Part>> sums;
  for (const Parcel& parcel : parcels_of(total, records, wanted)) {
    if (!matches(parcel, cut)) continue;
    const auto keys = parcel.keys.find(dimension);
    if (keys == parcel.keys.end()) {
      out.rest = plus(out.rest, parcel.value);
      continue;
    }
    const std::set<std::string> distinct(keys->second.begin(), keys->second.end());
    for (const std::string& key : distinct) add_to(sums[key], parcel);
  }
  const auto names = key_names(total, records, dimension);
  for (auto& [key, part] : sums) {
    const auto name = names.find(key);
    part->key = key;
    part->name = name == names.end() ? key : name->second;
    out.parts.push_back(std::move(*part));
  }
  return out;
}

std::map<std::string, std::string> key_names(const Total& total, std::span<const Record> records,
                                             Dimension dimension, const std::vector<bool>* shown) {
  std::unordered_map<std::string_view, std::size_t> spellings;
  const auto note = [&](std::string_view name) {
    if (!name.empty()) ++spellings[name];
  };
  for (const LedgerEntry& entry : total.entries) {
    if (shown != nullptr && !(*shown)[entry.record]) continue;
    const Record& record = records[entry.record];
    if (dimension == Dimension::territory) note(text_of(field(record, "territoire")));
    if (dimension == Dimension::structure) note(text_of(field(record, "structure")));
    if (dimension != Dimension::theme) continue;
    for (const Value& theme : list_of(field(record, "themes"))) note(text_of(&theme));
  }
  // Of those that are written most often, the first.
  std::map<std::string, std::string> names;
  for (const auto& [name, count] : spellings) {
    std::string& chosen = names[slugify(name)];
    const std::size_t most = chosen.empty() ? 0 : spellings.at(chosen);
    if (count > most || (count == most && name < chosen)) chosen = name;
  }
  return names;
}

std::optional<Part> cut_of(const Total& total, std::span<const Record> records, const Cut& cut) {
  if (total.indicator.nature != Nature::cumulative) return cut_of_state(total, records, cut);
  if (cut.empty()) return Part{"", "", total.value, {}, total.precision};
  std::optional<Part> part;
  for (const Parcel& parcel : parcels_of(total, records, dimensions_of(cut))) {
    if (matches(parcel, cut)) add_to(part, parcel);
  }
  return part;
}

const Part* find_part(const Breakdown& breakdown, std::string_view key) {
  const auto found = std::find_if(breakdown.parts.begin(), breakdown.parts.end(),
                                  [&](const Part& part) { return part.key == key; });
  return found == breakdown.parts.end() ? nullptr : &*found;
}

}  // namespace pes
