#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <functional>

#include "support/process.h"
#include "support/removal_site.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>;

constexpr const char* before = RemovalSite::before;
constexpr const char* after = RemovalSite::after;
const std::string her_page = "temoignages/elle/index.html";

}  // namespace

TEST_CASE("removal: what has lapsed disappears, though another record has an error") {
  const RemovalSite site;
  site.commit();
  REQUIRE(site.build(before).code == 0);
  REQUIRE(site.shows(her_page));
  const fs::path model = site.source().parent_path() / "modèle";
  REQUIRE(run_pes({"build", "--source", site.source(), "--date", after, "--output", model}).code ==
          0);
  const Tree expected = read_tree(model);
  site.write_broken("projets/recyclerie.md");
  site.commit();

  CHECK(site.build(after).code == 1);
  CHECK(site.shows(her_page));
  const Finished removed = site.build(after, {"--retirer"});

  CHECK(removed.code == 0);
  CHECK(removed.err.find("PES0044") != std::string::npos);
  CHECK(site.published() == expected);
  CHECK_FALSE(fs::exists(site.output().parent_path() / ".public.pes-anterieur"));
  // Nothing is settled: the error is told again.
  CHECK(site.build(after).code == 1);
}

TEST_CASE("removal: what today's content takes back goes, readable or not") {
  const auto changes = std::map<std::string, std::function<void(const RemovalSite&)>>{
      {"withdrawn",
       [](const RemovalSite& site) {
         site.write_testimonial("lui", "Bea Modèle",
                                "expire_le: 2029-01-01\n  retrait: 2026-06-01");
       }},
      {"deleted",
       [](const RemovalSite& site) { fs::remove(site.source() / "content/temoignages/lui.md"); }},
      {"unreadable", [](const RemovalSite& site) { site.write_broken("temoignages/lui.md"); }},
      {"withdrawn below the fields",
       [](const RemovalSite& site) {
         const fs::path file = site.source() / "content/temoignages/lui.md";
         std::string text = read(file);
         write(file, text.insert(text.rfind("---\n") + 4, "  retrait: 2026-06-01\n"));
       }},
      {"withdrawn by a word that is no field",
       [](const RemovalSite& site) {
         site.write_testimonial("lui", "Bea Modèle", "expire_le: 2029-01-01\n  retait: 2026-06-01");
       }},
      {"less is granted", [](const RemovalSite& site) {
         const fs::path file = site.source() / "content/temoignages/lui.md";
         std::string text = read(file);
         write(file, text.replace(text.find("complet"), 7, "anonyme"));
       }}};
  for (const auto& [name, change] : changes) {
    const RemovalSite site;
    site.commit();
    REQUIRE(site.build(before).code == 0);
    site.write_broken("projets/recyclerie.md");
    change(site);
    const auto& told = name;
    INFO(told);

    CHECK(site.build(before, {"--retirer"}).code == 0);

    CHECK_FALSE(site.shows("temoignages/lui/index.html"));
    CHECK(site.shows(her_page));
    CHECK(site.shows("projets/recyclerie/index.html"));
  }
}

TEST_CASE("removal: a record that names somebody who must not appear goes too") {
  const RemovalSite site;
  site.write_project("cite", "Avec Ada Exemplaire.");
  site.commit();
  REQUIRE(site.build(before).code == 0);
  REQUIRE(site.shows("projets/cite/index.html"));
  CHECK(site.build(after).code == 1);

  CHECK(site.build(after, {"--retirer"}).code == 0);

  CHECK_FALSE(site.shows(her_page));
  CHECK_FALSE(site.shows("projets/cite/index.html"));
  CHECK(site.shows("projets/voisin/index.html"));
}

TEST_CASE("removal: nobody who is erased comes back by it: the key is needed here too") {
  const RemovalSite site;
  const Environment with_key = {
      {"PATH", "/usr/bin:/bin"},
      {"PES_CLE_EFFACEMENTS", "une cle de test, longue de 32 signes au moins"}};
  const std::vector<std::string> removal = {"build", "--source", site.source(), "--date",
                                            after,   "--output", site.output(), "--retirer"};
  REQUIRE(site.build(before).code == 0);
  REQUIRE(run_pes({"withdraw", "--source", site.source(), "temoignages/lui", "--effacer"}, with_key)
              .code == 0);
  site.write_project("voisin", "Avec Bea **Mod**èle.");

  CHECK(site.build(after, {"--retirer"}).code == 1);
  CHECK(site.shows("temoignages/lui/index.html"));
  CHECK(run_pes(removal, with_key).code == 0);
  CHECK_FALSE(site.shows("temoignages/lui/index.html"));
  CHECK_FALSE(site.shows("projets/voisin/index.html"));
  CHECK_FALSE(site.shows(her_page));
}

TEST_CASE("removal: where somebody's record cannot be read and no state says the name, it fails") {
  const RemovalSite site;
  REQUIRE(site.build(before).code == 0);
  site.write_project("voisin", "Avec Bea Modèle.");
  site.write_broken("temoignages/lui.md");
  const Tree old = site.published();

  CHECK(site.build(after, {"--retirer"}).code == 1);

  CHECK(site.published() == old);
}

TEST_CASE("removal: a name in site.yml is not published by an even later state") {
  const RemovalSite site;
  std::string settings = read(site.source() / "content/site.yml");
  const std::size_t line = settings.find("description:");
  if (line != std::string::npos) settings.erase(line, settings.find('\n', line) + 1 - line);
  write(site.source() / "content/site.yml", settings + "description: Avec Bea Modèle\n");
  site.commit();
  REQUIRE(site.build(before).code == 0);
  const Tree old = site.published();
  fs::remove(site.source() / "content/temoignages/lui.md");
  site.write_broken("projets/voisin.md");

  CHECK(site.build(before, {"--retirer"}).code == 1);

  CHECK(site.published() == old);
}

TEST_CASE("removal: without an earlier state, records that have errors are left out") {
  const RemovalSite site;
  REQUIRE(site.build(before).code == 0);
  site.write_broken("projets/voisin.md");

  CHECK(site.build(after, {"--retirer"}).code == 0);

  CHECK_FALSE(site.shows(her_page));
  CHECK_FALSE(site.shows("projets/voisin/index.html"));
  CHECK(site.shows("temoignages/lui/index.html"));
}

TEST_CASE("removal: where nothing can be published, the old site stays, and that fails") {
  const RemovalSite site;
  REQUIRE(site.build(before).code == 0);
  const Tree old = site.published();
  write(site.source() / "themes/mini/layouts/page.mustache", "{{#a}}");

  CHECK(site.build(after, {"--retirer"}).code == 1);

  CHECK(site.published() == old);
}

TEST_CASE("removal: content without errors is published as it is") {
  const RemovalSite site;

  CHECK(site.build(before, {"--retirer"}).code == 0);

  CHECK(site.shows(her_page));
}

TEST_CASE("build: a clock that goes back does not undo what a later day has decided") {
  const RemovalSite site;
  const auto build_at = [&](const char* seconds) {
    return run_pes({"build", "--source", site.source(), "--output", site.output()},
                   {{"SOURCE_DATE_EPOCH", seconds}});
  };
  const Finished later = build_at("1784073600");  // 2026-07-15
  REQUIRE(later.code == 0);
  CHECK(later.out.find("2026-07-15") != std::string::npos);
  REQUIRE_FALSE(site.shows(her_page));

  const Finished earlier = build_at("1781481600");  // 2026-06-15

  CHECK(earlier.code == 0);
  CHECK(earlier.err.find("2026-06-15") != std::string::npos);
  CHECK(earlier.out.find("2026-07-15") != std::string::npos);
  CHECK_FALSE(site.shows(her_page));
  // Somebody who says the day means it, and is warned.
  const Finished asked = site.build(before);
  CHECK(asked.code == 0);
  CHECK(asked.err.find("2026-07-15") != std::string::npos);
  CHECK(site.shows(her_page));
  CHECK(build_at("1781481600").code == 0);
  CHECK_FALSE(site.shows(her_page));
  // What is no day is not taken for « never published ».
  write(site.output().parent_path() / ".public.pes-jour", "zzz");
  const Tree old = site.published();
  CHECK(build_at("1781481600").code == 2);
  CHECK(site.published() == old);
}

}  // namespace pes::test
