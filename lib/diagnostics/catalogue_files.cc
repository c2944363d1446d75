#include <array>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

using enum Severity;
using enum Mending;

constexpr auto catalogue = std::to_array<RuleInfo>({
    // Files
    {Rule::file_not_utf8,
     error,
     {"Un fichier se lit avec l'encodage dans lequel il a été écrit. Pris pour un autre, « é » "
      "deviendrait « Ã© » sur le site.",
      "A file is read in the encoding it was written in. Taken for another, \"é\" would become "
      "\"Ã©\" on the site."},
     {"ce fichier n'est pas enregistré en UTF-8.", "this file is not saved as UTF-8."},
     {"le caractère souligné vient sans doute d'un ancien encodage (Windows-1252) : enregistrez le "
      "fichier en « UTF-8 » dans votre éditeur.",
      "the marked character probably comes from an old encoding (Windows-1252): save the file as "
      "UTF-8 in your editor."},
     by_fix},
    {Rule::control_character,
     error,
     {"Un caractère de commande ne se voit pas, mais il casse les pages et les flux qui le "
      "contiennent.",
      "A control character cannot be seen, yet it breaks the pages and feeds that hold it."},
     {"ce fichier contient un caractère invisible interdit (U+{0}).",
      "this file contains a forbidden invisible character (U+{0})."},
     {"effacez-le : il vient souvent d'un copier-coller.",
      "delete it: it often comes from copy and paste."},
     by_fix},
    {Rule::file_too_large,
     error,
     {"Une fiche de cette taille contient sans doute une image ou un document collé par erreur.",
      "A record of this size probably holds a picture or a document pasted by mistake."},
     {"ce fichier dépasse 1 Mio.", "this file is larger than 1 MiB."},
     {"une fiche est un texte : rangez les images dans content/medias/.",
      "a record is a text: keep images in content/medias/."}},
    {Rule::unexpected_file,
     warning,
     {"Un fichier mal rangé ou mal nommé ne serait jamais publié, et personne ne s'en apercevrait.",
      "A file in the wrong place or with the wrong name would never be published, and nobody would "
      "notice."},
     {"« {0} » n'est pas lu : aucune fiche n'est attendue à cet endroit.",
      "\"{0}\" is not read: no record is expected there."},
     {"les fiches sont des fichiers .md rangés dans {1}.", "records are .md files in {1}."}},
    {Rule::missing_file,
     error,
     {"Sans ce fichier, pes ne sait ni comment s'appelle le site ni à quoi il ressemble.",
      "Without this file, pes knows neither the name of the site nor its look."},
     {"le fichier « {0} » manque.", "the file \"{0}\" is missing."},
     {"sans lui le site ne peut pas être construit ; vérifiez aussi l'option --source.",
      "the site cannot be built without it; check the option --source too."}},
    {Rule::symbolic_link,
     error,
     {"Un lien peut mener hors du dossier du site, et publier ce qui ne doit pas l'être.",
      "A link can lead out of the folder of the site, and publish what must not be."},
     {"« {0} » est un lien symbolique.", "\"{0}\" is a symbolic link."},
     {"remplacez-le par le fichier lui-même.", "replace it with the file itself."}},
    {Rule::byte_order_mark,
     advice,
     {"Trois octets invisibles ouvrent ce fichier. pes les accepte, d'autres outils les prennent "
      "pour du texte.",
      "Three invisible bytes open this file. pes accepts them, other tools take them for text."},
     {"ce fichier commence par une marque d'ordre des octets, qui ne sert à rien.",
      "this file starts with a byte-order mark, which serves no purpose."},
     {"« pes validate --fix » l'enlève ; dans votre éditeur, choisissez « UTF-8 sans BOM ».",
      "\"pes validate --fix\" removes it; in your editor, choose \"UTF-8 without BOM\"."},
     by_fix},
    {Rule::decomposed_text,
     advice,
     {"« é » peut s'écrire en un caractère ou en deux. pes lit les deux, mais une recherche dans "
      "l'éditeur n'en trouve qu'un.",
      "\"é\" can be written as one character or as two. pes reads both, but a search in an editor "
      "finds only one."},
     {"des accents de ce fichier sont des caractères séparés de leurs lettres.",
      "accents in this file are characters apart from their letters."},
     {"« pes validate --fix » les rassemble ; ils viennent souvent d'un Mac ou d'un PDF.",
      "\"pes validate --fix\" joins them; they often come from a Mac or a PDF."},
     by_fix},
    {Rule::pasted_character,
     warning,
     {"Un caractère sans largeur, venu d'un copier-coller, coupe un mot en deux pour la recherche "
      "et les lecteurs d'écran.",
      "A character without width, from copy and paste, cuts a word in two for search and screen "
      "readers."},
     {"un caractère invisible (U+{0}) s'est glissé dans ce texte.",
      "an invisible character (U+{0}) has slipped into this text."},
     {"effacez-le, ou lancez « pes validate --fix » : il vient d'un copier-coller.",
      "delete it, or run \"pes validate --fix\": it comes from copy and paste."},
     by_fix},

    // YAML
    {Rule::front_matter_missing,
     error,
     {"Les champs d'une fiche se placent en tête du fichier, entre deux lignes « --- » : c'est "
      "ainsi que pes les distingue du texte.",
      "The fields of a record stand at the top of the file, between two lines \"---\": that is how "
      "pes tells them from the text."},
     {"cette fiche ne commence pas par une ligne « --- ».",
      "this record does not start with a line \"---\"."},
     {"écrivez les champs (titre, etc.) entre deux lignes « --- » en tête du fichier.",
      "write the fields (titre, etc.) between two lines \"---\" at the top of the file."},
     by_fix},
    {Rule::front_matter_unclosed,
     error,
     {"Sans la seconde ligne « --- », rien ne dit où finissent les champs et où commence le texte.",
      "Without the second line \"---\", nothing says where the fields end and the text begins."},
     {"la ligne « --- » qui ferme les champs manque.",
      "the line \"---\" that closes the fields is missing."},
     {"ajoutez une ligne « --- » entre le dernier champ et le texte.",
      "add a line \"---\" between the last field and the text."},
     by_fix},
    {Rule::front_matter_too_large,
     error,
     {"Des champs de cette taille contiennent sans doute le texte de la fiche, qui se place après "
      "eux.",
      "Fields of this size probably hold the text of the record, which belongs after them."},
     {"les champs de cette fiche dépassent 64 Ko.",
      "the fields of this record are larger than 64 kB."},
     {"le texte long se place après la seconde ligne « --- ».",
      "long text belongs after the second line \"---\"."}},
    {Rule::yaml_syntax,
     error,
     {"Chaque ligne de champ s'écrit « champ: valeur ». Une ligne d'une autre forme serait perdue, "
      "ou avalée par la précédente.",
      "Each line of a field reads \"field: value\". A line of another form would be lost, or "
      "swallowed by the one above."},
     {"cette ligne ne se lit pas comme « champ: valeur ».",
      "this line cannot be read as \"field: value\"."},
     {"vérifiez l'alignement (deux espaces par niveau), les guillemets et les crochets.",
      "check the indentation (two spaces a level), the quotes and the brackets."}},
    {Rule::yaml_colon_in_value,
     error,
     {"En YAML, deux-points suivi d'une espace sépare un champ de sa valeur : une valeur qui en "
      "contient doit être entre guillemets.",
      "In YAML, a colon and a space part a field from its value: a value that holds them needs "
      "quotes."},
     {"la valeur de « {0} » contient « : » sans être entre guillemets.",
      "the value of \"{0}\" contains \": \" without quotes around it."},
     {"mettez toute la valeur entre guillemets droits.",
      "put straight quotes around the whole value."},
     by_fix},
    {Rule::yaml_tab,
     error,
     {"YAML n'aligne les champs qu'avec des espaces : une tabulation n'a pas la même largeur "
      "partout.",
      "YAML aligns fields with spaces only: a tab is not as wide everywhere."},
     {"une tabulation sert d'alignement.", "a tab is used for indentation."},
     {"remplacez-la par deux espaces.", "replace it with two spaces."},
     by_fix},
    {Rule::yaml_curly_quotes,
     error,
     {"Les traitements de texte changent les guillemets droits en guillemets courbes, que YAML "
      "prend pour des lettres.",
      "Word processors turn straight quotes into curly ones, which YAML takes for letters."},
     {"des guillemets courbes entourent cette valeur : ils en feraient partie.",
      "curly quotes surround this value: they would become part of it."},
     {"utilisez des guillemets droits (\"), ou aucun.", "use straight quotes (\"), or none."},
     by_fix},
    {Rule::yaml_unclosed_quote,
     error,
     {"Une valeur qui commence par un guillemet finit au guillemet suivant : ce qui vient après "
      "serait perdu, ou les lignes d'après avalées.",
      "A value that starts with a quote ends at the next one: what follows would be lost, or the "
      "next lines swallowed."},
     {"ce guillemet n'est pas fermé à la fin de la valeur.",
      "this quote is not closed at the end of the value."},
     {"fermez-le à la fin de la valeur ; un guillemet à l'intérieur d'une valeur s'écrit \\\".",
      "close it at the end of the value; a quote inside a value is written \\\"."},
     by_fix},
    {Rule::yaml_duplicate_key,
     error,
     {"Écrit deux fois, un champ n'aurait qu'une de ses deux valeurs, et rien ne dirait laquelle.",
      "Written twice, a field would have only one of its two values, and nothing would say which."},
     {"le champ « {0} » est écrit deux fois.", "the field \"{0}\" is written twice."},
     {"gardez une seule des deux lignes.", "keep only one of the two lines."},
     by_fix},
    {Rule::yaml_anchor,
     error,
     {"YAML donne un sens à « & » et « * » en tête d'une valeur : un renvoi à un autre endroit. "
      "Les fiches n'en ont pas besoin.",
      "YAML gives a meaning to \"&\" and \"*\" at the start of a value: a reference to another "
      "place. Records do not need it."},
     {"les renvois YAML (« & » et « * ») ne sont pas admis.",
      "YAML anchors and aliases (\"&\" and \"*\") are not allowed."},
     {"mettez la valeur entre guillemets droits, ou écrivez-la en entier.",
      "put straight quotes around the value, or write it out."},
     by_fix},
    {Rule::yaml_tag,
     error,
     {"YAML donne un sens à certains signes en tête d'une valeur, et à « ? » entre crochets. Entre "
      "guillemets, ils redeviennent du texte.",
      "YAML gives a meaning to some signs at the start of a value, and to \"?\" between brackets. "
      "In "
      "quotes they are text again."},
     {"le signe « {0} » a un sens particulier à cette place.",
      "the sign \"{0}\" has a special meaning in this place."},
     {"mettez la valeur entre guillemets droits, ou retirez ce signe.",
      "put straight quotes around the value, or remove this sign."},
     by_fix},
    {Rule::yaml_too_deep,
     error,
     {"Des champs aussi imbriqués viennent d'une erreur d'alignement ou d'un fichier fabriqué pour "
      "nuire.",
      "Fields nested this deep come from a mistake of indentation or from a file made to harm."},
     {"les champs sont imbriqués sur plus de {0} niveaux.",
      "the fields are nested more than {0} levels deep."},
     {"aucune fiche n'en demande plus de trois.", "no record needs more than three."}},
    {Rule::yaml_several_documents,
     error,
     {"Une ligne « --- » ou « ... » de plus ferait de la suite un autre document, qui serait "
      "perdu.",
      "One more line \"---\" or \"...\" would make the rest another document, which would be "
      "lost."},
     {"un second document YAML commence ici.", "a second YAML document starts here."},
     {"supprimez cette ligne.", "delete this line."}},
    {Rule::yaml_directive,
     error,
     {"Une ligne qui commence par « % » est un ordre donné à YAML, et non un champ.",
      "A line that starts with \"%\" is an order to YAML, not a field."},
     {"les directives YAML (« {0} ») ne sont pas admises.",
      "YAML directives (\"{0}\") are not allowed."},
     {"supprimez cette ligne.", "delete this line."}},
    {Rule::yaml_key,
     error,
     {"Le nom d'un champ est un mot que pes connaît : ni une liste, ni un bloc, ni rien.",
      "The name of a field is a word that pes knows: not a list, a block or nothing."},
     {"un nom de champ est un simple mot.", "the name of a field is a single word."},
     {"écrivez « champ: valeur ».", "write \"field: value\"."}},
    {Rule::yaml_list_item,
     error,
     {"Sans espace après le tiret, YAML lit la liste entière comme un seul texte.",
      "Without a space after the hyphen, YAML reads the whole list as one text."},
     {"un élément de liste commence par un tiret suivi d'une espace.",
      "a list item starts with a hyphen and a space."},
     {"écrivez un tiret, une espace, puis l'élément.", "write a hyphen, a space, then the item."},
     by_fix},
    {Rule::yaml_hash_in_value,
     error,
     {"Pour YAML, « # » après une espace ouvre un commentaire : « Atelier #2 » ne serait plus que "
      "« Atelier », sans que rien le dise.",
      "To YAML, \"#\" after a space opens a comment: \"Atelier #2\" would become \"Atelier\", and "
      "nothing would say so."},
     {"« # » après une espace commence un commentaire : la suite de cette valeur serait perdue.",
      "\"#\" after a space starts a comment: the rest of this value would be lost."},
     {"mettez toute la valeur entre guillemets droits ; pour un vrai commentaire, laissez une "
      "espace après « # ».",
      "put straight quotes around the whole value; for a real comment, leave a space after "
      "\"#\"."},
     by_fix},
    {Rule::yaml_space,
     error,
     {"Une espace insécable ne se distingue pas à l'œil, mais YAML ne la prend pas pour une "
      "espace.",
      "A no-break space cannot be told by eye, but YAML does not take it for a space."},
     {"une espace insécable se trouve là où YAML attend une espace ordinaire.",
      "a no-break space stands where YAML expects an ordinary space."},
     {"remplacez-la par une espace ordinaire : elle vient souvent d'un traitement de texte.",
      "replace it with an ordinary space: it often comes from a word processor."},
     by_fix},
    {Rule::yaml_indentation,
     error,
     {"L'alignement dit ce qui appartient à quoi. Décalée d'une espace, une ligne change de sens.",
      "Indentation says what belongs to what. One space off, a line changes its meaning."},
     {"« {0} » n'est pas aligné avec « {1} », au-dessus.",
      "\"{0}\" is not aligned with \"{1}\" above."},
     {"des champs de même niveau commencent à la même colonne.",
      "fields of the same level start in the same column."},
     by_fix},
    {Rule::yaml_missing_space,
     error,
     {"Sans espace après le deux-points, YAML ne voit ni champ ni valeur, mais un mot.",
      "Without a space after the colon, YAML sees neither field nor value, but a word."},
     {"il manque une espace après « {0}: ».", "a space is missing after \"{0}:\"."},
     {"écrivez « {0}: valeur ».", "write \"{0}: value\"."},
     by_fix},
    {Rule::yaml_escape,
     error,
     {"Entre guillemets droits doubles, « \\ » donne un sens particulier au signe qui le suit. "
      "Devant les autres, chaque lecteur de YAML le comprend à sa façon.",
      "Between straight double quotes, \"\\\" gives the next sign a meaning of its own. Before "
      "others, each reader of YAML takes it its own way."},
     {"« {0} » ne veut rien dire entre guillemets droits doubles.",
      "\"{0}\" means nothing between straight double quotes."},
     {"", ""},
     by_fix},
    {Rule::yaml_empty_item,
     error,
     {"Entre deux virgules il n'y a rien : un mot manque, ou une virgule est de trop.",
      "There is nothing between two commas: a word is missing, or a comma too many."},
     {"il manque une valeur avant cette virgule.", "a value is missing before this comma."},
     {"écrivez la valeur, ou retirez la virgule.", "write the value, or remove the comma."}},
    {Rule::yaml_missing_colon,
     error,
     {"Sans deux-points, un champ n'est qu'un mot, et rien de ce qu'il devait dire n'est lu : "
      "« brouillon » seul ne retient pas la fiche.",
      "Without a colon a field is a mere word, and nothing that it was to say is read: "
      "\"brouillon\" alone does not withhold the record."},
     {"« {0} » n'est pas suivi de « : ».", "\"{0}\" is not followed by \":\"."},
     {"écrivez « {0}: valeur », ou retirez ce mot.", "write \"{0}: value\", or remove this word."}},
    {Rule::yaml_glued_comment,
     error,
     {"« # » n'ouvre un commentaire qu'après une espace. Collé à ce qui précède, il fait partie du "
      "texte pour les uns, et pas pour les autres.",
      "\"#\" opens a comment only after a space. Glued to what stands before it, it is part of the "
      "text to some, and not to others."},
     {"il manque une espace avant « # ».", "a space is missing before \"#\"."},
     {"laissez une espace avant et après « # ».", "leave a space before and after \"#\"."},
     by_fix},
    {Rule::yaml_text_block,
     error,
     {"Un texte après « | » ou « > » tient tant que ses lignes sont aussi décalées que la "
      "première. "
      "Une ligne qui l'est moins n'en fait plus partie, et serait perdue.",
      "A text after \"|\" or \">\" goes on while its lines are indented like the first. A line "
      "that "
      "is less so is no part of it, and would be lost."},
     {"cette ligne ne fait pas partie du texte qui suit « {0} ».",
      "this line is no part of the text after \"{0}\"."},
     {"alignez toutes les lignes du texte, sans espaces dans celles qui sont vides.",
      "align all lines of the text, without spaces in the empty ones."},
     by_fix},
    {Rule::yaml_bracket_lines,
     error,
     {"Une liste entre crochets peut tenir sur plusieurs lignes, à condition qu'elles soient "
      "décalées : un mot sans décalage commence un champ.",
      "A list in brackets may take several lines if they are indented: a word that is not begins "
      "a field."},
     {"la suite de ce qu'ouvre « {0} » n'est pas décalée.",
      "what goes on with the \"{0}\" above is not indented."},
     {"décalez cette ligne de deux espaces.", "indent this line by two spaces."},
     by_fix},
});

}  // namespace

std::span<const RuleInfo> rules_about_files() { return catalogue; }

}  // namespace pes
