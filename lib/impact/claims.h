#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnostics/source.h"
#include "impact/breakdown.h"
#include "records/markdown.h"

namespace pes {

/// Checks the figures that texts claim against a ledger.
///
/// A claim is a number next to the words of an indicator: « près de 2600 personnes accompagnées »,
/// « personnes accompagnées : 2 600 ». Its sentence may name years or programmes, and then speaks
/// of these; the page of a programme or a statement may also speak of its own. The noun alone («
/// près de 1000 emplois. ») is taken for a claim where nothing qualifies it further and the number
/// is of the size of the figure. Sentences that say « depuis 2020 » are about no figure of the
/// ledger.
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
  struct Words {
    const Total* total;
    std::vector<std::string> words;  ///< Folded, of one grammatical form.
    std::size_t enough;              ///< So many of them make a claim.
  };
  struct Programme {
    std::string slug;
    std::vector<std::string> words;
  };
  friend class PassageCheck;

  std::span<const Total> ledger_;
  std::span<const Record> records_;
  const SourceFiles& files_;
  std::vector<Words> forms_;
  std::vector<Programme> programmes_;
};

}  // namespace pes
