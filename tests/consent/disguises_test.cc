#include "disguises.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

namespace pes::test {

namespace {

struct Row {
  std::size_t texts = 0;
  std::size_t found = 0;
  std::vector<std::string> unexpected;
};

// By family: what is found of some texts about each of the fifty.
std::map<std::string, Row> measure(std::vector<NameText> (*texts_of)(const Somebody&),
                                   bool expected) {
  std::map<std::string, Row> rows;
  for (const Somebody& person : fifty_people()) {
    NameSearch search;
    for (const PersonName& name : people_of(person.author)) search.forbid(name, 0);
    for (const NameText& text : texts_of(person)) {
      Row& row = rows[text.family];
      ++row.texts;
      const bool found = !search.find(text.text, text.reading).empty();
      if (found) ++row.found;
      if (found != expected) row.unexpected.push_back(text.form + " | " + person.author);
    }
  }
  return rows;
}

std::size_t count_texts(const std::map<std::string, Row>& rows) {
  std::size_t count = 0;
  for (const auto& [family, row] : rows) count += row.texts;
  return count;
}

// « family: form | author », each once.
std::vector<std::string> unexpected(const std::map<std::string, Row>& rows) {
  std::vector<std::string> all;
  for (const auto& [family, row] : rows) {
    for (const std::string& form : row.unexpected) all.push_back(family + ": " + form);
  }
  return all;
}

void print(const char* title, const std::map<std::string, Row>& rows) {
  fmt::print("{}\n", title);
  std::size_t found = 0;
  for (const auto& [family, row] : rows) {
    fmt::print("  {:32} {:5} of {:5} found\n", family, row.found, row.texts);
    found += row.found;
    for (const std::string& form : row.unexpected) fmt::print("      {}\n", form);
  }
  fmt::print("  {:32} {:5} of {:5} found\n", "all", found, count_texts(rows));
}

}  // namespace

// pes_tests --no-skip --test-case='disguises: the table' prints it, with every miss and false
// alarm.
TEST_CASE("disguises: the table" * doctest::skip()) {
  print("200 disguises of 50 names:", measure(disguises, true));
  print("innocent texts about 50 names:", measure(innocent_texts, false));
}

TEST_CASE("disguises: two hundred for each of fifty people, and what escapes") {
  const auto rows = measure(disguises, true);

  CHECK(count_texts(rows) == 9410);
  // Short names that run together make other words: « Jean Bon », « jambon ».
  const std::vector<std::string> missed = {"ordre et casse: run together | Jean Bon",
                                           "ordre et casse: run together | Noé Ça-Ira"};
  CHECK(unexpected(rows) == missed);
}

TEST_CASE("disguises: words of a name that name nobody stop no build") {
  const auto rows = measure(innocent_texts, false);

  CHECK(count_texts(rows) == 823);
  CHECK(unexpected(rows) == std::vector<std::string>{});
}

}  // namespace pes::test
