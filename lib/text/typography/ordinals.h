#pragma once

#include <cstddef>

#include "text/typography/galley.h"

namespace pes {

/// The ending of an ordinal behind the number in `number`: raised, and shortened to « er », « re »,
/// « nd », « nde », « de » or « e », with an « s » in the plural.
///
/// Shape: gives where the ordinal ends; the end of the number if it is none.
std::size_t set_ordinal(Galley& galley, Extent number);

/// The same behind a Roman numeral that begins at `at`: « XXe », « Ier », but « Ve » only before a
/// word such as « siècle ».
///
/// Shape: gives where to read on.
std::size_t set_roman_ordinal(Galley& galley, std::size_t at);

}  // namespace pes
