#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "records/decode_value.h"
#include "records/yaml_lines.h"
#include "text/colour.h"
#include "text/markup.h"
#include "text/slug.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace {

struct BooleanWord {
  std::string_view word;
  bool value;
};
constexpr std::array boolean_words = {BooleanWord{"oui", true},  BooleanWord{"non", false},
                                      BooleanWord{"vrai", true}, BooleanWord{"faux", false},
                                      BooleanWord{"true", true}, BooleanWord{"false", false}};
constexpr std::array other_boolean_words = {
    BooleanWord{"yes", true},  BooleanWord{"y", true},       BooleanWord{"o", true},
    BooleanWord{"ok", true},   BooleanWord{"on", true},      BooleanWord{"vraie", true},
    BooleanWord{"1", true},    BooleanWord{"no", false},     BooleanWord{"n", false},
    BooleanWord{"off", false}, BooleanWord{"fausse", false}, BooleanWord{"0", false},
    BooleanWord{"nom", false}};
constexpr std::int64_t first_year = 1900;
constexpr std::int64_t last_year = 2100;

// Everything that the readers of single types need.
struct Scalar {
  const YamlNode& node;
  const Field& field;
  std::string_view text;
  Diagnostics& out;

  Diagnostic& report() const {
    return out.add(Rule::wrong_type, node.span, {field.name, type_label(field.type)});
  }

  Value refuse() const {
    report();
    return {{}, node.span};
  }
};

Value read_text(const Scalar& scalar) {
  if (const std::string& uncut = scalar.node.uncut;
      !uncut.empty() && scalar.field.type == Type::text) {
    const Span all{scalar.node.span.file, scalar.node.span.offset,
                   static_cast<std::uint32_t>(uncut.size())};
    scalar.out.add(Rule::yaml_hash_in_value, all).replace_with(in_quotes(uncut));
  }
  const std::size_t length = count_characters(scalar.text);
  if (scalar.field.longest > 0 && length > scalar.field.longest) {
    scalar.out.add(Rule::text_too_long, scalar.node.span,
                   {scalar.field.name, length, scalar.field.longest});
  }
  return {std::string(scalar.text), scalar.node.span};
}

Value read_slug(const Scalar& scalar) {
  constexpr std::size_t longest = 200;
  if (is_slug(scalar.text) && scalar.text.size() <= longest)
    return {std::string(scalar.text), scalar.node.span};
  Diagnostic& found = scalar.out.add(Rule::bad_slug, scalar.node.span, {scalar.text});
  const std::string proposal = slugify(scalar.text);
  if (!proposal.empty()) found.replace_word(scalar.text, proposal);
  return {{}, scalar.node.span};
}

Value read_boolean(const Scalar& scalar) {
  const std::string word = fold(scalar.text);
  for (const BooleanWord& known : boolean_words) {
    if (known.word == word) return {known.value, scalar.node.span};
  }
  Diagnostic& found = scalar.report();
  for (const BooleanWord& other : other_boolean_words) {
    if (other.word == word) found.replace_word(scalar.text, other.value ? "oui" : "non");
  }
  return {{}, scalar.node.span};
}

Value read_number(const Scalar& scalar) {
  if (const auto readings = two_readings(scalar.text)) {
    scalar.out.add(Rule::ambiguous_number, scalar.node.span,
                   {scalar.text, readings->whole, readings->fraction});
    return {{}, scalar.node.span};
  }
  const auto number = parse_decimal(scalar.text);
  if (!number) return scalar.refuse();
  if (scalar.field.type == Type::number) return {*number, scalar.node.span};
  if (number->thousandths % whole(1).thousandths != 0) return scalar.refuse();
  const std::int64_t integer = number->thousandths / whole(1).thousandths;
  const bool year = scalar.field.type == Type::year;
  const std::int64_t least = year ? first_year : scalar.field.least;
  const std::int64_t most = year ? last_year : scalar.field.most;
  if (integer < least || integer > most) {
    scalar.out.add(Rule::out_of_range, scalar.node.span,
                   {scalar.field.name, std::to_string(least), std::to_string(most)});
    return {{}, scalar.node.span};
  }
  return {integer, scalar.node.span};
}

Value read_date(const Scalar& scalar) {
  const ParsedDate parsed = parse_date(scalar.text);
  switch (parsed.form) {
    case DateForm::iso:
      return {parsed.date, scalar.node.span};
    case DateForm::french:
      scalar.out.add(Rule::french_date, scalar.node.span, {scalar.text})
          .replace_word(scalar.text, format_iso(parsed.date));
      return {{}, scalar.node.span};
    case DateForm::impossible:
      scalar.out.add(Rule::impossible_date, scalar.node.span, {scalar.text});
      return {{}, scalar.node.span};
    case DateForm::other:
      break;
  }
  return scalar.refuse();
}

Value read_choice(const Scalar& scalar) {
  std::vector<std::string> names;
  for (const Choice& choice : scalar.field.choices) {
    if (choice.name == scalar.text) return {std::string(scalar.text), scalar.node.span};
    names.emplace_back(choice.name);
  }
  Diagnostic& found =
      scalar.out.add(Rule::unknown_choice, scalar.node.span,
                     {scalar.text, scalar.field.name, fmt::format("{}", fmt::join(names, ", "))});
  found.suggest(scalar.text, names);
  return {{}, scalar.node.span};
}

Value read_url(const Scalar& scalar) {
  const std::string_view text = scalar.text;
  const bool scheme = text.starts_with("https://") || text.starts_with("http://");
  const std::string_view rest = scheme ? text.substr(text.find("//") + 2) : text;
  const bool host = !rest.empty() && rest.front() != '/' &&
                    rest.find_first_of(" \t\"<>\\") == std::string_view::npos;
  if (scheme && host) return {std::string(text), scalar.node.span};
  Diagnostic& found =
      scalar.out.add(Rule::bad_address, scalar.node.span, {text, Text{"complète", "in full"}});
  // Only what starts like the name of a host, not what else a scheme was forgotten of.
  const std::string_view name = rest.substr(0, rest.find('/'));
  if (host && name.find('.') != std::string_view::npos &&
      name.find_first_of(":@?#") == std::string_view::npos) {
    found.replace_word(scalar.text, fmt::format("https://{}", rest));
  }
  return {{}, scalar.node.span};
}

// Every part must be able to be a file name that nothing else gives a meaning to.
bool is_site_path(std::string_view path) {
  constexpr std::size_t longest_part = 200;
  if (path.size() < 2 || path.front() != '/') return false;
  if (path.find_first_of(" \t\"<>\\?#%") != std::string_view::npos) return false;
  if (path.back() == '/') path.remove_suffix(1);
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.empty() || part.front() == '.' || part.size() > longest_part) return false;
    path.remove_prefix(part.size());
  }
  return true;
}

Value read_path(const Scalar& scalar) {
  const std::string path = decode_percent(scalar.text);
  const bool fine = !find_invalid_utf8(path) && !find_control_character(path);
  if (fine && (path == "/" || is_site_path(path))) return {path, scalar.node.span};
  scalar.out.add(Rule::bad_address, scalar.node.span,
                 {scalar.text,
                  Text{"du site (elle commence par « / »)", "of the site (it starts with \"/\")"}});
  return {{}, scalar.node.span};
}

Value read_colour(const Scalar& scalar) {
  if (!parse_colour(scalar.text)) return scalar.refuse();
  return {std::string(scalar.text), scalar.node.span};
}

Value read_period(const Scalar& scalar) {
  const auto period = parse_period(scalar.text);
  return period ? Value{*period, scalar.node.span} : scalar.refuse();
}

// The online editor writes the address of the file on the site.
Value read_media(const Scalar& scalar) {
  std::string_view name = scalar.text;
  if (name.starts_with(media_address)) name.remove_prefix(media_address.size());
  return {std::string(name), scalar.node.span};
}

Value decode(const YamlNode& node, const Field& field, Diagnostics& out) {
  // YAML escapes can hold what a file cannot.
  if (const auto bad = find_control_character(node.text)) {
    out.add(Rule::control_character, node.span, {control_character_name(node.text, *bad)});
    return {{}, node.span};
  }
  const Scalar scalar{node, field, trim(node.text), out};
  switch (field.type) {
    case Type::slug:
      return read_slug(scalar);
    case Type::boolean:
      return read_boolean(scalar);
    case Type::integer:
    case Type::number:
    case Type::year:
      return read_number(scalar);
    case Type::date:
      return read_date(scalar);
    case Type::period:
      return read_period(scalar);
    case Type::choice:
      return read_choice(scalar);
    case Type::url:
      return read_url(scalar);
    case Type::path:
      return read_path(scalar);
    case Type::colour:
      return read_colour(scalar);
    case Type::media:
      return read_media(scalar);
    default:
      return read_text(scalar);
  }
}

}  // namespace

Value decode_scalar(const YamlNode& node, const Field& field, Diagnostics& out) {
  if (node.whole) return decode(node, field, out);
  // Of a value of several lines, a fix would mend the first alone.
  Diagnostics found;
  Value value = decode(node, field, found);
  for (Diagnostic diagnostic : found.all()) {
    diagnostic.fix.clear();
    out.add(std::move(diagnostic));
  }
  return value;
}

}  // namespace pes
