#include "consent/block.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t needed_representatives = 2;

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

void check_end(const Consent& consent, const ConsentPolicy& policy, Span span, Diagnostics& out) {
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
    case Reason::minor:
      return {
          "il faut l'accord écrit de deux représentants d'une personne mineure, et que site.yml "
          "l'admette",
          "a minor needs the written consent of two representatives, and site.yml to allow it"};
    case Reason::not_for_site:
      return {"son consentement ne couvre pas le site", "its consent does not cover the site"};
  }
  return {};
}

std::string_view reason_code(Reason reason) {
  switch (reason) {
    case Reason::none:
      return "valable";
    case Reason::draft:
      return "brouillon";
    case Reason::not_yet_public:
      return "a-paraitre";
    case Reason::no_consent:
      return "sans-consentement";
    case Reason::malformed:
      return "a-corriger";
    case Reason::not_yet_valid:
      return "pas-encore-valable";
    case Reason::expired:
      return "expire";
    case Reason::withdrawn:
      return "retire";
    case Reason::policy:
      return "base-refusee";
    case Reason::minor:
      return "mineur";
    case Reason::not_for_site:
      return "hors-site";
  }
  return "";
}

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

bool Consent::covers(std::string_view output) const {
  if (outputs.empty()) return output == "site";
  return std::find(outputs.begin(), outputs.end(), output) != outputs.end();
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
    representatives.insert(fold(text_of(&reference)));
    check_reference(reference, out);
  }
  consent.representatives = representatives.size();
  const Object& scope = object_of(find(block, "portee"));
  consent.name_form = text_of(find(scope, "nom"));
  if (const Value* photo = find(scope, "photo")) consent.photo = flag_of(photo);
  for (const Value& output : list_of(find(block, "supports"))) {
    consent.outputs.emplace_back(text_of(&output));
  }
  if (const Value* proof = find(block, "preuve")) check_reference(*proof, out);
  check_end(consent, policy, value.span, out);
  return consent;
}

Reason judge(const Consent& consent, const ConsentPolicy& policy, Date day) {
  if (consent.base.empty()) return Reason::malformed;
  if (consent.withdrawn && *consent.withdrawn <= day) return Reason::withdrawn;
  if (consent.given && day < *consent.given) return Reason::not_yet_valid;
  if (consent.end && *consent.end < day) return Reason::expired;
  if (consent.minor && !is_allowed_minor(consent, policy)) return Reason::minor;
  if (consent.base == "publication-existante" && policy.refuses_existing_publication) {
    return Reason::policy;
  }
  const bool complete = consent.given && consent.end;
  return needs_end(consent.base) && !complete ? Reason::malformed : Reason::none;
}

}  // namespace pes
