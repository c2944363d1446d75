#include "diagnostics/report.h"

#include <doctest/doctest.h>

namespace pes::test {

TEST_CASE("report: code, sentence, place, underlined source and a way out") {
  const SourceFiles files = {{"content/projets/été.md", "---\ntitre: Été à l'Écrin\n---\n"}};
  Diagnostic found{Rule::yaml_duplicate_key, {0, 11, 5}, {"titre"}, {}, {}, {}};

  CHECK(report(found, files, {Language::fr, false}) ==
        "erreur[PES0018] : le champ « titre » est écrit deux fois.\n"
        "  --> content/projets/été.md:2:8\n"
        "   |\n"
        " 2 | titre: Été à l'Écrin\n"
        "   |        ^^^\n"
        "   = gardez une seule des deux lignes.\n");
}

TEST_CASE("report: a colour only when asked for") {
  const SourceFiles files = {{"a.md", "texte"}};
  const Diagnostic found{Rule::raw_html, {0, 0, 5}, {"1"}, {}, {}, {}};

  CHECK(report(found, files, {Language::en, false}).find('\x1b') == std::string::npos);
  CHECK(report(found, files, {Language::en, true}).find("\x1b[1;33m") != std::string::npos);
}

TEST_CASE("report: a long line is cut around the span") {
  const std::string line = std::string(300, 'a') + "ICI" + std::string(300, 'b');
  const SourceFiles files = {{"a.md", line}};
  const Diagnostic found{Rule::raw_html, {0, 300, 3}, {"1"}, {}, {}, {}};

  const std::string text = report(found, files, {Language::fr, false});

  CHECK(text.find("ICI") != std::string::npos);
  CHECK(text.find(std::string(200, 'a')) == std::string::npos);
  const std::size_t source = text.find("ICI") - text.rfind('\n', text.find("ICI"));
  const std::size_t mark = text.find("^^^") - text.rfind('\n', text.find("^^^"));
  CHECK(mark + std::string("…").size() - 1 == source);
}

TEST_CASE("report: a span at the very end of a file is shown") {
  const SourceFiles files = {{"a.md", "---\n"}};
  const Diagnostic found{Rule::front_matter_unclosed, {0, 4, 0}, {}, {}, {}, {}};

  CHECK(report(found, files, {Language::fr, false}).find("a.md:2:1") != std::string::npos);
}

TEST_CASE("diagnostics: sorted by file and place, without repetitions") {
  const SourceFiles files = {{"b.md", "texte"}, {"a.md", "texte"}};
  Diagnostics found;
  found.add(Rule::raw_html, {0, 2, 1});
  found.add(Rule::raw_html, {1, 3, 1});
  found.add(Rule::raw_html, {0, 1, 1});
  found.add(Rule::raw_html, {0, 2, 1});

  found.sort(files);

  REQUIRE(found.all().size() == 3);
  CHECK(found.all()[0].span.file == 1);
  CHECK(found.all()[1].span.offset == 1);
}

TEST_CASE("source: lines and columns count from one, in characters") {
  const std::string text = "été\nà l'eau\n";

  CHECK(position_of(text, 0).line == 1);
  CHECK(position_of(text, 5).column == 4);
  CHECK(position_of(text, 6).line == 2);
  CHECK(position_of(text, 8).column == 2);
  CHECK(line_at(text, 8) == "à l'eau");
  CHECK(line_at(text, 5) == "été");
}

}  // namespace pes::test
