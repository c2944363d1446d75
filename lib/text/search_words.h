#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// The words by which a French text is found, in their order, each as often as it stands there.
///
/// Without case, accents and ligatures; cut at everything but letters and digits, hyphens and
/// middle dots included; elided articles removed (« l’écrin » gives "ecrin"), other apostrophes
/// closed (« aujourd’hui » gives "aujourdhui"). Single letters and stop words are left out, and
/// what remains is reduced to its stem.
///
/// Source: tests/text/recherche.jsonl, which lib/publish/web/moteur.js obeys too: readers' queries
///         must be folded exactly like the texts.
std::vector<std::string> search_words(std::string_view text);

/// The same one by one, folded but not reduced to their stems.
void for_each_search_word(std::string_view text,
                          const std::function<void(const std::string&)>& take);

/// A folded word without the marks of plural and feminine: "associations" and "association" give
/// "association", "chevaux" gives "cheval", "nouvelles" gives "nouvel".
///
/// Light on purpose: no verb, no derivation, and never fewer than three letters.
std::string search_stem(std::string_view word);

/// Words that say nothing of what a text is about, folded, in alphabetical order.
std::span<const std::string_view> search_stop_words();

}  // namespace pes
