#pragma once

#include <string>

#include "impact/disclosure.h"
#include "impact/statistics.h"

/// What the tables of statistics have in common.
namespace pes {

inline constexpr Text unattributed{"non ventilé", "not attributed"};

/// A text in the language of the statistics.
std::string say(const StatisticsInput& input, Text text);

/// A number, or a rate with its n.
Cell cell_of(Decimal value, Decimal base);

/// The same, or what stands for it in public.
Cell cell_of(const StatisticsInput& input, const Part& part, Shown shown);

/// A breakdown with how each part is shown.
PublicBreakdown divide(const StatisticsInput& input, const Total& total, Dimension dimension);

}  // namespace pes
