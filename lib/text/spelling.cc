#include "text/spelling.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace pes {

namespace {

// The distance of folded words, or something past `most` where it is. Only what lies that near to
// the diagonal can be part of a way that short.
std::size_t folded_distance(std::string_view left, std::string_view right, std::size_t most) {
  const std::size_t past = most + 1;
  if (std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > most) return past;
  const std::size_t width = right.size() + 1;
  std::vector<std::size_t> before(width, past);
  std::vector<std::size_t> above(width, past);
  std::vector<std::size_t> row(width, past);
  for (std::size_t j = 0; j < std::min(width, past); ++j) above[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    const std::size_t first = i > most ? i - most : 1;
    const std::size_t last = std::min(right.size(), i + most);
    row[first - 1] = first == 1 ? i : past;
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      const bool swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (last + 1 < width) row[last + 1] = past;
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[width - 1];
}

}  // namespace

std::size_t spelling_distance(std::string_view a, std::string_view b) {
  return folded_distance(fold(a), fold(b), std::max(a.size(), b.size()) * 4);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string folded = fold(word);
  const std::size_t tolerance = std::max<std::size_t>(1, folded.size() / 3);
  std::optional<std::string> best;
  std::size_t best_distance = tolerance + 1;
  for (const std::string& candidate : candidates) {
    const std::string other = fold(candidate);
    std::size_t distance = folded_distance(folded, other, best_distance);
    if (folded.size() >= 3 && other.starts_with(folded)) {
      distance = std::min(distance, tolerance);
    }
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string some_of(std::span<const std::string> names) {
  constexpr std::size_t most = 20;
  std::string out;
  for (const std::string& name : names.first(std::min(most, names.size()))) {
    out += (out.empty() ? "" : ", ") + name;
  }
  return names.size() > most ? out + "…" : out;
}

bool is_certain(std::string_view word, std::string_view candidate,
                std::span<const std::string> candidates) {
  constexpr std::size_t shortest = 5;
  const std::size_t distance = spelling_distance(word, candidate);
  if (distance > 1 || (distance == 1 && count_characters(word) < shortest)) return false;
  return std::count_if(candidates.begin(), candidates.end(), [&](const std::string& other) {
           return spelling_distance(word, other) <= distance;
         }) == 1;
}

}  // namespace pes
