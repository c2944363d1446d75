#include <array>

#include "disguises.h"
#include "name_texts.h"

namespace pes::test {

const std::vector<Somebody>& fifty_people() {
  static const std::vector<Somebody> people = [] {
    std::vector<Somebody> out;
    const auto add = [&](const char* first, const char* last) {
      out.push_back({std::string(first) + " " + last, first, last});
    };
    constexpr auto firsts = std::to_array<const char*>(
        {"Camille", "Hélène", "Éloi", "Maëlys", "Anaïs", "Nolwenn", "Ulysse", "Solène", "Zoé",
         "Océane", "Wilfried", "Xavière", "Yann", "Ilhan", "Dorota"});
    constexpr auto lasts = std::to_array<const char*>(
        {"Sablonnet", "Mérisol", "Argentaye", "Craquelin", "Huchepoix", "Jaubertou", "Œuvrard",
         "Férandier", "Ysambert", "Noirétable", "Quévremont", "Kerampuil", "Lignerolles", "Yıldız",
         "Wałęsiak"});
    for (std::size_t i = 0; i < firsts.size(); ++i) add(firsts.at(i), lasts.at(i));
    add("Claire", "Fontaine"), add("Jean", "Bon"), add("Anne", "Martin"), add("Rose", "Blanche");
    add("Pierre", "Dubois"), add("Olivier", "Noir"), add("Marguerite", "Petit");
    add("Germain", "Cousin"), add("Prudence", "Grande"), add("Franc", "Marchand");
    add("Zoé", "Ormeau-Lanthier"), add("Lise", "Exemple-Dupré"), add("Marc", "Bréval-Saint");
    add("Inès", "Martin-Petit"), add("Paul", "Rivière-Dubois"), add("Ève", "Hucher-Lalande");
    add("Camille", "de La Tour"), add("Agnès", "du Bellay"), add("Hugo", "de l’Ormeau");
    add("Iris", "van der Meulen"), add("Édouard", "d’Hermelin"), add("Luce", "Le Goff");
    add("Jean-Pierre", "Sablonnet"), add("Marie-Claude", "Boutefeu"), add("Anne-Laure", "Mérisol");
    add("Jean-Paul", "Escarbot"), add("Marie-Ange", "Larzillac"), add("Louis-Marie", "Dromesnil");
    add("Jean-Luc", "Bréval-Meudec"), add("Pierre-Yves", "de Malbranque");
    add("Đorđe", "Petrović"), add("Siobhán", "O’Brien"), add("Łucja", "Kowalczyk");
    add("Marie-Thérèse", "L’Hermelin"), add("Noé", "Ça-Ira");
    return out;
  }();
  return people;
}

std::vector<NameText> innocent_texts(const Somebody& p) {
  List out(p);
  out.family("deux noms entiers", Reading::text);
  out.add("comma", "Sylvie " + p.last + ", " + p.first + " Perrin");
  out.add("semicolon", "Sylvie " + p.last + " ; " + p.first + " Perrin");
  out.add("line end", "Sylvie " + p.last + "\n" + p.first + " Perrin");
  out.add("and", p.first + " Perrin et Sylvie " + p.last);
  out.add("comma, in order", p.first + " Perrin, Sylvie " + p.last);
  out.add("three", "Sylvie " + p.last + ", " + p.first + " Perrin, Luc Perrin");
  out.add("three first names", p.first + ", Sylvie et Luc " + p.last + "-Zola");
  out.family("deux noms entiers", Reading::markup);
  out.add("cells", "<td>Sylvie " + p.last + "</td><td>" + p.first + " Perrin</td>");
  out.add("items", "<li>Sylvie " + p.last + "</li>\n<li>" + p.first + " Perrin</li>");

  out.family("un mot seul", Reading::text);
  out.add("first name", p.first);
  out.add("surname", p.last);
  out.add("plural", p.first + "s " + p.last + "s");
  out.add("apart", p.first + " habite rue " + p.last);
  out.add("and", p.first + " et " + p.last);
  out.add("street", "la rue " + p.last + ", avec " + p.first);
  out.add("other person of the name", "M. Perrin et " + p.last);

  out.family("mots du français", Reading::text);
  constexpr auto phrases = std::to_array<std::pair<const char*, const char*>>(
      {{"Claire Fontaine", "une fontaine claire au milieu du village"},
       {"Claire Fontaine", "À la claire fontaine, m’en allant promener"},
       {"Claire Fontaine", "fontaine claire"},
       {"Claire Fontaine", "Fontaine claire et four à pain"},
       {"Claire Fontaine", "l’eau de la fontaine, claire et fraîche"},
       {"Jean Bon", "un bon jean"},
       {"Jean Bon", "un jean bon marché"},
       {"Jean Bon", "Un bon jean se répare"},
       {"Rose Blanche", "une blanche rose"},
       {"Rose Blanche", "une rose blanche"},
       {"Pierre Dubois", "la table dubois, pierre et bois"},
       {"Olivier Noir", "un noir olivier"},
       {"Olivier Noir", "cet olivier noir"},
       {"Marguerite Petit", "le petit marguerite"},
       {"Germain Cousin", "mon cousin germain"},
       {"Germain Cousin", "Cousin germain de l’association"},
       {"Prudence Grande", "une grande prudence"},
       {"Prudence Grande", "Grande prudence avec l’eau"},
       {"Franc Marchand", "un marchand franc et honnête"},
       {"Anne Martin", "Il m’appelle, dit Anne à Luc Martin"},
       {"Anne Martin", "le m. martin-pêcheur"},
       {"Marguerite Petit", "il me petit-déjeune"},
       {"Rose Blanche", "la vie me blanche"}});
  for (const auto& [author, text] : phrases) out.alone("phrase", author == p.author ? text : "");
  return out.take();
}

}  // namespace pes::test
