#include "diagnostics/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "diagnostics/machine_report.h"

namespace pes::test {

namespace {

// Everything that can be told of a finding, written by somebody who means harm.
const std::string hostile = "a\n::error::faux\x1b[31m\u202E\u009B";
const SourceFiles hostile_files = {{"content/" + hostile + ".md", "mot \u202Emot\tmot\x1b[0m"}};

Diagnostics hostile_findings() {
  Diagnostics found;
  Diagnostic& finding = found.add(Rule::broken_link, {0, 4, 3}, {hostile});
  finding.nearest = hostile;
  finding.notes.push_back({{0, 0, 1}, {"ici", "here"}});
  found.add(Rule::unexpected_file, {}, {hostile, hostile});
  return found;
}

bool is_harmless(std::string_view text) {
  for (const std::string_view sign : {"\x1b", "\u202E", "\u009B"}) {
    if (text.find(sign) != std::string_view::npos) return false;
  }
  return ("\n" + std::string(text)).find("\n::error::faux") == std::string::npos;
}

}  // namespace

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

TEST_CASE("report: nothing that authors wrote acts on a terminal or begins a line") {
  const Diagnostics found = hostile_findings();
  for (const Diagnostic& finding : found.all()) {
    const std::string text = report(finding, hostile_files, {Language::fr, false});
    CHECK(is_harmless(text));
    CHECK(text.find("a␊::error::faux␛[31m") != std::string::npos);
  }
}

TEST_CASE("report: a sign stands for each character, so that the underline stays in its place") {
  const std::string text =
      report(hostile_findings().all().front(), hostile_files, {Language::fr, false});

  CHECK(text.find(" 1 | mot \uFFFDmot mot␛[0m\n   |     ^\n") != std::string::npos);
}

TEST_CASE("report: nothing that authors wrote acts through a report for programs either") {
  const Diagnostics found = hostile_findings();
  for (const MachineFormat format :
       {MachineFormat::json, MachineFormat::github, MachineFormat::sarif, MachineFormat::gitlab}) {
    const std::string text = report_for_machines(format, found, hostile_files, Language::fr, "1");
    CHECK(is_harmless(text));
    if (format == MachineFormat::github) {
      CHECK(std::count(text.begin(), text.end(), '\n') == 2);
      continue;
    }
    const auto json = nlohmann::json::parse(text);
    if (format == MachineFormat::json) {
      CHECK(json["findings"][0]["place"]["file"] == hostile_files.front().path);
    }
  }
}

TEST_CASE(
    "report: the fiftieth finding of a rule in a file is the last, and the others are counted") {
  const SourceFiles files = {{"a.md", std::string(200, '\n')}, {"b.md", "x"}};
  Diagnostics found;
  for (std::uint32_t i = 0; i < 120; ++i) found.add(Rule::raw_html, {0, i, 1}, {std::size_t{1}});
  found.add(Rule::raw_html, {1, 0, 1}, {std::size_t{1}});
  found.add(Rule::control_character, {0, 150, 1}, {"0001"});
  found.sort(files);

  const auto shown = found.abridged();

  REQUIRE(shown.size() == 53);
  CHECK(shown[49].rule == Rule::raw_html);
  CHECK(shown[50].rule == Rule::more_of_the_same);
  CHECK(shown[50].span.offset == 50);
  CHECK(message(shown[50], Language::en).find("70 more findings PES") == 0);
  CHECK(shown[51].rule == Rule::control_character);
  CHECK(shown[52].span.file == 1);
  CHECK(found.abridged(Severity::error).size() == 1);
  const auto json = nlohmann::json::parse(
      report_for_machines(MachineFormat::json, found, files, Language::fr, "1"));
  CHECK(json["findings"].size() == 53);
  CHECK(json["counts"]["warning"] == 121);
}

TEST_CASE("report: fifty-one findings are told rather than that there is one more") {
  Diagnostics found;
  for (std::uint32_t i = 0; i < 51; ++i) found.add(Rule::raw_html, {0, i, 1}, {std::size_t{1}});

  CHECK(found.abridged().size() == 51);
  CHECK(found.abridged().back().rule == Rule::raw_html);
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

TEST_CASE("source: places are the same when a file is looked through once") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 70 == 0 ? "\n\n" : "é\u202Fœuvre, ";
  const SourceFiles files = {{"a.md", "x"}, {"b.md", text}, {"c.md", ""}};
  const Places places(files);

  for (std::size_t at = 0; at <= text.size() + 1; ++at) {
    const Position expected = position_of(text, at);
    const Position found = places.position(1, at);
    REQUIRE(found.line == expected.line);
    REQUIRE(found.column == expected.column);
    REQUIRE(places.line(1, at) == line_at(text, at));
  }
  CHECK(places.position(2, 0).column == 1);
  CHECK(places.line(2, 0).empty());
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
