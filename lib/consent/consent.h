#pragma once

#include <bitset>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "consent/block.h"
#include "diagnostics/diagnostic.h"
#include "records/record.h"
#include "schema/purpose.h"
#include "text/date.h"

namespace pes {

/// What the output may hold of one record on the decision day.
struct Decision {
  Reason reason = Reason::none;
  Reason consent = Reason::none;  ///< What the consent alone says, of drafts too.
  std::string name;               ///< The display name that the scope allows; empty for none.
  std::string role;               ///< The role that the scope allows; empty for none.
  bool picture = false;           ///< The photo may be shown.
  bool images = true;             ///< Pictures in the text may be shown.
  /// What the record may be in, by index_of(); of `networks` the photo alone.
  std::bitset<purpose_count> purposes = std::bitset<purpose_count>().set();
  std::optional<Date> until;  ///< The last day on which this decision holds, if there is one.

  [[nodiscard]] bool allows(Purpose purpose) const { return purposes[index_of(purpose)]; }
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

/// What is decided about a record that is withheld whatever it says.
Decision taken_out();

/// True if a decision shows something that another one does not: the record, a name, a role, a
/// picture, or for some purpose.
bool shows_more(const Decision& decision, const Decision& other);

/// Photos of people that may not be shown, below content/medias/.
struct WithheldMedia {
  std::set<std::string> files;      ///< Without a basis in at least one record.
  std::set<std::string> withdrawn;  ///< Of these, those that somebody has withdrawn.
};

/// Shape: `decisions` goes with `records`, index by index.
WithheldMedia withheld_media(std::span<const Record> records, std::span<const Decision> decisions,
                             const ConsentPolicy& policy, Date day);

/// Takes a photo away from records that show it as one without people while another record
/// withholds it, and from all records once somebody has withdrawn it.
void close_shared_pictures(std::span<const Record> records, std::span<Decision> decisions,
                           const WithheldMedia& withheld, Diagnostics& out);

/// One consent that a record needs, and what has become of it.
struct ConsentState {
  bool of_photo = false;  ///< Of the people on its photo.
  Reason reason = Reason::none;
  Consent consent;  ///< Empty where there is none.
};

/// Every consent that a record needs, without a word about drafts and days of publication.
std::vector<ConsentState> consents_of(const Record& record, const ConsentPolicy& policy, Date day);

}  // namespace pes
