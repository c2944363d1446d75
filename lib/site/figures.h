#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace pes {

/// Knows what each page may say of the figures.
class FigureBook {
 public:
  /// Shape: `entries` are the published records; everything outlives the book.
  FigureBook(std::span<const PublishedTotal> figures, std::span<const Record> records,
             std::span<const Entry> entries);

  /// The totals that some record gives, without their origins.
  [[nodiscard]] std::vector<Figure> totals() const;

  /// The same with their origins and charts, for the page of figures.
  [[nodiscard]] std::vector<Figure> explained() const;

  /// The part of a programme, territory, theme or year in every total that has one.
  [[nodiscard]] std::vector<Figure> parts(Dimension dimension, std::string_view key) const;

  /// The figures that a record itself gives, in the order of the indicators. A yearly statement
  /// does not tell what the breakdown by year masks.
  [[nodiscard]] std::vector<Figure> of_record(const Record& record) const;

  /// The years that some figure speaks of, newest first.
  [[nodiscard]] std::vector<std::string> years() const;

 private:
  static Shown shown_of_year(const PublishedTotal& published, const std::string& year);
  void add_origins(Figure& figure, const PublishedTotal& published) const;
  [[nodiscard]] Origin origin_of(const Total& total, const LedgerEntry& entry,
                                 const std::vector<std::size_t>& covered) const;
  [[nodiscard]] std::vector<Chart> charts_of(const PublishedTotal& published) const;

  std::span<const Record> records_;
  std::span<const PublishedTotal> published_;
  std::map<const Record*, Link> pages_;
  std::map<std::string, std::string> programmes_;  ///< Slug → title.
  std::set<std::string> addresses_;                ///< Of everything that a row may lead to.
};

}  // namespace pes
