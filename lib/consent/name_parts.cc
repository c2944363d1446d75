#include <algorithm>
#include <iterator>

#include "consent/name_words.h"
#include "consent/people.h"

namespace pes {

namespace {

using Words = std::span<const NameWord>;

// What hyphens and apostrophes tie together: « Jean-Paul », « d’Exemple ».
std::vector<Words> tied_groups(Words words) {
  std::vector<Words> groups;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && words[end].tied) ++end;
    groups.push_back(words.subspan(begin, end - begin));
    begin = end;
  }
  return groups;
}

bool begins_with_particle(Words group) { return is_particle(group.front().folded); }

bool is_shouted(Words group) {
  const auto is_initial = [](const NameWord& word) { return word.folded.size() < 2; };
  const bool all = std::all_of(group.begin(), group.end(), [&](const NameWord& word) {
    return word.shouted || is_initial(word) || is_particle(word.folded);
  });
  return all &&
         std::any_of(group.begin(), group.end(), [](const NameWord& word) { return word.shouted; });
}

std::vector<std::string> folded(Words words) {
  std::vector<std::string> out;
  for (const NameWord& word : words) out.push_back(word.folded);
  return out;
}

bool is_part_of_double_name(const std::string& word) {
  return word.size() > 1 && word.find_first_of("0123456789") == std::string::npos;
}

bool may_stand_alone(const std::string& word) { return word != "saint" && word != "sainte"; }

// Particles that stand by themselves are no surname.
void add_surname(PersonName& name, Words group) {
  while (!group.empty() && begins_with_particle(group)) group = group.subspan(1);
  for (const NameWord& word : group) name.surname.push_back(word.folded);
}

// « Ada UN DEUX », « UN Ada »; nothing where all words are in capitals, or none.
bool read_shouted(PersonName& name, const std::vector<Words>& groups) {
  const auto shouted = std::count_if(groups.begin(), groups.end(), is_shouted);
  for (const Words& group : groups) {
    const bool given = !is_shouted(group) && !begins_with_particle(group);
    if (given && name.given.empty()) name.given = folded(group);
  }
  if (shouted == 0 || name.given.empty()) {
    name.given.clear();
    return false;
  }
  for (const Words& group : groups) {
    if (is_shouted(group)) add_surname(name, group);
  }
  return true;
}

void read_order(PersonName& name, const std::vector<Words>& groups) {
  if (!begins_with_particle(groups.front())) {
    if (groups.size() < 2) return;
    name.given = folded(groups.front());
    add_surname(name, groups.back());
    return;
  }
  // « Le Goff Yann »
  std::size_t at = 0;
  while (at < groups.size() && groups[at].size() == 1 && begins_with_particle(groups[at])) ++at;
  if (at + 1 >= groups.size()) return;
  add_surname(name, groups[at]);
  name.given = folded(groups[at + 1]);
}

}  // namespace

PersonName name_of(Words words) {
  PersonName name;
  name.words = folded(words);
  if (words.size() < 2) return name;
  const std::vector<Words> groups = tied_groups(words);
  if (!read_shouted(name, groups)) read_order(name, groups);
  if (name.surname.empty()) name.given.clear();
  const std::vector<std::string>& surname = name.surname;
  if (surname.size() < 2 || !std::all_of(surname.begin(), surname.end(), is_part_of_double_name)) {
    return name;
  }
  std::copy_if(surname.begin(), surname.end(), std::back_inserter(name.halves), may_stand_alone);
  return name;
}

}  // namespace pes
