#include "consent/names.h"

#include <doctest/doctest.h>

#include <random>

#include "support/records.h"

namespace pes::test {

namespace {

bool finds(const std::string& name, const std::string& text, Reading reading = Reading::markup) {
  NameSearch search;
  for (const PersonName& person : people_of(name)) search.forbid(person, 0);
  return !search.find(text, reading).empty();
}

Record testimonial(const std::string& author) {
  return make_record(
      "temoignage", "a",
      "titre: T\nstructure: S\nforme: citation\ndispositif: d\nauteur: " + author + "\n");
}

}  // namespace

TEST_CASE("names: whatever the case, the accents and what stands between the words") {
  for (const std::string text :
       {"Hélène Exemple-Dupré", "helene exemple dupre", "HÉLÈNE EXEMPLE-DUPRÉ",
        "He\u0301le\u0300ne Exemple Dupre\u0301", "helene-exemple-dupre.html",
        "helene_exemple_dupre", "Hélène\u00A0Exemple\u202FDupré",
        "H\u00ADélène Exem\u200Bple Dupré", "heleneexempledupre", "Hélène  Exemple,\n Dupré"}) {
    INFO(text);
    CHECK(finds("Hélène Exemple-Dupré", text));
  }
}

TEST_CASE("names: in another order, or run together") {
  for (const std::string text :
       {"Exemple-Dupré Hélène", "EXEMPLE-DUPRÉ, Hélène", "dupre helene exemple",
        "helene exempledupre", "ExempleDupré Hélène"}) {
    INFO(text);
    CHECK(finds("Hélène Exemple-Dupré", text));
  }
}

TEST_CASE("names: through the escapes of HTML, JSON and addresses") {
  for (const std::string text :
       {"H&eacute;l&egrave;ne Exemple", "H&#233;l&#xE8;ne Exemple", "H\\u00e9l\\u00e8ne Exemple",
        "H%C3%A9l%C3%A8ne%20Exemple", "Ici.\\nHélène Exemple", "Hélène&nbsp;Exemple",
        "href=\"/h%C3%A9l%C3%A8ne-exemple/\""}) {
    INFO(text);
    CHECK(finds("Hélène Exemple", text));
  }
  CHECK(finds("Ada L'Exemple", "Ada L&#39;Exemple"));
  CHECK(finds("Ada L'Exemple", "Ada L’Exemple"));
}

TEST_CASE("names: split by tags within a line, hidden in attributes and comments") {
  CHECK(finds("Ada Exemple", "<p><em>Ada</em> <b>Exem</b>ple</p>"));
  CHECK(finds("Ada Exemple", "<p>Ad<strong>a</strong>\nExemple</p>"));
  CHECK(finds("Ada Exemple", "<table><td>Ada</td><td>Exemple</td></table>"));
  CHECK(finds("Ada Exemple", "<p title=\"Ada Exemple\">x</p>"));
  CHECK(finds("Ada Exemple", "<!-- Ada Exemple -->"));
  CHECK(finds("Ada Exemple", "<p>Ada Exem<!-- > -->ple</p>"));
  CHECK(finds("Ada Exemple", "<p>Ada <x-y>Exem</x-y>ple</p>"));
  CHECK(finds("Ada Exemple", "a < b, dit Ada Exemple"));
  CHECK(finds("Ada Exemple", "<span>Ada Exemple</span><span>Présidente</span>"));
}

TEST_CASE("names: other words are not found") {
  for (const std::string text : {"Ada", "Exemple", "Adama Exemple", "Ada Exemples",
                                 "Ada et Exemple", "canada exemple", "Ada, présidente, Exemple"}) {
    INFO(text);
    CHECK_FALSE(finds("Ada Exemple", text));
  }
}

TEST_CASE("names: a surname alone is somebody only behind a form of address") {
  CHECK(finds("Mme Exemple", "Madame Exemple"));
  CHECK(finds("Mme Exemple", "M. Exemple"));
  CHECK_FALSE(finds("Mme Exemple", "un exemple"));
  CHECK(finds("M. Ada Exemple", "Ada Exemple"));
}

TEST_CASE("names: one form of address stands before several surnames") {
  for (const std::string text :
       {"Mmes Un et Exemple", "MM. Un, Deux et Exemple", "Mesdames A. Un & B. Exemple",
        "Messieurs Un, de La Tour et d’Exemple", "Mlles Un, Exemple", "Mmes Ada Un et Exemple"}) {
    INFO(text);
    CHECK(finds("Bea Exemple", text));
  }
  CHECK(finds("Mme Exemple", "Mmes Un et Exemple"));
  for (const std::string text :
       {"Mme Un et Exemple", "Mmes Un et Ada Exemple", "Mmes Un et Deux, un exemple",
        "Mmes Un.\nExemple", "Mmes Un présentent Exemple"}) {
    INFO(text);
    CHECK_FALSE(finds("Bea Exemple", text));
  }
}

TEST_CASE("names: one of several surnames that may be shown") {
  NameSearch search;
  for (const PersonName& person : people_of("Bea Exemple")) search.forbid(person, 0);
  search.allow_address(people_of("Zoé Exemple").front());

  CHECK(search.find("Mmes Un et Exemple", Reading::text).empty());
  CHECK(search.find("Mmes A. Un, Exemple et Deux", Reading::text).empty());
  CHECK(search.find("Mmes Bea Exemple et Un", Reading::text).size() == 1);
}

TEST_CASE("names: all first names, as registers write them, and a name that somebody is called") {
  for (const std::string text :
       {"Ada, Marie, Louise Exemple", "Ada, Marie-Ange EXEMPLE", "Ada, Marie, Louise d’Exemple",
        "Ada dite « la Grande » Exemple", "Ada, dite la Grande, Exemple",
        "Ada (surnommée « la petite dame ») Exemple", "Ada alias « l’autre » Exemple"}) {
    INFO(text);
    CHECK(finds("Ada Exemple", text));
  }
  for (const std::string text :
       {"Ada, Zoé et Marie Exemple", "Ada, Zoé, Exemple", "Ada, puis Louise Exemple",
        "Ada dite la bonne, Exemple", "Un,Ada,Mme,SARL Exemple",
        "Exemple, Mme, Dijon, Association Ada"}) {
    INFO(text);
    CHECK_FALSE(finds("Ada Exemple", text));
  }
}

TEST_CASE("names: short names run together make other words") {
  CHECK_FALSE(finds("Marc Hé", "le marché"));
  CHECK(finds("Marc Hé", "Marc Hé"));
}

TEST_CASE("names: a shown name allows what is a part of it, where it stands") {
  NameSearch search;
  search.forbid({{"ada", "exemple"}}, 3);
  search.allow("Ada Exemple-Dupont");

  CHECK(search.find("Ada Exemple-Dupont", Reading::text).empty());
  const auto found = search.find("Ada Exemple-Dupont et Ada Exemple", Reading::text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].who == 3);
  CHECK(found[0].begin == 22);
  CHECK(found[0].end == 33);
}

TEST_CASE("names: a shown name is recognised where tags run it into the next word") {
  NameSearch search;
  search.forbid({{"camille", "dupont"}}, 0);
  search.allow("Camille Dupont-Roy");

  CHECK(search.find("<span>Camille Dupont-Roy</span><span>Membre</span>", Reading::markup).empty());
  CHECK(search.find("<span>Camille Dupont</span><span>Membre</span>", Reading::markup).size() == 1);
}

TEST_CASE("names: many names are found in one pass, each where it stands") {
  std::mt19937 random(4);
  const auto word = [&] {
    std::string out;
    for (int i = 0; i < 6; ++i) out += static_cast<char>('a' + random() % 26);
    return out;
  };
  NameSearch search;
  std::string text;
  std::vector<std::size_t> places;
  for (std::size_t who = 0; who < 500; ++who) {
    const PersonName person{{word(), word()}};
    const std::string name = person.words[0] + " " + person.words[1];
    search.forbid(person, who);
    text += word() + " ";
    places.push_back(text.size());
    text += name + ". ";
  }

  const auto found = search.find(text, Reading::text);

  REQUIRE(found.size() == 500);
  for (std::size_t who = 0; who < 500; ++who) {
    CHECK(found[who].who == who);
    CHECK(found[who].begin == places[who]);
  }
}

TEST_CASE("names: a name as long as a page costs no more than its words") {
  PersonName name;
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    name.words.push_back("mot" + std::to_string(i));
    text += name.words.back() + " ";
  }
  NameSearch search;
  search.forbid(name, 0);

  CHECK(search.find(text, Reading::text).size() == 1);
}

TEST_CASE("names: bytes that are no text do no harm") {
  std::mt19937 random(5);
  NameSearch search;
  search.forbid({{"ada", "exemple"}}, 0);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) bytes += static_cast<char>(random() % 256);

    CHECK_FALSE(search.find(bytes + "\nAda Exemple\n" + bytes, Reading::text).empty());
    CHECK(search.find(bytes, Reading::markup).empty());
  }
}

TEST_CASE("names: who must not appear follows from the decisions") {
  const std::vector<Record> records = {testimonial("Ada Retenue"),  testimonial("Bea Abregee"),
                                       testimonial("Cleo Publiee"), testimonial("Dora Double"),
                                       testimonial("Dora Double"),  testimonial("Eva Brouillon")};
  std::vector<Decision> decisions(6);
  decisions[0].reason = decisions[0].consent = Reason::no_consent;
  decisions[1].name = "Bea A.";
  decisions[2].name = "Cleo Publiee";
  decisions[3].reason = decisions[3].consent = Reason::withdrawn;
  decisions[4].name = "Dora Double";
  decisions[5].reason = Reason::draft;
  decisions[5].name = "Eva Brouillon";

  const NameWatch watch = forbidden_names(records, decisions, Purpose::site);

  const auto hits = [&](const char* text) {
    return watch.everywhere.find(text, Reading::text).size();
  };
  CHECK(hits("Ada Retenue") == 1);
  CHECK(hits("Bea Abregee") == 1);
  CHECK(hits("Bea A.") == 0);
  CHECK(hits("Cleo Publiee") == 0);
  CHECK(hits("Dora Double") == 0);
  CHECK(hits("Eva Brouillon") == 0);
}

TEST_CASE("names: a form of address and the surname of somebody who is shown stay allowed") {
  const std::vector<Record> records = {testimonial("Ada Exemple"), testimonial("Luc de La Tour"),
                                       testimonial("Bea Exemple-Roy"), testimonial("Cleo Tour")};
  std::vector<Decision> decisions(4);
  decisions[0].reason = decisions[0].consent = Reason::withdrawn;
  decisions[1].name = "Luc de La Tour";
  decisions[2].name = "Bea Exemple-Roy";
  decisions[3].reason = decisions[3].consent = Reason::withdrawn;

  const NameWatch watch = forbidden_names(records, decisions, Purpose::site);

  const auto hits = [&](const char* text) {
    return watch.everywhere.find(text, Reading::text).size();
  };
  CHECK(hits("Mme Exemple") == 1);
  CHECK(hits("Mme Exemple-Roy, Madame B. Exemple-Roy, M. de La Tour, M. Tour") == 0);
  CHECK(hits("Cleo Tour et Ada Exemple") == 2);
}

TEST_CASE("names: forms and tables write labels between the parts") {
  CHECK(finds("Ada Exemple", "{\"prenom\": \"Ada\", \"nom\": \"Exemple\"}"));
  CHECK(finds("Ada Exemple", "Nom : Exemple\nPrénom : Ada"));
  CHECK(finds("Ada Exemple", "<th>first name</th><td>Ada</td><th>Last name</th><td>Exemple</td>"));
  CHECK_FALSE(finds("Ada Exemple", "Ada dit le nom Exemple"));
}

TEST_CASE("names: whose initials are written, and who signs with one") {
  CHECK(finds("C. Exemple", "C. Exemple"));
  CHECK(finds("C. Exemple", "M. Exemple"));
  CHECK_FALSE(finds("C. Exemple", "c'exemple"));
  CHECK_FALSE(finds("Camille Exemple", "C. Exemple"));
  CHECK(finds("Jean-Paul Exemple", "J.-P. Exemple"));
  CHECK_FALSE(finds("Jean-Paul Exemple", "J. Exemple"));
}

TEST_CASE("names: what is granted for one output is not granted for another") {
  const std::vector<Record> records = {testimonial("Ada Un"), testimonial("Ada Un")};
  std::vector<Decision> decisions(2);
  decisions[0].name = "Ada Un";
  decisions[0].purposes[index_of(Purpose::feed)] = false;

  const NameWatch site = forbidden_names(records, decisions, Purpose::site);
  const NameWatch feed = forbidden_names(records, decisions, Purpose::feed);

  CHECK(site.everywhere.empty());
  CHECK(feed.everywhere.find("Ada Un", Reading::text).size() == 2);
  // The second record is anonymous: the first one does not give its name away.
  REQUIRE(site.own_page.contains(1));
  CHECK(site.own_page.at(1).find("Ada Un", Reading::text).size() == 1);
}

}  // namespace pes::test
