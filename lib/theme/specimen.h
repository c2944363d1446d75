#pragma once

#include <map>
#include <string>

#include "theme/template_check.h"

namespace pes {

/// The names that each layout offers, learnt by building the contexts of a specimen site in which
/// every field of every kind is filled. So the table of kinds and the code that makes contexts stay
/// the only places that know them.
///
/// Shape: one entry for each layout that pages of a site can ask for.
std::map<std::string, Vocabulary> specimen_vocabularies();

/// The same for the theme of the yearly report.
std::map<std::string, Vocabulary> report_vocabularies();

/// The same for the layout of the consent form.
std::map<std::string, Vocabulary> form_vocabularies();

}  // namespace pes
