#include "records/plain_yaml.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

#include "support/both_ways.h"
#include "support/files.h"

namespace pes::test {

namespace {

// What the short way takes, the long one takes for the same, and finds nothing wrong with.
// True if the short way takes it.
bool check_alike(const std::string& text, std::size_t begin, std::size_t end) {
  const BothWays ways = yaml_both_ways(text, begin, end);
  if (!ways.agree()) {
    INFO(text.substr(begin, end - begin));
    CHECK(ways.short_way == ways.long_way);
  }
  return ways.taken;
}

bool check_alike(const std::string& text) { return check_alike(text, 0, text.size()); }

}  // namespace

TEST_CASE("plain yaml: most front matter of every example is read the short way, alike") {
  std::size_t records = 0;
  std::size_t plain = 0;
  for (const char* folder : {"content", "tests/sites", "tests/sites_invalid", "tests/mistakes"}) {
    for (const auto& [path, bytes] : read_tree(repository() / folder)) {
      const std::size_t end = bytes.find("\n---\n", 3);
      if (!path.ends_with(".md") || !bytes.starts_with("---\n") || end == std::string::npos)
        continue;
      ++records;
      plain += check_alike(bytes, 4, end + 1) ? 1 : 0;
    }
  }
  CHECK(records > 50);
  CHECK(plain * 2 > records);
}

TEST_CASE("plain yaml: what it takes") {
  for (const char* text : {"a: b\n",
                           "a: b",
                           "a: été\nb: 12\n",
                           "a: \"b: c # d\"\nb: 'x'\n",
                           "a: \"\"\nb: ''\n",
                           "a:\n  b: c\n  d:\n    - e\n    - f g\nh: i\n",
                           "a:\n- b\n- c\nd: e\n",
                           "a:\n  - b: c\n    d: e\n  - b: f\n",
                           "a: b\n\nc: d\n\n",
                           "a: no\nb: 2024-03-12\n",
                           "a: http://example.org\nb: C#\nc: x #y\n",
                           "a: b's \"c\"\n",
                           "a: x,y [z] {t}\n",
                           "\n\na: b\n",
                           "a_1: Émile\n",
                           "a: [b]\nc: [d, e f, été]\n",
                           "a: {b: c}\n",
                           "a: {b: c d, e: 4}\nf: g\n",
                           "a:\n  - [b, c]\n  - {d: e}\n",
                           "a: b\u00A0\nc:\n  - d\u00A0\n"}) {
    INFO(std::string(text));
    CHECK(check_alike(text) == (std::string_view(text).find(" #y") == std::string_view::npos));
  }
}

TEST_CASE("plain yaml: what it leaves to yaml-cpp") {
  for (const char* text : {"",
                           "\n",
                           "# a\n",
                           "a\n",
                           "- a\n",
                           "a:\n",
                           "a:\nb: c\n",
                           "a: \n",
                           "a: b \n",
                           " a: b\n",
                           "a: b\n  c\n",
                           "a: b\n c: d\n",
                           "a: b\na: c\n",
                           "a:b\n",
                           "a : b\n",
                           "A: b\n",
                           "é: b\n",
                           "a:  b\n",
                           "a: b: c\n",
                           "a: b:\n",
                           "a: b # c\n",
                           "a: [b, [c]]\n",
                           "a: []\n",
                           "a: [b,c]\n",
                           "a: [b, ]\n",
                           "a: [b , c]\n",
                           "a: [\"b\"]\n",
                           "a: [b: c]\n",
                           "a: [b] c\n",
                           "a: {b: c, b: d}\n",
                           "a: {b:c}\n",
                           "a: {b: }\n",
                           "a: {b}\n",
                           "a: {B: c}\n",
                           "a: {b: c: d}\n",
                           "a: [null]\n",
                           "a: |\n  b\n",
                           "a: >\n  b\n",
                           "a: &b c\n",
                           "a: *b\n",
                           "a: !b c\n",
                           "a: ~\n",
                           "a: null\n",
                           "null: a\n",
                           "a: \"b\n  c\"\n",
                           "a: \"b\" c\n",
                           "a: \"b\\n\"\n",
                           "a: 'b''c'\n",
                           "a: “b”\n",
                           "a: -b\n",
                           "a:\tb\n",
                           "a: b\tc\n",
                           "a: b\r\n",
                           "---\na: b\n",
                           "a: b\n---\n",
                           "a: b\n...\n",
                           "? a\n: b\n",
                           "a:\n  - - b\n",
                           "a:\n  -  b\n",
                           "a:\n  -\n",
                           "a:\n  - b\n  c: d\n",
                           "a:\n    b: c\n  d: e\n",
                           "a: \u00A0b\n",
                           "%TAG\n",
                           "a: @b\n",
                           "a: `b\n",
                           "<<: a\n"}) {
    INFO(std::string(text));
    CHECK_FALSE(check_alike(text));
  }
}

TEST_CASE("plain yaml: 60,000 texts of torn lines are read alike both ways") {
  constexpr auto pieces = std::to_array<std::string_view>({"a: b\n",
                                                           "c: d e\n",
                                                           "c:\n",
                                                           "  a: b\n",
                                                           "  d:\n",
                                                           "    - x\n",
                                                           "  - y\n",
                                                           "  - a: b\n",
                                                           "    c: d\n",
                                                           "- z\n",
                                                           "e: \"f\"\n",
                                                           "f: 'g'\n",
                                                           "\n",
                                                           "  \n",
                                                           "# h\n",
                                                           "g: h #i\n",
                                                           "i: j\n",
                                                           "k: é\n",
                                                           " ",
                                                           "\"",
                                                           "'",
                                                           ":",
                                                           "#",
                                                           "-",
                                                           "é",
                                                           "“",
                                                           "null",
                                                           "~",
                                                           "[",
                                                           "\t",
                                                           "1",
                                                           ": ",
                                                           "\n",
                                                           "l: m\n",
                                                           "n:\n  o:\n    p: q\n",
                                                           "r:\n  - s: t\n    u: v\n",
                                                           "😀",
                                                           "a: [b, c]\n",
                                                           "d: {e: f}\n",
                                                           "[",
                                                           "{",
                                                           "]",
                                                           "}",
                                                           ", ",
                                                           "\u2028",
                                                           "\u0085"});
  std::mt19937 random(7);
  const auto one_of = [&](std::size_t count) { return random() % count; };
  std::size_t plain = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    for (std::size_t n = one_of(6); n > 0 || text.empty(); n -= n > 0 ? 1 : 0) {
      text += pieces.at(one_of(pieces.size()));
    }
    if (one_of(3) == 0) text.erase(one_of(text.size()), 1);
    if (one_of(3) == 0) text.insert(one_of(text.size() + 1), pieces.at(one_of(pieces.size())));
    // Only what reaches the parser: see « files: unreadable bytes ».
    if (text.find("\u0085") != std::string::npos && one_of(2) == 0) continue;
    plain += check_alike(text) ? 1 : 0;
  }
  CHECK(plain > 2'000);
}

}  // namespace pes::test
