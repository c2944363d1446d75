#include "options_records.h"

#include <fmt/format.h>

#include "schema/kinds.h"

namespace pes {

namespace {

constexpr Text kinds{"Sortes de fiches", "Kinds of records"};

// A field may be called like an option of every command.
std::string option_name(const CLI::App& app, const Field& field) {
  const std::string name = fmt::format("--{}", field.name);
  return app.get_option_no_throw(name) == nullptr ? name : fmt::format("--champ-{}", field.name);
}

// What one line can say of a field: its choices, else anything.
std::string values_of(const Field& field, const OptionAdder& add) {
  std::vector<std::string_view> names;
  for (const Choice& choice : field.choices) names.push_back(choice.name);
  if (field.type == Type::boolean) names = {"oui", "non"};
  if (field.type == Type::figures) return "personnes=12,emplois=2";
  return names.empty() ? add.say({"VALEUR", "VALUE"}) : fmt::format("{}", fmt::join(names, "|"));
}

CLI::App* add_kind(const OptionAdder& add, Options& options, const Kind& kind, Text sentence) {
  const auto of_kind = [&](std::string_view text, Language language) {
    return fmt::format(fmt::runtime(text), kind.one.in(language));
  };
  const std::string french = of_kind(sentence.fr, Language::fr);
  const std::string english = of_kind(sentence.en, Language::en);
  CLI::App* inner = add_inner(add, kinds, kind.name, {french, english});
  inner->callback([&options, &kind] { options.kind = kind.name; });
  return inner;
}

constexpr Text forms{"Formes", "Forms"};

void add_schema_form(const OptionAdder& add, Options& options, SchemaForm form,
                     std::string_view name, Text sentence) {
  CLI::App* inner = add_inner(add, forms, name, sentence);
  inner->callback([&options, form] { options.schema_form = form; });
  add_example(*inner, fmt::format("pes schema {}", name), add.say({"le montre", "print it"}));
}

void add_field(OptionAdder& add, const CLI::App& outer, Options& options, const Field& field) {
  const std::string values = values_of(field, add);
  const std::string name = option_name(outer, field);
  options.answer_options[std::string(field.name)] = name;
  add.answer(
      name,
      [&options, &field](const std::string& value) {
        options.answers[std::string(field.name)] = value;
      },
      {values, values}, field.label);
}

}  // namespace

void add_schema_forms(OptionAdder& add, RawOptions& raw) {
  add.app().require_subcommand(1);
  CLI::App* json = add_inner(
      add, forms, "json",
      {"Montre les champs sous forme de JSON Schema.", "Prints the fields as JSON Schema."});
  add_schema_form(add, raw.options, SchemaForm::cms, "cms",
                  {"Montre la configuration de l'éditeur en ligne (Sveltia CMS, Decap CMS).",
                   "Prints the configuration of the online editor (Sveltia CMS, Decap CMS)."});
  add_schema_form(add, raw.options, SchemaForm::guide, "guide",
                  {"Montre la référence des champs, pour content/README.md.",
                   "Prints the reference of the fields, for content/README.md."});
  json->require_subcommand(1);
  add_example(*json, "pes schema json projet",
              add.say({"montre les champs d'un projet", "print the fields of a project"}));
  const OptionAdder inner(*json, add.language());
  for (const Kind& kind : all_kinds()) {
    CLI::App* form = add_kind(inner, raw.options, kind,
                              {"Montre le JSON Schema pour {}.", "Prints the JSON Schema for {}."});
    add_example(*form, fmt::format("pes schema json {0} > {0}.schema.json", kind.name),
                add.say({"écrit le schéma dans un fichier", "write the schema to a file"}));
  }
}

void add_new_kinds(OptionAdder& add, RawOptions& raw) {
  add.app().require_subcommand(1);
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) continue;
    CLI::App* made = add_kind(add, raw.options, kind, {"Prépare {}.", "Prepares {}."});
    add_example(*made, fmt::format("pes new {}", kind.name),
                add.say({"demande ce qu'il faut, puis écrit la fiche",
                         "ask for what is needed, then write the record"}));
    OptionAdder inner(*made, add.language());
    inner.group({"Questions", "Questions"});
    inner.flag("--oui", raw.never_ask, {"ne pose aucune question", "ask nothing"});
    inner.group({"Champs de la fiche", "Fields of the record"});
    for (const Field& field : kind.fields) {
      if (field.type == Type::object || field.type == Type::partition) continue;
      add_field(inner, add.app(), raw.options, field);
    }
  }
}

}  // namespace pes
