#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "records/record.h"
#include "run/workers.h"

namespace pes {

/// What is limited of a page.
enum class Measure : std::uint8_t { elements, requests, html, weight };
inline constexpr auto all_measures =
    std::to_array({Measure::elements, Measure::requests, Measure::html, Measure::weight});

/// What a page asks of its readers.
///
/// Units: bytes as sent: texts compressed by gzip, pictures and fonts as they are.
struct PageLoad {
  bool record = false;
  std::size_t elements = 0;
  std::size_t requests = 1;   ///< With the page itself.
  std::size_t html = 0;       ///< Not compressed.
  std::size_t resources = 0;  ///< All files beside the page, those that come later included.
  bool tables = false;        ///< Says in a table what each of its charts shows: any number of
                              ///< elements.
};

/// The limits of site.yml. A record's page shows one record and no list; any other is a list.
///
/// Units: bytes; site.yml says kB, which are 1,000 bytes.
struct Budgets {
  std::size_t record_elements = 300;
  std::size_t list_elements = 370;
  std::size_t requests = 6;
  std::size_t html = 15'000;  ///< Compressed by gzip.
  std::size_t record_weight = 150'000;
  std::size_t list_weight = 250'000;

  [[nodiscard]] std::size_t limit(Measure measure, const PageLoad& page) const;
};

/// The block `budgets` of site.yml; what it does not say is as above.
Budgets read_budgets(const Record& site);

/// One page by one measure.
struct Weighing {
  std::size_t page = 0;  ///< Index of the PageLoad.
  Measure measure = Measure::elements;
  std::size_t value = 0;
  std::size_t limit = 0;
};

/// Weighs pages. Compressing costs more than reading, so it is done for a page only where its size
/// as it is does not answer the question.
class Scales {
 public:
  /// Shape: `html_of` gives the HTML of a page, to any worker.
  Scales(std::span<const PageLoad> pages, std::function<std::string(std::size_t)> html_of,
         const Budgets& budgets, const Workers& workers);

  /// Every page that is over a limit, by page, then by measure.
  std::vector<Weighing> overweight();

  /// For each measure, the page nearest to its limit or farthest over it; of equals the first.
  ///
  /// Shape: nothing for a site without pages. For `html` and `weight`, exact unless more than 16
  ///        pages could be it by their size before compression; then the worst of those 16.
  std::vector<Weighing> worst();

 private:
  void compress_if_too_large(std::size_t page);
  std::size_t compressed(std::size_t page);
  std::size_t exact(std::size_t page, Measure measure);
  [[nodiscard]] std::size_t at_most(std::size_t page, Measure measure) const;
  [[nodiscard]] std::size_t limit(std::size_t page, Measure measure) const;
  Weighing worst_by(Measure measure);

  std::span<const PageLoad> pages_;
  std::function<std::string(std::size_t)> html_of_;
  Budgets budgets_;
  Workers workers_;
  std::vector<std::optional<std::size_t>> compressed_;  // of those that may be too large at least
};

}  // namespace pes
