#pragma once

#include <string>

#include "impact/ledger.h"
#include "text/number.h"

namespace pes {

/// « près de 2 600 personnes accompagnées »: a figure as the association says it.
///
/// A stated precision is kept. A computed figure is bare when it is a multiple of the indicator's
/// step, « près de » the next multiple within a quarter of a step below it, else « plus de » the
/// last multiple, and bare below the first. A rate, which has a `base`, is a whole percentage with
/// its n: « 75 % des structures … (n = 60) ».
///
/// Source: content model, « Wording follows the value ».
std::string word_figure(const Indicator& indicator, Decimal value, Precision precision,
                        Decimal base = {});

/// Only the number with its « près de » or « plus de »; of a rate, the percentage.
std::string word_number(const Indicator& indicator, Decimal value, Precision precision,
                        Decimal base = {});

/// The singular below 2, the plural from 2 on; of a rate, of its percentage.
const std::string& noun_for(const Indicator& indicator, Decimal value, Decimal base = {});

/// « 75 % (n = 60) »; without a base the text alone.
std::string with_base(const std::string& text, Decimal base);

/// The number alone: « 2 600 », or the percentage of a rate.
std::string plain_number(Decimal value, Decimal base);

/// A rate in hundredths, rounded half up.
///
/// Shape: `base` is positive.
Decimal percentage(Decimal value, Decimal base);

}  // namespace pes
