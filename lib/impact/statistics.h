#pragma once

#include <span>
#include <string>

#include "impact/ledger.h"
#include "text/language.h"

namespace pes {

/// The totals for people: one line an indicator with its wording, then its parts by programme and
/// by year, each with what is not attributed.
///
/// Shape: at most 80 columns as long as the names of indicators and programmes are short.
std::string statistics_table(std::span<const Total> ledger, Language language);

/// The same for programs: a JSON object {indicateurs: [{id, valeur, texte, par_dispositif,
/// par_annee, …}]}, values as JSON numbers.
std::string statistics_json(std::span<const Total> ledger);

}  // namespace pes
