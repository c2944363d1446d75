#include "publish/open_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "publish/data_tables.h"
#include "site/datasets.h"
#include "text/digest.h"
#include "text/table.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view package = "donnees/datapackage.json";

bool is_for_spreadsheets(const DataFile& file) { return file.name.ends_with("-tableur.csv"); }
bool is_csv(const DataFile& file) { return file.name.ends_with(".csv"); }

std::string spreadsheet_cell(const Cell& cell) {
  if (!cell.number) return csv_field(without_formula(cell.text), ';');
  std::string text = format_plain(*cell.number);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

// For programs, which would take an apostrophe for a part of the text: what JSON says.
std::string plain_cell(const Cell& cell) {
  return csv_field(cell.number ? format_plain(*cell.number) : cell.text, ',');
}

std::string write_csv(const DataTable& table, bool for_spreadsheets) {
  const std::string_view separator = for_spreadsheets ? ";" : ",";
  std::string out(for_spreadsheets ? byte_order_mark : std::string_view{});
  std::vector<std::string> names;
  for (const DataColumn& column : table.columns) names.push_back(column.name);
  out += fmt::format("{}\r\n", fmt::join(names, separator));
  for (const auto& row : table.rows) {
    std::string line;
    for (const Cell& cell : row) {
      if (&cell != &row.front()) line += separator;
      line += for_spreadsheets ? spreadsheet_cell(cell) : plain_cell(cell);
    }
    out += line + "\r\n";
  }
  return out;
}

Json json_value(const Cell& cell, const DataColumn& column) {
  if (cell.number) return Json::parse(format_plain(*cell.number));
  if (cell.text.empty()) return nullptr;
  if (column.type == "boolean") return cell.text == "true";
  if (!column.list) return cell.text;
  Json items = Json::array();
  for (std::size_t at = 0; at <= cell.text.size();) {
    const std::size_t end = std::min(cell.text.find(list_separator, at), cell.text.size());
    items.push_back(cell.text.substr(at, end - at));
    at = end + list_separator.size();
  }
  return items;
}

std::string write_json(const DataTable& table) {
  Json rows = Json::array();
  for (const auto& row : table.rows) {
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      object[table.columns[i].name] = json_value(row[i], table.columns[i]);
    }
    rows.push_back(std::move(object));
  }
  return rows.dump(1) + "\n";
}

Json schema_of(const DataTable& table) {
  Json fields = Json::array();
  for (const DataColumn& column : table.columns) {
    Json field = {{"name", column.name}, {"title", column.title}, {"type", column.type}};
    if (!column.format.empty()) field["format"] = column.format;
    if (column.required) field["constraints"] = {{"required", true}};
    fields.push_back(std::move(field));
  }
  return {{"fields", std::move(fields)}, {"missingValues", Json::array({""})}};
}

// A table as programs read it: a byte-order mark and semicolons are for spreadsheets.
bool is_tabular(const DataFile& file) { return is_csv(file) && !is_for_spreadsheets(file); }

// "chiffres-tableur" for "chiffres-tableur.csv"; formats of one table need names of their own.
std::string resource_name(const DataFile& file) {
  std::string name(file.name);
  std::replace(name.begin(), name.end(), '.', '-');
  return name;
}

Json resource_of(const DataFile& file, const DataTable& table, const std::string& bytes) {
  Json resource = {{"name", resource_name(file)},
                   {"path", file.name},
                   {"title", file.title},
                   {"profile", is_tabular(file) ? "tabular-data-resource" : "data-resource"},
                   {"format", is_csv(file) ? "csv" : "json"},
                   {"mediatype", file.media_type},
                   {"encoding", "utf-8"},
                   {"bytes", bytes.size()},
                   {"hash", "sha256:" + sha256(bytes)}};
  if (is_csv(file)) {
    resource["dialect"] = {{"delimiter", is_for_spreadsheets(file) ? ";" : ","},
                           {"lineTerminator", "\r\n"},
                           {"quoteChar", "\""},
                           {"doubleQuote", true},
                           {"header", true}};
  }
  if (is_tabular(file)) resource["schema"] = schema_of(table);
  return resource;
}

}  // namespace

std::vector<OutputFile> open_data(const Site& site) {
  const DataTable figures = figure_table(site);
  const DataTable records = record_table(site);
  std::vector<OutputFile> files;
  Json resources = Json::array();
  for (const DataFile& file : data_files()) {
    const DataTable& table = file.name.starts_with("chiffres") ? figures : records;
    std::string bytes =
        is_csv(file) ? write_csv(table, is_for_spreadsheets(file)) : write_json(table);
    resources.push_back(resource_of(file, table, bytes));
    files.push_back({data_address(file).substr(1), std::move(bytes), {}});
  }
  Json out = {{"profile", "data-package"},
              {"name", "realisations"},
              {"title", site.title},
              {"description", site.description},
              {"homepage", site.base.absolute("/chiffres/")}};
  if (site.licence) {
    out["licenses"] = Json::array({{{"name", site.licence->name},
                                    {"path", site.licence->address},
                                    {"title", site.licence->title}}});
  }
  out["resources"] = std::move(resources);
  files.push_back({std::string(package), out.dump(2) + "\n", {}});
  return files;
}

std::vector<std::string> open_data_paths() {
  std::vector<std::string> paths = {std::string(package)};
  for (const DataFile& file : data_files()) paths.push_back(data_address(file).substr(1));
  return paths;
}

}  // namespace pes
