#include "consent/contacts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "consent/contact_hints.h"
#include "consent/contact_numbers.h"
#include "text/letters.h"
#include "text/utf8.h"

namespace pes {

namespace {

// A text in a form that patterns can be written for: folded to ASCII, every space a single ' ',
// every dash '-', every way to write an at sign '@'. It keeps where each byte came from.
struct Plain {
  std::string text;
  std::vector<std::size_t> begin;  // of each byte, in the text
  std::vector<std::size_t> end;

  void append(char c, std::size_t from, std::size_t to) {
    text += c;
    begin.push_back(from);
    end.push_back(to);
  }
};

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

char plain_symbol(char32_t c) {
  if (is_space(c) || c == U'\t' || c == U'\n') return ' ';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0x2024 || c == 0xB7) return '.';
  return c < 0x80 ? static_cast<char>(c) : '\x01';
}

Plain make_plain(std::string_view text) {
  Plain plain;
  for (std::size_t at = 0; at < text.size();) {
    if (is_small_letter(text[at]) || text[at] == ' ') {
      plain.append(text[at], at, at + 1);
      ++at;
      continue;
    }
    const Letter letter = read_letter(text, at);
    const std::size_t to = at + letter.length;
    // A backslash only says that Markdown must not read the next sign, and stars are emphasis.
    if (letter.separates && letter.character != U'\\' && letter.character != U'*') {
      plain.append(plain_symbol(letter.character), at, to);
    }
    for (const char c : letter.folded) plain.append(c, at, to);
    at = to;
  }
  return plain;
}

constexpr std::string_view opening_brackets = "[({<";
constexpr std::string_view closing_brackets = "])}>";

bool is_opening_bracket(char c) { return c == '[' || c == '(' || c == '{' || c == '<'; }

struct Disguised {
  char sign;
  std::size_t end;
};

// « [at] », « (arobase) », « {point} »: a sign as a word between brackets.
std::optional<Disguised> read_disguise(std::string_view text, std::size_t at) {
  struct Disguise {
    std::string_view word;
    char sign;
  };
  constexpr auto disguises = std::to_array<Disguise>({{"arobase", '@'},
                                                      {"arrobase", '@'},
                                                      {"at", '@'},
                                                      {"@", '@'},
                                                      {"a", '@'},
                                                      {"chez", '@'},
                                                      {"point", '.'},
                                                      {"dot", '.'}});
  if (!is_opening_bracket(text[at])) return std::nullopt;
  const std::size_t bracket = opening_brackets.find(text[at]);
  const std::size_t word = std::min(text.find_first_not_of(' ', at + 1), text.size());
  for (const Disguise& disguise : disguises) {
    if (!text.substr(word).starts_with(disguise.word)) continue;
    const std::size_t close = text.find_first_not_of(' ', word + disguise.word.size());
    if (close != std::string_view::npos && text[close] == closing_brackets[bracket]) {
      return Disguised{disguise.sign, close + 1};
    }
  }
  return std::nullopt;
}

// Writes the signs that such words stand for.
void undisguise(Plain& plain) {
  Plain out;
  for (std::size_t i = 0; i < plain.text.size();) {
    const auto disguised = read_disguise(plain.text, i);
    if (!disguised) {
      out.append(plain.text[i], plain.begin[i], plain.end[i]);
      ++i;
      continue;
    }
    while (!out.text.empty() && out.text.back() == ' ') {
      out.text.pop_back();
      out.begin.pop_back();
      out.end.pop_back();
    }
    std::size_t end = disguised->end;
    out.append(disguised->sign, plain.begin[i], plain.end[end - 1]);
    while (end < plain.text.size() && plain.text[end] == ' ') ++end;
    i = end;
  }
  plain = std::move(out);
}

// « nom @ exemple.org », « nom arobase exemple point org »: the words and spaces become the sign.
void close_up(Plain& plain) {
  constexpr std::size_t longest_host = 60;
  const std::string_view text = plain.text;
  Plain out;
  std::size_t host_end = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    char sign = '@';
    for (const std::string_view words : {" arobase ", " arrobase ", " @ "}) {
      if (text[i] == ' ' && text.substr(i).starts_with(words)) length = words.size();
    }
    if (length > 0) host_end = i + length + longest_host;
    for (const std::string_view words : {" point ", " dot "}) {
      if (text[i] != ' ' || i >= host_end || !text.substr(i).starts_with(words)) continue;
      length = words.size();
      sign = '.';
    }
    out.append(length > 0 ? sign : text[i], plain.begin[i],
               plain.end[length > 0 ? i + length - 1 : i]);
    i += std::max<std::size_t>(length, 1);
  }
  plain = std::move(out);
}

bool is_extension(std::string_view top) {
  constexpr auto extensions = std::to_array<std::string_view>(
      {"png", "jpg", "jpeg", "webp", "gif", "svg", "html", "css", "js", "pdf", "md"});
  return std::find(extensions.begin(), extensions.end(), top) != extensions.end();
}

bool is_local(char c) { return is_alphanumeric(c) || is_one_of(c, "._%+-"); }

// Seen from its at sign; `begin` comes back too.
std::optional<FoundContact> find_email(std::string_view text, std::size_t sign,
                                       std::size_t& begin) {
  begin = sign;
  while (begin > 0 && is_local(text[begin - 1])) --begin;
  while (begin < sign && !is_alphanumeric(text[begin])) ++begin;
  // « @nom@exemple.org » is an account of a social network, not an address.
  if (begin == sign || (begin > 0 && text[begin - 1] == '@')) return std::nullopt;
  std::size_t end = sign + 1;
  while (end < text.size() &&
         (is_alphanumeric(text[end]) || text[end] == '.' || text[end] == '-')) {
    ++end;
  }
  while (end > sign + 1 && !is_alphanumeric(text[end - 1])) --end;
  const std::string_view host = text.substr(sign + 1, end - sign - 1);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const std::string_view top = host.substr(dot + 1);
  if (top.size() < 2 || !std::all_of(top.begin(), top.end(), is_letter)) return std::nullopt;
  // « logo@2x.png »
  if (is_extension(top)) return std::nullopt;
  return FoundContact{end, std::string(text.substr(begin, end - begin)), false};
}

}  // namespace

Text contact_name(ContactKind kind) {
  switch (kind) {
    case ContactKind::email:
      return {"une adresse de courriel", "an e-mail address"};
    case ContactKind::phone:
      return {"un numéro de téléphone", "a phone number"};
    case ContactKind::social_security:
      return {"un numéro de sécurité sociale", "a social-security number"};
    case ContactKind::bank_account:
      return {"un numéro de compte (IBAN)", "an account number (IBAN)"};
  }
  return {};
}

std::vector<Contact> find_contacts(std::string_view text) {
  if (!may_hold_contacts(text)) return {};
  return find_contacts_thoroughly(text);
}

std::vector<Contact> find_contacts_thoroughly(std::string_view text) {
  Plain plain = make_plain(text);
  undisguise(plain);
  close_up(plain);
  std::vector<Contact> contacts;
  for (std::size_t at = 0; at < plain.text.size();) {
    std::size_t begin = at;
    ContactKind kind{};
    std::optional<FoundContact> found;
    const auto attempt = [&](ContactKind candidate, std::optional<FoundContact> result) {
      if (found || !result) return;
      found = std::move(result);
      kind = candidate;
    };
    const char c = plain.text[at];
    if (c == '@') attempt(ContactKind::email, find_email(plain.text, at, begin));
    if (c == '0' || c == '+') {
      attempt(ContactKind::phone, find_international_phone(plain.text, at));
      attempt(ContactKind::phone, find_national_phone(plain.text, at));
    }
    if (is_digit(c)) attempt(ContactKind::social_security, find_social_security(plain.text, at));
    if (is_letter(c)) attempt(ContactKind::bank_account, find_bank_account(plain.text, at));
    if (!found) {
      ++at;
      continue;
    }
    contacts.push_back({kind, plain.begin[begin], plain.end[found->end - 1], found->plain});
    at = found->end;
  }
  return contacts;
}

}  // namespace pes
