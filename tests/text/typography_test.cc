#include "text/typography.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/both_ways.h"
#include "support/files.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

using Kind = TypographicDoubt::Kind;

const std::vector<std::string> protected_names = {"3ème élément", "Les Jardins du Coeur",
                                                  "P'tit Bleu P'tit Jaune", "Qui ? Quoi"};

std::string html_of(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) {
    out += run.superscript ? "<sup>" + run.text + "</sup>" : run.text;
  }
  return out;
}

std::string text_of(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) out += run.text;
  return out;
}

std::string html_of(const Typography& typography, std::string_view text) {
  const TextPiece piece{text};
  return html_of(typography.set({&piece, 1}).runs.front());
}

// Inline HTML cut into tags and the pieces between them; `tags[i]` stands behind `pieces[i]`.
struct Inline {
  std::vector<TextPiece> pieces;
  std::vector<std::string> tags;
};

Inline cut(std::string_view html) {
  Inline out;
  bool code = false;
  for (std::size_t at = 0; at <= html.size();) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    const std::size_t close = std::min(html.find('>', open), html.size());
    const std::string_view tag = html.substr(open, close + 1 - open);
    out.pieces.push_back(
        {html.substr(at, open - at), code ? TextPiece::Form::opaque : TextPiece::Form::text});
    out.tags.emplace_back(tag);
    if (tag == "<br>") {
      out.pieces.push_back({"", TextPiece::Form::line_break});
      out.tags.emplace_back();
    }
    code = tag == "<code>";
    at = close + 1;
  }
  return out;
}

std::string set_inline(const Typography& typography, std::string_view html) {
  const Inline parts = cut(html);
  const auto runs = typography.set(parts.pieces).runs;
  std::string out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const bool text = parts.pieces[i].form == TextPiece::Form::text;
    out += (text ? html_of(runs[i]) : std::string(parts.pieces[i].text)) + parts.tags[i];
  }
  return out;
}

std::vector<nlohmann::json> cases(const char* file) {
  std::istringstream lines(read(repository() / "tests/text" / file));
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  REQUIRE(rows.size() > 20);
  return rows;
}

std::vector<std::string> doubts_of(std::string_view text) {
  const TextPiece piece{text};
  std::vector<std::string> words;
  for (const auto& doubt : Typography().find_doubts({&piece, 1})) words.push_back(doubt.word);
  return words;
}

}  // namespace

TEST_CASE("typography: every case of typographie.jsonl") {
  const Typography typography(protected_names);
  for (const auto& row : cases("typographie.jsonl")) {
    INFO(row["id"].get<std::string>(), " ", row["note"].get<std::string>());

    CHECK(html_of(typography, row["input"].get<std::string>()) == row["output"].get<std::string>());
  }
}

TEST_CASE("typography: every case of typographie-inline.jsonl") {
  const Typography typography(protected_names);
  for (const auto& row : cases("typographie-inline.jsonl")) {
    INFO(row["id"].get<std::string>());
    const auto output = row["output"].get<std::string>();

    CHECK(set_inline(typography, row["markdown_renders_as"].get<std::string>()) == output);
  }
}

TEST_CASE("typography: setting twice is setting once") {
  const Typography typography(protected_names);
  for (const auto& row : cases("typographie.jsonl")) {
    const std::string once = typography.set_plain(row["input"].get<std::string>());

    CHECK(typography.set_plain(once) == once);
  }
}

TEST_CASE("typography: where a text is cut into pieces changes nothing") {
  const Typography typography(protected_names);
  for (const auto& row : cases("typographie.jsonl")) {
    const auto input = row["input"].get<std::string>();
    for (std::size_t at = 0; at < input.size(); next_character(input, at)) {
      const std::vector<TextPiece> block = {{std::string_view(input).substr(0, at)},
                                            {std::string_view(input).substr(at)}};

      const SetBlock set = typography.set(block);
      std::vector<TextRun> runs;
      for (const auto& list : set.runs) runs.insert(runs.end(), list.begin(), list.end());

      CHECK(text_of(runs) == typography.set_plain(input));
      CHECK(set.doubts.size() == typography.find_doubts(block).size());
    }
  }
}

TEST_CASE("typography: the texts of the website keep their letters, and are set once and for all") {
  const Typography typography(protected_names);
  for (const auto& [path, text] : read_tree(repository() / "content")) {
    if (find_invalid_utf8(text)) continue;
    const auto& file = path;
    INFO(file);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const std::string once = typography.set_plain(line);

      CHECK(typography.set_plain(once) == once);
      CHECK(letters_for_typography(once) == letters_for_typography(line));
    }
  }
}

TEST_CASE("typography: any few characters can stand together") {
  const std::vector<std::string> parts = {"a", "l", "'", "\"", " ",   "«", "»", "“",  "”", "?", ":",
                                          ".", "-", "1", "%",  "...", ")", "(", "\n", "…", "@"};
  const Typography typography;
  const std::size_t count = parts.size();
  for (std::size_t i = 0; i < count * count * count * count; ++i) {
    const std::string text = parts[i % count] + parts[i / count % count] +
                             parts[i / count / count % count] + parts[i / count / count / count];
    const std::string once = typography.set_plain(text);

    REQUIRE_MESSAGE(typography.set_plain(once) == once, text);
    REQUIRE_MESSAGE(letters_for_typography(once) == letters_for_typography(text), text);
  }
}

TEST_CASE("typography: text without markup keeps ordinals on the line") {
  const Typography typography;

  CHECK(typography.set_plain("2ème étage, 1ère fois") == "2e étage, 1re fois");
  CHECK(typography.set_plain("le 1 mars") == "le 1er\u00A0mars");
  CHECK(typography.set_plain("le 1er janvier !") == "le 1er\u00A0janvier\u202F!");
  CHECK(typography.set_plain("").empty());
}

TEST_CASE("typography: what is no text gets no runs") {
  const std::vector<TextPiece> block = {
      {"Le "}, {"x", TextPiece::Form::opaque}, {"", TextPiece::Form::line_break}, {""}, {"..."}};

  const auto runs = Typography().set(block).runs;

  REQUIRE(runs.size() == 5);
  CHECK(runs[0] == std::vector<TextRun>{{"Le "}});
  CHECK(runs[1].empty());
  CHECK(runs[2].empty());
  CHECK(runs[3].empty());
  CHECK(runs[4] == std::vector<TextRun>{{"…"}});
}

TEST_CASE("typography: a block of nothing has no pieces") {
  CHECK(Typography().set({}).runs.empty());
  CHECK(Typography().find_doubts({}).empty());
}

TEST_CASE("typography: the longest of several names is protected, and only whole") {
  const std::vector<std::string> names = {"L'Ami", "L'Ami d'un jour", ""};
  const Typography typography(names);

  CHECK(typography.set_plain("L'Ami d'un jour, L'Ami, L'Amitié") ==
        "L'Ami d'un jour, L'Ami, L’Amitié");
}

TEST_CASE("typography: addresses of very many signs stay as they are") {
  std::string dots;
  std::string brackets;
  for (int i = 0; i < 200'000; ++i) {
    dots += "a.";
    brackets += ")";
  }
  for (const std::string& text : {dots + "@exemple.fr", "https://exemple.fr/a" + brackets,
                                  "https://exemple.fr/(a)" + brackets}) {
    CHECK(Typography().set_plain(text) == text);
  }
}

TEST_CASE("typography: a quotation mark without a partner is a doubt, with its place") {
  const std::vector<TextPiece> block = {
      {"Dit-il "}, {"code", TextPiece::Form::opaque}, {" « a \" b »"}};

  const auto doubts = Typography().find_doubts(block);

  REQUIRE(doubts.size() == 1);
  CHECK(doubts[0].kind == Kind::odd_quote);
  CHECK(doubts[0].piece == 2);
  CHECK(doubts[0].offset == std::string("« a ").size() + 1);
  CHECK(doubts[0].word == "\"");
}

TEST_CASE("typography: doubts about quotation marks") {
  CHECK(doubts_of("\"La Boucle\" ouvre").empty());
  CHECK(doubts_of("5'30\" et 27\"").empty());
  CHECK(doubts_of("\"La Boucle\" et \"la suite").size() == 1);
}

TEST_CASE("typography: capitals without their accent are doubts") {
  CHECK(doubts_of("L'Etat et les Ecoles") == std::vector<std::string>{"Etat", "Ecoles"});
  CHECK(doubts_of("A partir de mars. A la fin") == std::vector<std::string>{"A", "A"});
  CHECK(doubts_of("Ca va. Evénement") == std::vector<std::string>{"Ca", "Evénement"});
}

TEST_CASE("typography: capitals that need no accent are no doubts") {
  for (const char* text : {"ECONOMIE", "Économie", "A Dijon", "Plan A partir", "Elle Est", "CA va",
                           "Elan", "A", "#Ecole", "le vitamine A"}) {
    INFO(text);
    CHECK(doubts_of(text).empty());
  }
}

TEST_CASE("typography: ligatures that no list knows are doubts") {
  CHECK(doubts_of("un coeurcroisé, des oekoumènes") ==
        std::vector<std::string>{"coeurcroisé", "oekoumènes"});
  for (const char* text : {"cœur", "coeur", "coefficient", "moelleux", "poète", "coexister",
                           "à Noeux", "poêle", "autoentrepreneur", "œuvre"}) {
    INFO(text);
    CHECK(doubts_of(text).empty());
  }
}

TEST_CASE("typography: a protected name is no doubt") {
  const std::vector<std::string> names = {"Ecole de la Deuxième Chance"};
  const TextPiece piece{"L’Ecole de la Deuxième Chance et l’Ecole"};

  const auto doubts = Typography(names).find_doubts({&piece, 1});

  REQUIRE(doubts.size() == 1);
  CHECK(doubts[0].offset > names[0].size());
}

}  // namespace pes::test
