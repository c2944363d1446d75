#pragma once

#include <string>

#include "impact/ledger.h"
#include "text/number.h"

namespace pes {

/// « près de 2 600 personnes accompagnées »: a figure as the association says it.
///
/// A stated precision is kept. A computed figure is bare when it is a multiple of the indicator's
/// step, « près de » the next multiple within a quarter of a step below it, else « plus de » the
/// last multiple, and bare below the first.
///
/// Source: content model, « Wording follows the value ».
std::string word_figure(const Indicator& indicator, Decimal value, Precision precision);

/// Only the number with its « près de » or « plus de ».
std::string word_number(const Indicator& indicator, Decimal value, Precision precision);

/// The singular below 2, the plural from 2 on.
const std::string& noun_for(const Indicator& indicator, Decimal value);

}  // namespace pes
