#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pes {

/// Number of single-character mistakes (one too many, one missing, one wrong, two swapped) between
/// two words, blind to case and accents.
///
/// Source: optimal string alignment distance (Damerau–Levenshtein without overlapping edits).
std::size_t spelling_distance(std::string_view a, std::string_view b);

/// The candidate that `word` was most likely meant to be, if one is near enough: at most one
/// mistake for every three characters, or `word` is the beginning of it.
///
/// Shape: of equally near candidates the first one wins.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// « a, b, c », of many only the first twenty: a message is no list.
std::string some_of(std::span<const std::string> names);

/// True where `word` can only have been meant to be `candidate`: the same letters, or a single
/// mistake in a word of at least five letters, which no other candidate is as near to.
bool is_certain(std::string_view word, std::string_view candidate,
                std::span<const std::string> candidates);

}  // namespace pes
