#include "diagnostics/machine_report.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "diagnostics/report.h"
#include "text/digest.h"
#include "text/markup.h"
#include "text/visible.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

// The name of a file need not be UTF-8.
std::string dump(const Json& json) {
  return visible_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

struct Place {
  std::string_view path;
  Position begin;
  Position end;
};

Place place_of(Span span, const Places& places) {
  return {places.file(span.file).path, places.position(span.file, span.offset),
          places.position(span.file, span.offset + span.length)};
}

std::string whole_message(const Diagnostic& diagnostic, Language language) {
  std::string text = message(diagnostic, language);
  for (const std::string& line : ways_out(diagnostic, language)) text += "\n" + line;
  return text;
}

Json position_json(Position position) {
  return {{"line", position.line}, {"column", position.column}};
}

Json place_json(Span span, const Places& places) {
  if (span.file == no_file) return nullptr;
  const Place place = place_of(span, places);
  return {{"file", place.path},
          {"start", position_json(place.begin)},
          {"end", position_json(place.end)}};
}

Json finding_json(const Diagnostic& diagnostic, const Places& places, Language language) {
  Json fix = Json::array();
  for (const Edit& edit : diagnostic.fix) {
    fix.push_back({{"place", place_json(edit.span, places)}, {"text", edit.text}});
  }
  Json related = Json::array();
  for (const Note& note : diagnostic.notes) {
    related.push_back(
        {{"place", place_json(note.span, places)}, {"message", note.text.in(language)}});
  }
  return {{"code", rule_code(diagnostic.rule)},
          {"severity", severity_label(rule_info(diagnostic.rule).severity).en},
          {"message", message(diagnostic, language)},
          {"help", ways_out(diagnostic, language)},
          {"place", place_json(diagnostic.span, places)},
          {"fix", std::move(fix)},
          {"related", std::move(related)}};
}

std::string json_report(const Diagnostics& found, const Places& places, Language language,
                        std::string_view version) {
  Json findings = Json::array();
  for (const Diagnostic& diagnostic : found.abridged()) {
    findings.push_back(finding_json(diagnostic, places, language));
  }
  Json counts;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::advice}) {
    counts[std::string(severity_label(severity).en)] = found.count(severity);
  }
  const Json report = {{"format", "pes-findings"},
                       {"version", 1},
                       {"tool", {{"name", "pes"}, {"version", version}}},
                       {"counts", std::move(counts)},
                       {"findings", std::move(findings)}};
  return dump(report);
}

// A value of a workflow command; `:` and `,` have a meaning in its properties only.
std::string escape_command(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view github_command(Severity severity) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : "notice";
}

std::string github_report(const Diagnostics& found, const Places& places, Language language) {
  std::string out;
  for (const Diagnostic& diagnostic : found.abridged()) {
    std::string where;
    if (diagnostic.span.file != no_file) {
      const auto [path, begin, end] = place_of(diagnostic.span, places);
      where = fmt::format("file={},line={},endLine={},", escape_command(visible(path), true),
                          begin.line, end.line);
      // GitHub refuses columns of a stretch that spans lines.
      if (begin.line == end.line) {
        where += fmt::format("col={},endColumn={},", begin.column, end.column);
      }
    }
    out += fmt::format("::{} {}title={}::{}\n", github_command(rule_info(diagnostic.rule).severity),
                       where, rule_code(diagnostic.rule),
                       escape_command(whole_message(diagnostic, language), false));
  }
  return out;
}

std::string_view sarif_level(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

Json sarif_file(std::string_view path) {
  return {{"uri", encode_path(path)}, {"uriBaseId", "%SRCROOT%"}};
}

Json sarif_region(const Place& place) {
  return {{"startLine", place.begin.line},
          {"startColumn", place.begin.column},
          {"endLine", place.end.line},
          {"endColumn", place.end.column}};
}

Json sarif_location(Span span, const Places& places) {
  const Place place = place_of(span, places);
  return {{"physicalLocation",
           {{"artifactLocation", sarif_file(place.path)}, {"region", sarif_region(place)}}}};
}

Json sarif_fix(const Diagnostic& diagnostic, const Places& places, Language language) {
  std::map<std::string_view, Json> changes;
  for (const Edit& edit : diagnostic.fix) {
    const Place place = place_of(edit.span, places);
    changes[place.path].push_back(
        {{"deletedRegion", sarif_region(place)}, {"insertedContent", {{"text", edit.text}}}});
  }
  Json files_changed = Json::array();
  for (auto& [path, replacements] : changes) {
    files_changed.push_back(
        {{"artifactLocation", sarif_file(path)}, {"replacements", std::move(replacements)}});
  }
  const Text what{"Corriger comme le fait « pes validate --fix ».",
                  "Mend as \"pes validate --fix\" does."};
  return {{"description", {{"text", what.in(language)}}},
          {"artifactChanges", std::move(files_changed)}};
}

Json sarif_result(const Diagnostic& diagnostic, const std::map<Rule, std::size_t>& indices,
                  const Places& places, Language language) {
  Json result = {{"ruleId", rule_code(diagnostic.rule)},
                 {"ruleIndex", indices.at(diagnostic.rule)},
                 {"level", sarif_level(rule_info(diagnostic.rule).severity)},
                 {"message", {{"text", whole_message(diagnostic, language)}}}};
  if (diagnostic.span.file == no_file) return result;
  result["locations"] = {sarif_location(diagnostic.span, places)};
  for (const Note& note : diagnostic.notes) {
    Json related = sarif_location(note.span, places);
    related["message"] = {{"text", note.text.in(language)}};
    result["relatedLocations"].push_back(std::move(related));
  }
  if (!diagnostic.fix.empty()) result["fixes"] = {sarif_fix(diagnostic, places, language)};
  return result;
}

std::string sarif_report(const Diagnostics& found, const Places& places, Language language,
                         std::string_view version) {
  std::map<Rule, std::size_t> indices;
  Json rules = Json::array();
  for (const RuleInfo& info : all_rules()) {
    indices[info.rule] = rules.size();
    rules.push_back({{"id", rule_code(info.rule)},
                     {"shortDescription", {{"text", info.message.in(language)}}},
                     {"defaultConfiguration", {{"level", sarif_level(info.severity)}}}});
  }
  Json results = Json::array();
  for (const Diagnostic& diagnostic : found.abridged()) {
    results.push_back(sarif_result(diagnostic, indices, places, language));
  }
  const Json driver = {{"name", "pes"}, {"version", version}, {"rules", std::move(rules)}};
  const Json report = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                              {"columnKind", "unicodeCodePoints"},
                                              {"language", language == Language::fr ? "fr" : "en"},
                                              {"results", std::move(results)}}})}};
  return dump(report);
}

std::string_view gitlab_severity(Severity severity) {
  return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

// The same for the same mistake, wherever lines above it come and go.
std::string fingerprint(const Diagnostic& diagnostic, const Places& places,
                        std::map<std::string, int>& seen) {
  std::string what = rule_code(diagnostic.rule);
  for (const Arg& arg : diagnostic.args) what += "\n" + arg.fr;
  if (diagnostic.span.file != no_file) what += "\n" + places.file(diagnostic.span.file).path;
  const int number = ++seen[what];
  return sha256(fmt::format("{}\n{}", what, number)).substr(0, 40);
}

std::string gitlab_report(const Diagnostics& found, const Places& places, Language language) {
  Json report = Json::array();
  std::map<std::string, int> seen;
  for (const Diagnostic& diagnostic : found.abridged()) {
    const bool placed = diagnostic.span.file != no_file;
    const Place place = placed ? place_of(diagnostic.span, places) : Place{"content", {}, {}};
    report.push_back({{"description", whole_message(diagnostic, language)},
                      {"check_name", rule_code(diagnostic.rule)},
                      {"fingerprint", fingerprint(diagnostic, places, seen)},
                      {"severity", gitlab_severity(rule_info(diagnostic.rule).severity)},
                      {"location",
                       {{"path", place.path},
                        {"lines", {{"begin", place.begin.line}, {"end", place.end.line}}}}}});
  }
  return dump(report);
}

}  // namespace

std::string report_for_machines(MachineFormat format, const Diagnostics& found,
                                const Places& places, Language language, std::string_view version) {
  switch (format) {
    case MachineFormat::json:
      return json_report(found, places, language, version);
    case MachineFormat::github:
      return github_report(found, places, language);
    case MachineFormat::sarif:
      return sarif_report(found, places, language, version);
    case MachineFormat::gitlab:
      return gitlab_report(found, places, language);
  }
  return {};
}

std::optional<MachineFormat> parse_machine_format(std::string_view name) {
  if (name == "json") return MachineFormat::json;
  if (name == "github") return MachineFormat::github;
  if (name == "sarif") return MachineFormat::sarif;
  if (name == "gitlab") return MachineFormat::gitlab;
  return std::nullopt;
}

}  // namespace pes
