#include <array>

#include "schema/field_words.h"
#include "schema/kinds.h"

namespace pes {

namespace {

using namespace field_words;

constexpr auto crops = std::to_array<Choice>(
    {{"carre", {"carré", "square"}}, {"portrait", {"portrait 4:5", "portrait 4:5"}}});
constexpr auto shapes = std::to_array<Choice>({{"rond", {"un rond", "a disc"}},
                                               {"carre", {"un carré", "a square"}},
                                               {"losange", {"un losange", "a diamond"}},
                                               {"triangle", {"un triangle", "a triangle"}},
                                               {"anneau", {"un anneau", "a ring"}},
                                               {"croix", {"une croix", "a cross"}}});

constexpr auto roles = std::to_array<Field>({
    of(Type::colour, "fond", {"fond des pages", "background of pages"}),
    of(Type::colour, "surface", {"fond des encadrés", "background of boxes"}),
    of(Type::colour, "texte", {"texte", "text"}),
    of(Type::colour, "doux", {"texte secondaire", "secondary text"}),
    of(Type::colour, "lien", {"liens", "links"}),
    of(Type::colour, "accent", {"grands chiffres, boutons, marques", "large figures, marks"}),
    of(Type::colour, "sur_accent", {"texte sur la couleur d'accent", "text upon the accent"}),
    of(Type::colour, "contour", {"bords des champs et des étapes", "borders that mean something"}),
    of(Type::colour, "filet", {"traits d'ornement", "lines that mean nothing"}),
    of(Type::colour, "focus", {"contour de l'élément actif", "outline of what has the focus"}),
    of(Type::colour, "surligne", {"fond des mots trouvés", "background of words found"}),
});
constexpr auto palette = std::to_array<Field>({
    object("clair", {"sur fond clair", "in light mode"}, roles),
    object("sombre", {"sur fond sombre", "in dark mode"}, roles),
});
constexpr auto theme_colour = std::to_array<Field>({
    required(of(Type::slug, "nom", {"nom de la couleur", "name of the colour"})),
    of(Type::colour, "clair", {"teinte sur fond clair", "in light mode"}),
    of(Type::colour, "sombre", {"teinte sur fond sombre", "in dark mode"}),
    choice("forme", {"forme qui l'accompagne", "shape beside it"}, shapes),
});
constexpr auto texts = std::to_array<Field>({
    text("createurs", {"au-dessus des fiches de l'accueil", "above the records of the home page"}),
    text("chiffres", {"au-dessus des chiffres", "above the figures"}),
    text("recents", {"au-dessus des dernières fiches", "above the latest records"}),
    text("parcourir", {"au-dessus des territoires, thèmes et années", "above the entry points"}),
    text("suite", {"au-dessus des fiches proches", "above related records"}),
    text("vide", {"à la place d'une liste vide", "in place of an empty list"}),
});
constexpr auto theme_images = std::to_array<Field>({
    many(between(16, 8192, of(Type::integer, "largeurs", {"largeurs en pixels", "widths"}))),
    text("tailles", {"attribut « sizes » des images du texte", "attribute sizes"}),
    of(Type::boolean, "apercus", {"une image d'aperçu par fiche", "a preview image a record"}),
    many(choice("recadrages", {"recadrages utilisés", "crops that are used"}, crops)),
});

}  // namespace

const Kind& theme_settings() {
  static const Kind kind{
      .name = "theme",
      .file = "theme.yml",
      .one = {"les réglages du thème", "the theme settings"},
      .title = {"Thème", "Theme"},
      .noun = {"Thème", "Theme"},
      .role = Role::settings,
      .has_body = false,
      .fields = {
          required(text("nom", {"nom du thème", "name of the theme"})),
          of(Type::slug, "herite", {"thème qui complète celui-ci", "theme that completes it"}),
          object("palette", {"couleurs des pages", "colours of the pages"}, palette),
          many(text_allowed(
              object("couleurs", {"couleurs des dispositifs", "colours"}, theme_colour))),
          object("textes", {"textes des pages", "texts of the pages"}, texts),
          object("images", {"images dérivées", "pictures"}, theme_images),
      }};
  return kind;
}

}  // namespace pes
