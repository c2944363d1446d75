#pragma once

#include <string>
#include <string_view>

#include "described.h"

namespace pes {

/// The manual page of the program, with every command and option.
///
/// Shape:  it bears no date, so that the same program gives the same page.
/// Source: man(7), groff_man(7).
std::string manual_page(const DescribedCommand& program, std::string_view version,
                        Language language);

}  // namespace pes
