#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pes {

/// A piece of HTML as people paste it into a text: a tag, a comment, a script, or what stands
/// between two of them.
struct HtmlPiece {
  enum class Form {
    text,     ///< Also an address in « < > », and a « < » that opens nothing.
    tag,      ///< An opening or a closing tag, a declaration, an instruction.
    comment,  ///< With its text.
    code      ///< A script or a style sheet, with all that it holds.
  };
  Form form = Form::text;
  std::string_view written;
  std::string name;    ///< Of a tag, in lower case.
  bool closed = true;  ///< False for a comment or code that nothing ends.
  std::string words;   ///< What attributes of a tag hold for readers: `alt`, `title`…
};

/// The piece that begins at `at`.
///
/// Shape:  `at < html.size()`; a piece is never empty.
/// Source: HTML, « Tokenization », without what no page of ours needs.
HtmlPiece html_piece_at(std::string_view html, std::size_t at);

/// Where a tag stands in a text.
enum class HtmlPlace {
  within,      ///< In a line: « b », « a », « span ».
  line_break,  ///< « br ».
  apart        ///< It parts what is before it from what is behind: « p », « div », « td ».
};
HtmlPlace place_of_tag(std::string_view name);

/// What readers would see of HTML, as Markdown: its text without tags, comments and code.
///
/// Shape: what tags part is parted by blank lines, or of a table's cells a space; a line begins
///        without spaces. Markdown in the text stays Markdown; no tag is left.
struct HtmlText {
  std::string markdown;
  bool tags = false;  ///< True if anything but comments went.
  std::string lost;   ///< Words that went with a tag, or that an unclosed comment or script holds.
};
HtmlText text_of_html(std::string_view html);

/// The words that go with a piece other than text: of attributes, or of what nothing closes.
std::string_view lost_words(const HtmlPiece& piece);

/// How many words a text has: what stands between spaces and has a letter or a digit.
std::size_t count_words(std::string_view text);

}  // namespace pes
