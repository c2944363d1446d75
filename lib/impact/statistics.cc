#include "impact/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "impact/wording.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

std::string padded(std::string_view text, std::size_t width, bool right) {
  const std::size_t length = count_characters(text);
  const std::string fill(width > length ? width - length : 0, ' ');
  return right ? fill + std::string(text) : std::string(text) + fill;
}

struct Row {
  std::string name;
  std::string value;
};

// A breakdown without a single share says nothing.
std::vector<Row> rows_of(const std::vector<Share>& shares, Decimal rest, Language language) {
  std::vector<Row> rows;
  if (shares.empty()) return rows;
  for (const Share& share : shares) rows.push_back({share.key, format_number(share.value)});
  const Text none{"non ventilé", "not attributed"};
  rows.push_back({std::string(none.in(language)), format_number(rest)});
  return rows;
}

std::string show_breakdown(Text title, const std::vector<Row>& rows, Language language) {
  if (rows.empty()) return "";
  std::size_t name_width = 0;
  std::size_t value_width = 0;
  for (const Row& row : rows) {
    name_width = std::max(name_width, count_characters(row.name));
    value_width = std::max(value_width, count_characters(row.value));
  }
  std::string out = fmt::format("    {}\n", title.in(language));
  for (const Row& row : rows) {
    out += fmt::format("      {}  {}\n", padded(row.name, name_width, false),
                       padded(row.value, value_width, true));
  }
  return out;
}

// A JSON number without detour through floating point where there are no decimals.
Json json_number(Decimal value) {
  const std::int64_t unit = whole(1).thousandths;
  if (value.thousandths % unit == 0) return value.thousandths / unit;
  return static_cast<double>(value.thousandths) / static_cast<double>(unit);
}

Json json_breakdown(const std::vector<Share>& shares, Decimal rest) {
  Json out = Json::object();
  for (const Share& share : shares) out[share.key] = json_number(share.value);
  return {{"parts", std::move(out)}, {"non_ventile", json_number(rest)}};
}

}  // namespace

std::string statistics_table(std::span<const Total> ledger, Language language) {
  std::size_t id_width = 0;
  std::size_t value_width = 0;
  for (const Total& total : ledger) {
    id_width = std::max(id_width, count_characters(total.indicator.id));
    value_width = std::max(value_width, count_characters(format_number(total.value)));
  }
  std::string out;
  for (const Total& total : ledger) {
    out += fmt::format("{}  {}  {}\n", padded(total.indicator.id, id_width, false),
                       padded(format_number(total.value), value_width, true),
                       word_figure(total.indicator, total.value, total.precision));
    out += show_breakdown({"par dispositif", "by programme"},
                          rows_of(total.by_programme, total.no_programme, language), language);
    out += show_breakdown({"par année", "by year"}, rows_of(total.by_year, total.no_year, language),
                          language);
  }
  return out;
}

std::string statistics_json(std::span<const Total> ledger) {
  Json indicators = Json::array();
  for (const Total& total : ledger) {
    indicators.push_back(
        {{"id", total.indicator.id},
         {"valeur", json_number(total.value)},
         {"texte", word_figure(total.indicator, total.value, total.precision)},
         {"au", total.as_of ? Json(format_iso(*total.as_of)) : Json()},
         {"par_dispositif", json_breakdown(total.by_programme, total.no_programme)},
         {"par_annee", json_breakdown(total.by_year, total.no_year)}});
  }
  return Json{{"indicateurs", std::move(indicators)}}.dump(2) + "\n";
}

}  // namespace pes
