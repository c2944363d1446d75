#include "schema/kinds.h"

namespace pes {

Text type_label(Type type) {
  switch (type) {
    case Type::text:
      return {"un texte", "a text"};
    case Type::slug:
      return {"un nom court en minuscules", "a short lower-case name"};
    case Type::boolean:
      return {"« oui » ou « non »", "\"oui\" or \"non\""};
    case Type::integer:
      return {"un nombre entier", "a whole number"};
    case Type::number:
      return {"un nombre, par exemple 2600 ou 12,5", "a number, for example 2600 or 12,5"};
    case Type::year:
      return {"une année, par exemple 2024", "a year, for example 2024"};
    case Type::date:
      return {"une date AAAA-MM-JJ", "a date YYYY-MM-DD"};
    case Type::period:
      return {"une durée comme P3Y (3 ans) ou P18M (18 mois)",
              "a duration such as P3Y (3 years) or P18M (18 months)"};
    case Type::choice:
      return {"une des valeurs prévues", "one of the known values"};
    case Type::reference:
      return {"le nom court d'une fiche", "the short name of a record"};
    case Type::media:
      return {"un fichier de content/medias/", "a file of content/medias/"};
    case Type::url:
      return {"une adresse qui commence par https://", "an address that starts with https://"};
    case Type::path:
      return {"une adresse du site qui commence par /", "an address of the site, starting with /"};
    case Type::colour:
      return {"une couleur comme \"#1f5c4d\", entre guillemets",
              "a colour such as \"#1f5c4d\", in quotes"};
    case Type::object:
      return {"des champs alignés en dessous (deux espaces)", "fields indented below (two spaces)"};
    case Type::figures:
      return {"une ligne « indicateur: nombre » par chiffre", "a line \"indicator: number\" each"};
    case Type::partition:
      return {"pour chaque dispositif, ses chiffres", "for each programme, its figures"};
  }
  return {};
}

}  // namespace pes
