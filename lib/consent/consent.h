#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "records/record.h"
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
  not_for_site     ///< `supports` does not hold `site`.
};

/// The reason as staff read it, without any name.
Text reason_text(Reason reason);

/// What the association decided for all consents, in site.yml.
struct ConsentPolicy {
  std::optional<Period> duration;  ///< Where a block gives no end.
  std::optional<Period> longest;
  bool refuses_existing_publication = false;
};
ConsentPolicy read_consent_policy(const Record& site);

/// What the output may hold of one record on the decision day.
struct Decision {
  Reason reason = Reason::none;
  std::string name;           ///< The display name that the scope allows; empty for none.
  std::string role;           ///< The role that the scope allows; empty for none.
  bool picture = false;       ///< The photo may be shown.
  bool feed = true;           ///< The record may be in feeds.
  bool data = true;           ///< The record may be in the files of open data.
  bool report = true;         ///< The record may be in the yearly report.
  std::optional<Date> until;  ///< The last day on which this decision holds, if there is one.

  [[nodiscard]] bool shown() const { return reason == Reason::none; }
  /// True for what waits for a consent, as opposed to a date or an author.
  [[nodiscard]] bool withheld() const {
    return !shown() && reason != Reason::draft && reason != Reason::not_yet_public;
  }
};

/// Decides about one record.
///
/// Fails closed: kinds that have a field `consentement` are withheld without a valid one. What a
/// block does not grant is not granted: without `portee` no name and no role, without `supports`
/// the site alone.
///
/// Errors: a consent without an end, or past the longest duration, is reported and withheld.
/// Source: content model, « Consent: nothing about a person without a basis ».
Decision decide(const Record& record, const ConsentPolicy& policy, DecisionDay when,
                Diagnostics& out);

/// « Camille Dupont » as « Camille D. ».
std::string first_name_and_initial(std::string_view name);

}  // namespace pes
