#include <array>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

using enum Severity;
using enum Mending;

// The line that such a finding stands in may hold personal data, and logs are read by many.
constexpr bool discreet = true;

constexpr auto catalogue = std::to_array<RuleInfo>({
    // Consent
    {Rule::existing_publication,
     warning,
     {"Ce qui était déjà public le reste, mais l'accord de la personne est à recueillir.",
      "What was already public stays so, but the person's consent is to be collected."},
     {"publié sur la seule base d'une publication antérieure à cet outil.",
      "published only because it was already public before this tool."},
     {"recueillez un accord écrit, puis remplacez la base par « accord-ecrit ».",
      "obtain a written consent, then change the basis to \"accord-ecrit\"."}},
    {Rule::withheld,
     warning,
     {"Rien ne paraît sur une personne sans accord valable : la fiche attend, le reste du site "
      "paraît.",
      "Nothing appears about a person without a valid consent: the record waits, the rest of the "
      "site appears."},
     {"cette fiche n'est pas publiée : {0}.", "this record is not published: {0}."},
     {"rien à faire si la personne a retiré son accord ; sinon, recueillez-le, puis complétez le "
      "bloc "
      "« consentement » (pes consent formulaire).",
      "nothing to do if the person withdrew; otherwise ask, then complete the block "
      "\"consentement\" (pes consent formulaire)."}},
    {Rule::consent_without_end,
     error,
     {"Un accord vaut pour un temps : sans fin, personne ne penserait à le redemander.",
      "A consent holds for a time: without an end, nobody would think of asking again."},
     {"ce consentement n'a pas de fin.", "this consent has no end."},
     {"ajoutez « recueilli_le » avec « duree: P3Y », ou « expire_le », ou une durée par défaut "
      "dans "
      "site.yml.",
      "add \"recueilli_le\" with \"duree: P3Y\", or \"expire_le\", or a default duration in "
      "site.yml."}},
    {Rule::consent_too_long,
     error,
     {"L'association s'est donné une durée maximale dans site.yml ; cet accord la dépasse.",
      "The association has set a longest duration in site.yml; this consent goes past it."},
     {"ce consentement court jusqu'au {0}, au-delà du maximum de site.yml ({1}).",
      "this consent runs until {0}, past the maximum of site.yml ({1})."},
     {"raccourcissez la durée.", "shorten the duration."}},
    {Rule::hidden_photo,
     warning,
     {"Une photo où l'on reconnaît quelqu'un demande l'accord de cette personne : sans lui, la "
      "page paraît sans la photo.",
      "A photo in which somebody can be recognised needs that person's consent: without it the "
      "page appears without the photo."},
     {"cette photo n'est pas publiée : {0}.", "this photo is not published: {0}."},
     {"complétez le consentement de la photo ; si une autre fiche la retient, c'est le sien qu'il "
      "faut ; "
      "ou retirez la photo.",
      "complete the consent of the photo; where another record withholds it, that record's; or "
      "remove "
      "the photo."},
     by_people,
     discreet},
    {Rule::bad_proof,
     error,
     {"Les fiches sont publiques dans git : la preuve d'un accord reste au registre, la fiche n'en "
      "donne que la référence.",
      "Records are public in git: the proof of a consent stays in the register, the record gives "
      "its reference only."},
     {"cette référence au registre ressemble à un chemin, à une adresse ou à un courriel.",
      "this reference to the register looks like a path, an address or an e-mail."},
     {"écrivez la référence du registre de l'association, par exemple REG-2024-017.",
      "write the reference of the association's register, for example REG-2024-017."},
     by_people,
     discreet},
    {Rule::contact_in_text,
     error,
     {"Une adresse ou un numéro publié sur une page est copié par des robots et ne s'efface plus.",
      "An address or a number published on a page is copied by robots and cannot be erased."},
     {"ce texte contient {0}.", "this text contains {0}."},
     {"retirez-le ; si c'est celui de l'association, ajoutez-le à « contacts_autorises » dans "
      "site.yml.",
      "remove it; if it is the association's own, add it to \"contacts_autorises\" in site.yml."},
     by_people,
     discreet},
    {Rule::unclear_contact,
     error,
     {"Ce que cette liste permet paraît partout : une ligne qui n'est pas comprise n'y permet "
      "rien, et "
      "un domaine de messagerie publique y permettrait l'adresse de n'importe qui.",
      "What this list allows may appear anywhere: a line that is not understood allows nothing, "
      "and a "
      "domain of public mail would allow anybody's address."},
     {"cette ligne n'est ni une adresse, ni un numéro, ni le domaine de l'association.",
      "this line is no address, no number, and no domain of the association."},
     {"écrivez l'adresse ou le numéro en entier, ou « @exemple.org » pour toutes celles du "
      "domaine.",
      "write the whole address or number, or \"@exemple.org\" for all those of the domain."},
     by_people,
     discreet},
    {Rule::name_in_output,
     error,
     {"Cette personne n'a pas accepté que son nom paraisse ici : la construction s'arrête avant de "
      "publier.",
      "This person has not agreed to appear by name here: the build stops before it publishes."},
     {"un nom qui ne doit pas paraître est dans « {0} » (gabarit : {1}) : celui de la fiche « {2} "
      "».",
      "a name that must not appear is in \"{0}\" (template: {1}): that of the record \"{2}\"."},
     {"retirez ce nom du texte ou du nom de fichier, ou complétez le consentement de la fiche ; si "
      "ces mots disent autre chose, site.yml peut les admettre là pour un temps (noms_acceptes).",
      "remove this name from the text or the file name, or complete the consent of the record; if "
      "these words mean something else, site.yml can accept them there for a time "
      "(noms_acceptes)."},
     by_people,
     discreet},
    {Rule::name_of_withheld,
     warning,
     {"Une personne citée dans une fiche retenue paraît dans une autre : son accord vaut-il pour "
      "celle-ci ?",
      "Somebody mentioned in a withheld record appears in another: does the consent hold for that "
      "one?"},
     {"un nom cité dans la fiche retenue « {0} » est aussi dans cette fiche publiée.",
      "a name that the withheld record \"{0}\" mentions is in this published record too."},
     {"vérifiez que cette personne a accepté d'y être nommée.",
      "check that this person agreed to be named here."},
     by_people,
     discreet},

    {Rule::unclear_name,
     error,
     {"Pour ne montrer qu'un prénom et une initiale, pes doit savoir lequel des mots est le nom.",
      "To show only a first name and an initial, pes must know which of the words is the last "
      "name."},
     {"« prenom-initiale » demande un prénom suivi d'un nom, d'une seule personne.",
      "\"prenom-initiale\" needs a first name followed by a last name, of one person."},
     {"écrivez « Prénom Nom » dans « auteur », ou choisissez « nom: fonction ».",
      "write \"First Last\" in \"auteur\", or choose \"nom: fonction\"."},
     by_people,
     discreet},

    {Rule::unclear_author,
     warning,
     {"pes cherche partout le nom d'une personne qui n'y consent pas : il doit savoir le lire.",
      "pes searches everything for the name of somebody who does not consent: it must be able to "
      "read it."},
     {"ce nom n'est pas lu avec certitude : s'il devait être caché, il pourrait paraître ailleurs.",
      "this name is not read with certainty: if it had to be hidden, it might appear elsewhere."},
     {"écrivez « Prénom Nom », « Prénom Nom et Prénom Nom », ou le nom du groupe ; le reste va "
      "dans "
      "« fonction ».",
      "write \"First Last\", \"First Last et First Last\", or the name of the group; what else "
      "there is goes into \"fonction\"."},
     by_people,
     discreet},
    {Rule::accepted_name_unknown,
     error,
     {"Une exception ne vaut que pour une fiche et un lieu : ils doivent exister.",
      "An exception holds for one record and one place only: they must exist."},
     {"« {0} » n'est ni une fiche ni un fichier de medias/.",
      "\"{0}\" is neither a record nor a file of medias/."},
     {"écrivez par exemple « temoignages/epicerie », « projets/verger » ou « medias/charte.pdf ».",
      "write for example \"temoignages/epicerie\", \"projets/verger\" or \"medias/charte.pdf\"."}},
    {Rule::accepted_name_too_long,
     error,
     {"Ce qui a été relu un jour est à relire : une exception dure un an au plus.",
      "What was reviewed once is to be reviewed again: an exception lasts a year at the most."},
     {"cette exception va trop loin : au plus jusqu'au {0}.",
      "this exception goes too far: until {0} at the most."},
     {"écrivez un jour plus proche.", "write a nearer day."}},
    {Rule::accepted_name_told,
     error,
     {"site.yml est dans git : une exception qui écrirait le nom le garderait pour toujours.",
      "site.yml is in git: an exception that told the name would keep it for good."},
     {"ce motif contient le nom qui doit rester caché.",
      "this reason holds the name that must stay hidden."},
     {"dites ce que ces mots désignent, sans le nom : « une fontaine du village ».",
      "say what these words mean, without the name: \"a fountain of the village\"."},
     by_people,
     discreet},
    {Rule::accepted_name_expired,
     warning,
     {"Une exception vaut jusqu'à son dernier jour, puis le nom est de nouveau cherché partout.",
      "An exception holds until its last day; then the name is searched for everywhere again."},
     {"cette exception a pris fin le {0} : elle ne vaut plus.",
      "this exception ended on {0}: it holds no more."},
     {"relisez le texte, puis donnez un nouveau jour, ou retirez l'exception.",
      "read the text again, then give a new day, or remove the exception."}},
    {Rule::accepted_name_withdrawn,
     warning,
     {"Le retrait d'une personne l'emporte sur ce que l'association avait admis.",
      "A withdrawal stands above what the association had accepted."},
     {"la personne de cette fiche a retiré son accord : cette exception ne vaut plus.",
      "the person of this record has withdrawn: this exception holds no more."},
     {"dites autrement, dans le texte, ce que ces mots désignent, puis retirez l'exception.",
      "say in other words, in the text, what these mean, then remove the exception."}},
    {Rule::accepted_name_of_itself,
     error,
     {"Sur la page d'une personne, les mots de son nom la nomment.",
      "On somebody's own page, the words of the name mean that person."},
     {"une exception ne vaut pas pour la fiche de la personne elle-même.",
      "an exception cannot hold for the record of the person."},
     {"retirez ces mots de la fiche, ou complétez son consentement.",
      "remove these words from the record, or complete its consent."}},

    // Images
    {Rule::image_format,
     error,
     {"Les navigateurs n'affichent que quelques formats ; les autres peuvent aussi contenir du "
      "code.",
      "Browsers show a few formats only; others can hold code, too."},
     {"« {0} » n'est pas une image que le site peut publier (format {1}).",
      "\"{0}\" is not a picture that the site can publish (format {1})."},
     {"enregistrez-la en JPEG, en PNG ou en WebP, puis déposez ce fichier à la place.",
      "save it as JPEG, PNG or WebP, and put that file in its place."}},
    {Rule::image_extension,
     error,
     {"Le nom d'un fichier dit à tous les logiciels ce qu'il contient : faux, il les trompe.",
      "The name of a file tells every program what it holds: a wrong one misleads them."},
     {"« {0} » contient une image {1} : son nom ne le dit pas.",
      "\"{0}\" holds a {1} picture, which its name does not say."},
     {"renommez ce fichier avec l'extension de son format.",
      "rename this file with the extension of its format."}},
    {Rule::image_damaged,
     error,
     {"Une image coupée s'afficherait à moitié, ou pas du tout.",
      "A picture that is cut would show by half, or not at all."},
     {"l'image « {0} » est incomplète ou abîmée.", "the picture \"{0}\" is cut off or damaged."},
     {"déposez de nouveau le fichier d'origine.", "put the original file there again."}},
    {Rule::image_too_large,
     error,
     {"Une image de cette taille ne se traite pas sur un petit serveur, et n'apporte rien à "
      "l'écran.",
      "A picture of this size cannot be handled on a small server, and adds nothing on a screen."},
     {"l'image « {0} » est trop grande : {1} ; au plus {2}.",
      "the picture \"{0}\" is too large: {1}; at most {2}."},
     {"réduisez-la ; 2 000 pixels de large suffisent.", "reduce it; 2,000 pixels wide is enough."}},
    {Rule::image_animated,
     error,
     {"Ce qui bouge tout seul gêne la lecture, et peut déclencher des malaises (WCAG 2.2.2).",
      "What moves by itself disturbs reading, and can trigger seizures (WCAG 2.2.2)."},
     {"l'image « {0} » est animée : rien ne bouge tout seul sur le site.",
      "the picture \"{0}\" is animated: nothing moves by itself on the site."},
     {"gardez une seule image.", "keep a single frame."}},
    {Rule::image_cmyk,
     error,
     {"Les couleurs d'imprimerie ne s'affichent pas de la même façon d'un écran à l'autre.",
      "Colours for print do not look the same from one screen to another."},
     {"l'image « {0} » est en couleurs d'imprimerie (CMJN).",
      "the picture \"{0}\" is in colours for print (CMYK)."},
     {"enregistrez-la en RVB (sRGB).", "save it in RGB (sRGB)."}},
    {Rule::image_with_location,
     warning,
     {"Le lieu d'une photo peut dire où vit une personne ; git le garderait pour toujours.",
      "The place of a photo can tell where somebody lives; git would keep it for good."},
     {"la photo « {0} » dit où elle a été prise (GPS) : le site ne le publie pas, git le garde.",
      "the photo \"{0}\" says where it was taken (GPS): the site does not publish it, git keeps "
      "it."},
     {"pes validate --fix retire la position sans toucher à l'image.",
      "pes validate --fix removes the location without touching the picture."},
     by_fix},
    {Rule::poor_alternative,
     error,
     {"Ce texte est lu à la place de l'image à qui ne la voit pas : il dit ce qu'elle montre, pas "
      "le nom du fichier.",
      "This text is read instead of the picture to those who do not see it: it says what it shows, "
      "not the name of the file."},
     {"le texte qui remplace cette image ne convient pas : {0}.",
      "the text that stands for this picture will not do: {0}."},
     {"dites en une phrase ce que l'image montre ; pour la photo d'une fiche qui ne dit rien : "
      "decorative: oui.",
      "say in a sentence what it shows; for the photo of a record that says nothing: decorative: "
      "oui."}},
    {Rule::external_image,
     error,
     {"Une image prise sur un autre site lui signale chaque lecteur, et disparaît avec lui.",
      "A picture taken from another site tells it about every reader, and disappears with it."},
     {"l'image « {0} » vient d'un autre site.", "the picture \"{0}\" comes from another site."},
     {"déposez le fichier dans content/medias/, si vous avez le droit de le publier.",
      "put the file into content/medias/, if you may publish it."}},
    {Rule::theme_image_metadata,
     error,
     {"Les fichiers du thème sont copiés tels quels : leurs métadonnées le seraient aussi.",
      "The files of the theme are copied as they are: so would their metadata."},
     {"l'image « {0} » du thème contient des métadonnées, qui seraient publiées.",
      "the theme's picture \"{0}\" holds metadata, which would be published."},
     {"enregistrez-la sans métadonnées.", "save it without metadata."}},
    {Rule::erasure_line,
     error,
     {"Le registre des noms effacés est écrit par pes : une ligne abîmée laisserait revenir "
      "quelqu'un.",
      "The register of erased names is written by pes: a damaged line would let somebody come "
      "back."},
     {"cette ligne du registre des noms effacés n'est pas lisible.",
      "this line of the register of erased names cannot be read."},
     {"rétablissez-la depuis git, ou refaites « pes withdraw FICHE --effacer ».",
      "restore it from git, or run \"pes withdraw RECORD --effacer\" again."}},
    {Rule::erasure_key,
     error,
     {"Sans la clé du registre des noms effacés, personne ne peut vérifier qu'ils ne reviennent "
      "pas.",
      "Without the key of the register of erased names nobody can make sure that they do not come "
      "back."},
     {"la clé du registre des noms effacés manque, ou n'est pas la bonne.",
      "the key of the register of erased names is missing, or is not the right one."},
     {"donnez-la dans la variable PES_CLE_EFFACEMENTS (32 signes au moins).",
      "give it in the variable PES_CLE_EFFACEMENTS (32 characters at least)."}},
    {Rule::erased_name,
     error,
     {"Une personne a demandé l'effacement de son nom ; il ne doit plus paraître nulle part.",
      "Somebody asked for their name to be erased; it must not appear anywhere again."},
     {"« {0} » (gabarit : {1}) contient un nom du registre des effacements.",
      "\"{0}\" (template: {1}) holds a name of the register of erasures."},
     {"retirez ce nom, ou la ligne du registre si la personne est revenue sur sa demande.",
      "remove the name, or the line of the register if the person has changed their mind."},
     by_people,
     discreet},
    {Rule::unsearchable_document,
     error,
     {"Les noms qui ne doivent pas paraître sont cherchés dans tout ce qui est publié ; un fichier "
      "que pes n'a pas lu en entier pourrait en contenir.",
      "Names that must not appear are searched for in all that is published; a file that pes has "
      "not read whole might hold some."},
     {"pes n'a pas lu « {0} » en entier, et des noms sont à taire : {1}.",
      "pes has not read \"{0}\" whole, and there are names to withhold: {1}."},
     {"{2}", "{2}"}},
    {Rule::unread_document,
     warning,
     {"Un fichier que pes ne sait pas lire en entier sera refusé dès qu'une personne n'aura pas, "
      "ou "
      "plus, donné son accord.",
      "A file that pes cannot read whole will be refused as soon as somebody has not, or no "
      "longer, "
      "given consent."},
     {"pes n'a pas lu « {0} » en entier : {1}.", "pes has not read \"{0}\" whole: {1}."},
     {"{2}", "{2}"}},
});

}  // namespace

std::span<const RuleInfo> rules_about_people() { return catalogue; }

}  // namespace pes
