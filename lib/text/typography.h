#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/typography/verbatim.h"

namespace pes {

/// A part of a block (paragraph, heading…) as its inline nodes divide it.
struct TextPiece {
  enum class Form : std::uint8_t {
    text,
    opaque,     ///< Code, an image, another language: a word to its neighbours.
    line_break  ///< A space to its neighbours.
  };

  std::string_view text = {};  ///< Of `Form::text` alone.
  Form form = Form::text;
};

/// A piece of set text, on the line or above it.
struct TextRun {
  std::string text;
  bool superscript = false;

  friend bool operator==(const TextRun&, const TextRun&) = default;
};

/// What typography does not dare to set, for the author to decide.
struct TypographicDoubt {
  enum class Kind : std::uint8_t {
    odd_quote,           ///< A straight quotation mark without a partner: none of the block is set.
    unaccented_capital,  ///< « Economie », « A partir de »
    unjoined_ligature    ///< « oe » that looks like « œ » in a word that no list knows.
  };

  Kind kind;
  std::size_t piece;   ///< Which one of the block.
  std::size_t offset;  ///< Bytes, in that piece.
  std::string word;    ///< As the author wrote it.
};

/// A block as it is to be shown.
struct SetBlock {
  std::vector<std::vector<TextRun>> runs;  ///< Of each piece.
  std::vector<TypographicDoubt> doubts;    ///< In the order of the text.
};

/// French typography for text that is displayed: spaces before and within punctuation, quotation
/// marks, apostrophes, dashes, ellipses, numbers and their units, ordinals, ligatures.
///
/// Only what is sure is set; addresses, shortcodes, smileys, times, ratios, inclusive writing and
/// proper names stay as they are. What is set already stays too: setting twice is setting once.
///
/// Shape:  text is UTF-8 in normal form C, without markup and not escaped yet. Line ends are spaces
///         that never change.
/// Source: Lexique des règles typographiques en usage à l’Imprimerie nationale; CLDR 48 (fr) for
///         U+00A0 before `%` and `€`. tests/text/typographie.jsonl
class Typography {
 public:
  /// `proper_names` stay byte for byte as they are written, wherever they stand whole.
  explicit Typography(std::span<const std::string> proper_names = {});

  /// The runs of every piece of `block`, and the doubts about it.
  ///
  /// Shape: as many lists of runs as pieces; those of opaque pieces and line breaks are empty, and
  ///        so is that of a piece of which nothing is left.
  [[nodiscard]] SetBlock set(std::span<const TextPiece> block) const;

  /// `text` set as a block of its own; superscripts stay on the line: « 2e ».
  [[nodiscard]] std::string set_plain(std::string_view text) const;

  /// The doubts about `block`, in the order of the text.
  [[nodiscard]] std::vector<TypographicDoubt> find_doubts(std::span<const TextPiece> block) const;

 private:
  ProperNames names_;  // those that the rules would change or doubt
};

}  // namespace pes
