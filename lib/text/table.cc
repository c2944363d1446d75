#include "text/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "text/utf8.h"
#include "text/visible.h"

namespace pes {

namespace {

constexpr std::size_t widest_first = 30;
constexpr std::string_view gap = "  ";

std::size_t width_of(const Table& table, std::size_t column) {
  std::size_t width = count_characters(table.columns[column].title);
  for (const auto& row : table.rows) {
    width = std::max(width, count_characters(row[column].text));
  }
  return width;
}

// What the other columns leave for the first one.
std::size_t room_left(const std::vector<std::size_t>& widths, std::size_t line_width) {
  std::size_t used = 0;
  for (std::size_t i = 1; i < widths.size(); ++i) used += gap.size() + widths[i];
  return line_width - std::min(used, line_width);
}

// Columns that go side by side below the first one.
std::vector<std::vector<std::size_t>> lots(const std::vector<std::size_t>& widths,
                                           std::size_t line_width) {
  std::vector<std::vector<std::size_t>> out(1);
  std::size_t used = widths.front();
  for (std::size_t i = 1; i < widths.size(); ++i) {
    const std::size_t more = gap.size() + widths[i];
    if (used + more > line_width && !out.back().empty()) {
      out.emplace_back();
      used = widths.front();
    }
    out.back().push_back(i);
    used += more;
  }
  return out;
}

std::string trim_end(std::string line) {
  line.resize(std::min(line.find_last_not_of(' ') + 1, line.size()));
  return line + "\n";
}

// As it can stand in lines.
Table visible(Table table) {
  table.title = pes::visible(table.title);
  for (Column& column : table.columns) column.title = pes::visible(column.title);
  for (auto& row : table.rows) {
    for (Cell& cell : row) cell.text = pes::visible(cell.text);
  }
  for (std::string& note : table.notes) note = pes::visible(note);
  return table;
}

std::string aligned(const Table& table) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) widths.push_back(width_of(table, i));
  widths.front() = std::min(widths.front(), std::max(widest_first, room_left(widths, table.width)));
  std::string out = table.title.empty() ? "" : table.title + "\n";
  const auto line = [&](const std::vector<std::size_t>& lot, auto text_of) {
    const std::string& first = text_of(0);
    const bool fits = count_characters(first) <= widths.front();
    std::string text = (fits ? "" : first + "\n") + pad(fits ? first : "", widths.front());
    for (const std::size_t i : lot) {
      text += gap;
      text += pad(text_of(i), widths[i], table.columns[i].right);
    }
    return trim_end(std::move(text));
  };
  for (const auto& lot : lots(widths, table.width)) {
    out += line(lot, [&](std::size_t i) -> const std::string& { return table.columns[i].title; });
    for (const auto& row : table.rows) {
      out += line(lot, [&](std::size_t i) -> const std::string& { return row[i].text; });
    }
    out += "\n";
  }
  for (const std::string& note : table.notes) {
    for (const std::string& text : wrap(note, table.width)) out += text + "\n";
  }
  if (table.notes.empty()) out.pop_back();
  return out;
}

std::string markdown_cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '\\' || c == '<' || c == '&') out += '\\';
    out += c;
  }
  return out;
}

std::string markdown(const Table& table) {
  std::string out = table.title.empty() ? "" : fmt::format("### {}\n\n", table.title);
  std::string rule = "|";
  out += "|";
  for (const Column& column : table.columns) {
    out += fmt::format(" {} |", markdown_cell(column.title));
    rule += column.right ? " ---: |" : " --- |";
  }
  out += "\n" + rule + "\n";
  for (const auto& row : table.rows) {
    out += "|";
    for (const Cell& cell : row) out += fmt::format(" {} |", markdown_cell(cell.text));
    out += "\n";
  }
  for (const std::string& note : table.notes) out += "\n" + note + "\n";
  return out;
}

// The columns of all tables, each key once, in the order in which they appear.
std::vector<std::string> all_keys(std::span<const Table> tables) {
  std::vector<std::string> keys;
  for (const Table& table : tables) {
    for (const Column& column : table.columns) {
      if (std::find(keys.begin(), keys.end(), column.key) == keys.end()) keys.push_back(column.key);
    }
  }
  return keys;
}

std::string csv_text(std::string_view text) { return without_formula(pes::visible(text)); }

std::string csv_cell(const Table& table, const std::vector<Cell>& row, const std::string& key) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (table.columns[i].key != key) continue;
    return csv_field(row[i].number ? format_plain(*row[i].number) : csv_text(row[i].text), ',');
  }
  return "";
}

std::string csv(std::span<const Table> tables) {
  const bool titled = tables.size() > 1;
  const std::vector<std::string> keys = all_keys(tables);
  std::string out = fmt::format("{}{}\r\n", titled ? "indicateur," : "", fmt::join(keys, ","));
  for (const Table& table : tables) {
    for (const auto& row : table.rows) {
      std::vector<std::string> fields;
      if (titled) fields.push_back(csv_field(csv_text(table.title), ','));
      for (const std::string& key : keys) fields.push_back(csv_cell(table, row, key));
      out += fmt::format("{}\r\n", fmt::join(fields, ","));
    }
  }
  return out;
}

// A JSON number without detour through floating point where there are no decimals.
nlohmann::ordered_json json_number(Decimal value) {
  const std::int64_t unit = whole(1).thousandths;
  if (value.thousandths % unit == 0) return value.thousandths / unit;
  return static_cast<double>(value.thousandths) / static_cast<double>(unit);
}

std::string json(std::span<const Table> tables) {
  auto out = nlohmann::ordered_json::array();
  for (const Table& table : tables) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
      auto object = nlohmann::ordered_json::object();
      for (std::size_t i = 0; i < row.size(); ++i) {
        const Cell& cell = row[i];
        auto& value = object[table.columns[i].key];
        if (cell.number) {
          value = json_number(*cell.number);
        } else if (!cell.text.empty()) {
          value = cell.text;
        }
      }
      rows.push_back(std::move(object));
    }
    out.push_back({{"titre", table.title}, {"lignes", std::move(rows)}, {"notes", table.notes}});
  }
  const nlohmann::ordered_json whole = {{"tableaux", std::move(out)}};
  return visible_json(whole.dump(2, ' ', false, nlohmann::json::error_handler_t::replace)) + "\n";
}

}  // namespace

std::optional<TableFormat> parse_table_format(std::string_view name) {
  if (name == "table") return TableFormat::table;
  if (name == "json") return TableFormat::json;
  if (name == "csv") return TableFormat::csv;
  if (name == "md") return TableFormat::md;
  return std::nullopt;
}

std::string write_tables(std::span<const Table> tables, TableFormat format) {
  if (format == TableFormat::csv) return csv(tables);
  if (format == TableFormat::json) return json(tables);
  std::string out;
  for (const Table& table : tables) {
    if (!out.empty()) out += "\n";
    const Table shown = visible(table);
    out += format == TableFormat::md ? markdown(shown) : aligned(shown);
  }
  return out;
}

std::string pad(std::string_view text, std::size_t width, bool right) {
  const std::size_t length = count_characters(text);
  const std::string fill(width > length ? width - length : 0, ' ');
  return right ? fill + std::string(text) : std::string(text) + fill;
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (count_characters(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < width; ++i) next_character(text, end);
  return std::string(text.substr(0, end)) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t wanted = count_characters(line) + 1 + count_characters(word);
    if (!line.empty() && wanted > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
    at = end + 1;
  }
  lines.push_back(std::move(line));
  return lines;
}

std::string without_formula(std::string_view text) {
  constexpr auto starts = std::to_array<std::string_view>(
      {"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"});
  const bool risky = std::any_of(starts.begin(), starts.end(),
                                 [&](std::string_view start) { return text.starts_with(start); });
  return fmt::format("{}{}", risky ? "'" : "", text);
}

std::string csv_field(std::string_view text, char separator) {
  const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos &&
                     text.find(separator) == std::string_view::npos;
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace pes
