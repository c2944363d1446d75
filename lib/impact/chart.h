#pragma once

#include <string>
#include <vector>

#include "impact/published.h"

namespace pes {

/// One line of the table that goes with a chart.
struct ChartRow {
  std::string key;  ///< As in a Cut; empty for what is not attributed.
  std::string name;
  std::string text;          ///< The figure as it is published: « 1 200 », « moins de 3 ».
  std::string address = {};  ///< Where it leads; empty for nowhere.
};

/// A bar chart with what it says in words and in a table.
///
/// Shape: `svg` may be empty, where the table says it better: fewer than two bars.
struct Chart {
  std::string measure;  ///< « Nombre », or « Part » of a rate.
  std::string column;   ///< What the rows are: « Dispositif ».
  std::string id;       ///< Unique on a page: "personnes-annee".
  std::string title;    ///< « Personnes accompagnées par année »
  std::string finding;  ///< What there is to see, in a sentence.
  std::string svg;
  std::vector<ChartRow> rows;
  std::string total;  ///< What the rows add up to; empty where they do not.
  std::string note;   ///< What to know to read it; may be empty.
};

/// Draws one breakdown of an indicator as horizontal bars: labels and numbers stand beside them, so
/// that it can be read without colour, and shapes are inked with `currentColor`.
///
/// Shape:  `names` gives what to call a key; keys that it lacks are their own name. `when` ends the
///         title: « en 2024 ». At most 15
/// bars:
///         the largest, or the latest years; the table has every part. Masked parts have no bar.
/// Source: RGAA 4.1, criteria 1.1 and 1.6.
Chart make_chart(const PublishedTotal& published, Dimension dimension,
                 const std::map<std::string, std::string>& names, std::string_view when = "");

}  // namespace pes
