#include "theme/form_context.h"

#include <fmt/format.h>

#include <algorithm>

#include "consent/people.h"
#include "text/markup.h"
#include "text/utf8.h"
#include "theme/record_context.h"

namespace pes {

namespace {

using Json = nlohmann::json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

const Field& field_of(std::span<const Field> fields, std::string_view name) {
  return *std::find_if(fields.begin(), fields.end(),
                       [&](const Field& field) { return field.name == name; });
}

// The block as the table of kinds declares it; of the photo where the record itself has none.
std::span<const Field> consent_fields(const Kind& kind) {
  if (field_index(kind, "consentement") >= 0) return field_of(kind.fields, "consentement").fields;
  return field_of(field_of(kind.fields, "photo").fields, "consentement").fields;
}

Json outputs_context(std::span<const Field> block) {
  Json out = Json::array();
  for (const Choice& choice : field_of(block, "supports").choices) {
    out.push_back({{"valeur", choice.name}, {"libelle", choice.label.fr}});
  }
  return out;
}

// How each form of the name looks for this person.
Json names_context(std::span<const Field> block, std::string_view name) {
  Json out = Json::array();
  for (const Choice& choice : field_of(field_of(block, "portee").fields, "nom").choices) {
    std::string example;
    if (choice.name == "complet") example = name;
    if (choice.name == "prenom-initiale") example = first_name_and_initial(name).value_or("");
    out.push_back({{"valeur", choice.name},
                   {"libelle", choice.label.fr},
                   {"exemple", text_or_null(example)}});
  }
  return out;
}

// « site, flux, donnees »
std::string names_of(const Field& field, std::string_view separator) {
  std::string out;
  for (const Choice& choice : field.choices) {
    out += fmt::format("{}{}", out.empty() ? "" : separator, choice.name);
  }
  return out;
}

Json association_context(const Record& site) {
  const Object& notice = object_of(field(site, "mentions_legales"));
  std::string contacts;
  for (const Value& contact : list_of(field(site, "contacts_autorises"))) {
    // A whole domain is nobody's address.
    if (trim(text_of(&contact)).starts_with('@')) continue;
    contacts += fmt::format("{}{}", contacts.empty() ? "" : ", ", text_of(&contact));
  }
  if (contacts.empty()) contacts = text_of(find(notice, "telephone"));
  return {{"nom", text_of(field(site, "organisation"))},
          {"siege", text_or_null(text_of(find(notice, "siege")))},
          {"telephone", text_or_null(text_of(find(notice, "telephone")))},
          {"contacts", text_or_null(contacts)}};
}

Json photo_context(const Record& record) {
  const Value* value = field(record, "photo");
  if (value == nullptr) return nullptr;
  const Object& photo = object_of(value);
  return {{"fichier", text_of(find(photo, "fichier"))},
          {"alt", text_or_null(text_of(find(photo, "alt")))},
          {"legende", text_or_null(text_of(find(photo, "legende")))}};
}

std::string counted(int number, std::string_view one, std::string_view many) {
  return number == 0 ? "" : fmt::format("{} {}", number, number > 1 ? many : one);
}

Json period_context(std::optional<Period> period) {
  return period ? Json(period_in_words(*period)) : Json();
}

}  // namespace

std::string period_in_words(Period period) {
  std::string out;
  for (const std::string& part :
       {counted(period.years, "an", "ans"), counted(period.months, "mois", "mois"),
        counted(period.days, "jour", "jours")}) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

nlohmann::json form_context(const FormInput& input) {
  const Record& record = input.record;
  const Kind& kind = *record.kind;
  const std::span<const Field> block = consent_fields(kind);
  const ConsentPolicy policy = read_consent_policy(input.site);
  const std::string_view name = text_of(field(record, "auteur"));
  const bool person = field_index(kind, "consentement") >= 0;
  return {{"association", association_context(input.site)},
          {"site",
           {{"titre", text_of(field(input.site, "titre"))}, {"adresse", input.base.absolute("/")}}},
          {"jour", date_context(input.day)},
          {"personne",
           {{"nom", text_or_null(name)},
            {"fonction", text_or_null(text_of(field(record, "fonction")))},
            {"structure", text_or_null(text_of(field(record, "structure")))}}},
          {"fiche",
           {{"titre", text_of(field(record, "titre"))},
            {"adresse", input.base.absolute(encode_path(record_address(record)))},
            {"texte", person ? text_or_null(input.text) : Json()}}},
          {"photo", photo_context(record)},
          {"noms", person ? list_context(names_context(block, name)) : Json()},
          {"supports", list_context(outputs_context(block))},
          {"noms_possibles", names_of(field_of(field_of(block, "portee").fields, "nom"), " | ")},
          {"supports_possibles", names_of(field_of(block, "supports"), ", ")},
          {"duree", period_context(policy.duration)},
          {"duree_max", period_context(policy.longest)},
          {"mineurs", policy.allows_minors}};
}

}  // namespace pes
