#include "consent/contact_numbers.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace pes {

namespace {

using Groups = std::vector<std::size_t>;

// Reads digits in groups of these sizes, which up to three signs may separate.
std::optional<FoundContact> read_groups(std::string_view text, std::size_t at,
                                        std::span<const std::size_t> groups,
                                        std::string_view separators) {
  constexpr std::size_t widest_gap = 3;
  FoundContact found;
  for (const std::size_t size : groups) {
    const std::size_t gap = at;
    while (!found.plain.empty() && at < text.size() && at - gap < widest_gap &&
           is_one_of(text[at], separators)) {
      ++at;
    }
    found.grouped = found.grouped || at > gap;
    for (std::size_t i = 0; i < size; ++i, ++at) {
      if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
      found.plain += text[at];
    }
  }
  found.end = at;
  return found;
}

// A number goes on where a digit follows, alone or behind a sign that joins; what stands in groups
// goes on only as it began.
bool goes_on(std::string_view text, std::size_t end, bool grouped) {
  if (end < text.size() && is_digit(text[end])) return true;
  const bool joined = end + 1 < text.size() && is_digit(text[end + 1]);
  return joined && is_one_of(text[end], grouped ? ".," : ".,-/");
}

// References and accounts hold numbers that look like others: « REG-0612345678 », « a0612345678 ».
bool is_inside_number(std::string_view text, std::size_t at, bool grouped) {
  if (at == 0) return false;
  if (is_alphanumeric(text[at - 1])) return true;
  if (at == 1 || !is_one_of(text[at - 1], grouped ? ".,-" : ".,-/_")) return false;
  const bool reference = is_letter(text[at - 2]) && !grouped && text[at - 1] != '.';
  return is_digit(text[at - 2]) || reference;
}

// « version 01.02.03.04.05 », « ISBN 0306406152 »: the word before says what the number is.
bool follows_other_kind(std::string_view text, std::size_t at, bool grouped) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"version", "v", "isbn", "issn", "ean", "siret", "siren", "rna", "tva", "facture", "agrement",
       "convention", "dossier", "reference", "ref", "sha"});
  std::size_t end = at;
  while (end > 0 && !is_alphanumeric(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, end - begin);
  const bool known = std::find(kinds.begin(), kinds.end(), word) != kinds.end();
  return known && at - end <= 3 && (!grouped || word == "version" || word == "v");
}

// « départements 01 02 03 04 05 », « 08 10 12 14 16 h »: a list that counts on.
bool counts_on(const std::string& digits) {
  const auto pair = [&](std::size_t i) {
    return (digits[2 * i] - '0') * 10 + (digits[2 * i + 1] - '0');
  };
  const int step = pair(1) - pair(0);
  for (std::size_t i = 1; i + 1 < digits.size() / 2; ++i) {
    if (pair(i + 1) - pair(i) != step) return false;
  }
  return true;
}

bool is_date(std::string_view text, std::size_t at) {
  constexpr auto day = std::to_array<std::size_t>({2, 2, 4});
  return read_groups(text, at, day, "/.-").has_value() && is_one_of(text[at + 2], "/.-") &&
         text[at + 2] == text[at + 5];
}

int remainder_97(std::string_view digits) {
  int remainder = 0;
  for (const char digit : digits) remainder = (remainder * 10 + (digit - '0')) % 97;
  return remainder;
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

}  // namespace

std::optional<FoundContact> find_national_phone(std::string_view text, std::size_t at) {
  static const std::vector<Groups> groupings = {
      {2, 2, 2, 2, 2}, {2, 2, 3, 3}, {2, 3, 3, 2}, {2, 3, 2, 3}, {2, 2, 2, 4},
      {2, 4, 4},       {1, 3, 3, 3}, {4, 3, 3},    {4, 2, 2, 2}, {3, 3, 4}};
  if (text[at] != '0' || is_date(text, at)) return std::nullopt;
  for (const Groups& groups : groupings) {
    auto found = read_groups(text, at, groups, " .-/_()");
    if (!found || found->plain[1] == '0' || goes_on(text, found->end, found->grouped)) continue;
    if (is_inside_number(text, at, found->grouped) || counts_on(found->plain)) continue;
    if (follows_other_kind(text, at, found->grouped)) continue;
    return found;
  }
  return std::nullopt;
}

// « +33 3 80 … », « (+33) 3 80 … », « +33 (0)3 80 … », « 0033 3 80 … », and overseas: a sign that
// strong needs no grouping.
std::optional<FoundContact> find_international_phone(std::string_view text, std::size_t at) {
  constexpr auto prefixes =
      std::to_array<std::string_view>({"33", "262", "508", "590", "594", "596", "687", "689"});
  std::size_t digits = at;
  const auto skip = [&] {
    while (digits < text.size() && is_one_of(text[digits], " .-/_()")) ++digits;
  };
  if (text[at] == '+') {
    ++digits;
  } else if (text.substr(at).starts_with("00") && !is_inside_number(text, at, false)) {
    digits += 2;
  } else {
    return std::nullopt;
  }
  skip();
  const auto* prefix = std::find_if(prefixes.begin(), prefixes.end(), [&](std::string_view known) {
    return text.substr(digits).starts_with(known);
  });
  if (prefix == prefixes.end()) return std::nullopt;
  digits += prefix->size();
  FoundContact found;
  for (skip(); found.plain.size() < 10 && digits < text.size() && is_digit(text[digits]); skip()) {
    found.plain += text[digits++];
    found.end = digits;
    if (found.plain.size() == 9 && found.plain[0] != '0') break;
  }
  if (found.plain.size() == 9) found.plain.insert(0, "0");
  const bool whole = found.plain.size() == 10 && found.plain[0] == '0' && found.plain[1] != '0';
  if (!whole || goes_on(text, found.end, true)) return std::nullopt;
  return found;
}

std::optional<FoundContact> find_social_security(std::string_view text, std::size_t at) {
  static const std::vector<Groups> groupings = {{1, 2, 2, 2, 3, 3, 2}, {13, 2}, {1, 2, 2, 2, 3, 3}};
  if ((text[at] != '1' && text[at] != '2') || is_inside_number(text, at, true)) return std::nullopt;
  // Corsica is 2A and 2B, which the key takes for 19 and 18.
  std::string digits(text.substr(at, 32));
  for (std::size_t i = 4; i + 1 < digits.size() && i < 10; ++i) {
    const bool corsica = digits[i] == '2' && (digits[i + 1] == 'a' || digits[i + 1] == 'b');
    if (corsica) digits.replace(i, 2, digits[i + 1] == 'a' ? "19" : "18");
  }
  for (const Groups& groups : groupings) {
    const auto found = read_groups(digits, 0, groups, " .-/");
    if (!found || goes_on(text, at + found->end, found->grouped)) continue;
    const bool with_key = found->plain.size() == 15;
    const int month = (found->plain[3] - '0') * 10 + (found->plain[4] - '0');
    const bool real_month = (month >= 1 && month <= 12) || (with_key && month >= 20);
    if (!real_month || (!with_key && !found->grouped)) continue;
    const int key = with_key ? remainder_97(found->plain.substr(13)) : 0;
    const bool fits = 97 - remainder_97(found->plain.substr(0, 13)) == (key == 0 ? 97 : key);
    if (with_key && !fits) continue;
    return FoundContact{at + found->end, found->plain, found->grouped};
  }
  return std::nullopt;
}

std::optional<FoundContact> find_bank_account(std::string_view text, std::size_t at) {
  const bool shaped = at + 4 <= text.size() && is_digit(text[at + 2]) && is_digit(text[at + 3]);
  if (!shaped) return std::nullopt;
  const std::string_view country = text.substr(at, 2);
  const auto known = std::find_if(account_lengths.begin(), account_lengths.end(),
                                  [&](const AccountLength& a) { return a.country == country; });
  if (known == account_lengths.end() || (at > 0 && is_alphanumeric(text[at - 1]))) {
    return std::nullopt;
  }
  FoundContact found{at, "", false};
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

}  // namespace pes
