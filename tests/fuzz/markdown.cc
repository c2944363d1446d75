#include "records/markdown.h"

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "inspect/html_tree.h"
#include "support/both_ways.h"
#include "text/markup.h"

namespace pes::test {

namespace {

struct Converted {
  Body body;
  Diagnostics found;
};

Converted convert(const std::string& text) {
  Converted out;
  const Typography typography;
  const MarkdownHooks hooks = {
      [](std::string_view, Span) { return LinkTarget{}; },
      [](const ImageUse& use) {
        return "<img alt=\"" + escape_markup(use.alternative) + "\" src=\"/a.jpg\">";
      },
      [](std::string_view inside, Span) { return escape_markup(inside); }, typography};
  out.body = convert_markdown(0, text, 0, hooks, out.found);
  return out;
}

// Of a refused text there is nothing, on purpose.
bool is_refused(const Converted& converted) {
  return converted.body.html.empty() && converted.found.has_errors();
}

void what_comes_out_is_sound_html(const HtmlTree& page) {
  hold(page.mistake != HtmlMistake::syntax, "what is converted is sound HTML",
       std::to_string(page.mistake_line));
}

// The number of a list item is not in its text.
std::string without_digits(std::string letters) {
  std::erase_if(letters, [](char c) { return c >= '0' && c <= '9'; });
  return letters;
}

// Where none of the signs stands that mean something else than letters, every letter is kept.
void plain_text_is_kept(const std::string& text, const Body& body) {
  if (text.find_first_of("<[]&\\`~{") != std::string::npos) return;
  hold_same("text is kept", without_digits(letters_of(text)),
            without_digits(letters_of(body.text)));
}

// Pictures and shortcuts are shown and are no text; headings are in both.
void the_page_shows_the_text(const std::string& text, const HtmlTree& page, const Body& body) {
  if (text.find("![") != std::string::npos || text.find("{{") != std::string::npos) return;
  std::string shown;
  for (const HtmlNode& node : page.nodes) {
    if (node.tag.empty() && page.nodes[node.parent].tag != "title") shown += node.text;
  }
  hold_same("the page shows the text", letters_for_typography(letters_of(body.text)),
            letters_for_typography(letters_of(shown)));
}

}  // namespace

void hold_markdown(std::string_view bytes) {
  const auto text = as_source_text(bytes);
  if (!text) return;
  const Converted converted = convert(*text);
  const SourceFiles files = {{"content/a.md", *text}};
  hold_findings(files, converted.found);
  for (const Passage& passage : converted.body.passages) {
    hold_place(files, passage.span, "passage");
  }
  if (is_refused(converted)) return;
  const std::string html = page_with(converted.body.html);
  HtmlReader reader;
  const HtmlTree& page = reader.read_anything(html);
  what_comes_out_is_sound_html(page);
  plain_text_is_kept(*text, converted.body);
  the_page_shows_the_text(*text, page, converted.body);
}

}  // namespace pes::test
