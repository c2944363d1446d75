#include <algorithm>

#include "consent/name_hash.h"
#include "consent/name_search.h"
#include "consent/name_words.h"

namespace pes {

NameSearch::Use& NameSearch::use_of(std::string_view word) {
  const Hash hash = hash_of(word);
  starts_.set(short_hash(hash));
  return uses_[hash];
}

void NameSearch::add_pair(std::string_view a, std::string_view b, std::size_t name) {
  use_of(a).pairs = use_of(b).pairs = true;
  Names& names = pairs_[hash_of_pair(hash_of(a), hash_of(b))];
  if (names.empty() || names.back() != name) names.push_back(name);
}

void NameSearch::add_surname(std::string_view word, std::size_t name) {
  use_of(word).surname = true;
  Names& names = surnames_[hash_of(word)];
  if (names.empty() || names.back() != name) names.push_back(name);
}

void NameSearch::add_keys(std::size_t index) {
  const SoughtName& name = names_[index];
  const std::vector<std::string>& words = name.person.words;
  for (const std::string& joined : name.joined) {
    use_of(joined).whole = true;
    wholes_[hash_of(joined)].push_back(index);
  }
  if (name.person.is_surname()) add_surname(words.front(), index);
  if (name.person.given.empty() && words.size() > 1) add_pair(words[0], words[1], index);
  for (const auto& surname : name.surname) {
    add_surname(surname.back(), index);
    for (const auto& given : name.given) add_pair(given.front(), surname.back(), index);
  }
}

void NameSearch::forbid(const PersonName& name, std::size_t who) {
  if (name.words.empty()) return;
  if (names_.empty()) {
    for (const std::string_view address : forms_of_address()) use_of(address).address = true;
  }
  std::string key;
  for (const std::string& word : name.words) key += word + " ";
  const auto [known, added] = known_.try_emplace(key, names_.size());
  if (added) {
    names_.emplace_back(name);
    who_.emplace_back();
    add_keys(known->second);
  }
  std::vector<std::size_t>& whose = who_[known->second];
  if (std::find(whose.begin(), whose.end(), who) == whose.end()) whose.push_back(who);
}

void NameSearch::allow_words(std::size_t node, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const auto [next, added] = allowed_[node].next.try_emplace(word, allowed_.size());
    node = next->second;
    if (added) allowed_.emplace_back();
  }
  if (!words.empty()) allowed_[node].ends = true;
}

void NameSearch::allow(std::string_view name) { allow_words(0, folded_words(name)); }

void NameSearch::allow_address(const PersonName& name) {
  constexpr std::size_t behind_address = 1;
  allow_words(behind_address, name.is_surname() ? name.words : name.surname);
}

}  // namespace pes
