#include <array>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

using enum Severity;
using enum Mending;

constexpr auto catalogue = std::to_array<RuleInfo>({
    // Fields
    {Rule::unknown_key,
     error,
     {"Un champ inconnu est presque toujours une faute de frappe : sans cette règle, sa valeur "
      "serait ignorée en silence.",
      "An unknown field is almost always a slip: without this rule, its value would be ignored in "
      "silence."},
     {"le champ « {0} » n'existe pas dans {1}.", "there is no field \"{0}\" in {1}."},
     {"champs possibles : {2}.", "possible fields: {2}."},
     by_fix},
    {Rule::missing_field,
     error,
     {"La page ne peut pas se faire, ou serait fausse, sans ce champ.",
      "The page cannot be made, or would be wrong, without this field."},
     {"le champ « {0} » manque dans {1}.", "the field \"{0}\" is missing in {1}."},
     {"ajoutez une ligne « {0}: … » ({2}).", "add a line \"{0}: …\" ({2})."}},
    {Rule::empty_decision,
     error,
     {"Ce champ décide de ce qui est public. Une ligne laissée vide peut vouloir dire deux choses, "
      "et l'une d'elles montre quelqu'un qui ne le veut plus.",
      "This field decides what is public. A line left empty may mean two things, and one of them "
      "shows somebody who no longer wants to be shown."},
     {"« {0} » n'a pas de valeur dans {1}.", "\"{0}\" has no value in {1}."},
     {"écrivez la valeur ({2}), ou retirez la ligne.",
      "write the value ({2}), or remove the line."}},
    {Rule::field_in_text,
     error,
     {"Ce qui décide de ce qui est public s'écrit entre les deux lignes « --- ». En dessous, c'est "
      "du texte : il ne retient rien, et tout le monde le lit.",
      "What decides about what is public is written between the two lines \"---\". Below, it is "
      "text: it keeps nothing back, and everybody reads it."},
     {"« {0} » est écrit dans le texte, où il ne décide de rien.",
      "\"{0}\" is written in the text, where it decides nothing."},
     {"déplacez cette ligne au-dessus du second « --- », à sa place parmi les champs ; si c'est "
      "une "
      "phrase, tournez-la autrement.",
      "move this line above the second \"---\", to its place among the fields; if it is a "
      "sentence, put it in other words."}},
    {Rule::wrong_type,
     error,
     {"Chaque champ attend une forme de valeur : un nombre, une date, un texte… Une autre ne peut "
      "ni se compter ni s'afficher.",
      "Each field expects a form of value: a number, a date, a text… Another can be neither "
      "counted nor shown."},
     {"« {0} » attend {1}.", "\"{0}\" expects {1}."},
     {"corrigez cette valeur, ou retirez la ligne.", "correct this value, or remove the line."},
     by_fix},
    {Rule::ambiguous_number,
     error,
     {"Un point ou une virgule devant trois chiffres sépare les milliers pour les uns, les "
      "décimales "
      "pour les autres : 2.600 personnes en deviendraient 2,6.",
      "A point or a comma before three digits parts thousands to some and decimals to others: "
      "2.600 "
      "people would become 2.6."},
     {"« {0} » peut se lire {1} ou {2}.", "\"{0}\" may be read {1} or {2}."},
     {"écrivez « {1} » ou « {2} ».", "write \"{1}\" or \"{2}\"."}},
    {Rule::french_date,
     error,
     {"03/04/2024 est le 3 avril pour les uns, le 4 mars pour d'autres. AAAA-MM-JJ n'a qu'un sens.",
      "03/04/2024 is 3 April to some and 4 March to others. YYYY-MM-DD has one meaning."},
     {"la date « {0} » n'est pas écrite AAAA-MM-JJ.",
      "the date \"{0}\" is not written YYYY-MM-DD."},
     {"", ""},
     by_fix},
    {Rule::impossible_date,
     error,
     {"Ce jour n'existe pas : une faute de frappe, sans doute, que pes ne peut pas deviner.",
      "This day does not exist: probably a slip, which pes cannot guess."},
     {"le jour « {0} » n'existe pas dans le calendrier.",
      "the day \"{0}\" does not exist in the calendar."},
     {"une date s'écrit AAAA-MM-JJ, par exemple 2024-03-12.",
      "a date is written YYYY-MM-DD, for example 2024-03-12."}},
    {Rule::unknown_choice,
     error,
     {"Ce champ n'admet que quelques mots, dont dépendent les listes et les couleurs du site.",
      "This field takes only a few words, which the lists and colours of the site depend on."},
     {"« {0} » n'est pas une valeur de « {1} ».", "\"{0}\" is not a value of \"{1}\"."},
     {"valeurs possibles : {2}.", "possible values: {2}."},
     by_fix},
    {Rule::text_too_long,
     error,
     {"Plus long, ce texte serait coupé dans les cartes, les résultats et les partages.",
      "If it were longer, this text would be cut in cards, results and shared links."},
     {"« {0} » compte {1} caractères, {2} au plus sont admis.",
      "\"{0}\" has {1} characters, {2} are allowed."},
     {"raccourcissez ce texte ; le détail va dans le corps de la fiche.",
      "shorten this text; details belong in the body of the record."}},
    {Rule::exactly_one,
     error,
     {"Ces deux champs disent la même chose de deux façons : ensemble ils se contredisent, sans "
      "aucun il manque une réponse.",
      "These two fields say the same thing in two ways: together they contradict each other, with "
      "neither an answer is missing."},
     {"{2} demande exactement un des champs « {0} » et « {1} ».",
      "{2} needs exactly one of the fields \"{0}\" and \"{1}\"."},
     {"écrivez l'un des deux, et un seul.", "write one of the two, and only one."}},
    {Rule::order,
     error,
     {"Une fin avant son début est une faute de frappe, qui fausserait les périodes et les "
      "consentements.",
      "An end before its beginning is a slip, which would falsify periods and consents."},
     {"« {1} » ({3}) est avant « {0} » ({2}).", "\"{1}\" ({3}) is before \"{0}\" ({2})."},
     {"vérifiez les deux dates.", "check both dates."}},
    {Rule::bad_address,
     error,
     {"Une adresse incomplète ou mal écrite donne un lien qui ne mène nulle part.",
      "An address that is incomplete or badly written gives a link that leads nowhere."},
     {"« {0} » n'est pas une adresse {1}.", "\"{0}\" is not an address {1}."},
     {"sans espace, guillemet ni « .. ».", "without spaces, quotes and \"..\"."},
     by_fix},
    {Rule::bad_slug,
     error,
     {"Ce mot devient une partie de l'adresse de la page : il doit pouvoir s'écrire partout sans "
      "se déformer.",
      "This word becomes a part of the page's address: it must be possible to write it anywhere "
      "unchanged."},
     {"« {0} » ne peut pas figurer dans une adresse.", "\"{0}\" cannot be part of an address."},
     {"lettres minuscules sans accent, chiffres et traits d'union.",
      "lower-case letters without accents, digits and hyphens."},
     by_fix},
    {Rule::unknown_indicator,
     error,
     {"Un chiffre dont l'indicateur n'est pas déclaré ne serait additionné nulle part.",
      "A figure whose indicator is not declared would be added up nowhere."},
     {"l'indicateur « {0} » n'est pas déclaré dans site.yml.",
      "the indicator \"{0}\" is not declared in site.yml."},
     {"indicateurs déclarés : {1}.", "declared indicators: {1}."},
     by_fix},
    {Rule::negative_figure,
     error,
     {"Un chiffre négatif retire des personnes ou des emplois d'un total : le lecteur doit savoir "
      "pourquoi.",
      "A negative figure takes people or jobs out of a total: readers must know why."},
     {"le chiffre « {0} » est négatif sans motif.",
      "the figure \"{0}\" is negative without a reason."},
     {"écrivez « {0}: {{valeur: {1}, motif: … }} ».",
      "write \"{0}: {{valeur: {1}, motif: … }}\"."}},
    {Rule::out_of_range,
     error,
     {"Ce nombre est hors de ce qui a un sens ici : sans doute un chiffre de trop ou de moins.",
      "This number is outside what makes sense here: probably a digit too many or too few."},
     {"« {0} » doit être compris entre {1} et {2}.", "\"{0}\" must be between {1} and {2}."},
     {"vérifiez ce nombre.", "check this number."}},
    {Rule::yaml_unclosed_bracket,
     error,
     {"Une liste entre crochets finit à son crochet fermant : sans lui, elle avalerait les champs "
      "suivants.",
      "A list in brackets ends at its closing bracket: without it, it would swallow the next "
      "fields."},
     {"le signe « {0} » n'est pas fermé sur cette ligne.",
      "the sign \"{0}\" is not closed on this line."},
     {"fermez-le avec « {1} », ou mettez toute la valeur entre guillemets droits.",
      "close it with \"{1}\", or put straight quotes around the whole value."},
     by_fix},
    {Rule::yaml_surplus_bracket,
     error,
     {"Un crochet ou une accolade de trop change le sens de tout ce qui l'entoure : une liste "
      "devient un texte, un bloc n'est plus lu.",
      "One bracket or brace too many changes the meaning of everything around it: a list becomes a "
      "text, a block is not read."},
     {"ce « {0} » ne ferme rien.", "this \"{0}\" closes nothing."},
     {"retirez-le ; si toute la valeur est un texte, mettez-la entre guillemets droits.",
      "remove it; if the whole value is a text, put straight quotes around it."}},
    {Rule::misplaced_key,
     error,
     {"Sans décalage, ces lignes ne sont pas dans le champ qui les précède : il resterait vide et "
      "elles seraient inconnues.",
      "Without indentation, these lines are not in the field above: it would stay empty and they "
      "would be unknown."},
     {"« {0} » devrait être à l'intérieur de « {1} », qui est vide.",
      "\"{0}\" should be inside \"{1}\", which is empty."},
     {"décalez cette ligne de deux espaces vers la droite.",
      "move this line two spaces to the right."},
     by_fix},
    {Rule::comma_list,
     error,
     {"Pour YAML, des mots séparés par des virgules sont un seul texte ; une liste a des crochets "
      "ou des tirets.",
      "To YAML, words separated by commas are one text; a list has brackets or hyphens."},
     {"« {0} » attend une liste, et non des noms séparés par des virgules.",
      "\"{0}\" expects a list, not names separated by commas."},
     {"mettez les noms entre crochets, ou chacun sur une ligne qui commence par « - ».",
      "put the names between brackets, or each on a line that starts with \"- \"."},
     by_fix},
    {Rule::comma_in_word,
     warning,
     {"Des mots séparés par des virgules, sans crochets, sont un seul mot : la page d'un thème "
      "« emploi, culture » n'est celle d'aucun des deux.",
      "Words separated by commas without brackets are one word: the page of a theme \"emploi, "
      "culture\" is that of neither."},
     {"« {0} » n'a qu'une valeur, avec une virgule dedans.",
      "\"{0}\" has one value only, with a comma in it."},
     {"mettez les mots entre crochets ; si la virgule fait partie du nom, mettez-le entre "
      "guillemets droits.",
      "put the words between brackets; if the comma is part of the name, put it between quotes."},
     by_fix},
});

}  // namespace

std::span<const RuleInfo> rules_about_fields() { return catalogue; }

}  // namespace pes
