#include "schema/field_guide.h"

#include <fmt/format.h>

#include <vector>

#include "schema/kinds.h"

namespace pes {

namespace {

using Form = Constraint::Form;

std::string code(std::string_view name) { return fmt::format("`{}`", name); }

// « `accord-ecrit` – accord écrit ; `accord-oral` – accord oral »
std::string choices_of(const Field& field) {
  std::vector<std::string> words;
  for (const Choice& choice : field.choices) {
    words.push_back(choice.name == choice.label.fr
                        ? code(choice.name)
                        : fmt::format("`{}` – {}", choice.name, choice.label.fr));
  }
  return fmt::format("{}", fmt::join(words, " ; "));
}

// Messages have the straight apostrophe of keyboards; the guide is read.
std::string typeset(std::string_view label) {
  std::string out;
  for (const char c : label) out += c == '\'' ? "’" : std::string(1, c);
  return out;
}

// « obligatoire si `forme` vaut `citation` »; empty where the table says nothing of the field.
std::string demand_of(const Field& field, std::span<const Constraint> constraints) {
  if (field.required) return "obligatoire";
  std::vector<std::string> demands;
  for (const Constraint& constraint : constraints) {
    const bool first = constraint.field == field.name;
    if (!first && constraint.other != field.name) continue;
    const std::string other = code(first ? constraint.other : constraint.field);
    std::vector<std::string> values;
    for (const std::string_view value : constraint.values) values.push_back(code(value));
    switch (constraint.form) {
      case Form::required_if:
        if (first) {
          demands.push_back(
              fmt::format("obligatoire si {} vaut {}", other, fmt::join(values, " ou ")));
        }
        break;
      case Form::required_unless:
        if (first) demands.push_back(fmt::format("obligatoire, sauf si {} vaut `oui`", other));
        break;
      case Form::exactly_one:
        demands.push_back(fmt::format("soit ce champ, soit {}", other));
        break;
      case Form::at_most_one:
        demands.push_back(fmt::format("pas avec {}", other));
        break;
      case Form::together:
        demands.push_back(fmt::format("avec {}", other));
        break;
      case Form::ordered:
        if (first) demands.push_back(fmt::format("pas après {}", other));
        break;
    }
  }
  return fmt::format("{}", fmt::join(demands, " ; "));
}

std::string form_of(const Field& field) {
  std::string form = field.type == Type::choice ? choices_of(field)
                     : field.type == Type::reference
                         ? fmt::format("le nom court d’une fiche de `content/{}/`",
                                       kind_named(field.target).folder)
                         : std::string(type_label(field.type).fr);
  if (field.text_allowed) {
    form = fmt::format("{}, ou {} seul", form, code(field.fields.front().name));
  }
  if (field.longest > 0) form += fmt::format(", {} caractères au plus", field.longest);
  if (field.least != INT64_MIN && field.most != INT64_MAX) {
    form += fmt::format(", de {} à {}", field.least, field.most);
  }
  if (field.many) {
    form += field.type == Type::object ? " ; un tiret devant chaque groupe"
                                       : " ; plusieurs entre crochets : `[…, …]`";
  }
  return form;
}

void add_rows(std::span<const Field> fields, std::span<const Constraint> constraints,
              const std::string& above, std::string& out) {
  for (const Field& field : fields) {
    const std::string path = above + std::string(field.name);
    const std::string demand = demand_of(field, constraints);
    out += typeset(fmt::format("| `{}` | {} | {}{} |\n", path, field.label.fr, form_of(field),
                               demand.empty() ? "" : fmt::format(". **{}**", demand)));
    add_rows(field.fields, field.constraints, path + ".", out);
  }
}

void add_table(std::span<const Field> fields, std::span<const Constraint> constraints,
               std::string& out) {
  out += "| champ | ce qu’il dit | ce qu’on y écrit |\n|---|---|---|\n";
  add_rows(fields, constraints, "", out);
}

}  // namespace

std::string field_guide() {
  std::string out =
      "## Tous les champs\n\nUn champ écrit `photo.alt` se met sous `photo:`, décalé de deux "
      "espaces. Ce qui n’est pas dit obligatoire peut être absent.\n";
  for (const bool single : {false, true}) {
    for (const Kind& kind : all_kinds()) {
      if (kind.folder.empty() != single) continue;
      out += fmt::format("\n### {}\n\nDans `content/{}`.\n\n", kind.title.fr,
                         single ? std::string(kind.file) : fmt::format("{}/", kind.folder));
      add_table(kind.fields, kind.constraints, out);
    }
  }
  out +=
      "\n### Un chiffre\n\nUn chiffre est un nombre, `personnes: 12`, ou ces champs : "
      "`personnes: {valeur: 12, precision: plus-de}`.\n\n";
  add_table(figure_field().fields, figure_field().constraints, out);
  return out;
}

}  // namespace pes
