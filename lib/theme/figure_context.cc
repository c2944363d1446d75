#include "theme/figure_context.h"

#include "impact/wording.h"
#include "site/datasets.h"
#include "theme/record_context.h"

namespace pes {

namespace {

using Json = nlohmann::json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json optional_link(const Site& site, const std::string& address) {
  return address.empty() ? Json() : Json(site.base.link(address));
}

Json count_or_null(std::size_t count) {
  return count == 0 ? Json() : Json(format_number(whole(static_cast<std::int64_t>(count))));
}

Json origin_context(const Site& site, const Origin& origin) {
  return {{"titre", site.typography.set_plain(origin.link.title)},
          {"adresse", optional_link(site, origin.link.address)},
          {"periode", origin.period},
          {"valeur", text_or_null(origin.value)},
          {"couvre", text_or_null(origin.covers)},
          {"source", text_or_null(site.typography.set_plain(origin.source))}};
}

}  // namespace

Json chart_context(const Site& site, const Chart& chart) {
  Json rows = Json::array();
  for (const ChartRow& row : chart.rows) {
    rows.push_back({{"titre", site.typography.set_plain(row.name)},
                    {"adresse", optional_link(site, row.address)},
                    {"valeur", row.text}});
  }
  return {{"id", chart.id},
          {"titre", chart.title},
          {"colonne", chart.column},
          {"mesure", chart.measure},
          {"constat", text_or_null(chart.finding)},
          {"svg", text_or_null(chart.svg)},
          {"lignes", list_context(std::move(rows))},
          {"total", text_or_null(chart.total)},
          {"note", text_or_null(chart.note)}};
}

Json figure_context(const Site& site, const Figure& figure) {
  const Indicator& indicator = *figure.amount.indicator;
  Json origins = Json::array();
  for (const Origin& origin : figure.origins) origins.push_back(origin_context(site, origin));
  Json charts = Json::array();
  for (const Chart& chart : figure.charts) charts.push_back(chart_context(site, chart));
  const bool masked = figure.amount.shown != Shown::value;
  const bool rate = indicator.nature == Nature::rate;
  return {{"indicateur", indicator.id},
          {"nombre", word_number(figure.amount)},
          {"nom", site.typography.set_plain(noun_for(figure.amount))},
          {"texte", word_figure(figure.amount)},
          {"pluriel", site.typography.set_plain(indicator.many)},
          {"valeur", masked ? Json() : Json(format_plain(figure.amount.value))},
          {"cohorte", figure.cohort ? Json(std::to_string(*figure.cohort)) : Json()},
          {"effectif", rate ? Json(format_number(figure.amount.base)) : Json()},
          {"comptage", site.typography.set_plain(indicator.counting)},
          {"arrondi", count_or_null(static_cast<std::size_t>(std::max<std::int64_t>(
                          0, std::min<std::int64_t>(indicator.step, 1'000'000'000))))},
          {"cumul", indicator.nature == Nature::cumulative},
          {"stock", indicator.nature == Nature::stock},
          {"taux", rate},
          {"personnes", indicator.people},
          {"au", date_context(figure.as_of)},
          {"origines", list_context(std::move(origins))},
          {"autres_fiches", count_or_null(figure.more_records)},
          {"plusieurs_autres", figure.more_records > 1},
          {"graphiques", list_context(std::move(charts))}};
}

Json data_files_context(const Site& site) {
  Json files = Json::array();
  for (const DataFile& file : data_files()) {
    files.push_back({{"titre", file.title},
                     {"adresse", site.base.link(data_address(file))},
                     {"format", file.format}});
  }
  return list_context(std::move(files));
}

Json licence_context(const Site& site) {
  if (!site.licence) return nullptr;
  return {{"titre", site.licence->title}, {"adresse", site.licence->address}};
}

}  // namespace pes
