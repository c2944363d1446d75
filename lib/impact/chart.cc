#include "impact/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "impact/wording.h"
#include "text/markup.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t most_bars = 15;
constexpr std::size_t longest_label = 38;
constexpr int width = 360;
constexpr int row_height = 36;
constexpr std::string_view unattributed = "Non ventilé";
// Told apart without colour. Style sheets decide; these are for printers that do not let them.
constexpr std::string_view bar_style = "class=\"barre\" fill=\"#2f5d50\"";
constexpr std::string_view rest_style =
    "class=\"reste\" fill=\"none\" stroke=\"#2f5d50\" stroke-dasharray=\"4 3\"";

struct Bar {
  std::string name;
  std::string text;
  Decimal size;
  bool rest = false;
};

std::string capitalized(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

// « 2024 », « Beaune et Dijon », « 5 parts »
std::string names_of(const std::vector<const Bar*>& bars, Decimal size) {
  std::vector<std::string> names;
  for (const Bar* bar : bars) {
    if (bar->size == size) names.push_back(bar->name);
  }
  if (names.size() == 1) return names.front();
  if (names.size() == 2) return names.front() + " et " + names.back();
  return fmt::format("{} parts", names.size());
}

// « Le plus : 2024 (120). Le moins : 2019 (40). »
std::string describe(const std::vector<Bar>& bars, Dimension dimension, bool masked) {
  std::vector<const Bar*> named;
  for (const Bar& bar : bars) {
    if (!bar.rest) named.push_back(&bar);
  }
  if (named.empty()) return "";
  const auto by_size = [](const Bar* a, const Bar* b) { return a->size < b->size; };
  const Bar* most = *std::max_element(named.begin(), named.end(), by_size);
  if (named.size() == 1) return fmt::format("{} : {}.", most->name, most->text);
  const Bar* least = *std::min_element(named.begin(), named.end(), by_size);
  if (most->size == least->size) return fmt::format("Partout autant : {}.", most->text);
  std::string text = fmt::format("Le plus : {}, {}.", names_of(named, most->size), most->text);
  // What is masked may be less.
  if (!masked) {
    text += fmt::format(" Le moins : {}, {}.", names_of(named, least->size), least->text);
  }
  if (dimension == Dimension::year) {
    text += fmt::format(" Dernière année : {}, {}.", named.back()->name, named.back()->text);
  }
  return text;
}

// The bars that are drawn: the latest years, or the largest parts in their own order.
std::vector<Bar> select(std::vector<Bar> bars, Dimension dimension) {
  if (bars.size() <= most_bars) return bars;
  if (dimension == Dimension::year) {
    bars.erase(bars.begin(), bars.end() - most_bars);
    return bars;
  }
  std::vector<std::size_t> order(bars.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return bars[a].size > bars[b].size; });
  order.resize(most_bars);
  std::sort(order.begin(), order.end());
  std::vector<Bar> largest;
  for (const std::size_t i : order) largest.push_back(std::move(bars[i]));
  return largest;
}

std::string draw(const Chart& chart, const std::vector<Bar>& bars, Decimal whole_width) {
  Decimal largest = whole_width;
  for (const Bar& bar : bars) largest = std::max(largest, bar.size);
  if (bars.size() < 2 || largest <= Decimal{}) return "";
  std::string out = fmt::format(
      "<svg class=\"graphique\" viewBox=\"0 0 {} {}\" font-size=\"14\" fill=\"currentColor\" "
      "role=\"img\" aria-labelledby=\"_{}-titre "
      "_{}-constat\">\n<title id=\"_{}-titre\">{}</title>\n<desc id=\"_{}-constat\">{}</desc>\n",
      width, static_cast<int>(bars.size()) * row_height, chart.id, chart.id, chart.id,
      escape_markup(chart.title), chart.id, escape_markup(chart.finding));
  int top = 0;
  for (const Bar& bar : bars) {
    const double share = static_cast<double>(std::max(bar.size, Decimal{}).thousandths) /
                         static_cast<double>(largest.thousandths);
    const std::string name = escape_markup(cut_at_word(bar.name, longest_label));
    out += fmt::format(
        "<text x=\"0\" y=\"{}\">{}</text><text class=\"valeur\" x=\"{}\" y=\"{}\" "
        "text-anchor=\"end\" font-weight=\"bold\">{}</text><rect {} x=\"1\" y=\"{}\" "
        "width=\"{:.1f}\" "
        "height=\"11\"/>\n",
        top + 14, name, width, top + 14, escape_markup(bar.text), bar.rest ? rest_style : bar_style,
        top + 20, 1 + share * (width - 3));
    top += row_height;
  }
  return out + "</svg>";
}

Decimal sum_of(const Breakdown& breakdown) {
  Decimal sum = breakdown.rest;
  for (const Part& part : breakdown.parts) sum = add(sum, part.value).value_or(sum);
  return sum;
}

Decimal size_of(const Part& part) {
  return part.base == Decimal{} ? part.value : percentage(part.value, part.base);
}

std::string text_of(const Part& part, Shown shown) {
  if (shown == Shown::few) return "moins de 3";
  if (shown == Shown::hidden) return "non communiqué";
  return with_base(plain_number(part.value, part.base), part.base);
}

std::string note_of(const PublicBreakdown& published, Nature nature) {
  const Breakdown& breakdown = published.breakdown;
  std::string note;
  if (breakdown.dimension == Dimension::theme) {
    note =
        "Une fiche peut avoir plusieurs thèmes : les parts se recouvrent et ne font pas un total.";
  } else if (nature != Nature::cumulative && !breakdown.additive) {
    note = "Ces chiffres ne s’additionnent pas.";
  }
  if (!is_masked(published)) return note;
  if (!note.empty()) note += " ";
  return note +
         "Les chiffres d’une ou deux personnes ne sont pas publiés, ni ceux qui permettraient de "
         "les retrouver.";
}

}  // namespace

Chart make_chart(const PublishedTotal& published, Dimension dimension,
                 const std::map<std::string, std::string>& names, std::string_view when) {
  const Indicator& indicator = published.total->indicator;
  const PublicBreakdown& divided = published.breakdowns.at(dimension);
  const auto& [breakdown, shown] = divided;
  Chart chart;
  chart.id = fmt::format("{}-{}", indicator.id, dimension_name(dimension));
  const DimensionName& named = dimension_named(dimension);
  chart.column = capitalized(std::string(named.one.fr));
  const bool cohorts = indicator.nature == Nature::rate && dimension == Dimension::year;
  chart.title = fmt::format("{}, {}{}{}{}", capitalized(indicator.many), named.label.fr,
                            cohorts ? " du groupe suivi" : "", when.empty() ? "" : " ", when);
  std::vector<Bar> bars;
  const auto add_row = [&](const std::string& key, std::string name, const Part& part, Shown how) {
    const std::string text = text_of(part, how);
    if (how == Shown::value) bars.push_back({name, text, size_of(part), key.empty()});
    chart.rows.push_back({key, std::move(name), text, {}});
  };
  for (std::size_t i = 0; i < breakdown.parts.size(); ++i) {
    const Part& part = breakdown.parts[i];
    const auto name = names.find(part.key);
    add_row(part.key, name == names.end() ? part.name : name->second, part, shown[i]);
  }
  const bool has_rest = breakdown.additive || dimension == Dimension::theme;
  if (has_rest && breakdown.rest != Decimal{}) {
    add_row("", std::string(unattributed), {"", "", breakdown.rest}, shown.back());
  }
  chart.finding = describe(bars, dimension, is_masked(divided));
  const bool rate = indicator.nature == Nature::rate;
  chart.measure = rate ? "Part" : "Nombre";
  if (bars.size() > most_bars) {
    chart.note = dimension == Dimension::year
                     ? fmt::format("Le graphique montre les {} dernières années.", most_bars)
                     : fmt::format("Le graphique montre les {} plus grandes parts.", most_bars);
  }
  chart.svg = draw(chart, select(std::move(bars), dimension), rate ? whole(100) : Decimal{});
  if (breakdown.additive) chart.total = format_number(sum_of(breakdown));
  const std::string note = note_of(divided, indicator.nature);
  if (!chart.note.empty() && !note.empty()) chart.note += " ";
  chart.note += note;
  return chart;
}

}  // namespace pes
