#include "impact/shortcut.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/slug.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::string_view figure_word = "chiffre";
constexpr std::size_t most_names_shown = 12;
// By structure nothing is published.
constexpr std::array published_dimensions = {Dimension::programme, Dimension::territory,
                                             Dimension::theme, Dimension::year};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_character(text, offset);
    if (is_space(c)) {
      if (!words.back().empty()) words.emplace_back();
    } else {
      append_character(words.back(), c);
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

void report_part(std::string_view name, std::vector<std::string> known, Span span,
                 Diagnostics& out) {
  const auto guess = nearest(name, known);
  const bool more = known.size() > most_names_shown;
  known.resize(std::min(known.size(), most_names_shown));
  out.add(
         Rule::unknown_shortcut_part, span,
         {name, known.empty() ? "—" : fmt::format("{}{}", fmt::join(known, ", "), more ? "…" : "")})
      .nearest = guess;
}

}  // namespace

ShortcutBook::ShortcutBook(std::span<const PublishedTotal> figures,
                           std::vector<std::string> programmes)
    : figures_(figures), programmes_(std::move(programmes)) {}

std::string ShortcutBook::expand(std::string_view inside, Span span, Diagnostics& out) const {
  const std::vector<std::string> words = words_of(inside);
  std::vector<std::string> ids;
  for (const PublishedTotal& published : figures_) ids.push_back(published.total->indicator.id);
  if (words.size() < 2 || words.front() != figure_word) {
    const std::string example = ids.empty() ? "personnes" : ids.front();
    const std::vector<std::string> known = {std::string(figure_word)};
    Diagnostic& found = out.add(Rule::unknown_shortcut, span, {trim(inside), example});
    if (!words.empty() && words.front() != figure_word)
      found.nearest = nearest(words.front(), known);
    return "";
  }
  const auto id = std::find(ids.begin(), ids.end(), words[1]);
  if (id == ids.end()) {
    report_part(words[1], ids, span, out);
    return "";
  }
  const PublishedTotal& published = figures_[static_cast<std::size_t>(id - ids.begin())];
  if (words.size() > 3) {
    out.add(Rule::unknown_shortcut_part, span,
            {words[3],
             Text{"un seul « clé=valeur » par raccourci", "a single \"key=value\" in a shortcut"}});
  } else if (published.total->entries.empty()) {
    out.add(Rule::shortcut_without_figure, span, {words[1]});
  } else if (words.size() == 3) {
    return expand_part(published, words[2], span, out);
  } else {
    return word_figure(published_total(*published.total));
  }
  return "";
}

std::string ShortcutBook::expand_part(const PublishedTotal& published, std::string_view part,
                                      Span span, Diagnostics& out) const {
  const std::size_t equals = std::min(part.find('='), part.size());
  const std::string_view key = part.substr(0, equals);
  const std::string value = slugify(part.substr(std::min(equals + 1, part.size())));
  const auto dimension =
      std::find_if(published_dimensions.begin(), published_dimensions.end(),
                   [&](Dimension known) { return dimension_name(known) == key; });
  if (dimension == published_dimensions.end() || equals == part.size()) {
    std::vector<std::string> keys;
    for (const Dimension known : published_dimensions) {
      keys.push_back(fmt::format("{}=", dimension_name(known)));
    }
    report_part(part, std::move(keys), span, out);
    return "";
  }
  if (const auto figure = published_part(published, *dimension, value)) return word_figure(*figure);
  // A breakdown that is kept back has no key to suggest.
  const std::vector<std::string> known = known_values(published, *dimension);
  if (std::find(known.begin(), known.end(), value) == known.end()) {
    report_part(value, known, span, out);
  } else {
    out.add(Rule::shortcut_without_figure, span,
            {fmt::format("{} {}", published.total->indicator.id, part)});
  }
  return "";
}

std::vector<std::string> ShortcutBook::known_values(const PublishedTotal& published,
                                                    Dimension dimension) const {
  if (dimension == Dimension::programme) return programmes_;
  std::vector<std::string> keys;
  const auto found = published.breakdowns.find(dimension);
  if (found == published.breakdowns.end()) return keys;
  for (const Part& part : found->second.breakdown.parts) keys.push_back(part.key);
  return keys;
}

std::string shortcut_for(const Indicator& indicator, const Cut& cut) {
  std::string text = fmt::format("{{{{{} {}", figure_word, indicator.id);
  for (const auto& [dimension, key] : cut) {
    text += fmt::format(" {}={}", dimension_name(dimension), key);
  }
  return text + "}}";
}

}  // namespace pes
