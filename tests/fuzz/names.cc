#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <tuple>

#include "consent/disguises.h"
#include "consent/name_search.h"
#include "consent/seamless_text.h"
#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

void forbid(NameSearch& search, const Somebody& person, std::size_t who) {
  for (const PersonName& name : people_of(person.author)) search.forbid(name, who);
}

// Everybody at once, and the slow reference: each alone.
struct Searches {
  NameSearch everybody;
  std::vector<NameSearch> alone;
};

const Searches& searches() {
  static const Searches all = [] {
    Searches out;
    for (const Somebody& person : fifty_people()) {
      const std::size_t who = out.alone.size();
      forbid(out.everybody, person, who);
      forbid(out.alone.emplace_back(), person, who);
    }
    return out;
  }();
  return all;
}

std::string told(std::vector<NameMatch> matches) {
  std::sort(matches.begin(), matches.end(), [](const NameMatch& a, const NameMatch& b) {
    return std::tuple(a.begin, a.who, a.end) < std::tuple(b.begin, b.who, b.end);
  });
  std::string out;
  for (const NameMatch& match : matches) {
    out += fmt::format("{} {}-{}\n", match.who, match.begin, match.end);
  }
  return out;
}

void everybody_is_found_as_each_alone(std::string_view text, Reading reading) {
  std::vector<NameMatch> expected;
  for (const NameSearch& search : searches().alone) {
    const auto found = search.find(text, reading);
    expected.insert(expected.end(), found.begin(), found.end());
  }
  const auto found = searches().everybody.find(text, reading);
  for (const NameMatch& match : found) {
    hold(match.begin < match.end && match.end <= text.size(), "a match is within its text");
  }
  hold_same("everybody is found as each alone", told(expected), told(found));
}

// First name and surname as the record writes them, or in capitals, with a space between: what any
// reader sees. The slow reference looks for each with a regular expression.
using Patterns = std::vector<std::unique_ptr<icu::RegexPattern>>;

Patterns plain_names() {
  Patterns out;
  for (const Somebody& person : fifty_people()) {
    const icu::UnicodeString name = icu::UnicodeString::fromUTF8(person.first + " " + person.last);
    icu::UnicodeString capitals = name;
    capitals.toUpper(icu::Locale::getFrench());
    UErrorCode error = U_ZERO_ERROR;
    UParseError place;
    out.push_back(std::unique_ptr<icu::RegexPattern>(icu::RegexPattern::compile(
        u"(?<![\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{C}])(\\Q" + name + u"\\E|\\Q" + capitals +
            u"\\E)(?![\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{C}])",
        place, error)));
    hold(U_SUCCESS(error), "the slow reference has a pattern", person.author);
  }
  return out;
}

void a_plain_name_is_found(std::string_view text) {
  static const Patterns names = plain_names();
  const icu::UnicodeString read = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::size_t who = 0; who < names.size(); ++who) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(names[who]->matcher(read, error));
    if (!matcher->find()) continue;
    for (const Reading reading : {Reading::text, Reading::markup}) {
      hold(!searches().alone[who].find(text, reading).empty(), "a plain name is found",
           fifty_people()[who].author);
    }
  }
}

// The words that a name can have in a text, in all its spellings.
std::set<std::string> words_of(const Somebody& person) {
  std::set<std::string> words;
  for (const PersonName& name : people_of(person.author)) {
    const SoughtName sought(name);
    words.insert(name.words.begin(), name.words.end());
    words.insert(sought.joined.begin(), sought.joined.end());
    for (const auto& spelling : sought.given) words.insert(spelling.begin(), spelling.end());
    for (const auto& spelling : sought.surname) words.insert(spelling.begin(), spelling.end());
  }
  return words;
}

bool has_word_of(const std::set<std::string>& words, std::string_view text, Reading reading) {
  for (const Escapes escapes : {Escapes::code, Escapes::style, Escapes::none}) {
    WordReader reader(text, 0, reading, escapes);
    while (const auto read = reader.next()) {
      if (words.contains(read->word.folded)) return true;
    }
  }
  return false;
}

// In one of the ways to read it.
bool has_word_of(const std::set<std::string>& words, std::string_view text) {
  for (const Reading reading : {Reading::text, Reading::markup}) {
    if (has_word_of(words, text, reading)) return true;
    const auto seamless = without_seams(text, reading);
    if (seamless && has_word_of(words, seamless->text, reading)) return true;
  }
  return false;
}

void a_match_holds_a_word_of_its_name(std::string_view text, Reading reading) {
  static const auto words = [] {
    std::vector<std::set<std::string>> all;
    for (const Somebody& person : fifty_people()) all.push_back(words_of(person));
    return all;
  }();
  for (const NameMatch& match : searches().everybody.find(text, reading)) {
    const std::string_view matched = text.substr(match.begin, match.end - match.begin);
    hold(has_word_of(words[match.who], matched), "a match holds a word of its name",
         fmt::format("{} | {}", fifty_people()[match.who].author, matched));
  }
}

// A letter as a byte of the input has it written: each of these is read as the letter itself, and
// within a word a line may end behind it. A soft hyphen at the end of a line would be such an end.
std::string disguised(char32_t letter, unsigned char byte, bool goes_on) {
  constexpr unsigned char cut = 240;
  constexpr auto line_ends = std::to_array<const char*>(
      {"-\n", "-\r\n", "\u2010\n", "\u00AD\n  ", "- \n", "&shy;\n", "\\\n", "-\\n"});
  std::string plain;
  append_character(plain, letter);
  if (byte >= cut && goes_on) return plain + line_ends.at(byte % line_ends.size());
  const auto code = static_cast<std::uint32_t>(letter);
  switch (byte % 12) {
    case 1:
      return fmt::format("&#{};", code);
    case 2:
      return fmt::format("&#x{:X};", code);
    case 3:
      return goes_on ? plain + "\u00AD" : plain;
    case 4:
      return plain + "\u200B";
    case 5:
      return goes_on ? plain + "&shy;" : plain;
    case 6:
      return plain + "\u0301";
    case 7:
      return fmt::format("&#{:07};", code);
    case 8:
      return code > 0xFFFF ? plain : fmt::format("\\u{:04x}", code);
    case 9:
      return percent(plain);
    case 10:
      return plain + "&#8203;";
    case 11:
      return plain + "\u2060";
    default:
      return plain;
  }
}

// What may stand between a first name and a surname.
constexpr auto separators = std::to_array<std::string_view>(
    {" ", "\u00A0", "\u202F", "  ", "\n", "-", "_", ".", "\t", "&nbsp;", "%20", "&#32;"});

// The first byte chooses somebody and the second what stands between the words of the name; each
// letter takes the next byte. The rest is the text behind it.
std::string with_disguised_name(const Somebody& person, std::string_view bytes) {
  std::size_t next = 2;
  const auto take = [&] {
    return static_cast<unsigned char>(next < bytes.size() ? bytes[next++] : '\0');
  };
  const auto words = [&](const std::string& name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t begin = at;
      const char32_t letter = next_character(name, at);
      std::size_t behind = at;
      const bool goes_on = at < name.size() && is_letter_or_digit(next_character(name, behind));
      out += is_letter_or_digit(letter) ? disguised(letter, take(), goes_on)
                                        : name.substr(begin, at - begin);
    }
    return out;
  };
  std::string text = "Merci. À ";
  text += words(person.first);
  text += separators.at(static_cast<unsigned char>(bytes[1]) % separators.size());
  text += words(person.last);
  return text + " pour tout. " + std::string(bytes.substr(std::min(next, bytes.size())));
}

void no_name_survives_a_disguise(std::string_view bytes) {
  const std::size_t who = static_cast<unsigned char>(bytes[0]) % fifty_people().size();
  const Somebody& person = fifty_people()[who];
  const std::string text = with_disguised_name(person, bytes);
  for (const Reading reading : {Reading::text, Reading::markup}) {
    hold(!searches().alone[who].find(text, reading).empty(), "no name survives a disguise",
         person.author + " | " + text);
  }
}

}  // namespace

void hold_names(std::string_view bytes) {
  for (const Reading reading : {Reading::text, Reading::markup}) {
    everybody_is_found_as_each_alone(bytes, reading);
    a_match_holds_a_word_of_its_name(bytes, reading);
  }
  if (!find_invalid_utf8(bytes)) a_plain_name_is_found(bytes);
  if (bytes.size() >= 2) no_name_survives_a_disguise(bytes);
}

}  // namespace pes::test
