#include <fmt/format.h>

#include "commands.h"
#include "editor_remarks.h"
#include "schema/cms_config.h"
#include "schema/field_guide.h"
#include "schema/json_schema.h"
#include "text/visible.h"

namespace pes {

namespace {

std::string editor_configuration(const Content& content, const Console& console) {
  const Record* settings = content.settings();
  const Value* editing = settings == nullptr ? nullptr : field(*settings, "redaction");
  if (editing == nullptr) {
    Console::complain(fmt::format(
        "pes: {}\n",
        console.say({"site.yml n'a pas de champ « redaction » : cet éditeur n'enregistre rien.",
                     "site.yml has no field \"redaction\": this editor saves nothing."})));
  }
  const KnownValues known = known_values(content);
  remark_left_out(known, console);
  return cms_config(known, editing);
}

}  // namespace

int schema(const Options& options, const Console& console) {
  if (options.schema_form == SchemaForm::guide) {
    Console::print(field_guide());
    return 0;
  }
  Diagnostics reported_by_validate;
  const Content content = read_content_model(settings_of(options), reported_by_validate);
  Console::print(visible_json(options.schema_form == SchemaForm::cms
                                  ? editor_configuration(content, console)
                                  : json_schema(kind_named(options.kind), known_values(content))));
  return 0;
}

}  // namespace pes
