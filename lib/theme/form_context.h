#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "consent/consent.h"
#include "site/addresses.h"

namespace pes {

/// The layout of the consent form, in a theme of its own.
inline constexpr std::string_view form_layout = "formulaire";

/// What a consent form is made from.
struct FormInput {
  const Record& site;    ///< site.yml
  const Record& record;  ///< Whoever has to agree, to this record or to its photo.
  std::string text;      ///< The body of the record, as HTML.
  BaseUrl base;
  Date day;
};

/// What the form can use: who asks and who is asked, what would be published and where, the forms
/// that the name can take, how long, and the block `consentement` to copy into the record.
nlohmann::json form_context(const FormInput& input);

/// « 3 ans », « 18 mois »
std::string period_in_words(Period period);

}  // namespace pes
