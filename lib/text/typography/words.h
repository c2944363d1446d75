#pragma once

#include <cstddef>
#include <string_view>

#include "text/typography/galley.h"

namespace pes {

/// « oe » at `at` in a word of a closed list (« cœur », « œuvrer »): its ligature.
void set_ligature(Galley& galley, std::size_t at);

/// A title that begins at `at` stays with the name: « Mme Blain », « M. le maire ».
void set_title(Galley& galley, std::size_t at);

/// The full stop at `at` of an initial or an abbreviation: « J.-P. Martin », « M. Dupont »,
/// « p. 12 », « art. 3 » stay together.
void set_abbreviation(Galley& galley, std::size_t at);

/// « n° 5 », at its « ° », or « º » as some type it.
void set_numero(Galley& galley, std::size_t at);

/// True for a word with « oe » that looks as if it should have « œ », but is not in the list.
bool lacks_ligature(std::string_view text, Extent word);

/// True for a well-known word whose capital should have an accent (« Economie »), a cedilla
/// (« Ca va ») or a grave accent (« A partir », only at the beginning of a sentence).
///
/// Shape: words in capitals are never meant.
bool lacks_accent(std::string_view text, Extent word);

}  // namespace pes
