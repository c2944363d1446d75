#include "consent/shared_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "consent/names.h"

namespace pes {

namespace {

constexpr auto openings = std::to_array<std::string_view>(
    {"le",    "la",    "les",   "l",    "un",  "une",  "des",  "du",       "de",     "d",
     "ce",    "cet",   "cette", "ces",  "son", "sa",   "ses",  "leur",     "leurs",  "notre",
     "nos",   "votre", "vos",   "mon",  "ma",  "mes",  "il",   "elle",     "ils",    "elles",
     "on",    "nous",  "vous",  "je",   "et",  "ou",   "mais", "pour",     "par",    "avec",
     "chez",  "a",     "au",    "aux",  "en",  "dans", "sur",  "depuis",   "avant",  "apres",
     "selon", "quand", "si",    "puis", "m",   "mme",  "mlle", "monsieur", "madame", "dr"});

// Words of a name stand apart by one space, hyphen or apostrophe.
bool follows(std::string_view text, const NameWord& first, const NameWord& second) {
  const std::string_view gap = text.substr(first.end, second.begin - first.end);
  return gap == " " || gap == "-" || gap == "'" || gap == "’" || gap == "\u00A0" || gap == "\u202F";
}

constexpr std::size_t longest_run = 6;

// The runs of two words or more with capitals; longer ones than a name are shouted texts.
std::set<std::string> mentioned_names(std::string_view text) {
  const std::vector<NameWord> words = split_words(text);
  std::set<std::string> names;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    while (end < words.size() && words[end].capital &&
           (end == i || follows(text, words[end - 1], words[end]))) {
      ++end;
    }
    std::size_t begin = i;
    while (begin < end &&
           std::find(openings.begin(), openings.end(), words[begin].folded) != openings.end()) {
      ++begin;
    }
    if (end - begin >= 2 && end - begin <= longest_run) {
      names.emplace(text.substr(words[begin].begin, words[end - 1].end - words[begin].begin));
    }
    i = std::max(end, i + 1);
  }
  return names;
}

std::string_view body_of(const Record& record, const SourceFiles& files) {
  if (!record.kind->has_body || record.body_begin == 0) return {};
  return std::string_view(files[record.file].text).substr(record.body_begin);
}

// What is known to be no person: titles, organisations, places and themes.
std::string known_phrases(std::span<const Record> records) {
  std::string out;
  const auto add = [&](const Value* value) {
    if (value == nullptr) return;
    out += std::string(text_of(value)) + "\n";
    for (const Value& item : list_of(value)) out += std::string(text_of(&item)) + "\n";
  };
  for (const Record& record : records) {
    for (const char* name : {"titre", "organisation", "structure", "partenaires", "territoire",
                             "themes", "sigle", "source"}) {
      add(field(record, name));
    }
  }
  return out;
}

// Those of some names that stand in a text.
std::set<std::string> find_all(const std::set<std::string>& names, const std::string& text) {
  const std::vector<std::string> listed(names.begin(), names.end());
  NameSearch search;
  for (std::size_t i = 0; i < listed.size(); ++i) search.forbid(name_of(split_words(listed[i])), i);
  std::set<std::string> found;
  for (const NameMatch& match : search.find(text, Reading::text)) found.insert(listed[match.who]);
  return found;
}

}  // namespace

void warn_about_shared_names(std::span<const Record> records, std::span<const Decision> decisions,
                             const SourceFiles& files, Diagnostics& out) {
  std::vector<std::set<std::string>> mentioned(records.size());
  std::set<std::string> all;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (decisions[i].withheld()) mentioned[i] = mentioned_names(body_of(records[i], files));
    all.insert(mentioned[i].begin(), mentioned[i].end());
  }
  if (all.empty()) return;
  const std::set<std::string> no_person = find_all(all, known_phrases(records));
  NameSearch unknown;
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const std::string& name : mentioned[i]) {
      if (!no_person.contains(name)) unknown.forbid(name_of(split_words(name)), i);
    }
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!decisions[i].shown()) continue;
    std::set<std::size_t> told;
    for (const NameMatch& match : unknown.find(files[records[i].file].text, Reading::text)) {
      if (!told.insert(match.who).second) continue;
      const Span span{records[i].file, static_cast<std::uint32_t>(match.begin),
                      static_cast<std::uint32_t>(match.end - match.begin)};
      out.add(Rule::name_of_withheld, span, {files[records[match.who].file].path});
    }
  }
}

}  // namespace pes
