#include "consent/consent.h"

#include <algorithm>

#include "text/utf8.h"

namespace pes {

namespace {

// A block `consentement`, of a record or of a photo.
struct Consent {
  std::string_view base;
  std::optional<Date> given;
  std::optional<Date> end;
  std::optional<Date> withdrawn;
  const Object* scope = nullptr;
  const List* outputs = nullptr;
};

std::optional<Period> period_of(const Object& object, std::string_view key) {
  const Value* value = find(object, key);
  const auto* period = value != nullptr ? std::get_if<Period>(&value->data) : nullptr;
  return period != nullptr ? std::optional(*period) : std::nullopt;
}

bool needs_end(std::string_view base) { return base == "accord-ecrit" || base == "accord-oral"; }

std::optional<Date> end_of(const Object& block, std::optional<Date> given,
                           const ConsentPolicy& policy) {
  if (const auto stated = date_of(find(block, "expire_le"))) return stated;
  auto duration = period_of(block, "duree");
  if (!duration && needs_end(text_of(find(block, "base")))) duration = policy.duration;
  if (!duration || !given) return std::nullopt;
  return add(*given, *duration);
}

Consent read_consent(const Value& value, const ConsentPolicy& policy, Diagnostics& out) {
  const Object& block = object_of(&value);
  Consent consent;
  consent.base = text_of(find(block, "base"));
  consent.given = date_of(find(block, "recueilli_le"));
  consent.end = end_of(block, consent.given, policy);
  consent.withdrawn = date_of(find(block, "retrait"));
  consent.scope = &object_of(find(block, "portee"));
  consent.outputs = &list_of(find(block, "supports"));
  if (!needs_end(consent.base) || !consent.given) return consent;
  if (!consent.end) {
    out.add(Rule::consent_without_end, value.span);
  } else if (policy.longest && *consent.end > add(*consent.given, *policy.longest)) {
    out.add(Rule::consent_too_long, value.span,
            {format_iso(*consent.end), format_iso(add(*consent.given, *policy.longest))});
  }
  return consent;
}

Reason judge(const Consent& consent, const ConsentPolicy& policy, Date day) {
  if (consent.base.empty()) return Reason::malformed;
  if (consent.withdrawn && *consent.withdrawn <= day) return Reason::withdrawn;
  if (consent.given && day < *consent.given) return Reason::not_yet_valid;
  if (consent.end && *consent.end < day) return Reason::expired;
  if (consent.base == "publication-existante" && policy.refuses_existing_publication) {
    return Reason::policy;
  }
  if (needs_end(consent.base) && !consent.end) return Reason::malformed;
  return Reason::none;
}

bool covers(const Consent& consent, std::string_view output) {
  if (consent.outputs->empty()) return output == "site";
  return std::any_of(consent.outputs->begin(), consent.outputs->end(),
                     [&](const Value& value) { return text_of(&value) == output; });
}

void grant_name(const Record& record, const Consent& consent, Decision& decision) {
  const std::string_view name = text_of(field(record, "auteur"));
  const std::string_view role = text_of(field(record, "fonction"));
  std::string_view form = text_of(find(*consent.scope, "nom"));
  if (consent.base == "fonction-publique" && form.empty()) form = "complet";
  if (form == "complet") {
    decision.name = name;
  } else if (form == "prenom-initiale") {
    decision.name = first_name_and_initial(name);
  }
  if (!form.empty() && form != "anonyme") decision.role = role;
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// The last day on which a consent holds.
std::optional<Date> last_day(const Consent& consent) {
  if (!consent.withdrawn) return consent.end;
  return earlier(consent.end,
                 Date{std::chrono::sys_days(*consent.withdrawn) - std::chrono::days(1)});
}

// Recognisable people must have agreed to their picture, whatever the record itself allows.
void grant_picture(const Record& record, const ConsentPolicy& policy, Date day, Decision& decision,
                   Diagnostics& out) {
  const Value* picture = field(record, "photo");
  if (picture == nullptr) return;
  const Object& photo = object_of(picture);
  decision.picture = integer_of(find(photo, "personnes")).value_or(0) == 0;
  const Value* block = find(photo, "consentement");
  if (decision.picture || block == nullptr || !block->present()) return;
  const Consent consent = read_consent(*block, policy, out);
  const Value* scope = find(*consent.scope, "photo");
  decision.picture = judge(consent, policy, day) == Reason::none && covers(consent, "site") &&
                     consent.base != "fonction-publique" && (scope == nullptr || flag_of(scope));
  if (decision.picture) decision.until = last_day(consent);
}

void decide_consent(const Record& record, const ConsentPolicy& policy, Date day, Decision& decision,
                    Diagnostics& out) {
  const Value* block = field(record, "consentement");
  if (block == nullptr) {
    const bool written = is_written(record, "consentement");
    decision.reason = written || record.broken ? Reason::malformed : Reason::no_consent;
    return;
  }
  const Consent consent = read_consent(*block, policy, out);
  decision.reason = judge(consent, policy, day);
  if (decision.shown() && !covers(consent, "site")) decision.reason = Reason::not_for_site;
  if (!decision.shown()) return;
  decision.until = earlier(decision.until, last_day(consent));
  decision.feed = covers(consent, "flux");
  decision.data = covers(consent, "donnees");
  decision.report = covers(consent, "rapport");
  grant_name(record, consent, decision);
  const bool granted = flag_of(find(*consent.scope, "photo"));
  if (!granted || consent.base == "fonction-publique") decision.picture = false;
  if (consent.base == "publication-existante") out.add(Rule::existing_publication, block->span);
}

}  // namespace

Text reason_text(Reason reason) {
  switch (reason) {
    case Reason::none:
      return {"publiée", "published"};
    case Reason::draft:
      return {"c'est un brouillon", "it is a draft"};
    case Reason::not_yet_public:
      return {"sa date de publication n'est pas arrivée", "its day of publication is yet to come"};
    case Reason::no_consent:
      return {"elle n'a pas de consentement", "it has no consent"};
    case Reason::malformed:
      return {"son bloc « consentement » est à corriger",
              "its block \"consentement\" has mistakes"};
    case Reason::not_yet_valid:
      return {"son consentement ne court pas encore", "its consent is not valid yet"};
    case Reason::expired:
      return {"son consentement a expiré", "its consent has expired"};
    case Reason::withdrawn:
      return {"son consentement a été retiré", "its consent was withdrawn"};
    case Reason::policy:
      return {"site.yml refuse les publications antérieures",
              "site.yml refuses earlier publications"};
    case Reason::not_for_site:
      return {"son consentement ne couvre pas le site", "its consent does not cover the site"};
  }
  return {};
}

ConsentPolicy read_consent_policy(const Record& site) {
  const Object& block = object_of(field(site, "consentement"));
  ConsentPolicy policy;
  policy.duration = period_of(block, "duree");
  policy.longest = period_of(block, "duree_max");
  policy.refuses_existing_publication = text_of(find(block, "publication_existante")) == "refuser";
  return policy;
}

Decision decide(const Record& record, const ConsentPolicy& policy, DecisionDay when,
                Diagnostics& out) {
  Decision decision;
  grant_picture(record, policy, when.day, decision, out);
  if (field_index(*record.kind, "consentement") >= 0 && record.kind->has_body) {
    decide_consent(record, policy, when.day, decision, out);
  }
  if (is_draft(record, when)) {
    decision.reason = Reason::draft;
  } else if (is_embargoed(record, when)) {
    decision.reason = Reason::not_yet_public;
  }
  const bool hidden_photo = decision.shown() && !decision.picture;
  if (const Value* photo = field(record, "photo"); photo != nullptr && hidden_photo) {
    const Text why{"le consentement ne la couvre pas", "the consent does not cover it"};
    out.add(Rule::hidden_photo, photo->span, {why});
  }
  if (decision.withheld() && !record.broken) {
    out.add(Rule::withheld, span_of(record, "consentement"), {reason_text(decision.reason)});
  }
  return decision;
}

std::string first_name_and_initial(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t word = 0;
  for (std::size_t offset = 0; offset <= name.size();) {
    const std::size_t at = offset;
    const bool end = at == name.size();
    if (end || is_space(next_character(name, offset))) {
      if (at > word) words.push_back(name.substr(word, at - word));
      word = end ? at : offset;
    }
    if (end) break;
  }
  if (words.size() < 2) return std::string(words.empty() ? std::string_view{} : words.front());
  std::size_t initial = 0;
  next_character(words.back(), initial);
  return std::string(words.front()) + " " + std::string(words.back().substr(0, initial)) + ".";
}

}  // namespace pes
