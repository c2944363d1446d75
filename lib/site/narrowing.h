#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "site/page.h"

namespace pes {

/// Testimonials and projects narrowed by programme, by kind, or by both.
struct Narrowing {
  const Entry* programme = nullptr;  ///< nullptr: any.
  const Kind* kind = nullptr;        ///< nullptr: both.
};

/// Where the list of a narrowing is: "/dispositifs/dla/", "/temoignages/", and for both
/// "/dispositifs/dla/temoignages/". There is no list of everything.
std::string address_of(const Narrowing& narrowing);

/// What belongs to each narrowing.
class NarrowingBook {
 public:
  /// Shape: `entries` are in list order and outlive this.
  explicit NarrowingBook(std::span<const Entry> entries);

  /// In list order.
  [[nodiscard]] std::vector<EntryId> entries(const Narrowing& narrowing) const;

  /// The cuts by programme and kind that hold something, programme by programme.
  [[nodiscard]] std::vector<Narrowing> crossings() const;

  /// What else a list can be narrowed or widened to: by kind, and by programme. A section with
  /// fewer than two lists is left out.
  [[nodiscard]] std::vector<Section> filters(const Narrowing& narrowing) const;

 private:
  void add_choice(Section& filter, std::string title, const Narrowing& narrowing) const;
  [[nodiscard]] std::size_t count(const Narrowing& narrowing) const;

  std::vector<const Entry*> programmes_;
  std::vector<const Kind*> kinds_;
  std::map<std::pair<std::string, const Kind*>, std::vector<EntryId>> crossings_;
  std::map<const Kind*, std::size_t> of_kind_;
};

}  // namespace pes
