#include <array>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

using enum Severity;

// {0} is what is wrong; {1} where: « /projets/ (gabarit : liste ; 12 pages) ».
constexpr auto catalogue = std::to_array<RuleInfo>({
    {Rule::malformed_html,
     error,
     {"Un navigateur répare en silence un HTML mal formé, chacun à sa façon : la page ne serait "
      "plus celle qui a été contrôlée.",
      "Browsers mend malformed HTML in silence, each in its way: the page would no longer be the "
      "one that was checked."},
     {"ce HTML est mal formé : {1}, {0} de la page.",
      "this HTML is malformed: {1}, {0} of the page."},
     {"cherchez-y une balise mal fermée, un attribut répété ou un guillemet oublié.",
      "look there for a badly closed tag, a repeated attribute or a forgotten quotation mark."}},
    {Rule::duplicate_id,
     error,
     {"Un lien ou une étiquette vise un identifiant : donné deux fois, il mène au mauvais endroit.",
      "A link or a label aims at an id: given twice, it leads to the wrong place."},
     {"l'identifiant « {0} » est donné à plusieurs éléments de {1}.",
      "the id \"{0}\" is given to several elements of {1}."},
     {"donnez à chacun le sien : un lien « #… » n'en trouve qu'un.",
      "give each its own: a link \"#…\" finds only one."}},
    {Rule::missing_name,
     error,
     {"Un lecteur d'écran annonce le nom d'un lien ou d'un champ : sans nom, il dit seulement « "
      "lien ».",
      "A screen reader says the name of a link or a field: without one it says only \"link\"."},
     {"{0} n'a pas de nom : {1}.", "{0} has no name: {1}."},
     {"un lecteur d'écran ne peut rien en dire : écrivez un texte, un « label » ou un « aria-label "
      "».",
      "a screen reader can say nothing of it: write a text, a label or an aria-label."}},
    {Rule::unclear_navigation,
     error,
     {"Deux navigations sans nom ne se distinguent pas à l'oreille.",
      "Two navigations without a name cannot be told apart by ear."},
     {"{0} ne se distingue pas d'une autre navigation : {1}.",
      "{0} cannot be told from another navigation: {1}."},
     {"donnez à chaque « nav » un « aria-label » différent.",
      "give each nav an aria-label of its own."}},
    {Rule::missing_alternative,
     error,
     {"Une image sans texte de remplacement n'existe pas pour qui ne la voit pas (WCAG 1.1.1).",
      "A picture without an alternative does not exist for those who do not see it (WCAG 1.1.1)."},
     {"{0} n'a pas de texte de remplacement : {1}.", "{0} has no text alternative: {1}."},
     {"dites ce que montre l'image ; alt=\"\" si elle n'apporte rien.",
      "say what it shows; alt=\"\" if it carries no information."}},
    {Rule::heading_order,
     error,
     {"Les titres sont la table des matières de qui navigue à l'oreille : un niveau sauté y laisse "
      "un trou.",
      "Headings are the table of contents of those who navigate by ear: a skipped level leaves a "
      "hole."},
     {"les titres ne se suivent pas : {0}, dans {1}.", "headings are out of order: {0}, in {1}."},
     {"une page a un seul h1, et aucun niveau n'est sauté.",
      "a page has exactly one h1, and no level is skipped."}},
    {Rule::empty_heading,
     error,
     {"Un titre vide est annoncé comme un titre, et ne dit rien.",
      "An empty heading is announced as a heading, and says nothing."},
     {"ce titre est vide : {0}, dans {1}.", "this heading is empty: {0}, in {1}."},
     {"écrivez un titre, ou retirez l'élément.", "write a heading, or remove the element."}},
    {Rule::unclear_table,
     error,
     {"Sans légende ni en-têtes, les cases d'un tableau se lisent à voix haute comme une suite de "
      "nombres.",
      "Without a caption and headers, the cells of a table sound like a row of numbers."},
     {"ce tableau ne se lit pas à voix haute : {0}, dans {1}.",
      "this table cannot be read aloud: {0}, in {1}."},
     {"un tableau a une légende (caption), et chaque « th » dit ce qu'il intitule (scope).",
      "a table has a caption, and each th says what it heads (scope)."}},
    {Rule::unknown_language,
     error,
     {"La langue décide de la prononciation : un lecteur d'écran lirait ce texte avec le mauvais "
      "accent.",
      "The language decides the pronunciation: a screen reader would read this text with the wrong "
      "one."},
     {"la langue manque ou n'existe pas : {0}, dans {1}.",
      "the language is missing or does not exist: {0}, in {1}."},
     {"écrivez un code ISO 639, par exemple lang=\"fr\".",
      "write an ISO 639 code, for example lang=\"fr\"."}},
    {Rule::external_request,
     error,
     {"Ce que la page demande à un autre site lui apprend qui la lit, et le site promet le "
      "contraire.",
      "What a page requests from another site tells it who reads it, and the site promises the "
      "opposite."},
     {"« {0} » serait demandé à un autre site : {1}.",
      "\"{0}\" would be requested from another site: {1}."},
     {"déposez le fichier dans le thème : lire une page ne doit rien dire à des tiers.",
      "put the file into the theme: reading a page must tell nothing to third parties."}},
    {Rule::inline_script,
     error,
     {"La politique de sécurité du site refuse le code écrit dans une page : il ne s'exécuterait "
      "pas.",
      "The security policy of the site refuses code written in a page: it would not run."},
     {"du code est écrit dans la page même : {0}, dans {1}.",
      "code is written in the page itself: {0}, in {1}."},
     {"mettez-le dans un fichier .js du thème.", "put it into a .js file of the theme."}},
    {Rule::inline_style,
     error,
     {"La politique de sécurité du site refuse les styles écrits dans une page : ils ne "
      "s'appliqueraient pas.",
      "The security policy of the site refuses styles written in a page: they would not apply."},
     {"un style est écrit dans la page même : {0}, dans {1}.",
      "a style is written in the page itself: {0}, in {1}."},
     {"mettez-le dans la feuille de style du thème.", "put it into the style sheet of the theme."}},
    {Rule::bad_data_block,
     error,
     {"Les moteurs de recherche lisent ce bloc ; mal formé, ils l'ignorent.",
      "Search engines read this block; malformed, they ignore it."},
     {"ce bloc de données n'est pas du JSON : {0}, dans {1}.",
      "this data block is no JSON: {0}, in {1}."},
     {"vérifiez virgules et guillemets ; un texte s'y écrit échappé.",
      "check commas and quotation marks; a text is escaped there."}},
    {Rule::broken_page_link,
     error,
     {"Un lien qui ne mène à aucun fichier du site mènerait le lecteur à une page d'erreur.",
      "A link that leads to no file of the site would lead readers to an error page."},
     {"« {0} » ne mène à aucun fichier du site : {1}.",
      "\"{0}\" leads to no file of the site: {1}."},
     {"corrigez l'adresse ; dans un gabarit, elle commence par « {{{{site.racine}}}} ».",
      "correct the address; in a template it starts with \"{{{{site.racine}}}}\"."}},
    {Rule::broken_page_anchor,
     error,
     {"L'endroit visé n'existe pas dans la page : le lecteur arriverait en haut.",
      "The place does not exist in the page: readers would arrive at its top."},
     {"« {0} » mène à un endroit qui n'existe pas : {1}.",
      "\"{0}\" leads to a place that does not exist: {1}."},
     {"donnez cet « id » à l'endroit visé, ou corrigez l'adresse.",
      "give the place that \"id\", or correct the address."}},
    {Rule::over_budget,
     warning,
     {"Une page lourde est lente sur un vieux téléphone ou loin d'une antenne.",
      "A heavy page is slow on an old phone or far from an antenna."},
     {"page trop lourde : {0}, pour {1}.", "page too heavy: {0}, for {1}."},
     {"allégez le gabarit ou les images ; les limites sont dans site.yml (budgets).",
      "lighten the template or the pictures; the limits are in site.yml (budgets)."}},
});

}  // namespace

std::span<const RuleInfo> rules_about_pages() { return catalogue; }

}  // namespace pes
