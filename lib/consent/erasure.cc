#include "consent/erasure.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "records/files.h"
#include "text/digest.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::string_view heading =
    "# Noms effacés : des empreintes, illisibles sans la clé. Écrit par « pes withdraw --effacer "
    "».\n";
constexpr std::string_view key_line = "cle";
constexpr std::string_view name_line = "nom";
constexpr std::size_t digest_length = 32;

// Neither stands for a word that somebody may be called.
std::string digest_of_key(std::string_view key) { return keyed_digest(key, "# effacements 1"); }
std::string digest_of_word(std::string_view key, std::string_view word) {
  return keyed_digest(key, word);
}

bool is_digest(std::string_view text) {
  return text.size() == digest_length &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<std::string> words_of_line(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size();
       at = line.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.emplace_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

// False for a line of no known form.
bool read_line(std::string_view line, ErasureRegister& erasures) {
  if (trim(line).empty() || line.starts_with('#')) return true;
  std::vector<std::string> words = words_of_line(line);
  const std::string form = words.front();
  words.erase(words.begin());
  const bool digests = !words.empty() && std::all_of(words.begin(), words.end(), is_digest);
  if (form == name_line && digests) {
    erasures.names.push_back(std::move(words));
    return true;
  }
  if (form != key_line || !digests || words.size() != 1 || !erasures.key.empty()) return false;
  erasures.key = words.front();
  return true;
}

// A name is read by its capitals, and its words are kept without.
std::string with_capital(std::string word) {
  if (word.front() >= 'a' && word.front() <= 'z') {
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
  }
  return word;
}

std::vector<std::string> digests_of(const PersonName& person, std::string_view key) {
  std::vector<std::string> digests;
  for (const std::string& word : person.words) digests.push_back(digest_of_word(key, word));
  return digests;
}

}  // namespace

bool ErasureRegister::opens_with(std::string_view key_text) const {
  return key_text.size() >= shortest_key && digest_of_key(key_text) == key;
}

ErasureRegister read_erasures(const SourceFiles& files, Diagnostics& out) {
  ErasureRegister erasures;
  const std::string path = fmt::format("content/{}", erasure_file);
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const SourceFile& file) { return file.path == path; });
  if (found == files.end()) return erasures;
  const auto id = static_cast<FileId>(found - files.begin());
  for (std::size_t at = 0; at < found->text.size();) {
    const std::string_view line = line_at(found->text, at);
    const Span span{id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(line.size())};
    if (at == 0) erasures.head = span;
    if (!read_line(line, erasures)) out.add(Rule::erasure_line, span);
    at += line.size() + 1;
  }
  return erasures;
}

std::string with_erasures(std::string_view text, const ErasureRegister& known,
                          std::span<const PersonName> people, std::string_view key) {
  std::string out(text.empty() ? heading : text);
  if (known.key.empty()) out += fmt::format("{} {}\n", key_line, digest_of_key(key));
  std::vector<std::vector<std::string>> names = known.names;
  for (const PersonName& person : people) {
    std::vector<std::string> digests = digests_of(person, key);
    if (std::find(names.begin(), names.end(), digests) != names.end()) continue;
    out += fmt::format("{} {}\n", name_line, fmt::join(digests, " "));
    names.push_back(std::move(digests));
  }
  return out;
}

void collect_words(std::string_view text, WordSet& words) {
  for (std::string& word : folded_words(text)) words.insert(std::move(word));
}

std::vector<PersonName> erased_people(const ErasureRegister& erasures, const WordSet& words,
                                      std::string_view key) {
  std::unordered_map<std::string, const std::string*> by_digest;
  for (const std::string& word : words) by_digest.emplace(digest_of_word(key, word), &word);
  std::vector<PersonName> people;
  for (const std::vector<std::string>& name : erasures.names) {
    std::vector<std::string> words_of_name;
    for (const std::string& digest : name) {
      const auto word = by_digest.find(digest);
      if (word != by_digest.end()) words_of_name.push_back(with_capital(*word->second));
    }
    if (words_of_name.size() != name.size()) continue;
    const auto read = people_of(fmt::format("{}", fmt::join(words_of_name, " ")));
    people.insert(people.end(), read.begin(), read.end());
  }
  return people;
}

}  // namespace pes
