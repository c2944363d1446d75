#include "records/decode_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "records/yaml_lines.h"
#include "text/utf8.h"

namespace pes {

namespace {

using Form = Constraint::Form;

const Field* find_field(std::span<const Field> fields, std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Arg quoted(std::string_view name) {
  return {fmt::format("« {} »", name), fmt::format("\"{}\"", name)};
}

// Returns the field that was probably meant.
std::optional<std::string> report_unknown_key(const YamlNode& key, const YamlNode& object,
                                              const Shape& shape, Diagnostics& out) {
  std::vector<std::string> names;
  for (const Field& known : shape.fields) names.emplace_back(known.name);
  Diagnostic& found = out.add(Rule::unknown_key, key.span,
                              {key.text, shape.name, fmt::format("{}", fmt::join(names, ", "))});
  found.suggest(key.text, names);
  const bool taken = std::any_of(object.entries.begin(), object.entries.end(),
                                 [&](const YamlEntry& e) { return e.key.text == found.nearest; });
  if (taken) found.fix.clear();
  return found.nearest;
}

// A field that holds others, written without any, above a key that could be one of them.
bool is_parent(const Field& above, const YamlEntry& entry) {
  if (above.type == Type::object) return find_field(above.fields, entry.key.text) != nullptr;
  const bool digit = !entry.value.text.empty() && entry.value.text.front() >= '0' &&
                     entry.value.text.front() <= '9';
  return (above.type == Type::figures && digit) ||
         (above.type == Type::partition && entry.value.form == YamlNode::Form::map);
}

void report_misplaced(const YamlEntry& entry, const Field& above, bool movable, Diagnostics& out) {
  Diagnostic& found = out.add(Rule::misplaced_key, entry.key.span, {entry.key.text, above.name});
  if (!movable || above.many) return;
  found.fix = {{{entry.key.span.file, entry.key.span.offset, 0}, "  "}};
}

void report_missing(const Field& field, const Shape& shape, Diagnostics& out) {
  out.add(Rule::missing_field, shape.head, {field.name, shape.name, field.label});
}

// « - Ville : Dijon » in a list of texts is a map to YAML.
bool is_text_with_colon(const YamlNode& node, const Field& field) {
  const bool text = field.type == Type::text || field.text_allowed;
  return text && node.form == YamlNode::Form::map && node.entries.size() == 1 &&
         !node.text.empty() && node.entries[0].value.whole &&
         node.entries[0].value.form != YamlNode::Form::map;
}

void report_type(const YamlNode& node, const Field& field, Diagnostics& out) {
  if (is_text_with_colon(node, field)) {
    out.add(Rule::yaml_colon_in_value, node.span, {field.name}).replace_with(in_quotes(node.text));
    return;
  }
  out.add(Rule::wrong_type, node.span, {field.name, type_label(field.type)});
}

bool is_empty(const YamlNode& node) {
  return node.form == YamlNode::Form::null ||
         (node.form == YamlNode::Form::scalar && trim(node.text).empty());
}

bool written(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  return value != nullptr && value->written();
}

bool applies(const Constraint& constraint, const Object& object) {
  const Value* other = find(object, constraint.other);
  if (constraint.values.empty()) return integer_of(other).value_or(0) != 0;
  return std::find(constraint.values.begin(), constraint.values.end(), text_of(other)) !=
         constraint.values.end();
}

void check_order(const Constraint& constraint, const Object& object, Diagnostics& out) {
  const Value* first = find(object, constraint.field);
  const Value* second = find(object, constraint.other);
  const auto from = date_of(first);
  const auto to = date_of(second);
  if (!from || !to || *from <= *to) return;
  out.add(Rule::order, second->span,
          {constraint.field, constraint.other, format_iso(*from), format_iso(*to)});
}

void check_constraint(const Constraint& constraint, const Object& object, const Shape& shape,
                      Diagnostics& out) {
  const bool first = written(object, constraint.field);
  const bool second = written(object, constraint.other);
  switch (constraint.form) {
    case Form::required_if:
      if (!first && applies(constraint, object)) {
        report_missing(*find_field(shape.fields, constraint.field), shape, out);
      }
      break;
    case Form::required_unless:
      if (!first && !flag_of(find(object, constraint.other))) {
        report_missing(*find_field(shape.fields, constraint.field), shape, out);
      }
      break;
    case Form::exactly_one:
      if (first == second) {
        out.add(Rule::exactly_one, shape.head, {constraint.field, constraint.other, shape.name});
      }
      break;
    case Form::at_most_one:
      if (first && second) {
        out.add(Rule::exactly_one, shape.head, {constraint.field, constraint.other, shape.name});
      }
      break;
    case Form::together:
      if (first != second) {
        const std::string_view absent = first ? constraint.other : constraint.field;
        report_missing(*find_field(shape.fields, absent), shape, out);
      }
      break;
    case Form::ordered:
      check_order(constraint, object, out);
      break;
  }
}

Value decode_nested(const YamlNode& node, const Field& field, Diagnostics& out) {
  Value value{{}, node.span};
  if (node.form == YamlNode::Form::map) {
    const Shape shape{field.fields, field.constraints, quoted(field.name), node.span};
    value.data = decode_object(node, shape, out);
  } else if (field.text_allowed && node.form == YamlNode::Form::scalar) {
    const Field& first = field.fields.front();
    value.data = Object{{std::string(first.name), node.span, decode_value(node, first, out)}};
  } else {
    report_type(node, field, out);
  }
  return value;
}

void check_sign(const Object& figure, const YamlNode& key, const YamlNode& node, Diagnostics& out) {
  const Value* value = find(figure, "valeur");
  const auto* number = value != nullptr ? std::get_if<Decimal>(&value->data) : nullptr;
  if (number == nullptr || number->thousandths >= 0 || written(figure, "motif")) return;
  out.add(Rule::negative_figure, node.span, {key.text, format_plain(*number)});
}

// A bare number is the value of a figure.
Value decode_figure(const YamlNode& key, const YamlNode& node, Diagnostics& out) {
  const Field& figure = figure_field();
  Value value{{}, node.span};
  if (node.form == YamlNode::Form::map) {
    const Shape shape{figure.fields, figure.constraints, quoted(key.text), node.span};
    value.data = decode_object(node, shape, out);
  } else {
    Field number = figure.fields.front();
    number.name = key.text;
    value.data = Object{
        {std::string(figure.fields.front().name), node.span, decode_value(node, number, out)}};
  }
  check_sign(object_of(&value), key, node, out);
  return value;
}

// A map whose keys staff choose: each value is decoded alike.
template <typename Decode>
Value decode_entries(const YamlNode& node, const Field& field, Diagnostics& out, Decode decode) {
  Value value{{}, node.span};
  if (node.form != YamlNode::Form::map) {
    report_type(node, field, out);
    return value;
  }
  Object object;
  for (const auto& [key, item] : node.entries) {
    object.push_back({key.text, key.span, decode(key, item)});
  }
  value.data = std::move(object);
  return value;
}

Value decode_figures(const YamlNode& node, const Field& field, Diagnostics& out) {
  return decode_entries(node, field, out, [&](const YamlNode& key, const YamlNode& item) {
    return decode_figure(key, item, out);
  });
}

Value decode_partition(const YamlNode& node, const Field& field, Diagnostics& out) {
  Field part = field;
  part.type = Type::figures;
  return decode_entries(node, field, out, [&](const YamlNode&, const YamlNode& item) {
    return decode_figures(item, part, out);
  });
}

Value decode_one(const YamlNode& node, const Field& field, Diagnostics& out) {
  switch (field.type) {
    case Type::object:
      return decode_nested(node, field, out);
    case Type::figures:
      return decode_figures(node, field, out);
    case Type::partition:
      return decode_partition(node, field, out);
    default:
      if (node.form == YamlNode::Form::scalar) return decode_scalar(node, field, out);
      report_type(node, field, out);
      return {{}, node.span};
  }
}

// « supports: site, flux » is one text to YAML. A comma can be part of a name, but not of a choice;
// whoever means one in a word of their own says so with quotes.
std::optional<Rule> comma_list(const YamlNode& node, const Field& field) {
  const bool one_line = node.form == YamlNode::Form::scalar && node.whole;
  if (!one_line || node.text.find(',') == std::string::npos) return std::nullopt;
  if (field.type == Type::choice || field.type == Type::reference) return Rule::comma_list;
  const bool quoted = node.span.length > node.text.size();
  const bool word = field.type == Type::text && !field.proper_name && !quoted;
  return word ? std::optional(Rule::comma_in_word) : std::nullopt;
}

void report_comma_list(Rule rule, const YamlNode& node, const Field& field, Diagnostics& out) {
  std::vector<std::string_view> items;
  std::string_view rest = node.text;
  while (true) {
    const std::size_t comma = rest.find(',');
    if (const std::string_view item = trim(rest.substr(0, comma)); !item.empty()) {
      items.push_back(item);
    }
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  Diagnostic& found = out.add(rule, node.span, {field.name});
  // What has brackets or quotes was meant to be a list in another way.
  if (node.text.find_first_of("[]{}\"'") == std::string::npos) {
    found.replace_with(fmt::format("[{}]", fmt::join(items, ", ")));
  }
}

}  // namespace

Value decode_value(const YamlNode& node, const Field& field, Diagnostics& out) {
  if (!field.many) return decode_one(node, field, out);
  if (const auto rule = comma_list(node, field)) {
    report_comma_list(*rule, node, field, out);
    if (rule == Rule::comma_list) return {{}, node.span};
  }
  Value value{{}, node.span};
  List list;
  if (node.form == YamlNode::Form::list) {
    for (const YamlNode& item : node.items) list.push_back(decode_one(item, field, out));
  } else {
    list.push_back(decode_one(node, field, out));
  }
  std::erase_if(list, [](const Value& item) { return !item.present(); });
  value.data = std::move(list);
  return value;
}

Object decode_object(const YamlNode& node, const Shape& shape, Diagnostics& out) {
  Object object;
  std::set<std::string> meant;   // fields that are only misspelt are not missing
  const Field* above = nullptr;  // the last one, if nothing was written in it
  // Lines move together or not at all.
  const bool movable =
      std::all_of(node.entries.begin(), node.entries.end(), [&](const YamlEntry& entry) {
        return find_field(shape.fields, entry.key.text) != nullptr ||
               (entry.value.form == YamlNode::Form::scalar && entry.value.whole);
      });
  for (const YamlEntry& entry : node.entries) {
    const auto& [key, item] = entry;
    const Field* known = find_field(shape.fields, key.text);
    if (known == nullptr && above != nullptr && is_parent(*above, entry)) {
      report_misplaced(entry, *above, movable, out);
      continue;
    }
    above = known != nullptr && is_empty(item) ? known : nullptr;
    if (known == nullptr) {
      meant.insert(report_unknown_key(key, node, shape, out).value_or(""));
    } else if (!is_empty(item)) {
      object.push_back({key.text, key.span, decode_value(item, *known, out)});
    } else if (known->required) {
      out.add(Rule::missing_field, key.span, {known->name, shape.name, known->label});
      object.push_back({key.text, key.span, Value{{}, key.span}});
    } else if (known->decides) {
      out.add(Rule::empty_decision, key.span, {known->name, shape.name, known->label});
    }
  }
  for (const Field& known : shape.fields) {
    const bool absent = !written(object, known.name) && !meant.contains(std::string(known.name));
    if (known.required && absent) report_missing(known, shape, out);
  }
  for (const Constraint& constraint : shape.constraints) {
    check_constraint(constraint, object, shape, out);
  }
  return object;
}

}  // namespace pes
