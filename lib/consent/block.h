#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "records/record.h"
#include "schema/purpose.h"
#include "text/date.h"

namespace pes {

/// Why a record is not in the output.
enum class Reason : std::uint8_t {
  none,            ///< It is in the output.
  draft,           ///< `brouillon: oui`
  not_yet_public,  ///< Before the day of `publication`.
  no_consent,      ///< There is no block `consentement`.
  malformed,       ///< The block has mistakes, which are reported where they stand.
  not_yet_valid,   ///< Before `recueilli_le`.
  expired,         ///< After the last valid day.
  withdrawn,       ///< On or after the day of `retrait`.
  policy,          ///< site.yml refuses `publication-existante`.
  minor,           ///< A minor, whom site.yml does not allow or whose two parents have not agreed.
  not_for_site,    ///< `supports` does not hold `site`.
  removed,         ///< Taken out so that something that must disappear does (`--retirer`).
  not_covered      ///< Of a photo: no consent covers it, or another record withholds it.
};

/// The reason as staff read it, without any name.
Text reason_text(Reason reason);

/// The reason as a stable word for logs and tables: "expire", "retire".
std::string_view reason_code(Reason reason);

/// What the association decided for all consents, in site.yml.
struct ConsentPolicy {
  std::optional<Period> duration;  ///< Where a block gives no end.
  std::optional<Period> longest;
  bool refuses_existing_publication = false;
  bool allows_minors = false;  ///< With the consent of two representatives.
};
ConsentPolicy read_consent_policy(const Record& site);

/// A block `consentement`, of a record or of a photo.
struct Consent {
  std::string base;
  std::optional<Date> given;
  std::optional<Date> end;  ///< The last valid day, before any withdrawal.
  std::optional<Date> withdrawn;
  bool minor = false;
  std::size_t representatives = 0;  ///< Different ones.
  std::string name_form;            ///< Empty where the block does not say.
  std::optional<bool> photo;
  std::optional<std::vector<std::string>> outputs;  ///< Nothing where the block does not say.
  bool unreadable = false;                          ///< A date or a duration that says nothing.

  /// The last day on which it holds, if there is one.
  [[nodiscard]] std::optional<Date> last_day() const;
  /// Without `supports`, the site alone.
  [[nodiscard]] bool covers(Purpose purpose) const;
};

/// Reads a block that has been decoded.
///
/// Errors: a consent without an end or past the longest duration, and a `preuve` that is no mere
///         reference, are reported.
Consent read_consent(const Value& block, const ConsentPolicy& policy, Diagnostics& out);

/// Whether a consent lets the site show something on a day; `none` if it does.
Reason judge(const Consent& consent, const ConsentPolicy& policy, Date day);

}  // namespace pes
