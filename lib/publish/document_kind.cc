#include "publish/document_kind.h"

#include <array>

#include "text/utf8.h"

namespace pes {

namespace {

struct Accepted {
  std::string_view extension;
  DocumentKind kind;
};

using enum DocumentKind;

constexpr auto accepted = std::to_array<Accepted>(
    {{"", text},        {"atom", markup},      {"css", text},     {"csv", text},
     {"docx", office},  {"geojson", text},     {"gpx", markup},   {"htm", markup},
     {"html", markup},  {"ics", calendar},     {"jpeg", picture}, {"jpg", picture},
     {"js", text},      {"json", text},        {"kml", markup},   {"md", text},
     {"mjs", text},     {"odp", office},       {"ods", office},   {"odt", office},
     {"pdf", pdf},      {"png", picture},      {"pptx", office},  {"rss", markup},
     {"srt", text},     {"svg", markup},       {"tsv", text},     {"txt", text},
     {"vtt", text},     {"webmanifest", text}, {"webp", picture}, {"woff2", font},
     {"xhtml", markup}, {"xlsx", office},      {"xml", markup},   {"yaml", text},
     {"yml", text}});

std::string_view extension_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

}  // namespace

DocumentKind document_kind(std::string_view path) {
  const std::string own = fold(extension_of(path));
  if (own.empty() && path.ends_with('.')) return none;
  for (const Accepted& one : accepted) {
    if (one.extension == own) return one.kind;
  }
  return none;
}

Text reason_of(Unread unread) {
  switch (unread) {
    case Unread::kind:
      return {"ce n'est pas un genre de fichier que pes sait lire",
              "it is no kind of file that pes can read"};
    case Unread::size:
      return {"il dépasse 64 Mo", "it is larger than 64 MB"};
    case Unread::swelling:
      return {"décompressé, il serait démesuré", "unpacked, it would be out of all proportion"};
    case Unread::encoding:
      return {"ce n'est pas du texte en UTF-8", "it is no text in UTF-8"};
    case Unread::damaged:
      return {"il est abîmé, ou n'est pas ce que dit son nom",
              "it is damaged, or not what its name says"};
    case Unread::locked:
      return {"il est protégé par un mot de passe", "it is protected by a password"};
    case Unread::part:
      return {
          "il contient des éléments que pes ne sait pas lire (objet incorporé, macro, image d'un "
          "autre format)",
          "it holds parts that pes cannot read (embedded object, macro, picture of another "
          "format)"};
    case Unread::attachment:
      return {"des fichiers y sont joints", "files are attached to it"};
    case Unread::scan:
      return {"ses pages n'ont pas de texte, seulement des images",
              "its pages have no text, pictures only"};
    case Unread::letters:
      return {"ses polices ne disent pas quelles lettres elles dessinent",
              "its fonts do not say which letters they draw"};
    case Unread::nothing:
      break;
  }
  return {"", ""};
}

Text way_out_of(Unread unread) {
  switch (unread) {
    case Unread::kind:
      return {
          "exportez-le en PDF, enregistrez un texte ou un tableau en UTF-8 (.txt, .csv), une image "
          "en "
          "JPEG, PNG ou WebP ; un son ou une vidéo s'héberge ailleurs, avec un lien.",
          "export it as PDF, save a text or table as UTF-8 (.txt, .csv), a picture as JPEG, PNG or "
          "WebP; put a sound or video elsewhere, and link it."};
    case Unread::size:
    case Unread::swelling:
      return {"publiez-en une version plus légère, exportée en PDF.",
              "publish a lighter version of it, exported as PDF."};
    case Unread::encoding:
      return {"enregistrez-le de nouveau, avec l'encodage UTF-8.",
              "save it again, with the encoding UTF-8."};
    case Unread::locked:
      return {"enregistrez-le sans mot de passe.", "save it without a password."};
    case Unread::attachment:
      return {"retirez ces fichiers, et publiez-les à part.",
              "remove those files, and publish them on their own."};
    case Unread::scan:
      return {
          "ajoutez-lui un texte (reconnaissance de caractères), ou exportez le document d'origine "
          "en PDF.",
          "give it a text (character recognition), or export the original document as PDF."};
    case Unread::damaged:
    case Unread::part:
    case Unread::letters:
    case Unread::nothing:
      break;
  }
  return {"exportez-le de nouveau en PDF.", "export it as PDF again."};
}

}  // namespace pes
