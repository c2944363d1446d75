#include "options_records.h"

#include <fmt/format.h>

#include "schema/kinds.h"

namespace pes {

namespace {

std::string say(Text text, Language language) { return std::string(text.in(language)); }

// A field may be called like an option of every command.
std::string option_name(const CLI::App& app, const Field& field) {
  const std::string name = fmt::format("--{}", field.name);
  return app.get_option_no_throw(name) == nullptr ? name : fmt::format("--champ-{}", field.name);
}

}  // namespace

CLI::App* add_inner(CLI::App& app, Language language, std::string_view name, Text help) {
  CLI::App* inner = app.add_subcommand(std::string(name), say(help, language));
  inner->set_help_flag("-h,--help", say({"affiche cette aide", "print this help"}, language));
  inner->fallthrough();
  return inner;
}

void add_schema_forms(CLI::App& app, Options& options, Language language) {
  CLI::App* json = add_inner(app, language, "json",
                             {"JSON Schema des champs d'une sorte de fiche",
                              "JSON Schema of the fields of a kind of record"});
  add_inner(app, language, "cms",
            {"configuration de l'éditeur en ligne (Sveltia CMS, Decap CMS)",
             "configuration of the online editor (Sveltia CMS, Decap CMS)"})
      ->callback([&options] { options.schema_form = SchemaForm::cms; });
  add_inner(app, language, "guide",
            {"référence des champs, pour content/README.md",
             "reference of the fields, for content/README.md"})
      ->callback([&options] { options.schema_form = SchemaForm::guide; });
  app.require_subcommand(1);
  json->require_subcommand(1);
  for (const Kind& kind : all_kinds()) {
    add_inner(*json, language, kind.name, kind.title)->callback([&options, &kind] {
      options.kind = kind.name;
    });
  }
}

void add_new_kinds(CLI::App& app, Options& options, Language language) {
  app.require_subcommand(1);
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) continue;
    CLI::App* inner = add_inner(app, language, kind.name, kind.one);
    inner->callback([&options, &kind] { options.kind = kind.name; });
    inner->add_flag_callback(
        "--oui", [&options] { options.ask = false; },
        say({"ne pose aucune question", "ask nothing"}, language));
    for (const Field& field : kind.fields) {
      if (field.type == Type::object || field.type == Type::partition) continue;
      inner
          ->add_option_function<std::string>(
              option_name(app, field),
              [&options, &field](const std::string& value) {
                options.answers[std::string(field.name)] = value;
              },
              say(field.label, language))
          ->type_name(say({"VALEUR", "VALUE"}, language));
    }
  }
}

}  // namespace pes
