#include <array>

#include "diagnostics/catalogue.h"

namespace pes {

namespace {

using enum Severity;

// The line that such a finding stands in may hold personal data, and logs are read by many.
constexpr bool discreet = true;

constexpr auto catalogue = std::to_array<RuleInfo>({
    // Consent
    {Rule::existing_publication,
     warning,
     {"publié sur la seule base d'une publication antérieure à cet outil.",
      "published only because it was already public before this tool."},
     {"recueillez un accord écrit, puis remplacez la base par « accord-ecrit ».",
      "obtain a written consent, then change the basis to \"accord-ecrit\"."}},
    {Rule::withheld,
     warning,
     {"cette fiche n'est pas publiée : {0}.", "this record is not published: {0}."},
     {"rien à faire si la personne a retiré son accord ; sinon, recueillez-le, puis complétez le "
      "bloc "
      "« consentement » (pes consent formulaire).",
      "nothing to do if the person withdrew; otherwise ask, then complete the block "
      "\"consentement\" (pes consent formulaire)."}},
    {Rule::consent_without_end,
     error,
     {"ce consentement n'a pas de fin.", "this consent has no end."},
     {"ajoutez « recueilli_le » avec « duree: P3Y », ou « expire_le », ou une durée par défaut "
      "dans "
      "site.yml.",
      "add \"recueilli_le\" with \"duree: P3Y\", or \"expire_le\", or a default duration in "
      "site.yml."}},
    {Rule::consent_too_long,
     error,
     {"ce consentement court jusqu'au {0}, au-delà du maximum de site.yml ({1}).",
      "this consent runs until {0}, past the maximum of site.yml ({1})."},
     {"raccourcissez la durée.", "shorten the duration."}},
    {Rule::hidden_photo,
     warning,
     {"cette photo n'est pas publiée : {0}.", "this photo is not published: {0}."},
     {"complétez le consentement de la photo ; si une autre fiche la retient, c'est le sien qu'il "
      "faut ; "
      "ou retirez la photo.",
      "complete the consent of the photo; where another record withholds it, that record's; or "
      "remove "
      "the photo."},
     discreet},
    {Rule::bad_proof,
     error,
     {"cette référence au registre ressemble à un chemin, à une adresse ou à un courriel.",
      "this reference to the register looks like a path, an address or an e-mail."},
     {"écrivez la référence du registre de l'association, par exemple REG-2024-017.",
      "write the reference of the association's register, for example REG-2024-017."},
     discreet},
    {Rule::contact_in_text,
     error,
     {"ce texte contient {0}.", "this text contains {0}."},
     {"retirez-le ; si c'est celui de l'association, ajoutez-le à « contacts_autorises » dans "
      "site.yml.",
      "remove it; if it is the association's own, add it to \"contacts_autorises\" in site.yml."},
     discreet},
    {Rule::name_in_output,
     error,
     {"un nom qui ne doit pas paraître est dans « {0} » (gabarit : {1}) : celui de la fiche « {2} "
      "».",
      "a name that must not appear is in \"{0}\" (template: {1}): that of the record \"{2}\"."},
     {"retirez ce nom du texte ou du nom de fichier, ou complétez le consentement de la fiche.",
      "remove this name from the text or the file name, or complete the consent of the record."},
     discreet},
    {Rule::name_of_withheld,
     warning,
     {"un nom cité dans la fiche retenue « {0} » est aussi dans cette fiche publiée.",
      "a name that the withheld record \"{0}\" mentions is in this published record too."},
     {"vérifiez que cette personne a accepté d'y être nommée.",
      "check that this person agreed to be named here."},
     discreet},

    {Rule::unclear_name,
     error,
     {"« prenom-initiale » demande un prénom suivi d'un nom, d'une seule personne.",
      "\"prenom-initiale\" needs a first name followed by a last name, of one person."},
     {"écrivez « Prénom Nom » dans « auteur », ou choisissez « nom: fonction ».",
      "write \"First Last\" in \"auteur\", or choose \"nom: fonction\"."},
     discreet},

    // Images
    {Rule::image_format,
     error,
     {"« {0} » n'est pas une image que le site peut publier (format {1}).",
      "\"{0}\" is not a picture that the site can publish (format {1})."},
     {"enregistrez-la en JPEG, en PNG ou en WebP, puis déposez ce fichier à la place.",
      "save it as JPEG, PNG or WebP, and put that file in its place."}},
    {Rule::image_extension,
     error,
     {"« {0} » contient une image {1} : son nom ne le dit pas.",
      "\"{0}\" holds a {1} picture, which its name does not say."},
     {"renommez ce fichier avec l'extension de son format.",
      "rename this file with the extension of its format."}},
    {Rule::image_damaged,
     error,
     {"l'image « {0} » est incomplète ou abîmée.", "the picture \"{0}\" is cut off or damaged."},
     {"déposez de nouveau le fichier d'origine.", "put the original file there again."}},
    {Rule::image_too_large,
     error,
     {"l'image « {0} » est trop grande : {1} ; au plus {2}.",
      "the picture \"{0}\" is too large: {1}; at most {2}."},
     {"réduisez-la ; 2 000 pixels de large suffisent.", "reduce it; 2,000 pixels wide is enough."}},
    {Rule::image_animated,
     error,
     {"l'image « {0} » est animée : rien ne bouge tout seul sur le site.",
      "the picture \"{0}\" is animated: nothing moves by itself on the site."},
     {"gardez une seule image.", "keep a single frame."}},
    {Rule::image_cmyk,
     error,
     {"l'image « {0} » est en couleurs d'imprimerie (CMJN).",
      "the picture \"{0}\" is in colours for print (CMYK)."},
     {"enregistrez-la en RVB (sRGB).", "save it in RGB (sRGB)."}},
    {Rule::image_with_location,
     warning,
     {"la photo « {0} » dit où elle a été prise (GPS) : le site ne le publie pas, git le garde.",
      "the photo \"{0}\" says where it was taken (GPS): the site does not publish it, git keeps "
      "it."},
     {"pes validate --fix retire la position sans toucher à l'image.",
      "pes validate --fix removes the location without touching the picture."}},
    {Rule::poor_alternative,
     error,
     {"le texte qui remplace cette image ne convient pas : {0}.",
      "the text that stands for this picture will not do: {0}."},
     {"dites en une phrase ce que l'image montre ; pour la photo d'une fiche qui ne dit rien : "
      "decorative: oui.",
      "say in a sentence what it shows; for the photo of a record that says nothing: decorative: "
      "oui."}},
    {Rule::external_image,
     error,
     {"l'image « {0} » vient d'un autre site.", "the picture \"{0}\" comes from another site."},
     {"déposez le fichier dans content/medias/, si vous avez le droit de le publier.",
      "put the file into content/medias/, if you may publish it."}},
    {Rule::theme_image_metadata,
     error,
     {"l'image « {0} » du thème contient des métadonnées, qui seraient publiées.",
      "the theme's picture \"{0}\" holds metadata, which would be published."},
     {"enregistrez-la sans métadonnées.", "save it without metadata."}},
    {Rule::unsearchable_document,
     warning,
     {"pes ne sait pas lire le document « {0} » : les noms à taire n'y ont pas été cherchés.",
      "pes cannot read the document \"{0}\": names to withhold were not searched for in it."},
     {"relisez-le, ou publiez-le en PDF non protégé.",
      "read it yourself, or publish it as an unprotected PDF."}},
});

}  // namespace

std::span<const RuleInfo> rules_about_people() { return catalogue; }

}  // namespace pes
