#include "publish/data_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "impact/wording.h"
#include "site/lists.h"
#include "text/markup.h"

namespace pes {

namespace {

std::string type_of(const Field& field) {
  if (field.many) return "string";
  switch (field.type) {
    case Type::date:
      return "date";
    case Type::integer:
      return "integer";
    case Type::number:
      return "number";
    case Type::year:
      return "year";
    case Type::boolean:
      return "boolean";
    default:
      return "string";
  }
}

bool is_column(const Field& field) {
  return field.exposure != Exposure::internal && field.type != Type::object &&
         field.type != Type::media && field.type != Type::figures && field.type != Type::partition;
}

// The fields of all kinds that lists are about, each name once, in the order of the table.
std::vector<const Field*> shared_fields() {
  std::vector<const Field*> fields;
  std::set<std::string_view> seen;
  for (const Kind& kind : all_kinds()) {
    if (kind.role != Role::achievement) continue;
    for (const Field& field : kind.fields) {
      if (is_column(field) && seen.insert(field.name).second) fields.push_back(&field);
    }
  }
  return fields;
}

Cell scalar_cell(const Value& value) {
  if (const auto* number = std::get_if<Decimal>(&value.data)) return *number;
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "true" : "false";
  if (const auto date = date_of(&value)) return format_iso(*date);
  if (const auto integer = integer_of(&value)) return std::to_string(*integer);
  return std::string(text_of(&value));
}

Cell field_cell(const Entry& entry, const Field& wanted) {
  if (wanted.name == "auteur") return entry.decision->name;
  if (wanted.name == "fonction") return entry.decision->role;
  const int index = field_index(*entry.record->kind, wanted.name);
  const Value* value = index < 0 ? nullptr : field(*entry.record, wanted.name);
  if (value == nullptr || wanted.exposure == Exposure::personal) return "";
  if (!wanted.many) return scalar_cell(*value);
  std::vector<std::string> items;
  for (const Value& item : list_of(value)) items.emplace_back(text_of(&item));
  return fmt::format("{}", fmt::join(items, list_separator));
}

std::vector<const Indicator*> record_indicators(const Site& site) {
  std::vector<const Indicator*> indicators;
  for (const PublishedTotal& published : site.figures) {
    const Indicator& indicator = published.total->indicator;
    if (indicator.nature == Nature::cumulative) indicators.push_back(&indicator);
  }
  return indicators;
}

std::string shown_precision(Precision precision) {
  return precision == Precision::computed ? "calcule" : std::string(precision_name(precision));
}

// Rows of the table of figures, one source at a time.
class FigureRows {
 public:
  FigureRows(const Site& site, DataTable& table)
      : table_(table), titles_(programme_titles(site.entries)) {}

  void add(const PublishedTotal& published) {
    const Total& total = *published.total;
    if (total.entries.empty()) return;
    add_row(total, "total", {"", "", total.value, total.base, total.precision}, Shown::value,
            total.as_of);
    for (const auto& [dimension, safe] : published.breakdowns) {
      const auto& [breakdown, shown] = safe;
      const std::string_view name = dimension_name(dimension);
      // Parts are as of the day of what they are parts of; states and rates of years are no parts.
      const std::optional<Date> as_of = breakdown.additive ? total.as_of : std::nullopt;
      for (std::size_t i = 0; i < breakdown.parts.size(); ++i) {
        Part part = breakdown.parts[i];
        const auto title = titles_.find(part.key);
        if (dimension == Dimension::programme && title != titles_.end()) part.name = title->second;
        add_row(total, name, part, shown[i], as_of);
      }
      const bool rest = breakdown.additive || dimension == Dimension::theme;
      if (rest && breakdown.rest != Decimal{}) {
        add_row(total, name, {"", "non ventilé", breakdown.rest}, shown.back(), as_of);
      }
    }
  }

 private:
  void add_row(const Total& total, std::string_view dimension, const Part& part, Shown shown,
               std::optional<Date> as_of) {
    const PublishedFigure figure{&total.indicator, part.value, part.base, part.precision, shown};
    const bool masked = shown != Shown::value;
    const bool rate = part.base != Decimal{};
    table_.rows.push_back({total.indicator.id, total.indicator.many,
                           std::string(nature_name(total.indicator.nature)), std::string(dimension),
                           part.key, part.name, masked ? Cell("") : Cell(part.value),
                           masked || !rate ? Cell("") : Cell(part.base),
                           masked ? "" : shown_precision(part.precision), word_figure(figure),
                           as_of ? format_iso(*as_of) : "", masked ? "true" : "false"});
  }

  DataTable& table_;
  std::map<std::string, std::string> titles_;  // of programmes
};

}  // namespace

DataTable figure_table(const Site& site) {
  DataTable table;
  table.columns = {
      {"indicateur", "Nom court de l’indicateur", "string", "", true},
      {"libelle", "Ce qui est compté", "string", "", true},
      {"nature", "cumul, stock ou taux", "string", "", true},
      {"decoupe", "total, ou ce qui le découpe", "string", "", true},
      {"cle", "Nom court de la part"},
      {"libelle_cle", "Nom de la part"},
      {"valeur", "Nombre ; d’un taux, le numérateur ; vide si masqué", "number"},
      {"denominateur", "D’un taux, le dénominateur", "number"},
      {"precision", "exact, pres-de, plus-de, environ, ou calcule"},
      {"texte", "Le chiffre comme l’association le dit", "string", "", true},
      {"au", "Dernier jour couvert par le total", "date"},
      {"masque", "Part d’une ou deux personnes, ou qui la trahirait", "boolean", "", true}};
  FigureRows rows(site, table);
  for (const PublishedTotal& published : site.figures) rows.add(published);
  return table;
}

DataTable record_table(const Site& site) {
  const std::vector<const Field*> fields = shared_fields();
  const std::vector<const Indicator*> indicators = record_indicators(site);
  DataTable table;
  table.columns = {{"genre", "Genre de fiche", "string", "", true},
                   {"adresse", "Adresse de la page", "string", "uri", true}};
  for (const Field* field : fields) {
    table.columns.push_back({std::string(field->name), std::string(field->label.fr),
                             type_of(*field), field->type == Type::url ? "uri" : "", false,
                             field->many});
  }
  for (const Indicator* indicator : indicators) {
    table.columns.push_back({"impact_" + indicator->id, indicator->many, "number", "", false});
  }
  for (const Entry& entry : site.entries) {
    if (!is_achievement(entry) || !entry.decision->allows(Purpose::data)) continue;
    auto& row = table.rows.emplace_back();
    row.emplace_back(std::string(entry.record->kind->name));
    row.emplace_back(site.base.absolute(encode_path(entry.address)));
    for (const Field* field : fields) row.push_back(field_cell(entry, *field));
    for (const Indicator* indicator : indicators) {
      const auto figure = stated_figure(*entry.record, indicator->id);
      // One or two people are not told, however public the rest of their record is.
      const bool told = figure && !is_few(*indicator, figure->value);
      row.push_back(told ? Cell(figure->value) : Cell(""));
    }
  }
  return table;
}

}  // namespace pes
