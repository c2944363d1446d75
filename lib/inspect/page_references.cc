#include "inspect/page_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "inspect/page_address.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Use = PageReference::Use;

constexpr double widest_counted = 960;
constexpr double pixels_per_em = 16;
constexpr std::string_view spaces = " \t\n\f\r";

// What <link> may say without anything being fetched.
bool only_points(std::string_view relation) {
  constexpr auto words = std::to_array<std::string_view>(
      {"canonical", "alternate", "author", "license", "next", "prev", "help", "search", "me",
       "bookmark", "up", "index", "contents", "describedby", "privacy-policy", "terms-of-service"});
  return std::find(words.begin(), words.end(), relation) != words.end();
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(spaces); at != std::string_view::npos;
       at = text.find_first_not_of(spaces, at)) {
    const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
    words.push_back(fold(text.substr(at, end - at)));
    at = end;
  }
  return words;
}

// Where a `data:` address is only looked at or listened to.
bool is_medium(std::string_view tag) {
  constexpr auto words = std::to_array<std::string_view>(
      {"img", "source", "input", "image", "video", "audio", "track"});
  return std::find(words.begin(), words.end(), tag) != words.end();
}

// Where an address sends the browser is another matter for each attribute.
class Collector {
 public:
  Collector(const HtmlTree& tree, PageFacts& facts) : tree_(tree), facts_(facts) {}

  void look_at(const HtmlNode& node) {
    if (node.attributes == 0) return;
    if (node.tag == "a" || node.tag == "area") {
      add(node, "href", Use::link);
      add_each(node, "ping");
    } else if (node.tag == "link") {
      look_at_link(node);
    } else if (node.tag == "meta") {
      look_at_meta(node);
    } else if (node.tag == "base") {
      if (facts_.base.empty()) facts_.base = tree_.value(node, "href");
      add(node, "href", Use::optional);
    } else if (node.tag == "img" || node.tag == "source") {
      look_at_image(node);
    } else {
      look_at_other(node);
    }
    add(node, "formaction", Use::optional);
  }

 private:
  void add_url(const HtmlNode& node, std::string_view url, Use use) {
    const std::string scheme = scheme_of(url);
    const bool harmless = is_medium(node.tag) || (node.tag == "link" && is_icon(node));
    const bool program =
        scheme == "javascript" || scheme == "vbscript" || (scheme == "data" && !harmless);
    if (program) {
      facts_.findings.push_back(finding_about(Rule::inline_script, tree_, node));
    } else {
      facts_.references.push_back({std::string(url), node.inert ? Use::optional : use});
    }
  }

  void add(const HtmlNode& node, std::string_view name, Use use) {
    if (const auto url = tree_.attribute(node, name)) add_url(node, *url, use);
  }

  void add_each(const HtmlNode& node, std::string_view name) {
    for (const std::string& url : split_words(tree_.value(node, name))) {
      add_url(node, url, Use::optional);
    }
  }

  [[nodiscard]] bool is_icon(const HtmlNode& node) const {
    const auto words = split_words(tree_.value(node, "rel"));
    return std::find(words.begin(), words.end(), "icon") != words.end();
  }

  void look_at_link(const HtmlNode& node) {
    const auto words = split_words(tree_.value(node, "rel"));
    const bool sheet = std::find(words.begin(), words.end(), "stylesheet") != words.end();
    const bool points = !sheet && std::all_of(words.begin(), words.end(), only_points);
    const bool hint = std::any_of(words.begin(), words.end(), [](const std::string& word) {
      return word == "preconnect" || word.ends_with("prefetch") || word == "manifest";
    });
    add(node, "href", points ? Use::link : hint ? Use::optional : Use::loaded);
    for (const ImageCandidate& image : parse_source_set(tree_.value(node, "imagesrcset"))) {
      add_url(node, image.url, Use::optional);
    }
  }

  void look_at_meta(const HtmlNode& node) {
    const std::string_view content = tree_.value(node, "content");
    const std::string name = fold(tree_.value(node, "property")) + fold(tree_.value(node, "name"));
    if (name == "og:image" || name == "og:image:url" || name == "og:url" || name == "og:video" ||
        name == "og:audio" || name == "twitter:image") {
      add_url(node, content, Use::link);
    }
    if (fold(tree_.value(node, "http-equiv")) != "refresh") return;
    const std::size_t at = fold(content).find("url=");
    if (at == std::string::npos) return;
    std::string_view url = trim(content.substr(at + 4));
    if (url.size() > 1 && (url.front() == '\'' || url.front() == '"')) {
      url = url.substr(1, url.find(url.front(), 1) - 1);
    }
    add_url(node, url, Use::optional);
  }

  // Most elements have a class and nothing else.
  [[nodiscard]] bool may_ask_for_files(const HtmlNode& node) const {
    constexpr auto names =
        std::to_array<std::string_view>({"action", "data", "src", "poster", "background", "href"});
    const auto attributes = tree_.attributes(node);
    return std::any_of(attributes.begin(), attributes.end(), [&](const HtmlAttribute& attribute) {
      return std::find(names.begin(), names.end(), attribute.name) != names.end();
    });
  }

  [[nodiscard]] Use use_of(const HtmlNode& node) const {
    if (fold(tree_.value(node, "loading")) == "lazy") return Use::lazy;
    if (fold(tree_.value(node, "preload")) == "none") return Use::optional;
    return Use::loaded;
  }

  // <source> is chosen in place of the <img> that follows it; of a medium, every file is possible.
  void look_at_image(const HtmlNode& node) {
    const HtmlNode& around = tree_.nodes[node.parent];
    const bool in_picture = around.tag == "picture";
    const bool first =
        !in_picture || static_cast<std::size_t>(&node - tree_.nodes.data()) == first_choice(around);
    const bool counted = first && (node.tag == "img" || in_picture);
    const Use use = in_picture ? use_of(image_of(around)) : use_of(node);
    const auto candidates = parse_source_set(tree_.value(node, "srcset"));
    const std::size_t likely =
        candidates.empty() ? 0 : likely_candidate(candidates, tree_.value(node, "sizes"));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      add_url(node, candidates[i].url, counted && i == likely ? use : Use::optional);
    }
    add(node, "src", counted && candidates.empty() ? use : Use::optional);
  }

  [[nodiscard]] std::size_t first_choice(const HtmlNode& picture) const {
    const auto begin = static_cast<std::size_t>(&picture - tree_.nodes.data());
    for (std::size_t i = begin + 1; i < picture.end; i = tree_.nodes[i].end) {
      const std::string_view tag = tree_.nodes[i].tag;
      if (tag == "source" || tag == "img") return i;
    }
    return begin;
  }

  [[nodiscard]] const HtmlNode& image_of(const HtmlNode& picture) const {
    const auto begin = static_cast<std::size_t>(&picture - tree_.nodes.data());
    for (std::size_t i = begin + 1; i < picture.end; ++i) {
      if (tree_.nodes[i].tag == "img") return tree_.nodes[i];
    }
    return picture;
  }

  void look_at_other(const HtmlNode& node) {
    if (!may_ask_for_files(node)) return;
    const Use use = use_of(node);
    if (node.tag == "form") add(node, "action", Use::optional);
    if (node.tag == "object") add(node, "data", Use::loaded);
    add(node, "src", use);
    add(node, "poster", use);
    add(node, "background", use);
    // Of a drawing: <image>, <use>, <script>; its links lead somewhere like those of a page.
    add(node, "href", use);
  }

  const HtmlTree& tree_;
  PageFacts& facts_;
};

std::optional<double> plain_length(std::string_view sizes) {
  sizes = trim(sizes);
  double number = 0;
  const auto [end, error] = std::from_chars(sizes.data(), sizes.data() + sizes.size(), number);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(sizes.data() + sizes.size() - end));
  if (unit == "px") return number;
  if (unit == "rem" || unit == "em") return number * pixels_per_em;
  return std::nullopt;
}

}  // namespace

std::vector<ImageCandidate> parse_source_set(std::string_view text) {
  constexpr std::string_view separators = " \t\n\f\r,";
  std::vector<ImageCandidate> out;
  for (;;) {
    const std::size_t begin = text.find_first_not_of(separators);
    if (begin == std::string_view::npos) return out;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(spaces), text.size());
    ImageCandidate candidate{text.substr(0, end)};
    text.remove_prefix(end);
    if (candidate.url.ends_with(',')) {
      // A comma at its end closes an address that says nothing of its size.
      candidate.url = candidate.url.substr(0, candidate.url.find_last_not_of(',') + 1);
    } else {
      const std::string_view size = trim(text.substr(0, text.find(',')));
      if (size.ends_with('w')) {
        std::from_chars(size.data(), size.data() + size.size(), candidate.width);
      }
      text.remove_prefix(std::min(text.find(','), text.size()));
    }
    out.push_back(candidate);
  }
}

std::size_t likely_candidate(std::span<const ImageCandidate> candidates, std::string_view sizes) {
  double limit = widest_counted;
  if (const auto length = plain_length(sizes)) limit = std::min(limit, 2 * *length);
  std::size_t best = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const double width = candidates[i].width;
    const double chosen = candidates[best].width;
    const bool fits = width <= limit;
    if (fits ? (chosen > limit || width > chosen) : width < chosen) best = i;
  }
  return best;
}

void collect_references(const HtmlTree& tree, PageFacts& facts) {
  Collector collector(tree, facts);
  for (const HtmlNode& node : tree.nodes) {
    if (!node.tag.empty()) collector.look_at(node);
  }
}

}  // namespace pes
