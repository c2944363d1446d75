#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "consent/text_words.h"

namespace pes {

/// Is told of the cells of a text, row by row. Rows may lie in others.
struct RowListener {
  /// `is_row` is false for what only holds others: cells that it has itself are a list.
  std::function<void(bool is_row)> open;
  std::function<void(std::size_t begin, std::size_t end)> cell;
  std::function<void()> close;
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
void read_rows(std::string_view text, Reading reading, const RowListener& listener);

/// True where a word may begin or end a cell. For every first or last word of a cell that
/// read_rows() tells of and that stands next to what sets the cell apart, this is so.
bool stands_at_edge(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace pes
