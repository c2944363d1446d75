#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/number.h"

namespace pes {

/// A word, a number or a mark of a text.
struct Token {
  enum class Form : std::uint8_t { word, number, mark };
  Form form = Form::word;
  std::string text;              ///< A word without case and accents; else as written.
  std::optional<Decimal> value;  ///< Of a number.
  std::size_t begin = 0;         ///< Offsets into the text.
  std::size_t end = 0;
};

/// Takes a text apart. Numbers may be grouped as French hands do; shortcuts `{{…}}` are one mark.
std::vector<Token> tokenize(std::string_view text);

/// Cuts tokens into sentences, at full stops, question and exclamation marks and semicolons.
std::vector<std::vector<Token>> sentences_of(std::string_view text);

/// True if `words` stand at `at`, one token each.
bool stands_at(const std::vector<Token>& tokens, std::size_t at,
               const std::vector<std::string>& words);

}  // namespace pes
