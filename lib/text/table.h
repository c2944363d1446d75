#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/number.h"

namespace pes {

/// One cell: what people read, and the number or text that programs read.
struct Cell {
  std::string text;
  std::optional<Decimal> number = {};

  Cell(std::string shown) : text(std::move(shown)) {}                 // NOLINT: implicit on purpose
  Cell(const char* shown) : text(shown) {}                            // NOLINT
  Cell(Decimal value) : text(format_number(value)), number(value) {}  // NOLINT
  Cell(std::string shown, Decimal value) : text(std::move(shown)), number(value) {}
};

struct Column {
  std::string key;     ///< For programs.
  std::string title;   ///< For people.
  bool right = false;  ///< Numbers stand flush right.
};

/// Rows under column titles; every row has a cell for each column.
struct Table {
  std::string title;  ///< May be empty.
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> notes;  ///< Sentences below the table.
  std::size_t width = 80;          ///< Characters that a line of aligned text may have.
};

enum class TableFormat : std::uint8_t { table, json, csv, md };

/// "table", "json", "csv" or "md"; nothing for anything else.
std::optional<TableFormat> parse_table_format(std::string_view name);

/// Writes tables one below the other.
///
/// Shape:  aligned text fits the width of its table: long first cells get a line, and columns that
/// have no room
///         go on below. CSV is one table; several get a first column with their titles and the
///         columns of all, its texts without_formula(): staff open it in spreadsheets. JSON is
///         {tableaux: [{titre, lignes: [{key: value}]}]}, numbers as JSON numbers.
/// Source: RFC 4180 (CSV), RFC 8259 (JSON); tables of GitHub Flavored Markdown.
std::string write_tables(std::span<const Table> tables, TableFormat format);

/// `text` at least `width` characters wide, filled with spaces on its left or right.
std::string pad(std::string_view text, std::size_t width, bool right = false);

/// `text` cut to `width` characters, the ellipsis included.
std::string cut_to(std::string_view text, std::size_t width);

/// `text` in lines of at most `width` characters where its words allow.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` with an apostrophe before it where a spreadsheet would take it for a formula, and might
/// run it: before « = », « + », « - », « @ », their wide forms, and tabs.
std::string without_formula(std::string_view text);

/// A CSV field, in quotation marks where its characters need them.
std::string csv_field(std::string_view text, char separator);

}  // namespace pes
