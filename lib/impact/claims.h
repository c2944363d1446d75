#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnostics/source.h"
#include "impact/claim.h"
#include "records/markdown.h"

namespace pes {

/// Checks the figures that texts claim against a ledger.
///
/// A claim is a number next to the words of an indicator: « près de 2600 personnes accompagnées »,
/// « personnes accompagnées : 2 600 ». Where the indicator has several words, the noun alone is a
/// claim only beside a number that the ledger gives: « plus de 2600 personnes » beside « près de ».
///
/// A claim speaks of the years and programmes that its sentence names, or else of the total; the
/// heading above, the words that lead into a list, and the page of a programme or a statement may
/// also say what it speaks of. Of several years it may give one or their sum. What the ledger
/// cannot tell – a day or a month, a place, « depuis 2020 », an aim, a part (« dont 40 … ») – is
/// not judged.
///
/// Source: content model, « Wording follows the value ».
class ClaimBook {
 public:
  /// Shape: everything outlives the book.
  ClaimBook(std::span<const Total> ledger, std::span<const Record> records,
            const SourceFiles& files);

  /// Checks the texts of a record: its body's `passages` and its fields.
  ///
  /// Shape:  records that speak of themselves, testimonials and projects, are not checked.
  /// Errors: a claim that no figure it may speak of agrees with is an error, one that no figure
  ///         speaks of a warning.
  void check(const Record& record, std::span<const Passage> passages, Diagnostics& out) const;

 private:
  struct Name {
    Dimension dimension;
    std::string key;
    std::vector<std::string> words;
  };
  friend class PassageCheck;

  std::span<const Record> records_;
  const SourceFiles& files_;
  std::vector<ClaimWords> forms_;
  std::vector<Name> names_;  ///< Of programmes and territories.
};

}  // namespace pes
