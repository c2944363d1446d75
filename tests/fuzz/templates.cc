#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "support/both_ways.h"
#include "theme/template_check.h"

namespace pes::test {

namespace {

using Json = nlohmann::json;

const Json& constants() {
  static const Json json = {
      {"site",
       {{"titre", "Le <site>"},
        {"vide", nullptr},
        {"notice", {{"siege", "ici"}, {"tel", nullptr}, {"titre", "Notice"}}},
        {"pied", {{"liste", {{{"titre", "Un"}}, {{"titre", "Deux"}}}}, {"nombre", "2"}}}}}};
  return json;
}

const Json& context() {
  static const Json json = {
      {"titre", "Page & co"},
      {"page", {{"titre", "De la page"}, {"indexee", true}}},
      {"fiche", {{"titre", "Fiche"}, {"notice", nullptr}, {"corps", "<p>\n</p>"}}},
      {"liste", {"a", "b"}},
      {"rien", nullptr}};
  return json;
}

// What templates may ask for: everything that the context above has.
Vocabulary vocabulary_of(const Json& json) {
  Vocabulary out;
  if (json.is_array()) {
    for (const Json& item : json) out.names.merge(vocabulary_of(item).names);
    out.list = true;
  }
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) out.names[key] = vocabulary_of(value);
  }
  return out;
}

Vocabulary vocabulary() {
  Json everything = constants();
  everything.update(context());
  return vocabulary_of(everything);
}

bool passes_the_check(const std::string& layout, const std::string& partial) {
  const SourceFiles files = {{"l", layout}, {"p", partial}};
  Theme theme;
  theme.layouts["l"] = {0, layout};
  theme.partials["p"] = {1, partial};
  static const std::map<std::string, Vocabulary> known = {{"l", vocabulary()}};
  Diagnostics found;
  check_templates(theme, known, files, found);
  hold_findings(files, found);
  return !found.has_errors();
}

}  // namespace

// The layout, and behind a line « == » the partial.
void hold_templates(std::string_view bytes) {
  const auto text = as_source_text(bytes);
  if (!text) return;
  constexpr std::string_view line = "\n==\n";
  const std::size_t end = text->find(line);
  const std::string layout = text->substr(0, end);
  const std::string partial = end == std::string::npos ? "" : text->substr(end + line.size());
  if (!passes_the_check(layout, partial)) return;
  const BothWays ways = template_both_ways(layout, {{"p", partial}}, constants(), context());
  hold_same("short way and mstch agree", ways.long_way, ways.short_way);
}

}  // namespace pes::test
