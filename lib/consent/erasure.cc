#include "consent/erasure.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "consent/seamless_text.h"
#include "consent/text_words.h"
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
  if (text.ends_with('*')) text.remove_suffix(1);
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
    std::vector<ErasureRegister::Word> name;
    for (const std::string& word : words) {
      name.push_back({word.substr(0, digest_length), word.ends_with('*')});
    }
    erasures.names.push_back(std::move(name));
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

std::vector<ErasureRegister::Word> digests_of(const PersonName& person, std::string_view key) {
  std::vector<ErasureRegister::Word> digests;
  for (const std::string& word : person.words) {
    const bool surname =
        std::find(person.surname.begin(), person.surname.end(), word) != person.surname.end();
    digests.push_back({digest_of_word(key, word), surname});
  }
  return digests;
}

}  // namespace

bool ErasureRegister::opens_with(std::string_view key_text) const {
  return key_text.size() >= shortest_key && digest_of_key(key_text) == key;
}

bool ErasureRegister::holds(std::span<const PersonName> people, std::string_view key_text) const {
  return opens_with(key_text) &&
         std::all_of(people.begin(), people.end(), [&](const PersonName& person) {
           const auto digests = digests_of(person, key_text);
           return std::find(names.begin(), names.end(), digests) != names.end();
         });
}

void ErasureRegister::add(const ErasureRegister& later) {
  if (later.key != key && !later.key.empty()) {
    key = later.key;
    names.clear();
  }
  names.insert(names.end(), later.names.begin(), later.names.end());
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
  if (!out.ends_with('\n')) out += '\n';
  if (known.key.empty()) out += fmt::format("{} {}\n", key_line, digest_of_key(key));
  std::vector<std::vector<ErasureRegister::Word>> names = known.names;
  for (const PersonName& person : people) {
    std::vector<ErasureRegister::Word> digests = digests_of(person, key);
    if (std::find(names.begin(), names.end(), digests) != names.end()) continue;
    out += name_line;
    for (const ErasureRegister::Word& word : digests) {
      out += fmt::format(" {}{}", word.digest, word.surname ? "*" : "");
    }
    out += '\n';
    names.push_back(std::move(digests));
  }
  return out;
}

// Which words are of the register, asked once for each: nearly all of them come again and again.
struct ErasureSearch::Memory {
  std::unordered_set<std::string> digests;
  std::mutex mutex;
  std::unordered_map<std::string, std::string> by_word;  // empty for what is not of it

  std::string digest_of(const std::string& word, std::string_view key) {
    const std::lock_guard lock(mutex);
    const auto [found, fresh] = by_word.try_emplace(word);
    if (fresh) {
      std::string digest = digest_of_word(key, word);
      if (digests.contains(digest)) found->second = std::move(digest);
    }
    return found->second;
  }
};

ErasureSearch::ErasureSearch(const ErasureRegister& known, std::string key)
    : names_(known.names), key_(std::move(key)), memory_(std::make_unique<Memory>()) {
  for (const auto& name : names_) {
    for (const ErasureRegister::Word& word : name) memory_->digests.insert(word.digest);
  }
}
ErasureSearch::~ErasureSearch() = default;
ErasureSearch::ErasureSearch(ErasureSearch&&) noexcept = default;
ErasureSearch& ErasureSearch::operator=(ErasureSearch&&) noexcept = default;

std::vector<NameMatch> ErasureSearch::find(std::string_view text, Reading reading) const {
  if (empty()) return {};
  std::unordered_map<std::string, std::string> known;  // word by digest
  const auto note = [&](const std::string& word) {
    const std::string digest = memory_->digest_of(word, key_);
    if (!digest.empty()) known[digest] = with_capital(word);
  };
  const auto note_words = [&](std::string_view words) {
    for (const std::string& word : folded_words(words)) note(word);
    if (reading != Reading::markup) return;
    WordReader reader(words, 0, reading, Escapes::none);
    while (const auto word = reader.next()) note(word->word.folded);
  };
  note_words(text);
  if (const auto seamless = without_seams(text, reading)) note_words(seamless->text);
  NameSearch search;
  for (const auto& name : names_) {
    std::string whole;
    std::string surname = "Mme";
    bool has_whole = true;
    bool has_surname = name.size() == 1;
    for (const ErasureRegister::Word& word : name) {
      const auto found = known.find(word.digest);
      has_whole = has_whole && found != known.end();
      if (found == known.end()) continue;
      whole += (whole.empty() ? "" : " ") + found->second;
      if (!word.surname && name.size() > 1) continue;
      has_surname = true;
      surname += " " + found->second;
    }
    if (has_whole && name.size() > 1) {
      for (const PersonName& person : people_of(whole)) search.forbid(person, 0);
    }
    if (has_surname && surname != "Mme") {
      for (const PersonName& person : people_of(surname)) search.forbid(person, 0);
    }
  }
  return search.find(text, reading);
}

}  // namespace pes
