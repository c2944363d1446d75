#include "theme/context.h"

#include <fmt/format.h>

#include <algorithm>

#include "site/lists.h"
#include "site/security.h"
#include "text/markup.h"
#include "theme/figure_context.h"
#include "theme/json_ld.h"
#include "theme/record_context.h"

namespace pes {

namespace {

// There, the state of conformity is told whatever the text says.
constexpr std::string_view accessibility_address = "/accessibilite/";

using Json = nlohmann::json;

std::string count_text(std::size_t count) {
  return format_number(whole(static_cast<std::int64_t>(count)));
}

Json term_context(const Site& site, const Page& page, const Term& term) {
  Json out = link_context(site, term.link);
  const std::string_view address = term.link.address;
  const bool here = page.address == address;
  const bool further = !here && page.pagination.number > 1 && page.address.starts_with(address) &&
                       page.address.substr(address.size()).starts_with("page/");
  out["nombre"] = term.count == 0 ? Json() : Json(count_text(term.count));
  out["plusieurs"] = term.count > 1;
  out["fiche"] = term.entry ? card_context(site, site.entries[*term.entry]) : Json();
  out["ici"] = here;
  out["section"] = further;
  return out;
}

Json section_context(const Site& site, const Page& page, const Section& section) {
  Json terms = Json::array();
  for (const Term& term : section.terms) terms.push_back(term_context(site, page, term));
  Json out = link_context(site, section.link);
  if (section.link.address.empty()) out["adresse"] = nullptr;
  out["termes"] = std::move(terms);
  out["total"] = count_text(section.total);
  out["abrege"] = section.terms.size() < section.total;
  return out;
}

Json group_context(const Site& site, const Group& group, std::span<const std::string> cards) {
  Json shown = Json::array();
  for (const EntryId id : group.shown) shown.push_back(cards[id]);
  return {{"titre", site.typography.set_plain(group.title)},
          {"adresse", group.address.empty() ? Json() : Json(site.base.link(group.address))},
          {"total", count_text(group.total)},
          {"plusieurs", group.total > 1},
          {"vide", group.total == 0},
          {"dispositif",
           group.programme ? record_context(site, site.entries[*group.programme]) : Json()},
          {"cartes", std::move(shown)}};
}

Json filter_context(const Filter& filter) {
  Json options = Json::array();
  for (const FilterOption& option : filter.options) {
    options.push_back({{"valeur", option.value}, {"titre", option.title}});
  }
  return {{"nom", filter.name},
          {"titre", filter.title},
          {"tous", filter.all},
          {"choix", list_context(std::move(options))}};
}

Json pagination_context(const Site& site, const Pagination& pagination) {
  if (pagination.count < 2) return nullptr;
  const auto link = [&](const std::string& address) {
    return address.empty() ? Json() : Json(site.base.link(address));
  };
  return {{"numero", std::to_string(pagination.number)},
          {"nombre", std::to_string(pagination.count)},
          {"precedente", link(pagination.previous)},
          {"suivante", link(pagination.next)}};
}

Json neighbour_context(const Site& site, const std::optional<EntryId>& id) {
  if (!id) return nullptr;
  return link_context(site, {site.entries[*id].title, site.entries[*id].address});
}

Json neighbours_context(const Site& site, const Page& page) {
  if (!page.previous && !page.next) return nullptr;
  return {{"precedente", neighbour_context(site, page.previous)},
          {"suivante", neighbour_context(site, page.next)}};
}

// « Page – Section – Site »
std::string full_title(const Site& site, const Page& page) {
  if (page.address == "/") return site.title;
  std::string title = page.title;
  if (page.breadcrumb.size() > 1) title += " – " + page.breadcrumb[1].title;
  return title + " – " + site.title;
}

Json preview_context(const Site& site, const Page& page) {
  if (!page.entry || !site.entries[*page.entry].preview) return nullptr;
  const std::string path = preview_path(*site.entries[*page.entry].preview);
  return {{"adresse", site.base.absolute("/" + path)},
          {"largeur", std::to_string(preview_width)},
          {"hauteur", std::to_string(preview_height)}};
}

Json head_context(const Site& site, const Page& page) {
  Json crumbs = Json::array();
  for (const Link& crumb : page.breadcrumb) crumbs.push_back(link_context(site, crumb));
  const Typography& typography = site.typography;
  return {{"titre", typography.set_plain(page.title)},
          {"titre_complet", typography.set_plain(full_title(site, page))},
          {"description", typography.set_plain(page.description)},
          {"adresse", site.base.link(encode_path(page.address))},
          {"adresse_absolue", site.base.absolute(encode_path(page.address))},
          {"accueil", page.address == "/"},
          {"accessibilite", page.address == accessibility_address},
          {"indexee", page.indexed},
          {"date", date_context(page.modified)},
          {"apercu", preview_context(site, page)},
          {"donnees_liees", page.indexed ? Json(json_ld(site, page)) : Json()},
          {"flux", page.feed.empty() ? Json() : Json(site.base.link(encode_path(page.feed)))},
          {"csp", content_security_policy()},
          {"fil", list_context(std::move(crumbs))}};
}

// A block of site.yml, or null where it is not written.
Json settings_context(const Site& site, const Object& block, std::string_view name) {
  if (block.empty()) return nullptr;
  const Kind& settings = kind_named("site");
  const auto index = static_cast<std::size_t>(field_index(settings, name));
  return object_context(site, block, settings.fields[index].fields);
}

Json address_or_null(const Site& site, const std::string& path) {
  return path.empty() ? Json() : Json(site.base.link("/" + path));
}

Json texts_context(const Look& look) {
  const Kind& theme = theme_settings();
  const auto index = static_cast<std::size_t>(field_index(theme, "textes"));
  Json out = Json::object();
  for (const Field& field : theme.fields[index].fields) {
    const auto text = look.texts.find(std::string(field.name));
    out[std::string(field.name)] = text == look.texts.end() ? Json() : Json(text->second);
  }
  return out;
}

Json site_context(const Site& site) {
  const bool has_feed = std::any_of(site.entries.begin(), site.entries.end(), goes_into_feed);
  Json footer = Json::array();
  for (const Link& link : site.footer) footer.push_back(link_context(site, link));
  return {{"titre", site.typography.set_plain(site.title)},
          {"description", site.typography.set_plain(site.description)},
          {"organisation", site.organisation},
          {"racine", site.base.link("/")},
          {"style", address_or_null(site, site.look.stylesheet)},
          {"textes", texts_context(site.look)},
          {"donnees", data_files_context(site)},
          {"licence", licence_context(site)},
          {"flux", has_feed ? Json(site.base.link("/flux.xml")) : Json()},
          {"pied", list_context(std::move(footer))},
          {"audit_accessibilite",
           settings_context(site, site.accessibility_audit, "audit_accessibilite")},
          {"mentions_legales", settings_context(site, site.legal_notice, "mentions_legales")}};
}

}  // namespace

Json shared_context(const Site& site) { return {{"site", site_context(site)}}; }

Json page_context(const Site& site, const Page& page, std::span<const std::string> cards) {
  const auto all = [&](const auto& items, auto convert) {
    Json out = Json::array();
    for (const auto& item : items) out.push_back(convert(item));
    return list_context(std::move(out));
  };
  Json menu = Json::array();
  for (const MenuItem& item : site.menu) {
    Json link = link_context(site, item.link);
    link["ici"] = item.link.address == page.address;
    link["section"] = item.link.address == page.section && item.link.address != page.address;
    menu.push_back(std::move(link));
  }
  Json out;
  out["menu"] = list_context(std::move(menu));
  out["page"] = head_context(site, page);
  out["fiche"] = page.entry ? record_context(site, site.entries[*page.entry]) : Json();
  out["groupes"] = all(page.groups, [&](const Group& g) { return group_context(site, g, cards); });
  const auto section = [&](const Section& s) { return section_context(site, page, s); };
  const auto card = [&](EntryId id) { return Json(cards[id]); };
  out["termes"] = all(page.terms, [&](const Term& term) { return term_context(site, page, term); });
  out["sections"] = all(page.sections, section);
  out["filtres"] = all(page.filters, section);
  out["recentes"] = all(page.latest, card);
  out["criteres"] = all(page.criteria, filter_context);
  out["chiffres"] = all(page.figures, [&](const Figure& f) { return figure_context(site, f); });
  out["partenaires"] =
      all(page.partners, [&](const Link& link) { return link_context(site, link); });
  out["liees"] = all(page.related, card);
  out["voisines"] = neighbours_context(site, page);
  out["pagination"] = pagination_context(site, page.pagination);
  out["redirection"] = page.redirect.empty() ? Json() : Json(site.base.link(page.redirect));
  return out;
}

}  // namespace pes
