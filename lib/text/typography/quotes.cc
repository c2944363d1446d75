#include "text/typography/quotes.h"

#include <algorithm>

namespace pes {

namespace {

struct Token {
  std::size_t at = 0;
  char32_t mark = 0;
  std::size_t partner = 0;  // its own index while it has none
};

bool is_straight(const Token& token) { return token.mark == U'"'; }

std::size_t width(char32_t mark) { return mark == U'"' ? 1 : mark < 0x100 ? 2 : 3; }

bool is_closing(char32_t c) {
  return c != 0 && std::u32string_view(U"»”)]}.,;:!?…").find(c) != std::u32string_view::npos;
}

bool looks_open(std::string_view text, std::size_t at) {
  const char32_t before = character_before(text, at);
  const bool free = is_blank(before) || is_opening(before) || is_apostrophe(before);
  const char32_t after = character_at(text, at + 1);
  return free && !is_blank(after) && !is_closing(after);
}

bool looks_closed(std::string_view text, std::size_t at) {
  const char32_t before = character_before(text, at);
  const bool attached = !is_blank(before) && !is_opening(before) && !is_apostrophe(before);
  return attached && !is_word_character(character_at(text, at + 1));
}

// 5'30"
bool ends_minutes(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_digit(character_before(text, begin))) --begin;
  const char32_t before = character_before(text, begin);
  return begin < at && (is_apostrophe(before) || before == U'′');
}

std::vector<Token> find_tokens(std::string_view text, const std::vector<Extent>& verbatim) {
  std::vector<Token> tokens;
  auto skipped = verbatim.begin();
  bool open = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte != '"' && byte != '\xC2' && byte != '\xE2') continue;
    while (skipped != verbatim.end() && skipped->end <= at) ++skipped;
    if (skipped != verbatim.end() && skipped->begin <= at) continue;
    const char32_t mark = character_at(text, at);
    if (mark == U'"') {
      const bool inches = !open && is_digit(character_before(text, at));
      if (inches || ends_minutes(text, at)) continue;
      open = !open;
    } else if (mark != U'«' && mark != U'»' && mark != U'“' && mark != U'”') {
      continue;
    }
    tokens.push_back({at, mark, tokens.size()});
  }
  return tokens;
}

// Straight marks open and close in turn; which ones break the turn?
std::vector<std::size_t> find_unpaired(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<std::size_t> unpaired;
  const Token* open = nullptr;
  for (const Token& token : tokens) {
    if (!is_straight(token)) continue;
    const std::size_t at = token.at;
    const bool opens = looks_open(text, at) && !looks_closed(text, at);
    const bool closes = looks_closed(text, at) && !looks_open(text, at);
    if (!open && closes) {
      unpaired.push_back(at);
    } else if (!open) {
      open = &token;
    } else if (opens) {
      unpaired.push_back(open->at);
      open = &token;
    } else {
      open = nullptr;
    }
  }
  if (open) unpaired.push_back(open->at);
  return unpaired;
}

// « "" » and « " " » say nothing that could be set.
bool is_empty_pair(std::string_view text, const Token& open, const Token& close) {
  return gap_end(text, open.at + width(open.mark)) == close.at;
}

void match(std::string_view text, std::vector<Token>& tokens) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const char32_t mark = tokens[i].mark;
    const char32_t wanted = mark == U'»' ? U'«' : mark == U'”' ? U'“' : mark;
    const auto found = std::find_if(open.rbegin(), open.rend(), [&](std::size_t o) {
      return tokens[o].mark == wanted || tokens[o].mark == U'«';
    });
    const bool only_opens = mark == U'«' || mark == U'“';
    if (!only_opens && found != open.rend() && tokens[*found].mark == wanted) {
      const std::size_t partner = *found;
      open.erase(std::prev(found.base()), open.end());
      if (is_empty_pair(text, tokens[partner], tokens[i])) continue;
      tokens[i].partner = partner;
      tokens[partner].partner = i;
    } else if (only_opens || mark == U'"') {
      open.push_back(i);
    }
  }
}

std::vector<Quote> assign_roles(const std::vector<Token>& tokens) {
  std::vector<Quote> quotes;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool paired = token.partner != i;
    const bool opens = token.mark == U'«' || (paired && token.partner > i);
    const bool closes = token.mark == U'»' || (paired && token.partner < i);
    if (closes && depth > 0) --depth;
    if (paired && token.mark != U'«' && token.mark != U'»') {
      const Quote::Role role =
          opens ? (depth == 0 ? Quote::Role::opens : Quote::Role::opens_within)
                : (depth == 0 ? Quote::Role::closes : Quote::Role::closes_within);
      quotes.push_back({{token.at, token.at + width(token.mark)}, role});
    }
    if (opens) ++depth;
  }
  return quotes;
}

}  // namespace

Quotes pair_quotes(std::string_view text, const std::vector<Extent>& verbatim) {
  const bool straight = text.find('"') != std::string_view::npos;
  if (!straight && text.find("“") == std::string_view::npos) return {};
  std::vector<Token> tokens = find_tokens(text, verbatim);
  Quotes quotes;
  quotes.unpaired = find_unpaired(text, tokens);
  if (!quotes.unpaired.empty()) {
    std::erase_if(tokens, is_straight);
    for (std::size_t i = 0; i < tokens.size(); ++i) tokens[i].partner = i;
  }
  match(text, tokens);
  quotes.pairs = assign_roles(tokens);
  return quotes;
}

void set_quote(Galley& galley, const Quote& quote) {
  const auto [begin, end] = quote.extent;
  switch (quote.role) {
    case Quote::Role::opens:
      galley.replace({begin, gap_end(galley.text(), end)}, "«\u202F");
      break;
    case Quote::Role::closes:
      galley.replace({gap_begin(galley.text(), begin), end}, "\u202F»");
      break;
    case Quote::Role::opens_within:
      galley.replace(quote.extent, "“");
      break;
    case Quote::Role::closes_within:
      galley.replace(quote.extent, "”");
      break;
  }
}

}  // namespace pes
