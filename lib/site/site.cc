#include "site/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "site/figures.h"
#include "site/lists.h"
#include "site/narrowing.h"
#include "site/navigation.h"
#include "site/previews.h"
#include "site/relations.h"
#include "site/search_filters.h"

namespace pes {

namespace {

// Cards on the home page: at most so many of a programme, and so many in all.
constexpr std::size_t most_of_programme = 6;
constexpr std::size_t most_on_home = 18;
constexpr std::size_t latest_on_home = 3;

// Lays out the pages one family at a time.
class Planner {
 public:
  Planner(const SiteInput& input, const Collator& collator, Site& site)
      : input_(input),
        collator_(collator),
        site_(site),
        figures_(input.figures, input.records, site.entries),
        narrowings_(site.entries),
        partners_(gather_by_partner(site.entries, collator)) {}

  void plan() {
    related_ = find_related(site_.entries);
    for (const Kind& kind : all_kinds()) {
      if (!kind.folder.empty()) add_kind(kind);
    }
    add_crossings();
    add_terms(Dimension::territory, {"Territoires", "/territoires/"},
              gather_by_territory(site_.entries, collator_));
    add_terms(Dimension::theme, {"Thèmes", "/themes/"}, gather_by_theme(site_.entries, collator_));
    add_terms(Dimension::year, {"Années", "/annees/"},
              gather_by_year(site_.entries, figures_.years()));
    add_terms(std::nullopt, {"Partenaires", "/partenaires/"}, partners_);
    add_home();
    add_figures();
    add_method();
    add_search();
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

  void add_list(Page list, const std::vector<EntryId>& ids) {
    if (!list.modified) list.modified = newest_date(site_.entries, ids);
    for (Page& page : paginate(list, ids, input_.page_size)) site_.pages.push_back(std::move(page));
  }

  void add_home() {
    Page page = start("/", "accueil", site_.title);
    page.figures = figures_.totals();
    for (const EntryId id : entries_of_role(site_.entries, Role::home)) {
      page.entry = id;
      page.title = site_.entries[id].title;
    }
    const std::vector<EntryId> programmes = entries_of_role(site_.entries, Role::programme);
    const std::size_t share = std::clamp<std::size_t>(
        most_on_home / std::max<std::size_t>(1, programmes.size()), 1, most_of_programme);
    for (const EntryId id : programmes) {
      const Entry& programme = site_.entries[id];
      std::vector<EntryId> own = narrowings_.entries({&programme, nullptr});
      Group group{programme.title, programme.address, {}, own.size(), id};
      own.resize(std::min(own.size(), share));
      group.shown = std::move(own);
      page.groups.push_back(std::move(group));
    }
    page.latest = latest();
    page.sections = entry_points(site_);
    page.modified = newest_date(site_.entries, page.latest);
    site_.pages.push_back(std::move(page));
  }

  [[nodiscard]] std::vector<EntryId> latest() const {
    std::vector<EntryId> ids;
    for (EntryId i = 0; i < site_.entries.size(); ++i) {
      if (is_achievement(site_.entries[i]) && site_.entries[i].date) ids.push_back(i);
    }
    std::stable_sort(ids.begin(), ids.end(), [&](EntryId a, EntryId b) {
      return *site_.entries[a].date > *site_.entries[b].date;
    });
    ids.resize(std::min(ids.size(), latest_on_home));
    return ids;
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
      list.filters = narrowings_.filters({nullptr, &kind});
      add_list(list, ids);
    }
    std::vector<Page> pages(ids.size());
    input_.workers.for_each(ids.size(), [&](std::size_t i) {
      pages[i] = record_page(kind, ids[i], section);
      if (!is_achievement(site_.entries[ids[i]])) return;
      if (i > 0) pages[i].previous = ids[i - 1];
      if (i + 1 < ids.size()) pages[i].next = ids[i + 1];
    });
    for (std::size_t i = 0; i < ids.size(); ++i) {
      Page& page = pages[i];
      if (kind.role == Role::programme) {
        complete_programme(page, site_.entries[ids[i]]);
        add_list(page, narrowings_.entries({&site_.entries[ids[i]], nullptr}));
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
      index.terms.push_back({{programme.title, programme.address},
                             narrowings_.entries({&programme, nullptr}).size(),
                             id});
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
    page.filters = narrowings_.filters({&programme, nullptr});
    const std::vector<EntryId> own = narrowings_.entries({&programme, nullptr});
    const bool told = std::any_of(own.begin(), own.end(),
                                  [&](EntryId id) { return goes_into_feed(site_.entries[id]); });
    if (told) page.feed = programme.address + "flux.xml";
    std::set<std::string> addresses;
    for (const EntryId id : own) {
      for (const Link& partner : site_.entries[id].partners) addresses.insert(partner.address);
    }
    for (const Gathering& partner : partners_) {
      if (addresses.contains(partner.link.address)) page.partners.push_back(partner.link);
    }
  }

  // What belongs to one programme and is of one kind.
  void add_crossings() {
    for (const Narrowing& narrowing : narrowings_.crossings()) {
      const std::string kind(narrowing.kind->title.fr);
      Page list = start(address_of(narrowing), "liste",
                        fmt::format("{} : {}", narrowing.programme->title, kind));
      list.section = section_address(*narrowing.programme->record->kind);
      list.breadcrumb = {home(),
                         {std::string(narrowing.programme->record->kind->title.fr), list.section},
                         {narrowing.programme->title, narrowing.programme->address}};
      list.filters = narrowings_.filters(narrowing);
      add_list(list, narrowings_.entries(narrowing));
    }
  }

  void add_terms(std::optional<Dimension> dimension, const Link& section,
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
      if (dimension) list.figures = figures_.parts(*dimension, last_part(gathering.link.address));
      add_list(list, gathering.entries);
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

  void add_search() {
    Page page = start("/recherche/", "recherche", "Recherche");
    page.section = page.address;
    page.breadcrumb = {home()};
    page.criteria = search_filters(site_.entries);
    page.indexed = false;
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
  NarrowingBook narrowings_;
  std::vector<Gathering> partners_;
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
  site.look = input.look;
  site.typography = std::move(input.typography);
  site.legal_notice = object_of(field(settings, "mentions_legales"));
  site.accessibility_audit = object_of(field(settings, "audit_accessibilite"));
  if (const Value* value = field(settings, "licence")) {
    const Object& licence = object_of(value);
    site.licence = {std::string(text_of(find(licence, "nom"))),
                    std::string(text_of(find(licence, "titre"))),
                    std::string(text_of(find(licence, "adresse")))};
  }
  site.figures.assign(input.figures.begin(), input.figures.end());
  site.entries = std::move(input.entries);
  plan_previews(site);
  Planner(input, collator, site).plan();
  site.menu = main_menu(settings, site);
  site.footer = footer_links(site);
  return site;
}

}  // namespace pes
