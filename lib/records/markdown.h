#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "text/typography.h"

namespace pes {

/// What becomes of a link of a Markdown text.
struct LinkTarget {
  enum class Form {
    keep,     ///< Stays as it is written.
    rewrite,  ///< Gets `address`.
    unwrap    ///< Only its text stays.
  };
  Form form = Form::keep;
  std::string address;
};

/// Decides about one destination as the author wrote it. Mistakes are reported at `span`.
using LinkResolver = std::function<LinkTarget(std::string_view destination, Span span)>;

/// Gives the text that takes the place of a shortcut, `{{…}}`; `inside` is what stands between the
/// braces. Mistakes are reported at `span`, and an empty text comes back.
using ShortcutResolver = std::function<std::string(std::string_view inside, Span span)>;

/// An image of a Markdown text, as its author wrote it.
struct ImageUse {
  std::string destination;
  std::string alternative;
  std::string title;
  Span span;  ///< Of the destination.
};

/// Gives the HTML that takes the place of an image; empty to leave it out.
using ImageResolver = std::function<std::string(const ImageUse& image)>;

/// What the conversion asks about.
struct MarkdownHooks {
  LinkResolver link;
  ImageResolver image;
  ShortcutResolver shortcut;
  const Typography& typography;
};

/// The plain text of a paragraph or a heading as its author wrote it, shortcuts included.
struct Passage {
  std::string text;
  Span span;            ///< Where it begins; of a field, its value.
  std::string context;  ///< The heading above, and what leads into its list.
};

/// A Markdown text, ready for a page.
struct Body {
  std::string html;                  ///< Headings from h2 on, each with an id.
  std::string text;                  ///< All its plain text, code included, for search.
  std::string first_paragraph;       ///< Its plain text.
  std::vector<std::string> anchors;  ///< The ids of the headings, in order.
  std::vector<Passage> passages;     ///< In order; code is left out.
};

/// Converts the CommonMark from `begin` to the end of a file.
///
/// Words in another language, `{{langue en open source}}`, are marked as such. Headings move up or
/// down so that the highest is h2. Of HTML the text stays, see take_out_html(). Shortcuts are
/// replaced everywhere but in code. French typography is set in what is shown, and nowhere else:
/// headings keep the ids, and plain texts and passages the words, that their author wrote.
///
/// Errors: raw HTML and skipped levels are warnings; words lost with HTML, a heading or a link
///         without words, more than 10,000 elements (with an empty result), a dangerous scheme,
///         more than 100 levels of
///         lists and quotations, and more than 1000 images or 5000 brackets are errors, these with
///         an empty result, since cmark needs quadratic time for them.
/// Source: CommonMark 0.30.
Body convert_markdown(FileId file, std::string_view text, std::size_t begin,
                      const MarkdownHooks& hooks, Diagnostics& out);

}  // namespace pes
