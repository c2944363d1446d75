#include "records/yaml.h"

#include <doctest/doctest.h>

namespace pes::test {

namespace {

struct Result {
  std::optional<YamlNode> root;
  Diagnostics found;

  [[nodiscard]] bool has(Rule rule) const {
    for (const Diagnostic& diagnostic : found.all()) {
      if (diagnostic.rule == rule) return true;
    }
    return false;
  }
};

Result parse(const std::string& text) {
  Result result;
  result.root = parse_yaml(0, text, 0, text.size(), result.found);
  return result;
}

}  // namespace

TEST_CASE("yaml: every key and value has its place") {
  const std::string text = "été: \"un é\"\nb: deux mots # remarque\nc: [x, {d: y}]\n";

  const Result result = parse(text);

  REQUIRE(result.root.has_value());
  const auto& entries = result.root->entries;
  REQUIRE(entries.size() == 3);
  const auto written = [&](const YamlNode& node) {
    return text.substr(node.span.offset, node.span.length);
  };
  CHECK(written(entries[0].key) == "été");
  CHECK(written(entries[0].value) == "\"un é\"");
  CHECK(written(entries[1].value) == "deux mots");
  CHECK(entries[2].value.items.size() == 2);
  CHECK(entries[2].value.items[1].entries[0].value.text == "y");
}

TEST_CASE("yaml: what YAML would make of words and numbers stays text") {
  const Result result = parse("a: no\nb: on\nc: 01004\nd: 1_000\ne: ~\nf: 2024-03-12\n");

  REQUIRE(result.root.has_value());
  CHECK(result.root->entries[0].value.text == "no");
  CHECK(result.root->entries[2].value.text == "01004");
  CHECK(result.root->entries[4].value.form == YamlNode::Form::null);
  CHECK(result.root->entries[5].value.text == "2024-03-12");
}

TEST_CASE("yaml: an empty stretch is an empty map") {
  CHECK(parse("").root->form == YamlNode::Form::map);
  CHECK(parse("# rien\n").root->entries.empty());
}

TEST_CASE("yaml: a list or a word instead of fields is refused") {
  CHECK(parse("- a\n- b\n").has(Rule::yaml_syntax));
  CHECK(parse("titre\n").has(Rule::yaml_syntax));
}

TEST_CASE("yaml: a cycle and an alias bomb are refused without being followed") {
  CHECK(parse("a: &x [*x]\n").has(Rule::yaml_anchor));
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before +
            ", " + before + ", " + before + "]\n";
  }
  CHECK(parse(bomb).has(Rule::yaml_anchor));
}

TEST_CASE("yaml: deep nesting is refused, even past the depth that yaml-cpp bears") {
  CHECK_FALSE(parse("a: " + std::string(15, '[') + std::string(15, ']')).has(Rule::yaml_too_deep));
  CHECK(parse("a: " + std::string(17, '[') + std::string(17, ']')).has(Rule::yaml_too_deep));
  CHECK(parse("a: " + std::string(5000, '[')).found.has_errors());
}

TEST_CASE("yaml: a question mark between brackets is mended, wherever it stands in its item") {
  const auto mended = [](const std::string& text) {
    const Result result = parse(text);
    REQUIRE(result.root);
    REQUIRE(result.found.all().size() == 1);
    CHECK(result.found.all()[0].rule == Rule::yaml_tag);
    CHECK(result.found.all()[0].fix.size() == 1);
    std::vector<std::string> items;
    for (const YamlNode& item : result.root->entries[0].value.items) items.push_back(item.text);
    return items;
  };
  using Items = std::vector<std::string>;

  CHECK(mended("a: [où aller ?, eau]\n") == Items{"où aller ?", "eau"});
  CHECK(mended("a: [eau, b?]\n") == Items{"eau", "b?"});
  CHECK(mended("a: [eau, ? b, \"x ?\"]  # et ?\n") == Items{"eau", "? b", "x ?"});
  CHECK(mended("a: ['l?', https://a.fr/?b=c]\n") == Items{"l?", "https://a.fr/?b=c"});
  CHECK(parse("a: [\"b ?\", 'c ?', d]\nb: où ?\n").found.all().empty());
}

TEST_CASE("yaml: a line of tabs alone is an empty line once it is mended") {
  for (const std::string text :
       {"a: 1\n\t\nb: 2\n", "a:\n  - b\n \t \n  - c\nb: 2\n", "a: >\n  b\n\t\n  c\nb: 2\n"}) {
    INFO(text);
    const Result result = parse(text);
    REQUIRE(result.root);
    CHECK(result.root->entries.size() == 2);
    REQUIRE(result.found.all().size() == 1);
    CHECK(result.found.all()[0].rule == Rule::yaml_tab);
  }
}

TEST_CASE("yaml: a duplicate key is reported with the first one") {
  const Result result = parse("a: 1\nb: 2\na: 3\n");

  REQUIRE(result.found.all().size() == 1);
  CHECK(result.found.all()[0].span.offset == 10);
  CHECK(result.found.all()[0].notes[0].span.offset == 0);
  CHECK(result.root->entries[0].value.text == "1");
}

TEST_CASE("yaml: an unclosed quote is named where it opens") {
  for (const char* text : {"a: \"x\nb: 2\n", "a: \"x\nb: \"2\"\n", "a: 'x\n", "a: \"x\"y\"\n",
                           "a: 'l'eau'\n", "a: 1\nb: \"x\nc: 3\nd: \"\n"}) {
    INFO(text);
    const Result result = parse(text);
    REQUIRE(result.found.has_errors());
    CHECK(result.found.all()[0].rule == Rule::yaml_unclosed_quote);
    CHECK(result.found.all()[0].span.offset == std::string_view(text).find_first_of("\"'"));
    CHECK(result.root.has_value());
  }
}

TEST_CASE("yaml: quotes over several lines and quotes inside quotes are fine") {
  const Result result = parse("a: \"un\n  deux\"\nb: 'l''eau'\nc: \"dit \\\"oui\\\"\"\n");

  CHECK(result.found.all().empty());
  CHECK(result.root->entries[1].value.text == "l'eau");
}

TEST_CASE("yaml: a list that ends every field above leaves nothing to align with") {
  CHECK(parse(" a: 1\n- x\nb: 2\n").found.has_errors());
}

TEST_CASE("yaml: a colon in a value is explained, with the value in quotes") {
  const Result result = parse("titre: L'atelier : \"bilan\"\n");

  REQUIRE(result.found.all().size() == 1);
  CHECK(result.found.all()[0].rule == Rule::yaml_colon_in_value);
  CHECK(result.found.all()[0].fix.at(0).text == "\"L'atelier : \\\"bilan\\\"\"");
}

TEST_CASE("yaml: a sign with a meaning of its own is named, with the value in quotes") {
  CHECK(parse("titre: *Important* à lire\n").has(Rule::yaml_anchor));
  CHECK(parse("titre: @chose\n").has(Rule::yaml_tag));
  CHECK(parse("titre: @chose\n").found.all()[0].fix.at(0).text == "\"@chose\"");
  CHECK(parse("titre: `code`\n").has(Rule::yaml_tag));
  CHECK(parse("titre: !important\n").has(Rule::yaml_tag));
}

TEST_CASE("yaml: a tab after a colon is harmless, in the indentation it is not") {
  CHECK(parse("a:\tb\n").root->entries[0].value.text == "b");
  CHECK(parse("a:\n\tb: 1\n").has(Rule::yaml_tab));
}

TEST_CASE("yaml: nothing after an end marker is silently lost") {
  CHECK(parse("a: b\n...\nzzz: [\n").has(Rule::yaml_several_documents));
  CHECK(parse("a: b\n---\nc: d\n").has(Rule::yaml_several_documents));
  CHECK_FALSE(parse("---\na: b\n").found.has_errors());
}

TEST_CASE("yaml: a field to the left of all others is found, and they move to it") {
  const Result result = parse("   a: 1\n   b:\n     c: 2\n  d: 3\ne: 4\n");

  CHECK(result.found.all().size() == 2);
  REQUIRE(result.root.has_value());
  CHECK(result.root->entries.size() == 4);
  CHECK(result.root->entries[1].value.entries[0].key.text == "c");
}

TEST_CASE("yaml: what the parser would stop before, or skip, is an error") {
  for (const char* text : {"a: 1\nb\n", "a:\n  b\nc\n", "a:\n - b\nc\n", "a: {b}\n",
                           "a: {b, c: d}\n", "null\n", "~\n", " a: b\n-\n", " a: b\n]\n",
                           ", a: b\n", "  a: b\nc]\n", "a:\nb\n", "a:\n[b]\n", "a:\n |\n  b\n"}) {
    INFO(text);
    CHECK(parse(text).found.has_errors());
  }
}

TEST_CASE("yaml: brackets go on to the right of their field") {
  CHECK(parse("a: [b,\nc]\n").has(Rule::yaml_bracket_lines));
  CHECK(parse("a:\n  - [b,\n  {c: d}]\n").has(Rule::yaml_bracket_lines));
  CHECK(parse("a: [\n  b,\n  c\n]\nd: e\n").found.all().empty());
  CHECK(parse("a: [b, , c]\n").has(Rule::yaml_empty_item));
  CHECK(parse("a: [b, c, ]\n").found.all().empty());
}

TEST_CASE("yaml: a sign glued to a value is no comment, and in a word no mistake") {
  for (const char* text : {"a: \"b\"#c\n", "a: 'b'# c\n", "a: [b]#c\n", "a: [b,#c\n  d]\n",
                           "a: |#c\n  d\n", "a: \"b\n  c\"# d\n"}) {
    INFO(text);
    CHECK(parse(text).has(Rule::yaml_glued_comment));
  }
  CHECK(parse("a: b#c\nd: C# # e\nf: [g#h]\n").found.all().empty());
}

TEST_CASE("yaml: the lines of a text block are indented like the first") {
  CHECK(parse("a: |\n   \n # b\n").has(Rule::yaml_text_block));
  CHECK(parse("a: |\n   \n b\n").root->entries[0].value.text == "\nb\n");
  CHECK(parse("a: |3\n  b\n").has(Rule::yaml_text_block));
  CHECK(parse("a: |\n   b\n  # c\n").has(Rule::yaml_text_block));
  CHECK(parse("a: |\n  b\n    c\n\n  d\ne: f\n").found.all().empty());
}

TEST_CASE("yaml: an escape that means nothing is mended to what it shows") {
  CHECK(parse("a: \"b\\'c\"\n").found.all().at(0).fix.at(0).text == "'");
  CHECK(parse("a: \"C:\\Documents\"\n").found.all().at(0).fix.at(0).text == "\\\\D");
  CHECK(parse("a: \"b\\tc\\u00e9\"\n").found.all().empty());
}

TEST_CASE("yaml: a merge key is no magic") {
  const Result result = parse("<<: {a: 1}\n");

  REQUIRE(result.root.has_value());
  CHECK(result.root->entries[0].key.text == "<<");
}

}  // namespace pes::test
