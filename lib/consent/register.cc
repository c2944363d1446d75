#include "consent/register.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace pes {

namespace {

// A record is a line, however wide the screen.
constexpr std::size_t table_width = 200;

std::string state_of(const RegisterInput& input, const Decision& decision,
                     const ConsentState& state) {
  const bool shown = state.of_photo ? decision.shown() && decision.picture : decision.shown();
  const bool waits = decision.reason == Reason::draft || decision.reason == Reason::not_yet_public;
  const Text word = shown   ? Text{"publié", "published"}
                    : waits ? Text{"en attente", "waiting"}
                            : Text{"retenu", "withheld"};
  return std::string(word.in(input.language));
}

// What the consent says, unless something else keeps the record or its photo back.
std::string_view why(const Decision& decision, const ConsentState& state) {
  if (state.reason != Reason::none) return reason_code(state.reason);
  const bool closed = state.of_photo && decision.shown() && !decision.picture;
  return reason_code(closed ? Reason::not_covered : decision.reason);
}

bool lapses(const RegisterInput& input, const Decision& decision, const ConsentState& state) {
  if (!input.lapsing_by) return true;
  const auto last = state.consent.last_day();
  const bool shown = decision.shown() && (!state.of_photo || decision.picture);
  return shown && state.reason == Reason::none && last && *last <= *input.lapsing_by;
}

std::vector<Cell> row_of(const RegisterInput& input, std::size_t record,
                         const ConsentState& state) {
  const Decision& decision = input.decisions[record];
  const Consent& consent = state.consent;
  const auto last = consent.last_day();
  const std::vector<std::string> site = {"site"};
  const std::string outputs =
      consent.base.empty()
          ? ""
          : fmt::format("{}", fmt::join(consent.outputs ? *consent.outputs : site, ", "));
  const Text object = state.of_photo ? Text{"photo", "photo"} : Text{"texte", "text"};
  return {record_name(input.records[record], input.files),
          std::string(object.in(input.language)),
          state_of(input, decision, state),
          std::string(why(decision, state)),
          consent.base,
          last ? format_iso(*last) : "",
          consent.name_form,
          consent.photo.value_or(false) ? "oui" : "",
          outputs};
}

// As record_name() says it.
std::string normal_form(std::string_view name) {
  std::string out = to_nfc(name);
  if (out.starts_with("./")) out.erase(0, 2);
  if (out.starts_with("content/")) out.erase(0, 8);
  if (out.ends_with(".md")) out.erase(out.size() - 3);
  const std::size_t slash = out.find('/');
  for (const Kind& kind : all_kinds()) {
    const bool singular = slash != std::string::npos && out.substr(0, slash) == kind.name;
    if (singular && !kind.folder.empty()) out.replace(0, slash, kind.folder);
  }
  return out;
}

}  // namespace

std::string record_name(const Record& record, const SourceFiles& files) {
  std::string_view path = files[record.file].path;
  if (path.starts_with("content/")) path.remove_prefix(8);
  if (path.ends_with(".md")) path.remove_suffix(3);
  return std::string(path);
}

Table consent_table(const RegisterInput& input) {
  const auto say = [&](Text text) { return std::string(text.in(input.language)); };
  Table table;
  table.width = table_width;
  table.columns = {{"fiche", say({"fiche", "record"})},
                   {"objet", say({"objet", "object"})},
                   {"etat", say({"état", "state"})},
                   {"motif", say({"motif", "reason"})},
                   {"base", say({"base", "basis"})},
                   {"jusqu_au", say({"jusqu'au", "until"})},
                   {"nom", say({"nom", "name"})},
                   {"photo", say({"photo", "photo"})},
                   {"supports", say({"supports", "outputs"})}};
  for (std::size_t i = 0; i < input.records.size(); ++i) {
    for (const ConsentState& state : consents_of(input.records[i], input.policy, input.day)) {
      if (lapses(input, input.decisions[i], state)) table.rows.push_back(row_of(input, i, state));
    }
  }
  return table;
}

std::optional<std::size_t> find_record(std::span<const Record> records, const SourceFiles& files,
                                       std::string_view name) {
  const std::string wanted = normal_form(name);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    const std::string by_slug = fmt::format("{}/{}", record.kind->folder, record.slug);
    if (record_name(record, files) == wanted || by_slug == wanted) return i;
  }
  return std::nullopt;
}

}  // namespace pes
