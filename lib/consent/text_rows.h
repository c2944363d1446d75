#pragma once

#include <cstddef>
#include <string_view>

#include "consent/text_words.h"

namespace pes {

/// Is told of the cells of a text, row by row. Rows may lie in others.
class RowListener {
 public:
  RowListener() = default;
  RowListener(const RowListener&) = delete;
  RowListener& operator=(const RowListener&) = delete;
  virtual ~RowListener() = default;

  /// `is_row` is false for what only holds others: cells that it has itself are a list.
  virtual void open(bool is_row) = 0;
  virtual void cell(std::size_t begin, std::size_t end) = 0;
  virtual void close() = 0;
};

/// Reads whatever in a text has rows, in each of the forms that the text may be in:
///
/// - lines with cells between semicolons, tabs, bars or two spaces, with quotes or without; for
///   Reading::table between commas too;
/// - objects of JSON and scripts, and lists within lists;
/// - for markup, the rows of tables;
/// - fields behind labels: « Prénom : Ada », `<nom>Exemple</nom>`. A label that comes again begins
///   another row.
///
/// Shape: the same cell may be told several times.
void read_rows(std::string_view text, Reading reading, RowListener& listener);

/// True where a word may begin or end a cell. For every first or last word of a cell that
/// read_rows() tells of and that stands next to what sets the cell apart, this is so.
bool stands_at_edge(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace pes
