#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "site/page.h"

namespace pes {

/// What templates see of a record on its own page: the name `fiche`. The fields are those of its
/// kind that the table exposes; what names a person is what the consent allows.
nlohmann::json record_context(const Site& site, const Entry& entry);

/// What templates see of a record in a list. The names are the same for every kind.
nlohmann::json card_context(const Site& site, const Entry& entry);

/// The fields of an object that templates may see, by their names.
nlohmann::json object_context(const Site& site, const Object& object,
                              std::span<const Field> fields);

/// {titre, adresse}
nlohmann::json link_context(const Site& site, const Link& link);

/// {iso, texte}, or null.
nlohmann::json date_context(std::optional<Date> date);

/// {liste, nombre}, or null for an empty array.
nlohmann::json list_context(nlohmann::json items);

}  // namespace pes
