#pragma once

#include "text/language.h"

namespace pes {

/// Lets the program end with a sentence and exit code 2 where a library that it uses gives up,
/// which those for pictures and documents do when there is no memory left, instead of being ended
/// by a signal. The published site is whole whenever that happens.
///
/// Under a sanitizer nothing is changed: it tells more.
void prepare_last_words(Language language);

}  // namespace pes
