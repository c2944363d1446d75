#include "impact/sentence.h"

#include "text/utf8.h"

namespace pes {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// Where a run of digits that starts at `at` ends.
std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Goes on over « 600 » after « 2 », of « 2 600 ».
std::size_t end_of_groups(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_digits(text, begin);
  if (end - begin > 3) return end;
  while (end < text.size()) {
    std::size_t group = end;
    if (!is_space(next_character(text, group))) break;
    const std::size_t after = end_of_digits(text, group);
    if (after - group != 3) break;
    end = after;
  }
  return end;
}

Token read_number(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_groups(text, begin);
  if (end + 1 < text.size() && (text[end] == ',' || text[end] == '.') && is_digit(text[end + 1])) {
    end = end_of_digits(text, end + 1);
  }
  const std::string written(text.substr(begin, end - begin));
  return {Token::Form::number, written, parse_decimal(written), begin, end};
}

Token read_word(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    std::size_t next = end;
    if (!is_letter(next_character(text, next)) && !is_digit(text[end])) break;
    end = next;
  }
  return {Token::Form::word, fold(text.substr(begin, end - begin)), {}, begin, end};
}

Token read_mark(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  if (text.substr(begin).starts_with("{{")) {
    const std::size_t close = text.find("}}", begin);
    end = close == std::string_view::npos ? text.size() : close + 2;
  } else {
    next_character(text, end);
  }
  return {Token::Form::mark, std::string(text.substr(begin, end - begin)), {}, begin, end};
}

bool ends_sentence(const Token& token) {
  return token.form == Token::Form::mark &&
         (token.text == "." || token.text == "!" || token.text == "?" || token.text == ";" ||
          token.text == "…");
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = next_character(text, next);
    if (is_space(c) || c == U'\t' || c == U'\n') {
      at = next;
      continue;
    }
    tokens.push_back(is_digit(text[at]) ? read_number(text, at)
                     : is_letter(c)     ? read_word(text, at)
                                        : read_mark(text, at));
    at = tokens.back().end;
  }
  return tokens;
}

std::vector<std::vector<Token>> sentences_of(std::string_view text) {
  std::vector<std::vector<Token>> sentences(1);
  for (Token& token : tokenize(text)) {
    const bool end = ends_sentence(token);
    sentences.back().push_back(std::move(token));
    if (end) sentences.emplace_back();
  }
  return sentences;
}

bool stands_at(const std::vector<Token>& tokens, std::size_t at,
               const std::vector<std::string>& words) {
  if (at + words.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (tokens[at + i].text != words[i]) return false;
  }
  return !words.empty();
}

}  // namespace pes
