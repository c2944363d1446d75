#include "consent/contacts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/letters.h"
#include "text/utf8.h"

namespace pes {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }

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

char plain_symbol(char32_t c) {
  if (is_space(c) || c == U'\t' || c == U'\n') return ' ';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0x2024 || c == 0xB7) return '.';
  return c < 0x80 ? static_cast<char>(c) : '\x01';
}

Plain make_plain(std::string_view text) {
  Plain plain;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = read_letter(text, at);
    const std::size_t to = at + letter.length;
    // A backslash only says that Markdown must not read the next sign.
    if (letter.separates && letter.character != U'\\') {
      plain.append(plain_symbol(letter.character), at, to);
    }
    for (const char c : letter.folded) plain.append(c, at, to);
    at = to;
  }
  return plain;
}

// Writes « [at] », « (arobase) », « {point} » as the signs that they stand for.
void undisguise(Plain& plain) {
  struct Disguise {
    std::string_view word;
    char sign;
  };
  constexpr auto disguises = std::to_array<Disguise>({{"arobase", '@'},
                                                      {"arrobase", '@'},
                                                      {"at", '@'},
                                                      {"chez", '@'},
                                                      {"point", '.'},
                                                      {"dot", '.'}});
  constexpr std::string_view opening = "[({<";
  constexpr std::string_view closing = "])}>";
  Plain out;
  for (std::size_t i = 0; i < plain.text.size();) {
    const std::size_t bracket = opening.find(plain.text[i]);
    std::size_t end = i;
    char sign = 0;
    for (const Disguise& disguise : disguises) {
      if (bracket == std::string_view::npos) break;
      std::size_t word = i + 1;
      while (word < plain.text.size() && plain.text[word] == ' ') ++word;
      if (plain.text.compare(word, disguise.word.size(), disguise.word) != 0) continue;
      std::size_t close = word + disguise.word.size();
      while (close < plain.text.size() && plain.text[close] == ' ') ++close;
      if (close >= plain.text.size() || plain.text[close] != closing[bracket]) continue;
      sign = disguise.sign;
      end = close + 1;
      break;
    }
    if (sign == 0) {
      out.append(plain.text[i], plain.begin[i], plain.end[i]);
      ++i;
      continue;
    }
    while (!out.text.empty() && out.text.back() == ' ') {
      out.text.pop_back();
      out.begin.pop_back();
      out.end.pop_back();
    }
    out.append(sign, plain.begin[i], plain.end[end - 1]);
    while (end < plain.text.size() && plain.text[end] == ' ') ++end;
    i = end;
  }
  plain = std::move(out);
}

// A pattern found in plain text: where it ends, and its comparable form.
struct Found {
  std::size_t end = 0;
  std::string plain;
};

bool is_local(char c) {
  return is_alphanumeric(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

// Seen from its at sign; `begin` comes back too.
std::optional<Found> find_email(std::string_view text, std::size_t sign, std::size_t& begin) {
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
  return Found{end, std::string(text.substr(begin, end - begin))};
}

// Reads digits in groups of these sizes, with the same separator, or none, between all groups.
std::optional<Found> read_groups(std::string_view text, std::size_t at,
                                 std::initializer_list<std::size_t> groups,
                                 std::string_view separators) {
  Found found;
  std::optional<char> between;
  for (const std::size_t size : groups) {
    if (!found.plain.empty()) {
      const bool apart = at < text.size() && separators.find(text[at]) != std::string_view::npos;
      const char here = apart ? text[at] : '\0';
      if (between.value_or(here) != here) return std::nullopt;
      between = here;
      if (apart) ++at;
    }
    for (std::size_t i = 0; i < size; ++i, ++at) {
      if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
      found.plain += text[at];
    }
  }
  found.end = at;
  return found;
}

// A number goes on where a digit follows, alone or behind a sign that joins.
bool goes_on(std::string_view text, std::size_t end) {
  if (end < text.size() && is_digit(text[end])) return true;
  const bool joined = end + 1 < text.size() && is_digit(text[end + 1]);
  return joined && std::string_view(".,-/").find(text[end]) != std::string_view::npos;
}

bool is_inside_number(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  if (is_alphanumeric(text[at - 1])) return true;
  const bool joined = at > 1 && is_alphanumeric(text[at - 2]);
  return joined && std::string_view(".,-/_").find(text[at - 1]) != std::string_view::npos;
}

// « version 01.02.03.04.05 »
bool follows_version(std::string_view text, std::size_t at) {
  const std::string_view before = trim(text.substr(0, at));
  return before.ends_with("version") || before.ends_with(" v") || before == "v";
}

constexpr std::string_view phone_separators = " .-/";

std::optional<Found> find_national_phone(std::string_view text, std::size_t at) {
  if (text[at] != '0' || is_inside_number(text, at) || follows_version(text, at)) {
    return std::nullopt;
  }
  for (const auto groups : {std::initializer_list<std::size_t>{2, 2, 2, 2, 2},
                            {2, 2, 3, 3},
                            {1, 3, 3, 3},
                            {4, 3, 3},
                            {4, 2, 2, 2},
                            {3, 3, 4}}) {
    const auto found = read_groups(text, at, groups, phone_separators);
    if (found && found->plain[1] != '0' && !goes_on(text, found->end)) return found;
  }
  return std::nullopt;
}

// « +33 3 80 … », « +33 (0)3 80 … », « 0033 3 80 … »
std::optional<Found> find_international_phone(std::string_view text, std::size_t at) {
  std::size_t digits = at;
  if (text.substr(at).starts_with("+33")) {
    digits += 3;
  } else if (text.substr(at).starts_with("0033") && !is_inside_number(text, at)) {
    digits += 4;
  } else {
    return std::nullopt;
  }
  const auto skip = [&] {
    while (digits < text.size() && phone_separators.find(text[digits]) != std::string_view::npos) {
      ++digits;
    }
  };
  skip();
  if (text.substr(digits).starts_with("(0)")) digits += 3;
  skip();
  for (const auto groups :
       {std::initializer_list<std::size_t>{1, 2, 2, 2, 2}, {1, 2, 3, 3}, {3, 3, 3}}) {
    auto found = read_groups(text, digits, groups, phone_separators);
    if (!found || found->plain[0] == '0' || goes_on(text, found->end)) continue;
    found->plain = "0" + found->plain;
    return found;
  }
  return std::nullopt;
}

int remainder_97(std::string_view digits) {
  int remainder = 0;
  for (const char digit : digits) remainder = (remainder * 10 + (digit - '0')) % 97;
  return remainder;
}

// Sex, year, month, department, municipality, order: 13 characters, then a key of two digits.
std::optional<Found> find_social_security(std::string_view text, std::size_t at) {
  if ((text[at] != '1' && text[at] != '2') || is_inside_number(text, at)) return std::nullopt;
  // Corsica is 2A and 2B, which the key takes for 19 and 18.
  std::string digits(text.substr(at, 32));
  for (std::size_t i = 4; i + 1 < digits.size() && i < 10; ++i) {
    const bool corsica = digits[i] == '2' && (digits[i + 1] == 'a' || digits[i + 1] == 'b');
    if (corsica) digits.replace(i, 2, digits[i + 1] == 'a' ? "19" : "18");
  }
  for (const auto groups :
       {std::initializer_list<std::size_t>{1, 2, 2, 2, 3, 3, 2}, {13, 2}, {1, 2, 2, 2, 3, 3}}) {
    const auto found = read_groups(digits, 0, groups, " .-/");
    if (!found || goes_on(text, at + found->end)) continue;
    const bool with_key = found->plain.size() == 15;
    const bool grouped = digits.find_first_of(" .-/") < found->end;
    const int month = (found->plain[3] - '0') * 10 + (found->plain[4] - '0');
    const bool real_month = (month >= 1 && month <= 12) || month >= 20;
    if (!real_month || (!with_key && !grouped)) continue;
    const int key = with_key ? remainder_97(found->plain.substr(13)) : 0;
    const bool fits = 97 - remainder_97(found->plain.substr(0, 13)) == (key == 0 ? 97 : key);
    if (with_key && !fits) continue;
    return Found{at + found->end, found->plain};
  }
  return std::nullopt;
}

struct AccountLength {
  std::string_view country;
  std::size_t length;
};
constexpr auto account_lengths = std::to_array<AccountLength>(
    {{"ad", 24}, {"at", 20}, {"be", 16}, {"bg", 22}, {"ch", 21}, {"cy", 28}, {"cz", 24}, {"de", 22},
     {"dk", 18}, {"ee", 20}, {"es", 24}, {"fi", 18}, {"fr", 27}, {"gb", 22}, {"gi", 23}, {"gr", 27},
     {"hr", 21}, {"hu", 28}, {"ie", 22}, {"is", 26}, {"it", 27}, {"li", 21}, {"lt", 20}, {"lu", 20},
     {"lv", 21}, {"mc", 27}, {"mt", 31}, {"nl", 18}, {"no", 15}, {"pl", 28}, {"pt", 25}, {"ro", 24},
     {"se", 24}, {"si", 19}, {"sk", 24}, {"sm", 27}});

bool has_account_key(std::string_view account) {
  const std::string turned = std::string(account.substr(4)) + std::string(account.substr(0, 4));
  std::string digits;
  for (const char c : turned)
    digits += is_digit(c) ? std::string(1, c) : std::to_string(c - 'a' + 10);
  return remainder_97(digits) == 1;
}

std::optional<Found> find_bank_account(std::string_view text, std::size_t at) {
  const bool shaped = at + 4 <= text.size() && is_digit(text[at + 2]) && is_digit(text[at + 3]);
  if (!shaped) return std::nullopt;
  const std::string_view country = text.substr(at, 2);
  const auto known = std::find_if(account_lengths.begin(), account_lengths.end(),
                                  [&](const AccountLength& a) { return a.country == country; });
  if (known == account_lengths.end() || (at > 0 && is_alphanumeric(text[at - 1]))) {
    return std::nullopt;
  }
  Found found{at, ""};
  while (found.plain.size() < known->length && found.end < text.size()) {
    const char c = text[found.end++];
    if (is_alphanumeric(c)) {
      found.plain += c;
    } else if (c != ' ' && c != '-' && c != '.') {
      break;
    }
  }
  const bool ends = found.end >= text.size() || !is_alphanumeric(text[found.end]);
  if (found.plain.size() != known->length || !ends) return std::nullopt;
  return has_account_key(found.plain) ? std::optional(found) : std::nullopt;
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
  Plain plain = make_plain(text);
  undisguise(plain);
  std::vector<Contact> contacts;
  for (std::size_t at = 0; at < plain.text.size();) {
    std::size_t begin = at;
    ContactKind kind{};
    std::optional<Found> found;
    const auto attempt = [&](ContactKind candidate, std::optional<Found> result) {
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
