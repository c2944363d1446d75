#include "text/typography/galley.h"

#include <algorithm>

namespace pes {

std::size_t Galley::skip_verbatim(std::size_t at) const {
  const auto next = std::upper_bound(verbatim_.begin(), verbatim_.end(), at,
                                     [](std::size_t a, const Extent& e) { return a < e.end; });
  return next != verbatim_.end() && next->begin <= at ? next->end : at;
}

bool Galley::is_settled(const Correction& correction) const {
  if (corrections_.empty()) return false;
  const Correction& last = corrections_.back();
  if (correction.extent.begin < last.extent.end) return true;
  const bool insertion = correction.extent.begin == correction.extent.end;
  return insertion && correction.extent.begin == last.extent.end &&
         is_gap(character_before(last.text, last.text.size()));
}

void Galley::add(const Correction& correction) {
  if (!correction.superscript && slice(text_, correction.extent) == correction.text) return;
  if (is_settled(correction)) return;
  const auto next = std::upper_bound(verbatim_.begin(), verbatim_.end(), correction.extent.begin,
                                     [](std::size_t at, const Extent& e) { return at < e.end; });
  if (next != verbatim_.end() && next->begin < correction.extent.end) return;
  corrections_.push_back(correction);
}

}  // namespace pes
