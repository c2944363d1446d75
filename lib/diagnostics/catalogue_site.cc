#include <array>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

using enum Severity;
using enum Mending;

constexpr auto catalogue = std::to_array<RuleInfo>({
    // References and addresses
    {Rule::unknown_record,
     error,
     {"Une fiche qui renvoie à une autre disparue ou mal nommée serait absente de sa page et de "
      "ses totaux.",
      "A record that refers to one that is gone or misspelt would be missing from its page and its "
      "totals."},
     {"aucune fiche « {0} » dans content/{1}/.", "no record \"{0}\" in content/{1}/."},
     {"fiches existantes : {2}.", "existing records: {2}."},
     by_fix},
    {Rule::unknown_media,
     error,
     {"Sur le serveur, « Photo.JPG » et « photo.jpg » sont deux fichiers : l'image ne "
      "s'afficherait pas.",
      "On the server, \"Photo.JPG\" and \"photo.jpg\" are two files: the picture would not show."},
     {"le fichier « {0} » n'est pas dans content/medias/.",
      "the file \"{0}\" is not in content/medias/."},
     {"déposez-le dans content/medias/ (majuscules et minuscules comptent).",
      "put it in content/medias/ (upper and lower case matter)."},
     by_fix},
    {Rule::same_address,
     error,
     {"Deux pages à la même adresse : l'une effacerait l'autre.",
      "Two pages at the same address: one would erase the other."},
     {"l'adresse {0} est aussi celle de « {1} ».", "the address {0} is also that of \"{1}\"."},
     {"renommez l'un des deux fichiers, ou donnez-lui un champ « slug ».",
      "rename one of the two files, or give it a field \"slug\"."}},
    {Rule::reserved_slug,
     error,
     {"Cette adresse est celle d'une page que pes fabrique lui-même.",
      "This address is that of a page that pes makes itself."},
     {"« {0} » est une adresse réservée du site.", "\"{0}\" is a reserved address of the site."},
     {"renommez le fichier, ou donnez-lui un autre « slug ».",
      "rename the file, or give it another \"slug\"."}},
    {Rule::empty_slug,
     error,
     {"Le nom du fichier devient l'adresse de la page : il lui faut au moins une lettre ou un "
      "chiffre.",
      "The name of the file becomes the address of the page: it needs at least a letter or a "
      "digit."},
     {"le nom « {0} » ne donne aucune adresse.", "the name \"{0}\" gives no address."},
     {"utilisez des lettres ou des chiffres.", "use letters or digits."}},
    {Rule::unknown_address,
     error,
     {"Un lien du menu ou d'un réglage qui ne mène nulle part serait sur toutes les pages.",
      "A link of the menu or of a setting that leads nowhere would be on every page."},
     {"aucune page du site n'a l'adresse « {0} ».", "no page of the site has the address \"{0}\"."},
     {"les adresses du site sont sur sa page « Plan du site ».",
      "the addresses of the site are on its page \"Plan du site\"."}},
    {Rule::same_title,
     warning,
     {"Deux fiches du même titre sont souvent la même, copiée : elle paraîtrait et compterait deux "
      "fois.",
      "Two records with the same title are often one that was copied: it would appear and count "
      "twice."},
     {"cette fiche a le même titre que « {0} ».", "this record has the same title as \"{0}\"."},
     {"si c'est la même, gardez un seul fichier ; sinon, distinguez les titres.",
      "if it is the same one, keep one file; if not, tell the titles apart."}},

    // Markdown
    {Rule::raw_html,
     warning,
     {"Du HTML dans un texte échappe aux contrôles d'accessibilité et de sécurité du site.",
      "HTML in a text escapes the checks of accessibility and safety of the site."},
     {"les balises HTML ne sont pas publiées ; mots gardés entre elles : {0}.",
      "HTML tags are not published; words kept between them: {0}."},
     {"écrivez en Markdown, ou retirez ces balises.", "write Markdown, or remove these tags."}},
    {Rule::lost_words,
     error,
     {"Un texte écrit dans une balise ou dans un commentaire que rien ne ferme disparaîtrait du "
      "site, "
      "avec tout ce qui le suit.",
      "A text in a tag, or in a comment that nothing closes, would vanish from the site, with all "
      "that comes behind it."},
     {"ce texte serait perdu avec le code HTML : « {0} ».",
      "this text would be lost with the HTML code: \"{0}\"."},
     {"écrivez-le dans le texte en Markdown (une image : « ![ce qu'elle montre](photo.jpg) »), ou "
      "fermez le commentaire par « --> ».",
      "write it in the text as Markdown (a picture: \"![what it shows](photo.jpg)\"), or close the "
      "comment with \"-->\"."}},
    {Rule::dangerous_link,
     error,
     {"Un lien « javascript: » ou « data: » exécute du code au lieu de mener à une page.",
      "A link \"javascript:\" or \"data:\" runs code instead of leading to a page."},
     {"les liens « {0} » ne sont pas admis.", "links of the form \"{0}\" are not allowed."},
     {"utilisez https:, mailto:, tel: ou le chemin d'un fichier de content/.",
      "use https:, mailto:, tel: or the path of a file of content/."}},
    {Rule::broken_link,
     error,
     {"Un lien vers un fichier qui n'existe pas mènerait le lecteur à une page d'erreur.",
      "A link to a file that does not exist would lead readers to an error page."},
     {"le lien « {0} » ne mène nulle part.", "the link \"{0}\" leads nowhere."},
     {"écrivez le chemin du fichier depuis cette fiche, par exemple ../projets/recyclerie.md.",
      "write the path of the file from this record, for example ../projets/recyclerie.md."}},
    {Rule::broken_anchor,
     error,
     {"Le lien vise un intertitre que la page n'a pas : le lecteur arriverait en haut, sans savoir "
      "pourquoi.",
      "The link aims at a heading that the page does not have: readers would arrive at its top "
      "without knowing why."},
     {"la page visée n'a pas d'intertitre « #{0} ».", "the page has no heading \"#{0}\"."},
     {"ancres de cette page : {1}.", "anchors of that page: {1}."}},
    {Rule::skipped_heading,
     warning,
     {"Les lecteurs d'écran naviguent de titre en titre : un niveau sauté fait croire qu'une "
      "partie manque.",
      "Screen readers go from heading to heading: a skipped level sounds like a missing part."},
     {"un intertitre de niveau {1} suit un niveau {0} : un niveau est sauté.",
      "a heading of level {1} follows level {0}: a level is skipped."},
     {"retirez un « # » : les lecteurs d'écran annoncent ces niveaux.",
      "remove a \"#\": screen readers announce these levels."}},
    {Rule::nesting_too_deep,
     error,
     {"Une imbrication aussi profonde n'est lisible par personne, et ralentirait la construction "
      "du site.",
      "Nesting this deep can be read by nobody, and would slow the build of the site."},
     {"listes ou citations sont imbriquées sur plus de {0} niveaux.",
      "lists or quotations are nested more than {0} levels deep."},
     {"simplifiez ce passage.", "simplify this passage."}},
    {Rule::too_many_images,
     error,
     {"Autant de crochets dans un texte viennent d'une erreur ou d'un fichier fabriqué pour "
      "bloquer la construction.",
      "This many brackets in a text come from a mistake or from a file made to block the build."},
     {"ce texte contient plus de {0} images « ![ » ou de {1} crochets « [ ».",
      "this text contains more than {0} images \"![\" or {1} brackets \"[\"."},
     {"répartissez images et liens sur plusieurs pages.", "spread images and links over pages."}},
    {Rule::link_to_hidden,
     warning,
     {"La fiche visée est un brouillon, ou n'a pas de consentement valable : sa page n'existe pas "
      "encore, ou plus.",
      "The record is a draft, or has no valid consent: its page does not exist yet, or no longer."},
     {"ce lien mène à une fiche qui n'est pas publiée ({0}) : seul son texte est gardé.",
      "this link leads to a record that is not published ({0}): only its text is kept."},
     {"retirez le lien, ou rendez la fiche publiable.",
      "remove the link, or make the record publishable."}},

    // Site
    {Rule::legal_field_missing,
     warning,
     {"La loi pour la confiance dans l'économie numérique impose ces mentions à tout site public.",
      "French law (LCEN) requires this notice on every public website."},
     {"mention légale « {0} » absente : le site ne doit pas être mis en ligne sans elle.",
      "legal notice \"{0}\" is missing: the site must not go online without it."},
     {"complétez « mentions_legales » dans site.yml ({1}).",
      "complete \"mentions_legales\" in site.yml ({1})."}},
    {Rule::file_collision,
     error,
     {"Deux fichiers à la même adresse : l'un effacerait l'autre.",
      "Two files at the same address: one would erase the other."},
     {"« {0} » du thème et une page du site auraient la même adresse.",
      "\"{0}\" of the theme and a page of the site would have the same address."},
     {"renommez le fichier du thème.", "rename the file of the theme."}},
    {Rule::placeholder_address,
     warning,
     {"Cette adresse ne sert qu'aux exemples : les liens des flux et des partages mèneraient "
      "ailleurs.",
      "This address is for examples only: the links of feeds and shares would lead elsewhere."},
     {"« {0} » est une adresse d'exemple : le site ne doit pas être mis en ligne avec elle.",
      "\"{0}\" is an example address: the site must not go online with it."},
     {"écrivez l'adresse publique du site dans « base_url ».",
      "write the public address of the site in \"base_url\"."}},

    // Theme
    {Rule::unknown_theme,
     error,
     {"Le thème donne aux pages leur forme ; sans lui, rien ne peut être construit.",
      "The theme gives pages their form; without it nothing can be built."},
     {"le thème « {0} » n'existe pas.", "there is no theme \"{0}\"."},
     {"thèmes présents dans themes/ : {1}.", "themes found in themes/: {1}."}},
    {Rule::missing_layout,
     error,
     {"Chaque sorte de page a son gabarit : sans lui, ces pages ne peuvent pas être faites.",
      "Each kind of page has its layout: without it those pages cannot be made."},
     {"le gabarit « {0} » manque dans le thème.", "the layout \"{0}\" is missing in the theme."},
     {"ajoutez le fichier {1}.", "add the file {1}."}},
    {Rule::template_unclosed_tag,
     error,
     {"Une balise ouverte par « {{ » finit à « }} » : sans cela, la suite du gabarit serait "
      "avalée.",
      "A tag opened by \"{{\" ends at \"}}\": without it, the rest of the template would be "
      "swallowed."},
     {"cette balise n'est jamais fermée.", "this tag is never closed."},
     {"ajoutez « {0} ».", "add \"{0}\"."}},
    {Rule::template_unclosed_section,
     error,
     {"Une section « {{#x}} » finit à « {{/x}} » : sans cela, la suite n'apparaîtrait que si x "
      "existe.",
      "A section \"{{#x}}\" ends at \"{{/x}}\": without it, the rest would appear only where x "
      "exists."},
     {"la section « {0} » n'est jamais fermée.", "the section \"{0}\" is never closed."},
     {"ajoutez « {{{{/{0}}}}} ».", "add \"{{{{/{0}}}}}\"."}},
    {Rule::template_crossed_section,
     error,
     {"Les sections s'emboîtent : la dernière ouverte se ferme la première.",
      "Sections nest: the last one opened is closed first."},
     {"« {0} » se ferme alors que « {1} » est encore ouverte.",
      "\"{0}\" is closed while \"{1}\" is still open."},
     {"fermez d'abord « {1} ».", "close \"{1}\" first."}},
    {Rule::template_stray_close,
     error,
     {"Une fermeture sans ouverture vient souvent d'un nom mal recopié.",
      "A close without an open often comes from a name copied wrong."},
     {"« {0} » se ferme sans avoir été ouverte.", "\"{0}\" is closed but was never opened."},
     {"retirez cette balise, ou ouvrez la section.", "remove this tag, or open the section."}},
    {Rule::template_unknown_partial,
     error,
     {"Un fragment absent laisserait un trou dans toutes les pages qui l'incluent.",
      "A missing partial would leave a hole in every page that includes it."},
     {"le fragment « {0} » n'existe pas.", "there is no partial \"{0}\"."},
     {"fragments du thème : {1}.", "partials of the theme: {1}."}},
    {Rule::template_partial_cycle,
     error,
     {"Un fragment qui s'inclut lui-même ne finirait jamais.",
      "A partial that includes itself would never end."},
     {"ce fragment s'inclut lui-même : {0}.", "this partial includes itself: {0}."},
     {"retirez une de ces inclusions.", "remove one of these inclusions."}},
    {Rule::template_unknown_name,
     error,
     {"Un nom que la page n'a pas ne montrerait rien, sans que rien le dise.",
      "A name that the page does not have would show nothing, and nothing would say so."},
     {"aucune page du gabarit « {1} » n'offre « {0} » à cet endroit.",
      "no page of the layout \"{1}\" offers \"{0}\" in this place."},
     {"voyez ce qu'une page offre : pes context /adresse/.",
      "see what a page offers: pes context /address/."}},
    {Rule::template_bad_tag,
     error,
     {"Le nom d'une balise est un mot : une espace ou un signe de trop la rend vide.",
      "The name of a tag is a word: a space or a sign too many makes it empty."},
     {"« {0} » n'est pas un nom.", "\"{0}\" is not a name."},
     {"un nom est fait de lettres, de chiffres, de « _ » et de points.",
      "a name is made of letters, digits, \"_\" and dots."}},
    {Rule::template_delimiters,
     error,
     {"D'autres délimiteurs rendraient les gabarits illisibles pour qui les relit, et pour les "
      "contrôles.",
      "Other delimiters would make templates unreadable for those who review them, and for the "
      "checks."},
     {"changer les délimiteurs n'est pas admis.", "changing the delimiters is not allowed."},
     {"écrivez les balises entre « {{{{ » et « }}}} ».",
      "write tags between \"{{{{\" and \"}}}}\"."}},
    {Rule::template_too_deep,
     error,
     {"Des sections aussi imbriquées ne peuvent plus être relues.",
      "Sections nested this deep can no longer be reviewed."},
     {"les sections sont imbriquées sur plus de {0} niveaux.",
      "sections are nested more than {0} levels deep."},
     {"simplifiez ce gabarit.", "simplify this template."}},
    {Rule::template_too_large,
     error,
     {"Deux gabarits partiels qui incluent chacun deux fois le suivant doublent à chaque niveau : "
      "la "
      "page ne finirait pas.",
      "Partials that each include the next one twice double at every level: the page would never "
      "end."},
     {"avec « {0} » et tout ce qu'il inclut, ce gabarit dépasse {1} ko.",
      "with \"{0}\" and all that it includes, this template is larger than {1} kB."},
     {"incluez-le moins souvent.", "include it less often."}},
    {Rule::template_nested_lists,
     error,
     {"Une liste parcourue dans une autre se répète autant de fois : la page grandit comme leur "
      "produit.",
      "A list within another is repeated as often: the page grows as their product."},
     {"« {0} » est parcouru dans lui-même, ou dans plus de {1} listes à la fois.",
      "\"{0}\" is repeated within itself, or as one of more than {1} lists within each other."},
     {"sortez-le de la section qui l'entoure.", "move it out of the section around it."}},
    {Rule::theme_cycle,
     error,
     {"Un thème hérite d'un autre ce qu'il n'a pas : s'ils héritent l'un de l'autre, rien ne "
      "finit.",
      "A theme inherits what it does not have: if two inherit from each other, nothing ends."},
     {"ce thème hérite de lui-même : {0}.", "this theme inherits from itself: {0}."},
     {"retirez « herite » d'un de ces thèmes.", "remove \"herite\" from one of these themes."}},
    {Rule::low_contrast,
     error,
     {"Sous ce contraste, une personne malvoyante, ou n'importe qui en plein soleil, ne peut pas "
      "lire (WCAG 1.4.3 et 1.4.11).",
      "Below this contrast, people with low vision, or anybody in sunlight, cannot read (WCAG "
      "1.4.3 and 1.4.11)."},
     {"« {0} » ne se lit pas assez sur « {1} » : contraste {2}, il faut au moins {3}.",
      "\"{0}\" does not stand out enough from \"{1}\": contrast {2}, at least {3} is needed."},
     {"assombrissez l'une des deux couleurs, ou éclaircissez l'autre.",
      "darken one of the two colours, or lighten the other."}},

    // Typography
    {Rule::odd_quote,
     advice,
     {"pes change les guillemets droits en guillemets français quand ils vont par deux ; seul, il "
      "ne sait pas.",
      "pes turns straight quotation marks into French ones where they come in pairs; of a single "
      "one it cannot tell."},
     {"ce guillemet droit n'a pas de pendant : ceux de ce passage restent comme ils sont.",
      "this straight quotation mark has no partner: those of this passage stay as they are."},
     {"ajoutez celui qui manque, ou écrivez « et ».", "add the missing one, or write « and »."}},
    {Rule::unaccented_capital,
     advice,
     {"Les capitales prennent l'accent : « Économie », et non « Economie ».",
      "Capitals take accents in French: \"Économie\", not \"Economie\"."},
     {"« {0} » demande sans doute un accent.", "\"{0}\" probably needs an accent."},
     {"les majuscules s'accentuent : É, À, È…", "capitals have accents too: É, À, È…"}},
    {Rule::unjoined_ligature,
     advice,
     {"« œ » est une lettre : « cœur », « œuvre ». Hors d'une liste fermée, pes demande plutôt que "
      "de changer un nom.",
      "\"œ\" is a letter: \"cœur\", \"œuvre\". Outside a closed list pes asks rather than change a "
      "name."},
     {"« {0} » s'écrit peut-être avec « œ ».", "\"{0}\" may be written with \"œ\"."},
     {"si c'est le cas, écrivez « œ » dans le texte.", "if so, write \"œ\" in the text."}},
    {Rule::more_of_the_same,
     advice,
     {"La même faute cinquante fois dans un fichier dit assez ce qu'il faut y corriger ; les "
      "suivantes cacheraient les autres fautes.",
      "The same mistake fifty times in a file says enough about what to correct there; the next "
      "ones would hide the other mistakes."},
     {"{0} autres constats {1} dans ce fichier, à partir d'ici, ne sont pas montrés.",
      "{0} more findings {1} in this file, from here on, are not shown."},
     {"corrigez ceux qui précèdent, puis relancez ; le compte final et « pes validate --fix » les "
      "comprennent tous.",
      "correct those above, then run again; the final count and \"pes validate --fix\" include "
      "all of them."},
     Mending::by_people,
     true},
});

}  // namespace

std::span<const RuleInfo> rules_about_site() { return catalogue; }

}  // namespace pes
