#pragma once

#include <string>
#include <vector>

#include "consent/names.h"

namespace pes::test {

/// A person as a record gives the name, and in its parts.
struct Somebody {
  std::string author;  ///< As the field `auteur` has it.
  std::string first;
  std::string last;
};

/// A text for one of these people.
struct NameText {
  std::string family;  ///< « signes invisibles »: a row of the table.
  std::string form;    ///< What was done, for the messages of a failed test.
  std::string text;
  Reading reading = Reading::text;
};

/// Fifty invented people: compound first names, double surnames, particles, foreign letters, and
/// names that are words of French too.
const std::vector<Somebody>& fifty_people();

/// Two hundred ways to write somebody's name that readers would recognise, in the order of the
/// families. What a name does not have (a particle, a second surname) leaves the way out.
std::vector<NameText> disguises(const Somebody& person);
constexpr std::size_t disguise_count = 200;

/// Every byte as an address may have it: « %41 ».
std::string percent(const std::string& text);

/// Texts with the words of the name in which nobody of that name is named.
std::vector<NameText> innocent_texts(const Somebody& person);

}  // namespace pes::test
