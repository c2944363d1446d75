#include "inspect/budget.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "text/gzip.h"

namespace pes {

namespace {

constexpr std::size_t bytes_per_kilobyte = 1000;
constexpr std::size_t most_compressed = 16;

}  // namespace

std::size_t Budgets::limit(Measure measure, const PageLoad& page) const {
  switch (measure) {
    case Measure::elements:
      if (page.tables) return std::numeric_limits<std::size_t>::max();
      return page.record ? record_elements : list_elements;
    case Measure::requests:
      return requests;
    case Measure::html:
      return html;
    case Measure::weight:
      return page.record ? record_weight : list_weight;
  }
  return 0;
}

Budgets read_budgets(const Record& site) {
  const Object& block = object_of(field(site, "budgets"));
  Budgets budgets;
  const auto read = [&](std::string_view name, std::size_t unit, std::size_t& into) {
    if (const auto number = integer_of(find(block, name))) {
      into = static_cast<std::size_t>(*number) * unit;
    }
  };
  read("elements_fiche", 1, budgets.record_elements);
  read("elements_liste", 1, budgets.list_elements);
  read("requetes", 1, budgets.requests);
  read("html_ko", bytes_per_kilobyte, budgets.html);
  read("poids_fiche_ko", bytes_per_kilobyte, budgets.record_weight);
  read("poids_liste_ko", bytes_per_kilobyte, budgets.list_weight);
  return budgets;
}

Scales::Scales(std::span<const PageLoad> pages, std::function<std::string(std::size_t)> html_of,
               const Budgets& budgets, const Workers& workers)
    : pages_(pages),
      html_of_(std::move(html_of)),
      budgets_(budgets),
      workers_(workers),
      compressed_(pages.size()) {
  workers.for_each(pages.size(), [&](std::size_t page) { compress_if_too_large(page); });
}

void Scales::compress_if_too_large(std::size_t page) {
  const PageLoad& load = pages_[page];
  const auto exceeds = [&](std::size_t html) {
    return html > limit(page, Measure::html) ||
           html + load.resources > limit(page, Measure::weight);
  };
  if (!exceeds(largest_gzip_size(load.html))) return;
  const std::string html = html_of_(page);
  if (exceeds(largest_gzip_size(html))) compressed_[page] = gzip_size(html);
}

std::size_t Scales::limit(std::size_t page, Measure measure) const {
  return budgets_.limit(measure, pages_[page]);
}

std::size_t Scales::compressed(std::size_t page) {
  if (!compressed_[page]) compressed_[page] = gzip_size(html_of_(page));
  return *compressed_[page];
}

std::size_t Scales::exact(std::size_t page, Measure measure) {
  switch (measure) {
    case Measure::html:
      return compressed(page);
    case Measure::weight:
      return compressed(page) + pages_[page].resources;
    default:
      return at_most(page, measure);
  }
}

std::size_t Scales::at_most(std::size_t page, Measure measure) const {
  const PageLoad& load = pages_[page];
  switch (measure) {
    case Measure::elements:
      return load.elements;
    case Measure::requests:
      return load.requests;
    case Measure::html:
      return largest_gzip_size(load.html);
    case Measure::weight:
      return largest_gzip_size(load.html) + load.resources;
  }
  return 0;
}

std::vector<Weighing> Scales::overweight() {
  std::vector<Weighing> over;
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    for (const Measure measure : all_measures) {
      const bool of_bytes = measure == Measure::html || measure == Measure::weight;
      if (of_bytes && !compressed_[page]) continue;
      const std::size_t allowed = limit(page, measure);
      const std::size_t value = exact(page, measure);
      if (value > allowed) over.push_back({page, measure, value, allowed});
    }
  }
  return over;
}

// Pages are compared by value / limit, without dividing.
Weighing Scales::worst_by(Measure measure) {
  const auto exceeds = [&](std::size_t value, std::size_t page, const Weighing& than) {
    return value * than.limit > than.value * limit(page, measure);
  };
  std::vector<std::size_t> order(pages_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return at_most(a, measure) * limit(b, measure) > at_most(b, measure) * limit(a, measure);
  });
  Weighing worst{0, measure, 0, 1};
  order.resize(std::min(order.size(), most_compressed));
  if (measure == Measure::html || measure == Measure::weight) {
    workers_.for_each(order.size(), [&](std::size_t i) { compressed(order[i]); });
  }
  for (const std::size_t page : order) {
    if (!exceeds(at_most(page, measure), page, worst)) break;
    const std::size_t value = exact(page, measure);
    if (exceeds(value, page, worst)) worst = {page, measure, value, limit(page, measure)};
  }
  return worst;
}

std::vector<Weighing> Scales::worst() {
  std::vector<Weighing> out;
  if (pages_.empty()) return out;
  for (const Measure measure : all_measures) out.push_back(worst_by(measure));
  return out;
}

}  // namespace pes
