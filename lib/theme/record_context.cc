#include "theme/record_context.h"

#include <algorithm>

#include "site/picture_markup.h"
#include "text/markup.h"

namespace pes {

namespace {

using Json = nlohmann::json;

Json value_context(const Site& site, const Value* value, const Field& field);

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

// A text that is displayed, as opposed to a name or an address.
Json set_or_null(const Site& site, std::string_view text) {
  return text.empty() ? Json() : Json(site.typography.set_plain(text));
}

Json media_address(const Site& site, std::string_view file) {
  return site.base.link("/medias/" + encode_path(file));
}

Json choice_context(const Field& field, std::string_view name) {
  const auto choice = std::find_if(field.choices.begin(), field.choices.end(),
                                   [&](const Choice& c) { return c.name == name; });
  Json out = {{"valeur", name}, {"libelle", choice->label.fr}};
  // Mustache cannot compare: `forme.citation` is true for that one.
  for (const Choice& each : field.choices) {
    std::string key(each.name);
    std::replace(key.begin(), key.end(), '-', '_');
    out[key] = each.name == name;
  }
  return out;
}

Json one_context(const Site& site, const Value& value, const Field& field) {
  switch (field.type) {
    case Type::boolean:
      return flag_of(&value);
    case Type::integer:
    case Type::year:
      return std::to_string(integer_of(&value).value_or(0));
    case Type::number:
      return format_number(std::get<Decimal>(value.data));
    case Type::date:
      return date_context(date_of(&value));
    case Type::choice:
      return choice_context(field, text_of(&value));
    case Type::media:
      return media_address(site, text_of(&value));
    case Type::object:
      return object_context(site, object_of(&value), field.fields);
    default:
      return field.type == Type::text && !field.proper_name ? set_or_null(site, text_of(&value))
                                                            : text_or_null(text_of(&value));
  }
}

Json value_context(const Site& site, const Value* value, const Field& field) {
  if (value == nullptr || !value->present()) return nullptr;
  if (!field.many) return one_context(site, *value, field);
  Json items = Json::array();
  for (const Value& item : list_of(value)) items.push_back(one_context(site, item, field));
  return list_context(std::move(items));
}

Json images_context(const Site& site, const ImageSet& images) {
  const Derivative& fallback = images.fallback();
  return {{"adresse", site.base.link("/" + fallback.path)},
          {"jpeg", source_set(images, Encoding::jpeg, site.base)},
          {"webp", source_set(images, Encoding::webp, site.base)},
          {"tailles", site.look.image_sizes},
          {"largeur", std::to_string(fallback.rendition.width)},
          {"hauteur", std::to_string(fallback.rendition.height)}};
}

Json picture_context(const Site& site, const std::optional<Picture>& picture) {
  if (!picture) return nullptr;
  const auto crop = [&](const std::optional<ImageSet>& images) {
    return images ? images_context(site, *images) : Json();
  };
  Json out = images_context(site, picture->whole);
  out["alt"] = picture->alternative;
  out["legende"] = set_or_null(site, picture->caption);
  out["credit"] = text_or_null(picture->credit);
  out["carre"] = crop(picture->square);
  out["portrait"] = crop(picture->portrait);
  return out;
}

Json optional_link(const Site& site, const std::optional<Link>& link) {
  return link ? link_context(site, *link) : Json();
}

Json links_context(const Site& site, const std::vector<Link>& links) {
  Json out = Json::array();
  for (const Link& link : links) {
    out.push_back(link_context(site, link));
    if (link.address.empty()) out.back()["adresse"] = nullptr;
  }
  return list_context(std::move(out));
}

Json exposed_field(const Site& site, const Entry& entry, std::string_view name) {
  const Kind& kind = *entry.record->kind;
  const int index = field_index(kind, name);
  if (index < 0) return nullptr;
  return value_context(site, field(*entry.record, name),
                       kind.fields[static_cast<std::size_t>(index)]);
}

Json colour_context(const Site& site, const std::string& colour) {
  if (colour.empty()) return nullptr;
  const auto shape = site.look.shapes.find(colour);
  const bool shaped = shape != site.look.shapes.end() && !shape->second.empty();
  return {{"nom", colour}, {"forme", shaped ? Json(shape->second) : Json()}};
}

Json programme_context(const Site& site, const std::optional<Programme>& programme) {
  if (!programme) return nullptr;
  Json out = link_context(site, *programme);
  out["sigle"] = text_or_null(programme->acronym);
  out["couleur"] = colour_context(site, programme->colour);
  return out;
}

// What every kind shows the same way, and what a consent decides.
void add_shared(Json& out, const Site& site, const Entry& entry) {
  out["genre"] = {{"valeur", entry.record->kind->name}, {"nom", entry.record->kind->noun.fr}};
  out["adresse"] = site.base.link(entry.address);
  out["titre"] = site.typography.set_plain(entry.title);
  out["resume"] = set_or_null(site, entry.summary);
  out["chapo"] = set_or_null(site, text_of(field(*entry.record, "resume")));
  out["date"] = date_context(entry.date);
  out["auteur"] = text_or_null(entry.decision->name);
  out["fonction"] = set_or_null(site, entry.decision->role);
  out["dispositif"] = programme_context(site, entry.programme);
  out["couleur"] = colour_context(site, std::string(text_of(field(*entry.record, "couleur"))));
  out["territoire"] = optional_link(site, entry.territory);
  out["photo"] = picture_context(site, entry.picture);
}

}  // namespace

Json object_context(const Site& site, const Object& object, std::span<const Field> fields) {
  Json out = Json::object();
  for (const Field& field : fields) {
    if (field.exposure != Exposure::page) continue;
    out[std::string(field.name)] = value_context(site, find(object, field.name), field);
  }
  return out;
}

Json link_context(const Site& site, const Link& link) {
  return {{"titre", site.typography.set_plain(link.title)},
          {"adresse", site.base.link(encode_path(link.address))}};
}

Json date_context(std::optional<Date> date) {
  if (!date) return nullptr;
  return {{"iso", format_iso(*date)}, {"texte", format_long(*date)}};
}

Json list_context(Json items) {
  if (items.empty()) return nullptr;
  const std::string count = std::to_string(items.size());
  return {{"liste", std::move(items)}, {"nombre", count}};
}

Json record_context(const Site& site, const Entry& entry) {
  Json out = Json::object();
  for (const Field& field : entry.record->kind->fields) {
    const bool figures = field.type == Type::figures || field.type == Type::partition;
    if (field.exposure != Exposure::page || figures) continue;
    out[std::string(field.name)] = exposed_field(site, entry, field.name);
  }
  add_shared(out, site, entry);
  out["themes"] = links_context(site, entry.themes);
  out["partenaires"] = links_context(site, entry.partners);
  out["corps"] = text_or_null(entry.body.body.html);
  return out;
}

Json card_context(const Site& site, const Entry& entry) {
  Json out = Json::object();
  add_shared(out, site, entry);
  for (const std::string_view name : {"structure", "statut", "forme", "accroche", "sigle"}) {
    out[std::string(name)] = exposed_field(site, entry, name);
  }
  return out;
}

}  // namespace pes
