#include "consent/contacts.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

#include "consent/contact_hints.h"
#include "support/files.h"
#include "support/sites.h"

namespace pes::test {

namespace {

std::vector<std::string> plain(const std::string& text) {
  std::vector<std::string> out;
  for (const Contact& contact : find_contacts(text)) out.push_back(contact.plain);
  return out;
}

using Plain = std::vector<std::string>;

}  // namespace

TEST_CASE("contacts: a domain of site.yml allows its addresses, and those of no other") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const std::filesystem::path settings = folder.path() / "content/site.yml";
  write(settings, read(settings) + "contacts_autorises: ['@domaine.fr', 03 80 00 00 00]\n");
  write(folder.path() / "content/projets/verger.md",
        "---\ntitre: T\ndispositif: dla\n---\n\na@domaine.fr, Jean.B@Domaine.fr, "
        "c (at) domaine.fr, d@sous.domaine.fr, e@domaine.fr.org, f@mon-domaine.fr.\n");

  const Built built = build_site(folder.path());

  CHECK(built.found.all().size() == 3);
  for (const Diagnostic& found : built.found.all()) CHECK(found.rule == Rule::contact_in_text);
}

TEST_CASE("contacts: phone numbers in every way that people group them") {
  for (const std::string text : {"0380123456",
                                 "03 80 12 34 56",
                                 "03.80.12.34.56",
                                 "03-80-12-34-56",
                                 "03/80/12/34/56",
                                 "03\u00A080\u00A012\u00A034\u00A056",
                                 "03\u202F80\u202F12\u202F34\u202F56",
                                 "03\u200980\u200912\u200934\u200956",
                                 "03\u201180\u201112\u201134\u201156",
                                 "0\u200B380123456",
                                 "+33 3 80 12 34 56",
                                 "+33380123456",
                                 "+33 (0)3 80 12 34 56",
                                 "0033 3 80 12 34 56",
                                 "+33.3.80.12.34.56",
                                 "03 80 123 456",
                                 "0380 12 34 56",
                                 "Tél.: 03 80 12 34 56.",
                                 "(03 80 12 34 56)",
                                 "03 80 12 34 56 21000 Dijon",
                                 "tel:+33380123456",
                                 "(+33) 3 80 12 34 56",
                                 "+33 (3) 80 12 34 56",
                                 "+ 33 3 80 12 34 56",
                                 "00 33 3 80 12 34 56",
                                 "+33 380 12 34 56",
                                 "+33 3 80123456",
                                 "03  80  12  34  56",
                                 "03 - 80 - 12 - 34 - 56",
                                 "03. 80. 12. 34. 56",
                                 "03 80-12.34 56",
                                 "03_80_12_34_56",
                                 "03 80 12 3456",
                                 "03 8012 3456",
                                 "03 801 234 56",
                                 "03 80 **12** 34 56",
                                 "Tél.0380123456",
                                 "Tél.03 80 12 34 56",
                                 "Mobile-03 80 12 34 56",
                                 "Camille/03 80 12 34 56",
                                 "(03) 80 12 34 56",
                                 "dossier : 03 80 12 34 56",
                                 "ref. 03 80 12 34 56",
                                 "０３８０１２３４５６"}) {
    INFO(text);
    CHECK(plain(text) == Plain{"0380123456"});
  }
  CHECK(plain("06 12 34 56 78 ou 07 12 34 56 78") == Plain{"0612345678", "0712345678"});
  CHECK(plain("06 12 34 56 78/03 80 12 34 56") == Plain{"0612345678", "0380123456"});
  CHECK(plain("+262 262 12 34 56") == Plain{"0262123456"});
}

TEST_CASE("contacts: numbers that are no phone pass") {
  for (const std::string text : {"732 829 320 00074",
                                 "73282932000074",
                                 "552 081 317 01234",
                                 "732 829 320",
                                 "01/02/2024",
                                 "01/02/2024 15:30",
                                 "le 01 02 2024",
                                 "2 600 personnes",
                                 "1 000 000 000 €",
                                 "0,123456789",
                                 "version 01.02.03.04.05",
                                 "v1.2.3",
                                 "10.0.22631.4169",
                                 "21000 Dijon",
                                 "21000 21200 21300",
                                 "W212000123",
                                 "978-2-01-235040-9",
                                 "3760000123456",
                                 "03 80 12 34",
                                 "00 00 00 00 00",
                                 "123 0380123456",
                                 "0380123456789",
                                 "12.0380123456",
                                 "2024-03-12 2025-03-12",
                                 "de 01 à 05 06 07 08",
                                 "REG-0612345678-2",
                                 "départements 01 02 03 04 05",
                                 "horaires 08 10 12 14 16 h",
                                 "saisons 02/03/04/05/06",
                                 "ISBN 0306406152",
                                 "facture 0123456789",
                                 "sha a0612345678bc",
                                 "1 20 30 40 500 600"}) {
    INFO(text);
    const bool list = text.starts_with("123 ");
    CHECK(plain(text).size() == (list ? 1 : 0));
  }
}

TEST_CASE("contacts: e-mail addresses, also in disguise") {
  for (const std::string text : {"nom@exemple.org",
                                 "Nom@Exemple.ORG",
                                 "<nom@exemple.org>",
                                 "mailto:nom@exemple.org",
                                 "nom [at] exemple.org",
                                 "nom(at)exemple.org",
                                 "nom [arobase] exemple [point] org",
                                 "nom { at } exemple {dot} org",
                                 "nom&#64;exemple.org",
                                 "nom&commat;exemple.org",
                                 "nom\\@exemple.org",
                                 "nom%40exemple.org",
                                 "nom＠exemple.org",
                                 "nom@exe\u00ADmple.org",
                                 "écrire à nom@exemple.org.",
                                 "nom @ exemple.org",
                                 "nom[@]exemple.org",
                                 "nom (@) exemple.org",
                                 "nom(a)exemple.org",
                                 "nom arobase exemple point org",
                                 "nom@*exemple*.org"}) {
    INFO(text);
    CHECK(plain(text) == Plain{"nom@exemple.org"});
  }
  CHECK(plain("prenom.nom+site@sous.exemple.co") == Plain{"prenom.nom+site@sous.exemple.co"});
}

TEST_CASE("contacts: an at sign alone makes no address") {
  for (const std::string text :
       {"@pes21", "@pes21@mastodon.social", "https://mastodon.social/@pes21", "paquet@1.2.3",
        "les habitant.es et les salarié.es", "a @ b", "nom@", "@exemple.org", "nom@exemple",
        "point.org", "(at) home", "[point]", "logo@2x.png", "rendez-vous @ Dijon",
        "un point sur le projet"}) {
    INFO(text);
    CHECK(plain(text).empty());
  }
}

TEST_CASE("contacts: social-security numbers") {
  CHECK(plain("2 69 05 49 588 157 80") == Plain{"269054958815780"});
  CHECK(plain("269054958815780") == Plain{"269054958815780"});
  CHECK(plain("1 85 05 78 006 084") == Plain{"1850578006084"});
  // Grouped as it is, a wrong key is only a slip.
  CHECK(plain("2 69 05 49 588 157 81").size() == 1);
  CHECK(plain("269054958815781").empty());
  CHECK(plain("1850578006084").empty());
  CHECK(plain("1 85 15 78 006 084").empty());
  CHECK(find_contacts("2 69 05 49 588 157 80")[0].kind == ContactKind::social_security);
}

TEST_CASE("contacts: Corsican social-security numbers have a letter") {
  // 18 replaces 2B for the key: 97 - (1 85 05 18 006 084 mod 97).
  const std::int64_t number = 1'850'518'006'084;
  const std::string key = std::to_string(97 - number % 97);

  CHECK(
      find_contacts("1 85 05 2B 006 084 " + std::string(key.size() < 2 ? "0" : "") + key).size() ==
      1);
}

TEST_CASE("contacts: account numbers with a valid key") {
  for (const std::string text :
       {"FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189",
        "fr76 3000 6000 0112 3456 7890 189", "IBAN : FR76 3000 6000 0112 3456 7890 189 pour",
        "FR76\u202F3000\u202F6000\u202F0112\u202F3456\u202F7890\u202F189"}) {
    INFO(text);
    CHECK(plain(text) == Plain{"fr7630006000011234567890189"});
  }
  CHECK(plain("DE89 3704 0044 0532 0130 00").size() == 1);
  CHECK(plain("FR76 3000 6000 0112 3456 7890 188").empty());
  CHECK(plain("FR12345678901").empty());
  CHECK(plain("XX76 3000 6000 0112 3456 7890 189").empty());
}

TEST_CASE("contacts: each is placed where it stands") {
  const std::string text = "Écrivez à nom@exemple.org ou au 03 80 12 34 56.";

  const auto contacts = find_contacts(text);

  REQUIRE(contacts.size() == 2);
  CHECK(text.substr(contacts[0].begin, contacts[0].end - contacts[0].begin) == "nom@exemple.org");
  CHECK(text.substr(contacts[1].begin, contacts[1].end - contacts[1].begin) == "03 80 12 34 56");
}

TEST_CASE("contacts: a glance leaves out no text in which something is to be found") {
  constexpr auto pieces = std::to_array<std::string_view>({"03 80 12 34 56",
                                                           "0380123456",
                                                           "+33 (0)3 80 12 34 56",
                                                           "2 85 05 78 006 084 36",
                                                           "FR76 3000 6000 0112 3456 7890 189",
                                                           "DE89 3704 0044 0532 0130 00",
                                                           "nom@exemple.org",
                                                           "nom [at] exemple.org",
                                                           "nom ( AROBASE ) exemple point org",
                                                           "nom { a } exemple.org",
                                                           "nom arobase exemple.org",
                                                           "nom @ exemple.org",
                                                           "nom&#64;exemple.org",
                                                           "nom%40exemple.org",
                                                           "*",
                                                           "**",
                                                           "\\",
                                                           " ",
                                                           "\u00A0",
                                                           "\u202F",
                                                           "\u200B",
                                                           "\u00AD",
                                                           "-",
                                                           ".",
                                                           "/",
                                                           "(",
                                                           ")",
                                                           "é",
                                                           "0",
                                                           "１",
                                                           "@",
                                                           "＠",
                                                           "en 2024",
                                                           "le 12/03/2024",
                                                           "[la page](/x/)",
                                                           "« mot »",
                                                           "12 000 €",
                                                           "15 %",
                                                           "base",
                                                           "R&D",
                                                           "abc",
                                                           "\n"});
  std::mt19937 random(11);
  std::size_t glanced = 0;
  std::size_t found = 0;
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % 5; n > 0; --n) text += pieces.at(random() % pieces.size());
    if (random() % 2 == 0) text.insert(random() % text.size(), pieces.at(14 + random() % 12));
    const bool holds = !find_contacts_thoroughly(text).empty();
    found += holds ? 1 : 0;
    glanced += may_hold_contacts(text) ? 0 : 1;
    INFO(text);
    CHECK((may_hold_contacts(text) || !holds));
  }
  CHECK(found > 5'000);
  CHECK(glanced > 3'000);
  CHECK_FALSE(
      may_hold_contacts("Plus de 726 personnes ont été reçues en 4 mois (sur 328), « voilà » ; "
                        "[la page](/dispositifs/dla/) – 15 % & 12 000 €, base 2024."));
}

TEST_CASE("contacts: hostile lengths do no harm") {
  CHECK(find_contacts(std::string(200'000, '@')).empty());
  CHECK(find_contacts(std::string(200'000, '0')).empty());
  CHECK(find_contacts(std::string(200'000, '[')).empty());
  CHECK(find_contacts("a" + std::string(1'000'000, '*')).empty());
  std::string dots;
  for (int i = 0; i < 50'000; ++i) dots += "a.";
  CHECK(find_contacts(dots).empty());
  std::string signs;
  for (int i = 0; i < 100'000; ++i) signs += " @ ";
  CHECK(find_contacts(signs).empty());
}

}  // namespace pes::test
