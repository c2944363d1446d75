#include "theme/json_ld.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "site/datasets.h"
#include "site/lists.h"
#include "text/markup.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

std::string absolute(const Site& site, const std::string& address) {
  return site.base.absolute(encode_path(address));
}

Json organisation(const Site& site) {
  return {{"@type", "NGO"}, {"name", site.organisation}, {"url", site.base.absolute("/")}};
}

Json breadcrumb(const Site& site, const Page& page) {
  Json items = Json::array();
  const auto add = [&](const std::string& name, const std::string& address) {
    items.push_back({{"@type", "ListItem"},
                     {"position", items.size() + 1},
                     {"name", name},
                     {"item", absolute(site, address)}});
  };
  for (const Link& link : page.breadcrumb) add(link.title, link.address);
  add(page.title, page.address);
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

Json dataset(const Site& site) {
  Json files = Json::array();
  for (const DataFile& file : data_files()) {
    files.push_back({{"@type", "DataDownload"},
                     {"name", file.title},
                     {"encodingFormat", file.media_type},
                     {"contentUrl", site.base.absolute(data_address(file))}});
  }
  Json out = {{"@type", "Dataset"},
              {"name", site.title},
              {"description", site.description},
              {"url", site.base.absolute("/chiffres/")},
              {"inLanguage", "fr"},
              {"isAccessibleForFree", true},
              {"creator", organisation(site)}};
  if (site.licence) out["license"] = site.licence->address;
  out["distribution"] = std::move(files);
  return out;
}

Json person(const Entry& entry) {
  Json out = {{"@type", "Person"}, {"name", entry.decision->name}};
  if (!entry.decision->role.empty()) out["jobTitle"] = entry.decision->role;
  return out;
}

Json quotation(const Site& site, const Entry& entry) {
  Json out = {{"@type", "Quotation"},
              {"url", absolute(site, entry.address)},
              {"text", entry.body.body.first_paragraph},
              {"inLanguage", "fr"}};
  if (!entry.decision->name.empty()) out["creator"] = person(entry);
  out["about"] = {{"@type", "Organization"}, {"name", text_of(field(*entry.record, "structure"))}};
  if (entry.date) out["datePublished"] = format_iso(*entry.date);
  return out;
}

Json article(const Site& site, const Entry& entry) {
  const std::string_view structure = text_of(field(*entry.record, "structure"));
  const bool project = entry.record->kind->name == "projet";
  Json about = {{"@type", project ? "Project" : "Organization"},
                {"name", project ? entry.title : std::string(structure)}};
  if (entry.territory) about["location"] = {{"@type", "Place"}, {"name", entry.territory->title}};
  Json out = {{"@type", "Article"},           {"headline", entry.title},
              {"description", entry.summary}, {"url", absolute(site, entry.address)},
              {"inLanguage", "fr"},           {"author", organisation(site)},
              {"about", std::move(about)}};
  if (entry.date) out["datePublished"] = format_iso(*entry.date);
  if (entry.preview) out["image"] = site.base.absolute("/" + preview_path(*entry.preview));
  return out;
}

// A script element ends at the first `</`, wherever it stands.
std::string safe_in_script(std::string text) {
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
    text.replace(at, 1, "\\u003c");
  }
  return text;
}

}  // namespace

std::string json_ld(const Site& site, const Page& page) {
  Json graph = Json::array();
  if (!page.breadcrumb.empty()) graph.push_back(breadcrumb(site, page));
  if (page.address == "/") {
    graph.push_back(organisation(site));
    graph.back()["description"] = site.description;
  }
  if (page.address == "/chiffres/") graph.push_back(dataset(site));
  if (page.entry && is_achievement(site.entries[*page.entry])) {
    const Entry& entry = site.entries[*page.entry];
    const bool own_words = text_of(field(*entry.record, "forme")) == "citation";
    graph.push_back(own_words ? quotation(site, entry) : article(site, entry));
  }
  return safe_in_script(
      Json{{"@context", "https://schema.org"}, {"@graph", std::move(graph)}}.dump());
}

}  // namespace pes
