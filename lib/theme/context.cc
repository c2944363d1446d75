#include "theme/context.h"

#include <fmt/format.h>

#include <algorithm>

#include "site/lists.h"
#include "text/markup.h"
#include "theme/figure_context.h"
#include "theme/record_context.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

Json section_context(const Site& site, const Section& section) {
  Json links = Json::array();
  for (const Link& link : section.links) links.push_back(link_context(site, link));
  Json out = link_context(site, section.link);
  if (section.link.address.empty()) out["adresse"] = nullptr;
  out["liens"] = std::move(links);
  return out;
}

Json group_context(const Site& site, const Group& group, std::span<const std::string> cards) {
  Json shown = Json::array();
  for (const EntryId id : group.shown) shown.push_back(cards[id]);
  return {{"titre", group.title},
          {"adresse", group.address.empty() ? Json() : Json(site.base.link(group.address))},
          {"total", format_number(whole(static_cast<std::int64_t>(group.total)))},
          {"vide", group.total == 0},
          {"cartes", std::move(shown)}};
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

Json head_context(const Site& site, const Page& page) {
  Json crumbs = Json::array();
  for (const Link& crumb : page.breadcrumb) crumbs.push_back(link_context(site, crumb));
  return {{"titre", page.title},
          {"titre_complet", full_title(site, page)},
          {"description", page.description},
          {"adresse", site.base.link(encode_path(page.address))},
          {"adresse_absolue", site.base.absolute(encode_path(page.address))},
          {"accueil", page.address == "/"},
          {"indexee", page.indexed},
          {"date", date_context(page.modified)},
          {"fil", list_context(std::move(crumbs))}};
}

Json legal_context(const Object& notice) {
  if (notice.empty()) return nullptr;
  const Kind& settings = kind_named("site");
  const auto index = static_cast<std::size_t>(field_index(settings, "mentions_legales"));
  Json out = Json::object();
  for (const Field& field : settings.fields[index].fields) {
    const std::string_view text = text_of(find(notice, field.name));
    out[std::string(field.name)] = text.empty() ? Json() : Json(text);
  }
  return out;
}

}  // namespace

Json site_context(const Site& site) {
  const bool has_feed = std::any_of(site.entries.begin(), site.entries.end(), goes_into_feed);
  Json footer = Json::array();
  for (const Link& link : site.footer) footer.push_back(link_context(site, link));
  return {{"titre", site.title},
          {"description", site.description},
          {"organisation", site.organisation},
          {"racine", site.base.link("/")},
          {"donnees", data_files_context(site)},
          {"licence", licence_context(site)},
          {"flux", has_feed ? Json(site.base.link("/flux.xml")) : Json()},
          {"pied", list_context(std::move(footer))},
          {"mentions_legales", legal_context(site.legal_notice)}};
}

Json page_context(const Site& site, const Page& page, const Json& site_part,
                  std::span<const std::string> cards) {
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
  out["site"] = site_part;
  out["menu"] = list_context(std::move(menu));
  out["page"] = head_context(site, page);
  out["fiche"] = page.entry ? record_context(site, site.entries[*page.entry]) : Json();
  out["groupes"] = all(page.groups, [&](const Group& g) { return group_context(site, g, cards); });
  out["termes"] = all(page.terms, [&](const Term& term) {
    Json link = link_context(site, term.link);
    link["nombre"] = format_number(whole(static_cast<std::int64_t>(term.count)));
    return link;
  });
  out["sections"] = all(page.sections, [&](const Section& s) { return section_context(site, s); });
  out["chiffres"] = all(page.figures, [&](const Figure& f) { return figure_context(site, f); });
  out["jeu_de_donnees"] = page.address == "/chiffres/" ? Json(dataset_json_ld(site)) : Json();
  out["partenaires"] = all(page.partners, [](const std::string& name) { return Json(name); });
  out["liees"] = all(page.related, [&](EntryId id) { return Json(cards[id]); });
  out["voisines"] = neighbours_context(site, page);
  out["pagination"] = pagination_context(site, page.pagination);
  out["redirection"] = page.redirect.empty() ? Json() : Json(site.base.link(page.redirect));
  return out;
}

}  // namespace pes
