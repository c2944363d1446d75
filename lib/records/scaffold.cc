#include "records/scaffold.h"

#include <fmt/format.h>

#include <algorithm>

#include "records/yaml_lines.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Form = Constraint::Form;

bool has(const Answers& answers, std::string_view name) {
  const auto found = answers.find(std::string(name));
  return found != answers.end() && !trim(found->second).empty();
}

const Field& field_named(const Kind& kind, std::string_view name) {
  return kind.fields[static_cast<std::size_t>(field_index(kind, name))];
}

bool demands(const Constraint& constraint, const Answers& answers) {
  const auto other = answers.find(std::string(constraint.other));
  const std::string_view value = other == answers.end() ? std::string_view() : other->second;
  switch (constraint.form) {
    case Form::required_if:
      return std::find(constraint.values.begin(), constraint.values.end(), value) !=
             constraint.values.end();
    default:
      return false;
  }
}

// Words that mean nothing to YAML stay as they are.
std::string written(std::string_view value) {
  constexpr std::string_view signs = "-?:,[]{}#&*!|>'\"%@`~=<";
  const bool empty = value == "~" || fold(value) == "null";
  const bool plain = !value.empty() && !empty && !value.starts_with("“") &&
                     !value.starts_with("‘") &&
                     signs.find(value.front()) == std::string_view::npos &&
                     value.find(": ") == std::string_view::npos &&
                     value.find(" #") == std::string_view::npos && !value.ends_with(':');
  return plain ? std::string(value) : in_quotes(value);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    if (const auto part = trim(text.substr(begin, comma - begin)); !part.empty()) {
      parts.push_back(part);
    }
    begin = comma + 1;
  }
  return parts;
}

// As the other records write them: a form holds one way only.
std::string figure(std::string_view path, std::string_view answer, const KnownValues& known) {
  const std::size_t sign = std::min(answer.find('='), answer.size());
  const std::string_view name = trim(answer.substr(0, sign));
  const std::string_view number = trim(answer.substr(std::min(sign + 1, answer.size())));
  const auto written = known.written.find(fmt::format("{}.{}", path, name));
  const bool full = written != known.written.end() && written->second != Written::shortly;
  return full ? fmt::format("\n  {}: {{valeur: {}}}", name, number)
              : fmt::format("\n  {}: {}", name, number);
}

std::string answered(const Kind& kind, const Field& field, std::string_view answer,
                     const KnownValues& known) {
  std::string out = fmt::format("{}:", field.name);
  if (field.type == Type::figures) {
    const std::string path = fmt::format("{}.{}", kind.name, field.name);
    for (const std::string_view part : split(answer)) out += figure(path, part, known);
  } else if (field.many) {
    for (const std::string_view part : split(answer)) out += "\n  - " + written(part);
  } else {
    out += " " + written(trim(answer));
  }
  return out + "\n";
}

// What may be written, in brackets; nothing for a text.
std::string choices_of(const Field& field) {
  if (field.type == Type::text) return {};
  std::vector<std::string_view> names;
  for (const Choice& choice : field.choices) names.push_back(choice.name);
  if (names.empty()) return fmt::format(" : {}", type_label(field.type).fr);
  return fmt::format(" : {}", fmt::join(names, ", "));
}

// A line to take the « # » away from, with another comment that says what it is for.
std::string commented(const Field& field, std::size_t depth) {
  std::string out = fmt::format("# {}{}: # {}{}\n", std::string(2 * depth, ' '), field.name,
                                field.label.fr, choices_of(field));
  if (field.type != Type::object) return out;
  for (const Field& inner : field.fields) out += commented(inner, depth + 1);
  return out;
}

}  // namespace

std::vector<const Field*> fields_to_ask(const Kind& kind, const Answers& answers) {
  std::vector<const Field*> asked;
  const auto ask = [&](const Field& field) {
    if (!has(answers, field.name)) asked.push_back(&field);
  };
  for (const Field& field : kind.fields) {
    if (field.required) ask(field);
  }
  for (const Constraint& constraint : kind.constraints) {
    if (demands(constraint, answers)) ask(field_named(kind, constraint.field));
    const bool open = constraint.form == Form::exactly_one && !has(answers, constraint.field);
    if (open) ask(field_named(kind, constraint.other));
  }
  return asked;
}

std::vector<std::string> allowed_values(const Field& field, const KnownValues& known) {
  std::vector<std::string> values;
  for (const Choice& choice : field.choices) values.emplace_back(choice.name);
  if (field.type == Type::media) values = known.media;
  const auto records = known.records.find(std::string(field.target));
  if (field.type == Type::reference && records != known.records.end()) values = records->second;
  return values;
}

std::string scaffold_record(const Kind& kind, const Answers& answers, const KnownValues& known) {
  std::string out = "---\n";
  for (const Field& field : kind.fields) {
    const auto answer = answers.find(std::string(field.name));
    out += has(answers, field.name) ? answered(kind, field, answer->second, known)
                                    : commented(field, 0);
  }
  return out + "---\n\n<!-- Écrivez ici le texte de la fiche. -->\n";
}

}  // namespace pes
