#include "consent/consent.h"

#include <algorithm>

#include "consent/people.h"

namespace pes {

namespace {

bool has_own_consent(const Record& record) {
  return field_index(*record.kind, "consentement") >= 0 && record.kind->has_body;
}

std::string_view picture_file(const Record& record) {
  return text_of(find(object_of(field(record, "photo")), "fichier"));
}

std::int64_t people_on_picture(const Record& record) {
  return integer_of(find(object_of(field(record, "photo")), "personnes")).value_or(0);
}

void grant_name(const Record& record, const Consent& consent, Decision& decision,
                Diagnostics& out) {
  const std::string_view name = text_of(field(record, "auteur"));
  const std::string_view role = text_of(field(record, "fonction"));
  std::string_view form = consent.name_form;
  if (consent.base == "fonction-publique" && form.empty()) form = "complet";
  if (form == "complet") {
    decision.name = name;
  } else if (form == "prenom-initiale") {
    const auto shown = first_name_and_initial(name);
    decision.name = shown.value_or("");
    if (!shown && !name.empty()) out.add(Rule::unclear_name, span_of(record, "auteur"));
  }
  if (!form.empty() && form != "anonyme") decision.role = role;
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// Recognisable people must have agreed to their picture, whatever the record itself allows.
void grant_picture(const Record& record, const ConsentPolicy& policy, Date day, Decision& decision,
                   Diagnostics& out) {
  const Value* picture = field(record, "photo");
  if (picture == nullptr) return;
  decision.picture = people_on_picture(record) == 0;
  const Value* block = find(object_of(picture), "consentement");
  if (decision.picture || block == nullptr || !block->present()) return;
  const Consent consent = read_consent(*block, policy, out);
  decision.picture = judge(consent, policy, day) == Reason::none &&
                     consent.base != "fonction-publique" && consent.photo.value_or(true);
  if (!decision.picture) return;
  decision.until = consent.last_day();
  decision.purposes[index_of(Purpose::networks)] = consent.covers(Purpose::networks);
  if (consent.base == "publication-existante") out.add(Rule::existing_publication, block->span);
}

void decide_consent(const Record& record, const ConsentPolicy& policy, Date day, Decision& decision,
                    Diagnostics& out) {
  const Value* block = field(record, "consentement");
  if (block == nullptr) {
    const bool written = is_written(record, "consentement");
    decision.consent = written || record.broken ? Reason::malformed : Reason::no_consent;
    return;
  }
  const Consent consent = read_consent(*block, policy, out);
  decision.consent = judge(consent, policy, day);
  if (decision.consent != Reason::none) return;
  decision.until = earlier(decision.until, consent.last_day());
  for (std::size_t i = 0; i < purpose_count; ++i) {
    decision.purposes[i] = decision.purposes[i] && consent.covers(static_cast<Purpose>(i));
  }
  grant_name(record, consent, decision, out);
  decision.images = consent.photo.value_or(false) && consent.base != "fonction-publique";
  decision.picture = decision.picture && decision.images;
  if (consent.base == "publication-existante") out.add(Rule::existing_publication, block->span);
}

void report_hidden_photo(const Record& record, Diagnostics& out) {
  out.add(Rule::hidden_photo, field(record, "photo")->span, {reason_text(Reason::not_covered)});
}

}  // namespace

Decision decide(const Record& record, const ConsentPolicy& policy, DecisionDay when,
                Diagnostics& out) {
  Decision decision;
  grant_picture(record, policy, when.day, decision, out);
  if (has_own_consent(record)) decide_consent(record, policy, when.day, decision, out);
  if (!is_clear_author(text_of(field(record, "auteur")))) {
    out.add(Rule::unclear_author, span_of(record, "auteur"));
  }
  if (is_draft(record, when)) {
    decision.reason = Reason::draft;
  } else if (is_embargoed(record, when)) {
    decision.reason = Reason::not_yet_public;
  } else {
    decision.reason = decision.consent;
  }
  const bool hidden_photo = decision.shown() && !decision.picture;
  if (field(record, "photo") != nullptr && hidden_photo) report_hidden_photo(record, out);
  if (decision.withheld() && !record.broken) {
    out.add(Rule::withheld, span_of(record, "consentement"), {reason_text(decision.reason)});
  }
  return decision;
}

Decision taken_out() {
  Decision decision;
  decision.reason = decision.consent = Reason::removed;
  decision.images = false;
  decision.purposes.reset();
  return decision;
}

bool shows_more(const Decision& decision, const Decision& other) {
  if (!decision.shown()) return false;
  const auto differs = [](const std::string& shown, const std::string& allowed) {
    return !shown.empty() && shown != allowed;
  };
  return !other.shown() || differs(decision.name, other.name) ||
         differs(decision.role, other.role) || (decision.picture && !other.picture) ||
         (decision.images && !other.images) || (decision.purposes & ~other.purposes).any();
}

WithheldMedia withheld_media(std::span<const Record> records, std::span<const Decision> decisions,
                             const ConsentPolicy& policy, Date day) {
  WithheldMedia withheld;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string file(picture_file(records[i]));
    const bool person = has_own_consent(records[i]) || people_on_picture(records[i]) != 0;
    const bool granted = decisions[i].picture && decisions[i].consent == Reason::none;
    if (file.empty() || !person || granted) continue;
    withheld.files.insert(file);
    for (const ConsentState& state : consents_of(records[i], policy, day)) {
      if (state.reason == Reason::withdrawn) withheld.withdrawn.insert(file);
    }
  }
  return withheld;
}

void close_shared_pictures(std::span<const Record> records, std::span<Decision> decisions,
                           const WithheldMedia& withheld, Diagnostics& out) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string file(picture_file(records[i]));
    const bool own_basis = people_on_picture(records[i]) != 0;
    const bool closed =
        withheld.withdrawn.contains(file) || (withheld.files.contains(file) && !own_basis);
    if (!decisions[i].picture || !closed) continue;
    decisions[i].picture = false;
    if (decisions[i].shown()) report_hidden_photo(records[i], out);
  }
}

std::vector<ConsentState> consents_of(const Record& record, const ConsentPolicy& policy, Date day) {
  Diagnostics reported_before;
  std::vector<ConsentState> states;
  const auto add = [&](const Value* block, bool of_photo) {
    ConsentState state{of_photo, Reason::no_consent, {}};
    if (block != nullptr && block->present()) {
      state.consent = read_consent(*block, policy, reported_before);
      state.reason = judge(state.consent, policy, day);
    } else if (block != nullptr && block->written()) {
      state.reason = Reason::malformed;
    }
    states.push_back(state);
  };
  if (has_own_consent(record)) {
    const auto index = static_cast<std::size_t>(field_index(*record.kind, "consentement"));
    add(record.values.empty() ? nullptr : &record.values[index], false);
  }
  if (people_on_picture(record) != 0) {
    add(find(object_of(field(record, "photo")), "consentement"), true);
  }
  return states;
}

}  // namespace pes
