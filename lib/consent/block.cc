#include "consent/block.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t needed_representatives = 2;

struct ReasonWords {
  Reason reason;
  std::string_view code;
  Text text;
};
constexpr auto reason_words = std::to_array<ReasonWords>(
    {{Reason::none, "valable", {"publiée", "published"}},
     {Reason::draft, "brouillon", {"c'est un brouillon", "it is a draft"}},
     {Reason::not_yet_public,
      "a-paraitre",
      {"sa date de publication n'est pas arrivée", "its day of publication is yet to come"}},
     {Reason::no_consent,
      "sans-consentement",
      {"elle n'a pas de consentement", "it has no consent"}},
     {Reason::malformed,
      "a-corriger",
      {"son bloc « consentement » est à corriger", "its block \"consentement\" has mistakes"}},
     {Reason::not_yet_valid,
      "pas-encore-valable",
      {"son consentement ne court pas encore", "its consent is not valid yet"}},
     {Reason::expired, "expire", {"son consentement a expiré", "its consent has expired"}},
     {Reason::withdrawn, "retire", {"son consentement a été retiré", "its consent was withdrawn"}},
     {Reason::policy,
      "base-refusee",
      {"site.yml refuse les publications antérieures", "site.yml refuses earlier publications"}},
     {Reason::minor,
      "mineur",
      {"une personne mineure a besoin de l'accord écrit de deux représentants, et site.yml doit "
       "l'admettre",
       "a minor needs the written consent of two representatives, and site.yml to allow it"}},
     {Reason::not_for_site,
      "hors-site",
      {"son consentement ne couvre pas le site", "its consent does not cover the site"}},
     {Reason::removed,
      "retiree-d-office",
      {"elle est retirée d'office", "it is taken out to let something disappear"}},
     {Reason::not_covered,
      "non-couverte",
      {"aucun consentement ne la couvre", "no consent covers it"}}});

const ReasonWords& words_of(Reason reason) {
  return *std::find_if(reason_words.begin(), reason_words.end(),
                       [&](const ReasonWords& words) { return words.reason == reason; });
}

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

// "lettre.pdf", but not "REG.2024.017"
bool ends_like_a_file(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view rest = text.substr(dot + 1);
  return rest.size() >= 2 && rest.size() <= 4 && std::all_of(rest.begin(), rest.end(), [](char c) {
           return std::isalpha(static_cast<unsigned char>(c)) != 0;
         });
}

void check_reference(const Value& value, Diagnostics& out) {
  const std::string_view text = text_of(&value);
  const bool address = text.find_first_of("/\\@") != std::string_view::npos ||
                       fold(text).starts_with("www.") || ends_like_a_file(text);
  if (address) out.add(Rule::bad_proof, value.span);
}

// A day that cannot be read, or a duration that begins nowhere: what it should end must not go on.
bool has_unusable_date(const Object& block, const Consent& consent) {
  for (const char* key : {"recueilli_le", "expire_le", "retrait", "duree"}) {
    const Value* value = find(block, key);
    if (value != nullptr && !value->present()) return true;
  }
  return find(block, "duree") != nullptr && !consent.end;
}

void check_end(const Consent& consent, const ConsentPolicy& policy, Span span, Diagnostics& out) {
  if (consent.unreadable && consent.given == std::nullopt && !needs_end(consent.base)) {
    out.add(Rule::consent_without_end, span);
  }
  if (!needs_end(consent.base) || !consent.given) return;
  if (!consent.end) {
    out.add(Rule::consent_without_end, span);
  } else if (policy.longest && *consent.end > add(*consent.given, *policy.longest)) {
    out.add(Rule::consent_too_long, span,
            {format_iso(*consent.end), format_iso(add(*consent.given, *policy.longest))});
  }
}

bool is_allowed_minor(const Consent& consent, const ConsentPolicy& policy) {
  return policy.allows_minors && consent.base == "accord-ecrit" &&
         consent.representatives >= needed_representatives;
}

}  // namespace

Text reason_text(Reason reason) { return words_of(reason).text; }

std::string_view reason_code(Reason reason) { return words_of(reason).code; }

ConsentPolicy read_consent_policy(const Record& site) {
  const Object& block = object_of(field(site, "consentement"));
  ConsentPolicy policy;
  policy.duration = period_of(block, "duree");
  policy.longest = period_of(block, "duree_max");
  policy.refuses_existing_publication = text_of(find(block, "publication_existante")) == "refuser";
  policy.allows_minors = text_of(find(block, "mineurs")) == "deux-representants";
  return policy;
}

std::optional<Date> Consent::last_day() const {
  if (!withdrawn) return end;
  const Date before{std::chrono::sys_days(*withdrawn) - std::chrono::days(1)};
  return end ? std::min(*end, before) : before;
}

bool Consent::covers(Purpose purpose) const {
  if (!outputs) return purpose == Purpose::site;
  return std::find(outputs->begin(), outputs->end(), word_of(purpose)) != outputs->end();
}

Consent read_consent(const Value& value, const ConsentPolicy& policy, Diagnostics& out) {
  const Object& block = object_of(&value);
  Consent consent;
  consent.base = text_of(find(block, "base"));
  consent.given = date_of(find(block, "recueilli_le"));
  consent.end = end_of(block, consent.given, policy);
  consent.withdrawn = date_of(find(block, "retrait"));
  consent.minor = flag_of(find(block, "mineur"));
  std::set<std::string> representatives;
  for (const Value& reference : list_of(find(block, "representants"))) {
    representatives.insert(slugify(text_of(&reference)));
    check_reference(reference, out);
  }
  representatives.erase("");
  consent.representatives = representatives.size();
  const Object& scope = object_of(find(block, "portee"));
  consent.name_form = text_of(find(scope, "nom"));
  if (const Value* photo = find(scope, "photo")) consent.photo = flag_of(photo);
  if (const Value* outputs = find(block, "supports")) {
    consent.outputs.emplace();
    for (const Value& output : list_of(outputs)) consent.outputs->emplace_back(text_of(&output));
  }
  consent.unreadable = has_unusable_date(block, consent);
  if (const Value* proof = find(block, "preuve")) check_reference(*proof, out);
  check_end(consent, policy, value.span, out);
  return consent;
}

Reason judge(const Consent& consent, const ConsentPolicy& policy, Date day) {
  if (consent.base.empty() || consent.unreadable) return Reason::malformed;
  if (consent.withdrawn && *consent.withdrawn <= day) return Reason::withdrawn;
  if (consent.given && day < *consent.given) return Reason::not_yet_valid;
  if (consent.end && *consent.end < day) return Reason::expired;
  if (consent.minor && !is_allowed_minor(consent, policy)) return Reason::minor;
  if (consent.base == "publication-existante" && policy.refuses_existing_publication) {
    return Reason::policy;
  }
  const bool complete = consent.given && consent.end;
  if (needs_end(consent.base) && !complete) return Reason::malformed;
  return consent.covers(Purpose::site) ? Reason::none : Reason::not_for_site;
}

}  // namespace pes
