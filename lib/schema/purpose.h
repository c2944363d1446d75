#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pes {

/// What something about a person may be shown for. Consents grant purposes one by one, and every
/// output is made for one of them.
enum class Purpose : std::uint8_t {
  site,      ///< Pages, and what belongs to them: search, pictures, documents.
  feed,      ///< Feeds that others subscribe to.
  data,      ///< Files of open data.
  networks,  ///< Preview images, which social networks show.
  report     ///< The yearly report.
};

/// What front matter calls them, in the order of the enumeration.
inline constexpr std::array<std::string_view, 5> purpose_words = {"site", "flux", "donnees",
                                                                  "reseaux", "rapport"};
inline constexpr std::size_t purpose_count = purpose_words.size();

constexpr std::size_t index_of(Purpose purpose) { return static_cast<std::size_t>(purpose); }
constexpr std::string_view word_of(Purpose purpose) { return purpose_words[index_of(purpose)]; }

}  // namespace pes
