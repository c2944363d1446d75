#include "site/site_check.h"

#include <map>

#include "site/links.h"

namespace pes {

void drop_hidden_menu_items(const LinkBook& book, Site& site, Diagnostics& out) {
  std::erase_if(site.menu, [&](const MenuItem& item) {
    const Reason reason = book.reason_at(item.link.address);
    if (reason != Reason::none) out.add(Rule::link_to_hidden, item.span, {reason_text(reason)});
    return reason != Reason::none;
  });
}

void check_site_links(const Site& site, Diagnostics& out) {
  std::map<std::string, std::vector<std::string>> anchors;
  for (const Page& page : site.pages) {
    anchors[page.address] =
        page.entry ? site.entries[*page.entry].body.body.anchors : std::vector<std::string>{};
  }
  std::vector<LinkUse> links;
  for (const Entry& entry : site.entries) {
    links.insert(links.end(), entry.body.links.begin(), entry.body.links.end());
  }
  for (const MenuItem& item : site.menu) links.push_back({item.link.address, "", item.span});
  check_links(links, anchors, out);
}

PathOwners::const_iterator find_clash(const PathOwners& owners, const std::string& file) {
  if (const auto same = owners.find(file); same != owners.end()) return same;
  const auto below = owners.lower_bound(file + "/");
  if (below != owners.end() && below->first.starts_with(file + "/")) return below;
  for (std::size_t slash = file.find('/'); slash != std::string::npos;
       slash = file.find('/', slash + 1)) {
    const auto above = owners.find(file.substr(0, slash));
    if (above != owners.end()) return above;
  }
  return owners.end();
}

PathOwners owners_of_paths(const Site& site, const std::vector<std::string>& other_files) {
  PathOwners owners;
  for (const std::string& file : other_files) owners.emplace(file, file);
  for (const Page& page : site.pages) {
    if (page.redirect.empty()) owners.emplace(file_of_address(page.address), page.title);
  }
  return owners;
}

void check_redirects(const Site& site, const std::vector<std::string>& other_files,
                     Diagnostics& out) {
  const PathOwners owners = owners_of_paths(site, other_files);
  for (const Entry& entry : site.entries) {
    for (const Value& old : list_of(field(*entry.record, "anciennes_adresses"))) {
      const auto found = find_clash(owners, file_of_address(text_of(&old)));
      if (found != owners.end()) {
        out.add(Rule::same_address, old.span, {text_of(&old), found->second});
      }
    }
  }
}

}  // namespace pes
