#include "consent/people.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace pes::test {

namespace {

std::vector<std::string> people(const std::string& text) {
  std::vector<std::string> out;
  for (const PersonName& person : people_of(text)) {
    std::string name;
    for (const std::string& word : person.words) name += (name.empty() ? "" : " ") + word;
    out.push_back(name);
  }
  return out;
}

bool names(const std::string& text, const std::string& name) {
  const auto found = people(text);
  return std::find(found.begin(), found.end(), name) != found.end();
}

}  // namespace

TEST_CASE("people: a line can name several") {
  for (const std::string text :
       {"Ada Un et Bea Deux", "Ada Un, Bea Deux", "Ada Un/Bea Deux", "Ada Un&Bea Deux",
        "Ada Un\u00A0et\u00A0Bea Deux", "Ada Un ET Bea Deux", "Ada Un + Bea Deux",
        "Ada Un | Bea Deux", "Ada Un · Bea Deux", "Ada Un avec Bea Deux",
        "Mesdames Ada Un et Bea Deux", "Ada Un – Bea Deux", "Ada Un; Bea Deux"}) {
    INFO(text);
    CHECK(people(text) == std::vector<std::string>{"ada un", "bea deux"});
  }
}

TEST_CASE("people: whatever is written around a name") {
  for (const std::string text :
       {"Ada Un (présidente)", "Ada Un - présidente", "Ada Un présidente", "Ada Un : présidente",
        "Professeure Ada Un", "Sœur Ada Un", "Ada Un née Trois", "L’équipe d’Ada Un",
        "Les parents de Ada Un", "notre amie Ada Un", "Le témoignage de Ada Un"}) {
    INFO(text);
    CHECK(names(text, "ada un"));
  }
  CHECK(names("Ada Marie Un", "ada un"));
  CHECK(names("Ada Marie Un", "ada marie un"));
  CHECK(people("Jean-Paul de la Tour") == std::vector<std::string>{"jean paul de la tour"});
  CHECK(names("Le Goff Yann", "le goff yann"));
  CHECK(names("Toussaint Martin", "toussaint martin"));
  CHECK(names("PARENT Luc", "parent luc"));
  CHECK(names("Mairead O'Brien", "mairead o brien"));
  CHECK(names("Présidente Ada Un", "ada un"));
  CHECK(names("Ada et Bea Un", "ada un"));
  CHECK(names("Ada et Bea Un", "bea un"));
  CHECK(people("ada un") == std::vector<std::string>{"ada un"});
}

TEST_CASE("people: names within names, behind nouns and between brackets") {
  for (const std::string text :
       {"Témoignage de Camille Dupont", "Portrait d’une voisine, Camille Dupont",
        "Paroles de Camille Dupont", "Camille « Mimi » Dupont", "Camille (née Martin) Dupont",
        "Camille \"Mimi\" Dupont", "Camille Dupont (née Martin)", "Camille Dupont née Martin",
        "Maire Camille Dupont", "Madame la Maire Camille Dupont", "Le Maire Camille Dupont",
        "Adjointe au maire : Camille Dupont", "L’équipe (Camille Dupont, Bea Deux)",
        "« Camille Dupont »", "Camille Dupont [Dijon]", "Camille Dupont, Marie Deux"}) {
    INFO(text);
    CHECK(names(text, "camille dupont"));
    CHECK(is_clear_author(text));
  }
  CHECK(names("Camille (née Martin) Dupont", "camille martin"));
  CHECK(names("Camille Dupont née Martin", "camille martin"));
  CHECK(names("Camille « Mimi » Dupont", "mimi dupont"));
  CHECK(names("Maire Dupont", "dupont"));
  CHECK(names("Présidente Dupont", "dupont"));
  CHECK(names("C. Dupont", "c dupont"));
  CHECK_FALSE(names("Ada Deux-Trois", "deux trois"));
}

TEST_CASE("people: a line that may name somebody in a way of its own is not clear") {
  for (const std::string text : {"Dupont, Camille", "Camille (dite Mimi Dupont", "Camille @ Dupont",
                                 "Camille / Dupont", "Camille | Dupont", "**Camille Dupont**"}) {
    INFO(text);
    CHECK_FALSE(is_clear_author(text));
  }
  CHECK(names("Dupont, Camille", "camille dupont"));
  for (const std::string text :
       {"", "Rose", "Camille Dupont", "Mme Dupont", "Ada Un et Bea Deux", "Bénévoles de Dijon",
        "L’équipe de La Tourniquette", "M. L.", "Un collectif d’habitants", "Rose et Pierre"}) {
    INFO(text);
    CHECK(is_clear_author(text));
  }
}

TEST_CASE("people: which words are the first name, and which the surname") {
  const auto parts = [](const std::string& text) {
    const PersonName name = name_of(split_words(text));
    std::string out;
    for (const std::string& word : name.given) out += word + " ";
    out += "|";
    for (const std::string& word : name.surname) out += " " + word;
    for (const std::string& word : name.halves) out += " /" + word;
    return out;
  };
  CHECK(parts("Jean-Paul de La Tour") == "jean paul | tour");
  CHECK(parts("Hugo d’Exemple") == "hugo | exemple");
  CHECK(parts("Le Goff Yann") == "yann | goff");
  CHECK(parts("LE GOFF Yann") == "yann | goff");
  CHECK(parts("Yann LE GOFF") == "yann | goff");
  CHECK(parts("UN DEUX Ada") == "ada | un deux /un /deux");
  CHECK(parts("Ada Marie Un") == "ada | un");
  CHECK(parts("Ada Exemple-Dupré") == "ada | exemple dupre /exemple /dupre");
  CHECK(parts("Ada O’Brien") == "ada | o brien");
  CHECK(parts("Ada Saint-Exemple") == "ada | saint exemple /exemple");
  CHECK(parts("Personne Exemple-95") == "personne | exemple 95");
  CHECK(parts("La Fontaine") == "|");
}

TEST_CASE("people: groups, roles, initials and single words are nobody") {
  for (const std::string text :
       {"L’équipe de La Tourniquette", "Les administrateurs du LAEP", "Bénévoles de Dijon",
        "Habitants de Mâlain", "Équipe DLA", "Les Bénévoles", "LES BÉNÉVOLES", "Deux habitantes",
        "Anonyme", "Association", "Rose", "Pierre", "M. L.", "Mme D.", "L. D.", "", "—"}) {
    INFO(text);
    CHECK(people(text).empty());
  }
  CHECK(people("Ada Un, présidente") == std::vector<std::string>{"ada un"});
  CHECK(people("Mme Exemple") == std::vector<std::string>{"exemple"});
}

TEST_CASE("people: however many brackets and other names a line has, each is read") {
  std::string brackets;
  std::string particles;
  std::string other_names;
  for (int i = 0; i < 2000; ++i) {
    brackets += "Ada (b) [c] ";
    particles += "Ada de Un ";
    other_names += "Ada née ";
  }

  CHECK(names(brackets + "(Zoé Deux)", "zoe deux"));
  CHECK(names(brackets + "Zoé Deux (née Trois)", "zoe trois"));
  CHECK(people(particles).size() < 10'000);
  CHECK(people(other_names).size() < 100);
}

TEST_CASE("people: first name and initial") {
  CHECK(first_name_and_initial("Camille Exemple") == "Camille E.");
  CHECK(first_name_and_initial("Camille de Éxemple") == "Camille É.");
  CHECK(first_name_and_initial("Camille\u00A0Exemple") == "Camille E.");
  CHECK(first_name_and_initial("  Camille \u202F Exemple ") == "Camille E.");
  CHECK(first_name_and_initial("Jean-Paul Exemple-Dupré") == "Jean-Paul E.");
  CHECK(first_name_and_initial("camille exemple") == "camille e.");
}

TEST_CASE("people: where first and last name are not certain there is no initial") {
  for (const char* name :
       {"", "Camille", "DUPONT Camille", "Dupont, Camille", "Dupont,Camille", "Camille.Dupont",
        "Camille_Dupont", "camille-dupont", "Camille\u00ADDupont", "Camille Dupont et Alex Martin",
        "Camille Dupont (présidente)", "Camille Dupont présidente", "M. Camille Dupont",
        "Mme Dupont", "L’équipe Dupont"}) {
    INFO(std::string(name));
    CHECK_FALSE(first_name_and_initial(name).has_value());
  }
}

}  // namespace pes::test
