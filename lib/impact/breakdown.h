#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "impact/ledger.h"

namespace pes {

/// What a total can be divided by.
enum class Dimension : std::uint8_t { programme, territory, theme, year, structure };

/// All dimensions with their names on the command line: « dispositif », « territoire »…
struct DimensionName {
  Dimension dimension;
  std::string_view name;
  Text one;    ///< « dispositif »
  Text label;  ///< « par dispositif »
};
std::span<const DimensionName> all_dimensions();
const DimensionName& dimension_named(Dimension dimension);
std::string_view dimension_name(Dimension dimension);

/// A restriction to one value of some dimensions.
///
/// Shape: the slug of a programme, the slug of the name of a territory, theme or structure, the
///        digits of a year.
using Cut = std::map<Dimension, std::string>;

/// A stretch of a total about which one source says the same.
struct Parcel {
  std::size_t entry = 0;  ///< Index into `Total::entries`.
  Decimal value;
  Precision precision = Precision::computed;  ///< As stated, where the parcel is a stated figure.
  std::map<Dimension, std::vector<std::string>> keys;  ///< As in a Cut; several only for themes.
};

/// True if a parcel lies in a cut.
bool matches(const Parcel& parcel, const Cut& cut);

/// Divides a total as finely as its sources allow.
///
/// A record says everything about itself. A statement that gives figures by programme is taken at
/// its word where programmes matter; any other is divided like what it covers, and what that leaves
/// is attributed to nothing but the statement's year.
///
/// Shape: the parcels add up to `total.value`. Empty for stocks and rates, which do not divide.
std::vector<Parcel> parcels_of(const Total& total, std::span<const Record> records,
                               const std::set<Dimension>& dimensions);

/// The same for the part of a total that one entry stands for.
std::vector<Parcel> parcels_below(const Total& total, std::size_t entry,
                                  std::span<const Record> records,
                                  const std::set<Dimension>& dimensions);

/// One line of a breakdown.
struct Part {
  std::string key;                         ///< As in a Cut.
  std::string name;                        ///< As staff write it; of a programme, its slug.
  Decimal value;                           ///< Of a rate, its numerator.
  Decimal base = {};                       ///< Of a rate, its denominator; else 0.
  Precision precision = Precision::exact;  ///< As stated, where one figure is all there is.
};

/// A total divided by one dimension.
///
/// Shape: by rising key. Where `additive`, parts and `rest` add up to the total; otherwise (themes
///        overlap, states and rates of different years are not parts of anything) there is no total
///        to compare with.
struct Breakdown {
  Dimension dimension = Dimension::programme;
  std::vector<Part> parts;
  Decimal rest;  ///< Attributed to nothing: « non ventilé ».
  bool additive = true;
};

/// Divides a total, or the part of it that `cut` leaves, by one dimension.
///
/// Shape: of a stock or a rate, the years have their states, programmes the shares of the latest
///        statement, and the other dimensions nothing.
/// Source: content model, « Impact figures: counted once ».
Breakdown break_down(const Total& total, std::span<const Record> records, Dimension dimension,
                     const Cut& cut = {});

/// What to call the keys of territories, themes and structures: their names as staff write them, of
/// several spellings the most frequent. Other keys are their own names.
///
/// Shape: where `shown` is given, only of the records that it says true of.
std::map<std::string, std::string> key_names(const Total& total, std::span<const Record> records,
                                             Dimension dimension,
                                             const std::vector<bool>* shown = nullptr);

/// The part of a total that a cut leaves; nothing where no source speaks of it.
std::optional<Part> cut_of(const Total& total, std::span<const Record> records, const Cut& cut);

/// The part with that key, or nullptr.
const Part* find_part(const Breakdown& breakdown, std::string_view key);

}  // namespace pes
