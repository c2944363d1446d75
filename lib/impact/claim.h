#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "impact/breakdown.h"
#include "impact/sentence.h"

namespace pes {

/// What a text says of a number beside the number itself.
enum class Qualifier : std::uint8_t {
  none,
  below,     ///< « près de », « moins de », « presque »
  above,     ///< « plus de »
  at_least,  ///< « au moins »
  about      ///< « environ », « quelque »
};

/// A figure that a text claims.
struct Claim {
  const Total* total = nullptr;
  Decimal value;
  Qualifier qualifier = Qualifier::none;
  std::size_t begin = 0;  ///< Offsets into the passage.
  std::size_t end = 0;
  std::optional<TwoReadings> readings = {};  ///< Of « 2.600 », which may mean two numbers.
  bool noun_only = false;                    ///< Only the noun of the indicator stands beside it.
};

/// The words of an indicator, in one grammatical form.
struct ClaimWords {
  const Total* total = nullptr;
  std::vector<std::string> words;  ///< Folded.
  std::size_t second = 0;  ///< Place of the second word that carries meaning; 0 if there is none.
};

/// The forms that texts can use of an indicator.
std::vector<ClaimWords> claim_words(const Total& total);

/// The claims that a sentence makes, in their order.
std::vector<Claim> read_claims(const std::vector<Token>& sentence,
                               const std::vector<ClaimWords>& forms);

/// True if a claim follows from a part of a total. A value known as « près de 2600 » lies below
/// 2600; a percentage is as exact as it is written.
///
/// Source: content model, « Wording follows the value ».
bool holds(const Claim& claim, const Part& part);

}  // namespace pes
