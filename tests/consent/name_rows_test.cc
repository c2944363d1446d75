#include <doctest/doctest.h>

#include "consent/disguises.h"
#include "consent/name_search.h"

namespace pes::test {

namespace {

NameSearch search_for(const std::string& author) {
  NameSearch search;
  for (const PersonName& person : people_of(author)) search.forbid(person, 0);
  return search;
}

bool finds(const std::string& text, Reading reading, const std::string& author = "Ada Exemple") {
  return !search_for(author).find(text, reading).empty();
}

void check_found(Reading reading, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    INFO(text);
    CHECK(finds(text, reading));
  }
}

void check_not_found(Reading reading, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    INFO(text);
    CHECK_FALSE(finds(text, reading));
  }
}

}  // namespace

TEST_CASE("name rows: the first name and the surname of anybody are two cells of a line") {
  for (const Somebody& person : fifty_people()) {
    INFO(person.author);
    const std::string& first = person.first;
    const std::string& last = person.last;
    CHECK(finds(first + ";F;" + last, Reading::text, person.author));
    CHECK(finds(last + "\tMme\t21000\t" + first, Reading::text, person.author));
    CHECK(finds("| " + first + " | Dijon | " + last + " |", Reading::text, person.author));
    CHECK(finds(last + ",F," + first, Reading::table, person.author));
    CHECK_FALSE(finds(first + ";F;Perrin\nLuc;M;" + last, Reading::text, person.author));
    CHECK_FALSE(finds("Luc;M;" + last + "\nZita;F;" + first, Reading::text, person.author));
  }
}

TEST_CASE("name rows: lines with cells, quoted or not") {
  check_found(Reading::text, {"Nom;Civilité;Prénom\nExemple;Mme;Ada\n", "Ada ; F ; Exemple",
                              "\"Ada\";\"1 rue du Lac\nDijon\";\"Exemple\"", "Ada  Dijon  Exemple",
                              "x;**Ada**;y;*Exemple*", "\"Ada\";\"dit \"\"x\"\"\nt\";\"Exemple\"",
                              "EXEMPLE\t\t\tADA\r\n", "Ada&#59;F&#59;Exemple"});
  check_found(Reading::table, {"Ada,F,Exemple", "\"Exemple\",\"a, b\",\"Ada\""});
  check_not_found(Reading::text, {"Ada, Dijon, Exemple", "Ada Perrin;F;Exemple", "Ada;F;un exemple",
                                  "Ada;\"F\nLuc;M;Exemple", "Ada;F;Perrin\n;;\nLuc;M;Exemple"});
}

TEST_CASE("name rows: values of objects and of lists within lists") {
  check_found(Reading::text,
              {R"({"prenom":"Ada","ville":"Dijon","nom":"Exemple"})",
               R"({"a":"Exemple","b":{"c":"Dijon"},"d":"Ada"})",
               R"({"qui":{"a":"Ada","b":3},"nom":"Exemple"})",
               "{\n\"a\": \"Exemple\",\n\n\"x\": 1,"
               "\n\"b\": \"A\\u0064a\"\n}",
               R"([["Ada","F",3,"Exemple"]])", "[{a: 'Ada', b: 'Dijon', c: 'Exemple'}]",
               "{a: Ada, b: \"x } y\", c: Exemple}"});
  check_not_found(Reading::text,
                  {R"([{"a":"Ada","b":"x","c":"Un"},{"a":"Bea","b":"x","c":"Exemple"}])",
                   R"([["Ada","Un"],["Bea","Exemple"]])", R"({"ada":3,"dijon":4,"exemple":5})",
                   R"(["ada","dijon","exemple"])", R"({"mots":["ada","dijon","exemple"]})",
                   R"([["ada",{"1":[2]}],["dijon",{}],["exemple",{}]])"});
}

TEST_CASE("name rows: the cells of a table's row") {
  check_found(Reading::markup, {"<table><tr><td>Exemple<td>Mme<td>Ada</table>",
                                "<TR><TD><b>A</b>da</TD><TD>F</TD>\n<TD> Exemple </TD></TR>",
                                "<tr>\n<th scope=\"row\">Ada</th>\n<td>F</td>\n<td>Exem<i>ple</i>"
                                "</td>\n</tr>"});
  check_not_found(Reading::markup, {"<tr><td>Ada<td>Un<tr><td>Bea<td>x<td>Exemple",
                                    "<tr><td>Ada Un<td>x<td>Exemple</tr>",
                                    "<ul><li>Ada</li><li>Dijon</li><li>Exemple</li></ul>"});
}

TEST_CASE("name rows: fields behind labels, until one comes again") {
  check_found(Reading::text, {"Prénom : Ada\nVille : Dijon\nNom de famille : Exemple",
                              "- nom: d'Exemple\n  ville: Dijon\n  prenom: Ada Marie\n",
                              "<p><nom>Exemple</nom><ville>Dijon</ville><prenom>Ada</prenom></p>",
                              "<p prenom=\"Ada\" ville=\"Dijon\" nom=\"Exemple\"/>",
                              "first name: Ada\nage: 3\nlast "
                              "name: Exemple"});
  check_found(Reading::markup, {"<dl><dt>Prénom<dd>Ada<dt>Ville<dd>Dijon<dt>Nom<dd>Exemple</dl>",
                                "<tr><th>Prénom<td>Ada<tr><th>Ville<td>x<tr><th>Nom<td>Exemple"});
  check_not_found(Reading::text,
                  {"- prenom: Ada\n  age: 3\n  nom: Un\n- prenom: Bea\n  age: 3\n  nom: Exemple\n",
                   "Auteur : Ada\nVille : Dijon\nSujet : Exemple"});
}

TEST_CASE("name rows: parts that are far from each other belong to no row") {
  std::string far = "Ada";
  for (int i = 0; i < 100; ++i) far += ";x";

  CHECK_FALSE(finds(far + ";Exemple", Reading::text));
  CHECK(finds("Ada;a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;Exemple", Reading::text));
}

TEST_CASE("name rows: a hit goes from one cell to the other") {
  const auto found = search_for("Ada Exemple").find("x\nAda;F;Exemple\n", Reading::text);

  CHECK(found == std::vector<NameMatch>{{0, 2, 15}});
}

}  // namespace pes::test
