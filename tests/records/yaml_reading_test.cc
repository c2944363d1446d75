#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "records/plain_yaml.h"
#include "records/yaml.h"

namespace pes::test {
namespace {

// Words of a generated text are told apart by their numbers; those of comments begin with « zz ».
constexpr auto pieces = std::to_array<std::string_view>({"k%: v%\n",
                                                         "k%: v% w%\n",
                                                         "k%:\n",
                                                         "  k%: v%\n",
                                                         "  k%:\n",
                                                         "    k%: v%\n",
                                                         " k%: v%\n",
                                                         "   k%: v%\n",
                                                         "  - v%\n",
                                                         "  - k%: v%\n",
                                                         "    k%: v%\n",
                                                         "- v%\n",
                                                         "-\n",
                                                         "w%\n",
                                                         "  w%\n",
                                                         "    w% w%\n",
                                                         "k%: \"v%\"\n",
                                                         "k%: \"v%\n",
                                                         "  w%\"\n",
                                                         "k%: 'v%'\n",
                                                         "k%: [v%, w%]\n",
                                                         "k%: [v%,\n",
                                                         "  w%]\n",
                                                         "w%]\n",
                                                         "k%: {k%: v%, k%: w%}\n",
                                                         "k%: {k%: v%,\n",
                                                         "  k%: w%}\n",
                                                         "k%: {v%}\n",
                                                         "k%: |\n  w%\n  w%\n",
                                                         "k%: >-\n  w%\n\n  w%\n",
                                                         "k%: |\n    \n  w%\n",
                                                         "k%: >\n   \n # zz%\n",
                                                         "k%: |2\n   w%\n",
                                                         "k%: >#zz%\n  w%\n",
                                                         "\n",
                                                         "  \n",
                                                         "# zz%\n",
                                                         "  # zz%\n",
                                                         "k%: v% # zz%\n",
                                                         "k%: v% #zz%\n",
                                                         "k%: \"v%\"#zz%\n",
                                                         "k%: [v%]#zz%\n",
                                                         "k%: [v%,#zz%\n",
                                                         "  # zz%\n  w%]\n",
                                                         "k%: v%#zz%\n",
                                                         "? k%\n",
                                                         ": v%\n",
                                                         "---\n",
                                                         "...\n",
                                                         "k%: !v% w%\n",
                                                         "k%: &v% w%\n",
                                                         "k%: *v%\n",
                                                         " ",
                                                         "  ",
                                                         "\t",
                                                         "\u00A0",
                                                         "\u3000",
                                                         "\u2009",
                                                         "\"",
                                                         "'",
                                                         ":",
                                                         ": ",
                                                         "#",
                                                         " #",
                                                         ",",
                                                         ", ",
                                                         "[",
                                                         "]",
                                                         "{",
                                                         "}",
                                                         "-",
                                                         "- ",
                                                         "|",
                                                         ">",
                                                         "\\",
                                                         "\\'",
                                                         "é",
                                                         "日",
                                                         "~",
                                                         "null"});

class Writer {
 public:
  std::string write() {
    std::string text;
    for (std::size_t n = 1 + one_of(7); n > 0; --n) text += piece();
    if (one_of(2) == 0) text.insert(one_of(text.size() + 1), piece());
    if (one_of(3) == 0) text.erase(one_of(text.size()), 1);
    if (one_of(6) == 0) text = moved(text);
    return text;
  }

 private:
  std::size_t one_of(std::size_t count) { return random_() % count; }

  std::string piece() {
    std::string out;
    for (const char c : pieces.at(one_of(pieces.size()))) {
      out += c == '%' ? std::to_string(100 + ++number_) : std::string(1, c);
    }
    return out;
  }

  // All lines indented, but for the last ones.
  std::string moved(const std::string& text) {
    const std::size_t until = one_of(text.size() + 1);
    std::string out;
    bool begins = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (begins && i < until) out += ' ';
      out += text[i];
      begins = text[i] == '\n';
    }
    return out;
  }

  std::mt19937 random_{18};
  int number_ = 0;
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::map<std::string, int> words_of(std::string_view text) {
  std::map<std::string, int> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_word_byte(text[i])) {
      word += text[i];
    } else if (!word.empty()) {
      ++words[std::exchange(word, "")];
    }
  }
  return words;
}

// What stands before a comment.
std::string without_comments(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool apart = i == 0 || std::string_view(" \t\n").find(text[i - 1]) != text.npos;
    if (text[i] == '#' && apart) i = std::min(text.find('\n', i), text.size());
    if (i < text.size()) out += text[i];
  }
  return out;
}

void add_texts(const YamlNode& node, std::string& out) {
  out += node.text.empty() || node.form != YamlNode::Form::scalar ? "" : node.text + "\n";
  for (const YamlNode& item : node.items) add_texts(item, out);
  for (const auto& [key, value] : node.entries) {
    add_texts(key, out);
    add_texts(value, out);
  }
}

// The words of `text` that its tree does not have; those that YAML takes for nothing apart.
std::string lost_words(std::string_view text, const YamlNode& root) {
  std::string texts;
  add_texts(root, texts);
  const auto kept = words_of(texts);
  std::string lost;
  for (const auto& [word, count] : words_of(without_comments(text))) {
    const auto found = kept.find(word);
    const int left = found == kept.end() ? 0 : found->second;
    const bool indicator = word.size() == 1;  // « |2 »
    if (word != "null" && !indicator && left < count) lost += word + " ";
  }
  return lost;
}

}  // namespace

TEST_CASE("yaml: of 150,000 torn texts, no word is passed over without a finding") {
  Writer writer;
  int accepted = 0;
  for (int i = 0; i < 150'000; ++i) {
    const std::string text = writer.write();
    Diagnostics found;
    const auto root = parse_any_yaml(0, text, 0, text.size(), found);

    if (!found.all().empty()) continue;
    INFO(text);
    REQUIRE(root.has_value());
    const std::string lost = lost_words(text, *root);
    CHECK(lost == "");
    ++accepted;
  }
  CHECK(accepted > 5'000);
}

TEST_CASE("yaml: of 150,000 torn texts, those read the short way are read alike the long way") {
  Writer writer;
  int plain = 0;
  for (int i = 0; i < 150'000; ++i) {
    const std::string text = writer.write();
    const auto short_way = read_plain_yaml({0, text, 0, text.size()});
    if (!short_way) continue;
    Diagnostics found;
    const auto long_way = parse_any_yaml(0, text, 0, text.size(), found);

    INFO(text);
    CHECK(found.all().empty());
    REQUIRE(long_way.has_value());
    std::string of_short;
    std::string of_long;
    add_texts(*short_way, of_short);
    add_texts(*long_way, of_long);
    CHECK(of_short == of_long);
    ++plain;
  }
  CHECK(plain > 1'000);
}

}  // namespace pes::test
