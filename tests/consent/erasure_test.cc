#include "consent/erasure.h"

#include <doctest/doctest.h>

#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {

namespace {

constexpr std::string_view key = "une cle de test, longue de 32 signes au moins";

ErasureRegister registered(const std::string& author, Diagnostics& found) {
  const std::string text = with_erasures("", {}, people_of(author), key);
  return read_erasures({{"content/effacements.txt", text}}, found);
}

std::size_t found_among(const ErasureRegister& erasures, std::string_view text,
                        std::string_view with_key = key) {
  return ErasureSearch(erasures, std::string(with_key)).find(text, Reading::markup).size();
}

}  // namespace

TEST_CASE("erasure: a name is found again by its words and the key, and is not readable without") {
  Diagnostics found;
  const ErasureRegister erasures = registered("Ada Exemplaire", found);

  CHECK_FALSE(found.has_errors());
  REQUIRE(erasures.names.size() == 1);
  CHECK(erasures.opens_with(key));
  CHECK_FALSE(erasures.opens_with("une autre cle, longue de 32 signes au moins"));
  CHECK(found_among(erasures, "Exemplaire, Ada est venue") > 0);
  CHECK(found_among(erasures, "ADA EXEMPLAIRE") > 0);
  CHECK(found_among(erasures, "Ada <b>Exem</b>plaire") > 0);
  CHECK(found_among(erasures, "Mme Exemplaire") > 0);
  CHECK(found_among(erasures, "Mmes Un et Exemplaire") > 0);
  CHECK(found_among(erasures, "Exemplaire;F;Ada") > 0);
  CHECK(found_among(erasures, "Ada Exem-\nplaire") > 0);
  CHECK(found_among(erasures, "Ada Exem<rt>x</rt>plaire") > 0);
  CHECK(found_among(erasures, "/medias/ada-exemplaire.txt") > 0);
  CHECK(found_among(erasures, "un bien bel exemplaire") == 0);
  CHECK(found_among(erasures, "Ada est venue") == 0);
  CHECK(found_among(erasures, "Ada Exemplaire", "une autre cle, longue de 32 signes au moins") ==
        0);
  const std::string text = with_erasures("", {}, people_of("Ada Exemplaire"), key);
  for (const char* part : {"Ada", "exemplaire", "Exemplaire"}) {
    CHECK(text.find(part) == std::string::npos);
  }
}

TEST_CASE("erasure: nobody is written down twice, and what is there stays") {
  Diagnostics found;
  const std::string first = with_erasures("", {}, people_of("Ada Exemplaire"), key);
  const ErasureRegister known = read_erasures({{"content/effacements.txt", first}}, found);

  CHECK(with_erasures(first, known, people_of("Ada Exemplaire"), key) == first);
  const std::string second = with_erasures(first, known, people_of("Bea Modèle"), key);
  CHECK(second.starts_with(first));
  CHECK(occurrences(second, "cle ") == 1);
  CHECK(occurrences(second, "nom ") == 2);
}

TEST_CASE("erasure: a register whose last line has no end takes another name") {
  Diagnostics found;
  std::string first = with_erasures("", {}, people_of("Ada Exemplaire"), key);
  first.pop_back();
  const ErasureRegister known = read_erasures({{"content/effacements.txt", first}}, found);

  const std::string second = with_erasures(first, known, people_of("Bea Modèle"), key);

  const ErasureRegister both = read_erasures({{"content/effacements.txt", second}}, found);
  CHECK_FALSE(found.has_errors());
  CHECK(both.holds(people_of("Ada Exemplaire"), key));
  CHECK(both.holds(people_of("Bea Modèle"), key));
  CHECK_FALSE(both.holds(people_of("Cléo Exemple"), key));
  CHECK_FALSE(
      both.holds(people_of("Ada Exemplaire"), "une autre cle, longue de 32 signes au moins"));
}

TEST_CASE("erasure: a later register adds its names, and with another key stands for the former") {
  const auto with = [](const std::string& author, std::string_view its_key) {
    Diagnostics found;
    const std::string text = with_erasures("", {}, people_of(author), its_key);
    return read_erasures({{"content/effacements.txt", text}}, found);
  };
  constexpr std::string_view other = "une autre cle, longue de 32 signes au moins";
  ErasureRegister same = with("Ada Exemplaire", key);
  same.add(with("Bea Modèle", key));
  ErasureRegister changed = with("Ada Exemplaire", key);
  changed.add(with("Bea Modèle", other));
  ErasureRegister kept = with("Ada Exemplaire", key);
  kept.add({});

  CHECK(same.holds(people_of("Ada Exemplaire, Bea Modèle"), key));
  CHECK(changed.holds(people_of("Bea Modèle"), other));
  CHECK(changed.names.size() == 1);
  CHECK(kept.holds(people_of("Ada Exemplaire"), key));
}

TEST_CASE("erasure: a surname behind a form of address is kept as one") {
  Diagnostics found;
  const ErasureRegister erasures = registered("Mme Exemplaire", found);

  CHECK(found_among(erasures, "Merci à M. Exemplaire") > 0);
  CHECK(found_among(erasures, "un exemplaire") == 0);
}

TEST_CASE("erasure: a key that is too short opens nothing") {
  const std::string text = with_erasures("", {}, people_of("Ada Exemplaire"), "courte");
  Diagnostics found;

  CHECK_FALSE(read_erasures({{"content/effacements.txt", text}}, found).opens_with("courte"));
}

TEST_CASE("erasure: an erased record is gone, and its name refused in pages and documents") {
  const TemporaryFolder folder;
  const std::filesystem::path site = folder.path() / "site";
  copy_minimal_site(site);
  write(site / "content/temoignages/elle.md",
        "---\ntitre: Fiche\nstructure: Structure\nforme: citation\nauteur: Ada Exemplaire\n"
        "dispositif: dla\nconsentement: {base: accord-ecrit, recueilli_le: 2025-01-10, "
        "duree: P3Y, preuve: REG-1}\n---\n\nUn texte.\n");
  const Environment with_key = {{"PES_CLE_EFFACEMENTS", std::string(key)}, {"PATH", "/usr/bin"}};
  const auto build = [&](const Environment& environment) {
    return run_pes(
        {"build", "--source", site, "--date", "2026-01-01", "--output", folder.path() / "public"},
        environment);
  };
  const std::vector<std::string> erase = {"withdraw", "--source", site, "temoignages/elle",
                                          "--effacer"};
  const std::string whole = read(site / "content/temoignages/elle.md");
  CHECK(run_pes(erase, {{"PATH", "/usr/bin"}}).code == 2);
  REQUIRE(read(site / "content/temoignages/elle.md") == whole);

  REQUIRE(run_pes(erase, with_key).code == 0);

  CHECK_FALSE(std::filesystem::exists(site / "content/temoignages/elle.md"));
  CHECK(read(site / "content/effacements.txt").find("xemplaire") == std::string::npos);
  CHECK(build(with_key).code == 0);
  CHECK(build({}).err.find("PES0094") != std::string::npos);
  write(site / "content/medias/acte.doc", "Un acte.");
  write(site / "content/projets/verger.md",
        "---\ntitre: Verger\ndispositif: dla\n---\n\n[L'acte](../medias/acte.doc)\n");
  CHECK(build(with_key).err.find("PES0150") != std::string::npos);
  write(site / "content/medias/charte.txt", "Merci à Ada Exemplaire.\n");
  write(site / "content/projets/verger.md",
        "---\ntitre: Verger\ndispositif: dla\n---\n\n[La charte](../medias/charte.txt)\n");
  const Finished refused = build(with_key);
  CHECK(refused.code == 1);
  CHECK(refused.err.find("PES0095") != std::string::npos);
  CHECK(refused.err.find("xemplaire") == std::string::npos);
}

TEST_CASE("erasure: nobody's record is deleted while the register would not keep the name") {
  const TemporaryFolder folder;
  const std::filesystem::path site = folder.path() / "site";
  copy_minimal_site(site);
  write(site / "content/temoignages/elle.md",
        "---\ntitre: Fiche\nstructure: Structure\nforme: citation\nauteur: Ada Exemplaire\n"
        "dispositif: dla\nconsentement: {base: accord-ecrit, recueilli_le: 2025-01-10, "
        "duree: P3Y, preuve: REG-1}\n---\n\nUn texte.\n");
  const std::string broken =
      with_erasures("", {}, people_of("Bea Modèle"), key) + "nom Ada Exemplaire\n";
  write(site / "content/effacements.txt", broken);

  const Finished refused =
      run_pes({"withdraw", "--source", site, "temoignages/elle", "--effacer"},
              {{"PES_CLE_EFFACEMENTS", std::string(key)}, {"PATH", "/usr/bin"}});

  CHECK(refused.code == 1);
  CHECK(refused.err.find("content/effacements.txt") != std::string::npos);
  CHECK(std::filesystem::exists(site / "content/temoignages/elle.md"));
  CHECK(read(site / "content/effacements.txt") == broken);
}

}  // namespace pes::test
