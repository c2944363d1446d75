#include "schema/json_schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace pes {

namespace {

using Json = nlohmann::ordered_json;
using Form = Constraint::Form;

// Space, no-break space, narrow no-break space, thin space.
constexpr std::string_view number_space = R"([ \u00a0\u202f\u2009])";

Json pattern(std::string_view regex) { return {{"type", "string"}, {"pattern", regex}}; }

Json any_of(std::initializer_list<Json> choices) { return {{"anyOf", Json(choices)}}; }

Json nothing() { return {{"type", "null"}}; }

// Words of any kind are a text to pes, but a number or a boolean to YAML.
Json text_schema(const Field& field) {
  Json text = pattern("\\S");
  if (field.longest > 0) text["maxLength"] = field.longest;
  return any_of({std::move(text), {{"type", {"number", "boolean"}}}});
}

Json boolean_schema() {
  return any_of({{{"type", "boolean"}},
                 pattern("^\\s*([oO][uU][iI]|[nN][oO][nN]|[vV][rR][aA][iI]|[fF][aA][uU][xX]|"
                         "[tT][rR][uU][eE]|[fF][aA][lL][sS][eE])\\s*$")});
}

std::string digits_pattern(std::string_view decimals) {
  return fmt::format(R"(^\s*[-+]?(\d+|\d{{1,3}}({}\d{{3}})+){}\s*$)", number_space, decimals);
}

Json integer_schema(std::int64_t least, std::int64_t most) {
  Json integer = {{"type", "integer"}};
  if (least != INT64_MIN) integer["minimum"] = least;
  if (most != INT64_MAX) integer["maximum"] = most;
  return any_of({std::move(integer), pattern(digits_pattern(R"(([.,](0{1,2}|0{4,}))?)"))});
}

// What may be grouped thousands is asked about.
Json number_schema() {
  return any_of({{{"type", "number"}},
                 pattern(digits_pattern(R"(([.,](\d{1,2}|\d{3}0+))?)")),
                 pattern(R"(^\s*-?(0\d{0,2}|\d{4,})[.,]\d{3}\s*$)")});
}

Json names_schema(const std::vector<std::string>& names) {
  if (names.empty()) return {{"not", Json::object()}};
  return {{"enum", names}};
}

// By the name below content/medias/, or by the address on the site.
Json media_schema(std::vector<std::string> names) {
  const std::size_t count = names.size();
  for (std::size_t i = 0; i < count; ++i) names.push_back(std::string(media_address) + names[i]);
  return names_schema(names);
}

class SchemaWriter {
 public:
  explicit SchemaWriter(const KnownValues& known) : known_(known) {}

  [[nodiscard]] Json object(std::span<const Field> fields,
                            std::span<const Constraint> constraints) const {
    Json schema = {{"type", "object"}, {"properties", Json::object()}};
    Json required = Json::array();
    for (const Field& field : fields) {
      schema["properties"][std::string(field.name)] = property(field);
      if (field.required) required.push_back(field.name);
    }
    schema["additionalProperties"] = false;
    if (!required.empty()) schema["required"] = std::move(required);
    for (const Constraint& constraint : constraints) add(constraint, schema);
    return schema;
  }

  [[nodiscard]] Json property(const Field& field) const {
    Json schema = {{"title", field.label.fr}, {"description", description(field)}};
    Json value = one(field);
    if (field.many) {
      value = any_of({value, {{"type", "array"}, {"items", value}}});
    }
    if (!field.required) value = any_of({std::move(value), nothing(), {{"const", ""}}});
    schema.update(value);
    const auto words = known_.words.find(std::string(field.name));
    if (words != known_.words.end()) schema["examples"] = words->second;
    return schema;
  }

 private:
  static std::string description(const Field& field) {
    std::string text = fmt::format("{} : {}", field.name, type_label(field.type).fr);
    if (field.many) text += " ; plusieurs se mettent dans une liste";
    if (field.longest > 0) text += fmt::format(" ; {} caractères au plus", field.longest);
    for (const Choice& choice : field.choices) {
      text += fmt::format("\n- {} : {}", choice.name, choice.label.fr);
    }
    return text;
  }

  [[nodiscard]] Json one(const Field& field) const {
    switch (field.type) {
      case Type::text:
        return text_schema(field);
      case Type::slug:
        return pattern("^[a-z0-9]+(-[a-z0-9]+)*$");
      case Type::boolean:
        return boolean_schema();
      case Type::integer:
        return integer_schema(field.least, field.most);
      case Type::number:
        return number_schema();
      case Type::year:
        return integer_schema(1900, 2100);
      case Type::date:
        return {{"type", "string"}, {"format", "date"}};
      case Type::period:
        return pattern(R"(^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}D)?$)");
      case Type::choice:
        return choice_schema(field);
      case Type::reference:
        return names_schema(slugs(field.target));
      case Type::media:
        return media_schema(known_.media);
      case Type::url:
        return pattern(R"(^https?://[^/\s"<>\\][^\s"<>\\]*$)");
      case Type::path:
        return pattern(R"(^/$|^(/[^/.\s"<>\\?#][^/\s"<>\\?#]*)+/?$)");
      case Type::colour:
        return pattern("^#[0-9a-fA-F]{6}$");
      case Type::object:
        return nested(field);
      case Type::figures:
        return figures();
      case Type::partition:
        return {{"type", "object"},
                {"propertyNames", names_schema(slugs("dispositif"))},
                {"additionalProperties", figures()}};
    }
    return Json::object();
  }

  [[nodiscard]] std::vector<std::string> slugs(std::string_view kind) const {
    const auto found = known_.records.find(std::string(kind));
    return found == known_.records.end() ? std::vector<std::string>{} : found->second;
  }

  static Json choice_schema(const Field& field) {
    Json names = Json::array();
    for (const Choice& choice : field.choices) names.push_back(choice.name);
    return {{"enum", std::move(names)}};
  }

  [[nodiscard]] Json nested(const Field& field) const {
    Json schema = object(field.fields, field.constraints);
    if (!field.text_allowed) return schema;
    return any_of({std::move(schema), one(field.fields.front())});
  }

  [[nodiscard]] Json figures() const {
    Json schema = {
        {"type", "object"},
        {"propertyNames", known_.indicators ? names_schema(*known_.indicators) : Json::object()}};
    for (const std::string& indicator : known_.fractions) {
      schema["properties"][indicator] = one_figure(Type::number);
    }
    // Nothing is known of an indicator that cannot be read.
    schema["additionalProperties"] = one_figure(known_.indicators ? Type::integer : Type::number);
    return schema;
  }

  // A number, or what figure_field() declares; below zero only with a reason.
  [[nodiscard]] Json one_figure(Type type) const {
    Json figure = object(figure_field().fields, figure_field().constraints);
    Field value = figure_field().fields.front();
    value.type = type;
    figure["properties"][std::string(value.name)] = property(value);
    const Json negative =
        any_of({{{"type", "number"}, {"exclusiveMaximum", 0}}, pattern("^\\s*-")});
    const Json has_negative = {{"required", {"valeur"}}, {"properties", {{"valeur", negative}}}};
    figure["allOf"].push_back({{"if", has_negative}, {"then", present("motif")}});
    Json bare = one(value);
    bare["not"] = negative;
    return any_of({std::move(bare), std::move(figure)});
  }

  // An empty field is an absent one.
  static Json present(std::string_view name) {
    return {{"required", {name}}, {"properties", {{name, {{"not", {{"enum", {nullptr, ""}}}}}}}}};
  }

  static void add(const Constraint& constraint, Json& schema) {
    const Json first = present(constraint.field);
    const Json second = present(constraint.other);
    Json& all = schema["allOf"];
    switch (constraint.form) {
      case Form::required_if:
        all.push_back({{"if",
                        {{"required", {constraint.other}},
                         {"properties", {{constraint.other, {{"enum", constraint.values}}}}}}},
                       {"then", first}});
        break;
      case Form::required_unless:
        all.push_back({{"if",
                        {{"required", {constraint.other}},
                         {"properties",
                          {{constraint.other, any_of({{{"const", true}},
                                                      pattern("^\\s*([oO][uU][iI]|[vV][rR][aA][iI]|"
                                                              "[tT][rR][uU][eE])\\s*$")})}}}}},
                       {"else", first}});
        break;
      case Form::exactly_one:
        all.push_back({{"oneOf", {first, second}}});
        break;
      case Form::at_most_one:
        all.push_back({{"not", {{"allOf", {first, second}}}}});
        break;
      case Form::together:
        all.push_back({{"if", first}, {"then", second}, {"else", {{"not", second}}}});
        break;
      case Form::ordered:
        break;
    }
    if (all.is_null()) schema.erase("allOf");
  }

  const KnownValues& known_;
};

}  // namespace

std::string json_schema(const Kind& kind, const KnownValues& known) {
  Json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", kind.noun.fr},
      {"description", kind.has_body ? fmt::format("Les champs d'une fiche : {}.", kind.one.fr)
                                    : fmt::format("Les champs de content/{}.", kind.file)}};
  schema.update(SchemaWriter(known).object(kind.fields, kind.constraints));
  return schema.dump(2) + "\n";
}

}  // namespace pes
