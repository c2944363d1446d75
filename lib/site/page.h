#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "images/picture.h"
#include "images/preview.h"
#include "impact/chart.h"
#include "impact/published.h"
#include "records/record.h"
#include "site/links.h"
#include "text/date.h"
#include "text/typography.h"

namespace pes {

/// A title with the address that it leads to.
struct Link {
  std::string title;
  std::string address;  ///< Starts with `/`, without the base.
};

/// A programme as the records that belong to it show it.
struct Programme : Link {
  std::string acronym;
  std::string colour;  ///< A name of the theme's palette; empty for none.
};

/// A published record.
struct Entry {
  const Record* record = nullptr;
  const Decision* decision = nullptr;
  std::string address;
  std::string title;
  std::string summary;  ///< Plain text, at most 300 characters.
  LinkedBody body;
  std::optional<Date> date;
  std::optional<Programme> programme;
  std::optional<Link> territory;
  std::vector<Link> themes;
  std::vector<Link> partners;  ///< Without an address where the name gives none.
  std::optional<Picture> picture;
  std::optional<Preview> preview;  ///< Of testimonials and projects, where the theme wants them.
};

using EntryId = std::size_t;  ///< Index into Site::entries.

/// Records under a common title.
struct Group {
  std::string title;
  std::string address;  ///< Where all of them are; empty if this is where.
  std::vector<EntryId> shown;
  std::size_t total = 0;
  std::optional<EntryId> programme = std::nullopt;  ///< What the records have in common.
};

/// A programme, territory, theme, year or kind with its number of records.
struct Term {
  Link link;
  std::size_t count = 0;
  std::optional<EntryId> entry = std::nullopt;  ///< Of a programme, itself.
};

/// Terms under a common title: a section of the site map, an entry point, a choice of filters.
struct Section {
  Link link;  ///< Without an address where there is no page of all of them.
  std::vector<Term> terms;
  std::size_t total = 0;  ///< Number of terms, shown or not.
};

struct FilterOption {
  std::string value;  ///< In the address: "2024".
  std::string title;
};

/// One way of narrowing a search, as a list to choose from.
struct Filter {
  std::string name;   ///< In the address: "annee".
  std::string title;  ///< « Année »
  std::string all;    ///< « Toutes les années »
  std::vector<FilterOption> options;
};

/// Place of a page in a list that is cut into several.
struct Pagination {
  std::size_t number = 1;  ///< From 1.
  std::size_t count = 1;
  std::string previous;  ///< Address; empty on the first page.
  std::string next;      ///< Address; empty on the last page.
};

/// Something that a figure is made of.
struct Origin {
  Link link;           ///< Without an address where it has no page.
  std::string period;  ///< « année 2024 », « depuis la création »
  std::string value;   ///< As it is stated; empty where it is not told.
  std::string covers;  ///< « couvre 2 bilans et 12 fiches »; empty for nothing.
  std::string source;  ///< Where a statement has it from; empty for records.
};

/// A figure to be shown, and on the page of figures what it is made of.
struct Figure {
  PublishedFigure amount;
  std::optional<Date> as_of;
  std::vector<Origin> origins;
  std::size_t more_records = 0;  ///< Number of records behind it that are not among the origins.
  std::vector<Chart> charts;
  std::optional<std::int64_t> cohort;  ///< Of a rate: the year of those who were followed.
};

/// One page of the site: what it holds, not how it looks.
struct Page {
  std::string address;
  std::string layout;  ///< Name of a file in layouts/, without extension.
  std::string title;
  std::string description;
  std::string section;  ///< Address of the menu entry that it belongs to.
  std::optional<EntryId> entry;
  std::vector<Link> breadcrumb;  ///< From the home page to the parent.
  std::vector<Group> groups;
  std::vector<Term> terms;
  std::vector<Section> sections;
  std::vector<Section> filters;  ///< Other lists that this one can be narrowed or widened to.
  std::vector<EntryId> latest;
  std::vector<Filter> criteria;  ///< Of the search.
  std::vector<Figure> figures;
  std::vector<Link> partners;
  std::vector<EntryId> related;
  std::optional<EntryId> previous;
  std::optional<EntryId> next;
  Pagination pagination;
  std::string feed;      ///< Address of the feed of what it lists, beside that of everything.
  std::string redirect;  ///< Address to go to instead.
  std::optional<Date> modified;
  bool indexed = true;  ///< False for what search engines should leave out.
};

/// A link of the main menu.
struct MenuItem {
  Link link;
  Span span;  ///< Where site.yml asks for it.
};

/// Under which the data may be used.
struct Licence {
  std::string name;   ///< "etalab-2.0"
  std::string title;  ///< « Licence Ouverte 2.0 »
  std::string address;
};

/// What pages need to know of the theme.
struct Look {
  std::string stylesheet;   ///< Path below the output folder; empty for none.
  std::string image_sizes;  ///< The attribute `sizes` of pictures in a text.
  std::map<std::string, std::string> texts;
  std::map<std::string, std::string> shapes;  ///< By the names of colours.
  std::optional<PreviewLook> previews;        ///< Absent: no preview images are made.
  std::map<std::string, Colour> tints;        ///< In light mode, by the names of colours.
};

/// Everything that is published, and nothing else.
struct Site {
  std::string title;
  std::string description;
  std::string organisation;
  BaseUrl base;
  std::vector<MenuItem> menu;
  std::vector<Link> footer;
  Object legal_notice;
  Object accessibility_audit;  ///< Empty until there was one.
  std::vector<Entry> entries;  ///< By kind, each in the order of its list.
  std::vector<Page> pages;     ///< By address.
  std::vector<PublishedTotal> figures;
  std::optional<Licence> licence;  ///< Of the data.
  Look look;
  Typography typography;
  const Value* editing = nullptr;  ///< `redaction` of site.yml, where the editor is published.
};

}  // namespace pes
