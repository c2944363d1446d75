#include "theme/theme.h"

#include <doctest/doctest.h>

#include "support/files.h"

namespace pes::test {

namespace {

class Themes {
 public:
  Themes() {
    write("parent/theme.yml",
          "nom: Parent\npalette:\n  clair: {fond: \"#ffffff\", texte: \"#000000\"}\n"
          "couleurs: [bleu]\ntextes: {vide: Rien, suite: Ensuite}\n");
    write("parent/layouts/page.mustache", "page du parent");
    write("parent/layouts/liste.mustache", "liste du parent");
    write("parent/static/style.css", "a{}");
    write("parent/static/icone.svg", "<svg/>");
  }

  void write(const std::string& path, const std::string& text) {
    test::write(folder_.path() / "themes" / path, text);
  }

  std::optional<Theme> read(const std::string& name) {
    return read_theme(folder_.path(), name, {}, files_, found);
  }

  [[nodiscard]] const std::string& text(const Template& part) const {
    return files_[part.file].text;
  }

  // Puts a link to another place where a file or a folder was.
  void link(const std::string& path) {
    const std::filesystem::path place = folder_.path() / "themes" / path;
    std::filesystem::rename(place, folder_.path() / "ailleurs");
    std::filesystem::create_symlink(folder_.path() / "ailleurs", place);
  }

  Diagnostics found;

 private:
  TemporaryFolder folder_;
  SourceFiles files_;
};

}  // namespace

TEST_CASE("theme: what a theme does not have is that of the theme it inherits from") {
  Themes themes;
  themes.write("enfant/theme.yml",
               "nom: Enfant\nherite: parent\npalette:\n  clair: {texte: \"#222222\"}\n"
               "textes: {vide: Pas encore}\n");
  themes.write("enfant/layouts/page.mustache", "page de l'enfant");
  themes.write("enfant/static/icone.svg", "<svg id='e'/>");

  const auto theme = themes.read("enfant");

  REQUIRE(theme);
  CHECK(themes.found.all().empty());
  CHECK(themes.text(theme->layouts.at("page")) == "page de l'enfant");
  CHECK(themes.text(theme->layouts.at("liste")) == "liste du parent");
  CHECK(format_colour(theme->settings.palette.light.at("texte").colour) == "#222222");
  CHECK(format_colour(theme->settings.palette.light.at("fond").colour) == "#ffffff");
  CHECK(theme->settings.palette.colours.size() == 1);
  CHECK(theme->settings.texts.at("vide") == "Pas encore");
  CHECK(theme->settings.texts.at("suite") == "Ensuite");
  REQUIRE(theme->static_files.size() == 2);
  CHECK(theme->static_files.front().source.string().find("enfant") != std::string::npos);
}

TEST_CASE("theme: a look changes from theme.yml alone, and the stylesheet gets another name") {
  Themes themes;
  themes.write("enfant/theme.yml",
               "nom: Enfant\nherite: parent\npalette:\n  clair: {texte: \"#222222\"}\n");

  const auto parent = themes.read("parent");
  const auto child = themes.read("enfant");

  REQUIRE(parent);
  REQUIRE(child);
  CHECK(parent->stylesheet != child->stylesheet);
  const std::string& css = child->static_files.back().bytes;
  CHECK(css == "@layer palette{:root{--fond:#ffffff;--texte:#222222;}\n}\na{}");
}

TEST_CASE("theme: a chain of three themes, and one that ends in itself") {
  Themes themes;
  themes.write("enfant/theme.yml", "nom: Enfant\nherite: parent\n");
  themes.write("petit/theme.yml", "nom: Petit\nherite: enfant\n");
  themes.write("boucle/theme.yml", "nom: Boucle\nherite: boucle\n");

  const auto grandchild = themes.read("petit");

  REQUIRE(grandchild);
  CHECK(themes.text(grandchild->layouts.at("page")) == "page du parent");
  CHECK(themes.found.all().empty());
  CHECK(themes.read("boucle"));
  REQUIRE(themes.found.all().size() == 1);
  CHECK(themes.found.all().front().rule == Rule::theme_cycle);
}

TEST_CASE("theme: dark mode and the colours of programmes") {
  Themes themes;
  themes.write(
      "sombre/theme.yml",
      "nom: S\npalette:\n  sombre: {sur_accent: \"#ABCDEF\"}\n"
      "couleurs:\n  - {nom: vert, clair: \"#00ff00\", sombre: \"#88ff88\", forme: rond}\n");
  themes.write("sombre/static/style.css", "");

  const auto theme = themes.read("sombre");

  REQUIRE(theme);
  CHECK(palette_css(theme->settings.palette) ==
        "@layer palette{.teinte-vert{--teinte:#00ff00;}\n"
        "@media screen and (prefers-color-scheme:dark){:root{--sur-accent:#abcdef;}\n"
        ".teinte-vert{--teinte:#88ff88;}\n}\n}\n");
}

TEST_CASE("theme: neither a theme nor a part of it may be a link to another place") {
  for (const char* place : {"parent", "parent/layouts", "parent/static", "parent/theme.yml",
                            "parent/layouts/page.mustache", "parent/static/icone.svg"}) {
    Themes themes;
    themes.link(place);
    INFO(place);

    themes.read("parent");

    REQUIRE(themes.found.has_errors());
    CHECK(themes.found.all()[0].rule == Rule::symbolic_link);
  }
}

}  // namespace pes::test
