#include "site/site.h"

#include <algorithm>

#include "site/figures.h"
#include "site/lists.h"
#include "site/navigation.h"
#include "site/relations.h"

namespace pes {

namespace {

constexpr std::size_t shown_on_home = 6;

// Lays out the pages one family at a time.
class Planner {
 public:
  Planner(const SiteInput& input, const Collator& collator, Site& site)
      : input_(input),
        collator_(collator),
        site_(site),
        figures_(input.figures, input.records, site.entries) {}

  void plan() {
    related_ = find_related(site_.entries);
    add_home();
    for (const Kind& kind : all_kinds()) {
      if (!kind.folder.empty()) add_kind(kind);
    }
    add_terms(Dimension::territory, {"Territoires", "/territoires/"},
              gather_by_territory(site_.entries, collator_));
    add_terms(Dimension::theme, {"Thèmes", "/themes/"}, gather_by_theme(site_.entries, collator_));
    add_terms(Dimension::year, {"Années", "/annees/"},
              gather_by_year(site_.entries, figures_.years()));
    add_figures();
    add_method();
    add_not_found();
    add_redirects();
    add_site_map();
    const auto by_address = [](const Page& a, const Page& b) { return a.address < b.address; };
    std::sort(site_.pages.begin(), site_.pages.end(), by_address);
  }

 private:
  [[nodiscard]] Page start(std::string address, std::string layout, std::string title) const {
    Page page;
    page.address = std::move(address);
    page.layout = std::move(layout);
    page.title = std::move(title);
    page.description = site_.description;
    return page;
  }

  [[nodiscard]] static Link home() { return {"Accueil", "/"}; }

  void add_all(std::vector<Page> pages) {
    std::move(pages.begin(), pages.end(), std::back_inserter(site_.pages));
  }

  [[nodiscard]] std::vector<EntryId> of_programme(const Entry& programme) const {
    std::vector<EntryId> out;
    for (EntryId i = 0; i < site_.entries.size(); ++i) {
      const Entry& entry = site_.entries[i];
      const bool own = entry.programme && entry.programme->address == programme.address;
      if (own && is_achievement(entry)) out.push_back(i);
    }
    return out;
  }

  void add_home() {
    Page page = start("/", "accueil", site_.title);
    page.figures = figures_.totals();
    for (const EntryId id : entries_of_role(site_.entries, Role::home)) {
      page.entry = id;
      page.title = site_.entries[id].title;
    }
    for (const EntryId id : entries_of_role(site_.entries, Role::programme)) {
      const Entry& programme = site_.entries[id];
      Group group{programme.title, programme.address, of_programme(programme), 0};
      group.total = group.shown.size();
      group.shown.resize(std::min(group.shown.size(), shown_on_home));
      page.groups.push_back(std::move(group));
    }
    site_.pages.push_back(std::move(page));
  }

  void add_kind(const Kind& kind) {
    const std::vector<EntryId> ids = entries_of_kind(site_.entries, kind);
    const std::string section = section_address(kind);
    if (kind.role == Role::programme) {
      add_programme_index(kind, ids);
    } else if (kind.role != Role::page) {
      Page list = start(section, "liste", std::string(kind.title.fr));
      list.section = section;
      list.breadcrumb = {home()};
      add_all(paginate(list, ids, input_.page_size));
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
      Page page = record_page(kind, ids[i], section);
      if (is_achievement(site_.entries[ids[i]])) {
        if (i > 0) page.previous = ids[i - 1];
        if (i + 1 < ids.size()) page.next = ids[i + 1];
      }
      if (kind.role == Role::programme) {
        complete_programme(page, site_.entries[ids[i]]);
        add_all(paginate(page, of_programme(site_.entries[ids[i]]), input_.page_size));
      } else {
        site_.pages.push_back(std::move(page));
      }
    }
  }

  void add_programme_index(const Kind& kind, const std::vector<EntryId>& ids) {
    Page index = start("/dispositifs/", "index", std::string(kind.title.fr));
    index.section = index.address;
    index.breadcrumb = {home()};
    for (const EntryId id : ids) {
      const Entry& programme = site_.entries[id];
      index.terms.push_back({{programme.title, programme.address}, of_programme(programme).size()});
    }
    site_.pages.push_back(std::move(index));
  }

  [[nodiscard]] Page record_page(const Kind& kind, EntryId id, const std::string& section) const {
    const Entry& entry = site_.entries[id];
    Page page = start(entry.address, std::string(kind.name), entry.title);
    if (!entry.summary.empty()) page.description = entry.summary;
    page.section = section.empty() ? entry.address : section;
    page.entry = id;
    page.breadcrumb = {home()};
    if (kind.role != Role::page) page.breadcrumb.push_back({std::string(kind.title.fr), section});
    page.related = related_[id];
    page.modified = entry.date;
    page.figures = figures_.of_record(*entry.record);
    return page;
  }

  void complete_programme(Page& page, const Entry& programme) const {
    page.figures = figures_.parts(Dimension::programme, programme.record->slug);
    page.partners = partners_of(of_programme(programme));
  }

  [[nodiscard]] std::vector<std::string> partners_of(const std::vector<EntryId>& ids) const {
    std::vector<std::pair<std::string, std::string>> keyed;
    for (const EntryId id : ids) {
      for (const Value& partner : list_of(field(*site_.entries[id].record, "partenaires"))) {
        keyed.emplace_back(collator_.key(text_of(&partner)), text_of(&partner));
      }
    }
    std::sort(keyed.begin(), keyed.end());
    keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());
    std::vector<std::string> partners;
    for (auto& [key, name] : keyed) partners.push_back(std::move(name));
    return partners;
  }

  void add_terms(Dimension dimension, const Link& section,
                 const std::vector<Gathering>& gatherings) {
    if (gatherings.empty()) return;
    Page index = start(section.address, "index", section.title);
    index.section = index.address;
    index.breadcrumb = {home()};
    for (const Gathering& gathering : gatherings) {
      index.terms.push_back({gathering.link, gathering.entries.size()});
      Page list = start(gathering.link.address, "liste", gathering.link.title);
      list.section = index.address;
      list.breadcrumb = {home(), section};
      list.figures = figures_.parts(dimension, last_part(gathering.link.address));
      add_all(paginate(list, gathering.entries, input_.page_size));
    }
    site_.pages.push_back(std::move(index));
  }

  void add_figures() {
    Page page = start("/chiffres/", "chiffres", "Chiffres");
    page.section = page.address;
    page.breadcrumb = {home()};
    page.figures = figures_.explained();
    site_.pages.push_back(std::move(page));
  }

  void add_method() {
    Page page = start("/chiffres/methode/", "methode", "Comment nous comptons");
    page.section = "/chiffres/";
    page.breadcrumb = {home(), {"Chiffres", "/chiffres/"}};
    page.figures = figures_.totals();
    site_.pages.push_back(std::move(page));
  }

  void add_not_found() {
    Page page = start("/404.html", "404", "Page introuvable");
    page.breadcrumb = {home()};
    page.indexed = false;
    site_.pages.push_back(std::move(page));
  }

  void add_redirects() {
    for (const Entry& entry : site_.entries) {
      for (const Value& old : list_of(field(*entry.record, "anciennes_adresses"))) {
        Page page = start(std::string(text_of(&old)), "redirection", entry.title);
        page.redirect = entry.address;
        page.indexed = false;
        site_.pages.push_back(std::move(page));
      }
    }
  }

  void add_site_map() {
    Page page = start("/plan-du-site/", "plan", "Plan du site");
    page.breadcrumb = {home()};
    page.sections = site_map(site_);
    site_.pages.push_back(std::move(page));
  }

  // "dijon" of "/territoires/dijon/".
  static std::string last_part(const std::string& address) {
    const std::size_t slash = address.rfind('/', address.size() - 2);
    return address.substr(slash + 1, address.size() - slash - 2);
  }

  const SiteInput& input_;
  const Collator& collator_;
  Site& site_;
  FigureBook figures_;
  std::vector<std::vector<EntryId>> related_;
};

}  // namespace

Site make_site(SiteInput input, const Collator& collator) {
  Site site;
  const Record& settings = *input.settings;
  site.title = text_of(field(settings, "titre"));
  site.description = text_of(field(settings, "description"));
  site.organisation = text_of(field(settings, "organisation"));
  site.base = input.base;
  site.image_sizes = input.image_sizes;
  site.legal_notice = object_of(field(settings, "mentions_legales"));
  if (const Value* value = field(settings, "licence")) {
    const Object& licence = object_of(value);
    site.licence = {std::string(text_of(find(licence, "nom"))),
                    std::string(text_of(find(licence, "titre"))),
                    std::string(text_of(find(licence, "adresse")))};
  }
  site.figures.assign(input.figures.begin(), input.figures.end());
  site.entries = std::move(input.entries);
  Planner(input, collator, site).plan();
  site.menu = main_menu(settings, site);
  site.footer = footer_links(site);
  return site;
}

}  // namespace pes
