#include <algorithm>

#include "consent/contact_check.h"
#include "consent/shared_names.h"
#include "diagnostics/each.h"
#include "impact/consistency.h"
#include "pipeline.h"
#include "records/check.h"
#include "records/decode.h"
#include "records/survey.h"
#include "site/site_check.h"

namespace pes {

namespace {

// A mistake in the declaration of an indicator must not be repeated at each of its figures.
bool indicators_are_readable(const Record& site) {
  if (!is_written(site, "indicateurs")) return true;
  const List& rows = list_of(field(site, "indicateurs"));
  return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const Value& row) {
    return !text_of(find(object_of(&row), "id")).empty();
  });
}

void decide_all(const Settings& settings, const ConsentPolicy& policy, Content& content,
                Diagnostics& out) {
  for (const Record& record : content.records) {
    const bool removed = settings.removed.contains(content.files[record.file].path);
    content.decisions.push_back(removed ? taken_out() : decide(record, policy, settings.when, out));
  }
  content.withheld = withheld_media(content.records, content.decisions, policy, settings.when.day);
  if (settings.today != nullptr) {
    const WithheldMedia& today = settings.today->withheld;
    content.withheld.files.insert(today.files.begin(), today.files.end());
    content.withheld.withdrawn.insert(today.withdrawn.begin(), today.withdrawn.end());
  }
  content.withheld.files = content.images.with_copies(content.withheld.files);
  content.withheld.withdrawn = content.images.with_copies(content.withheld.withdrawn);
  close_shared_pictures(content.records, content.decisions, content.withheld, out);
}

}  // namespace

const Record* Content::settings() const {
  const auto found = std::find_if(records.begin(), records.end(), [](const Record& record) {
    return record.kind->role == Role::settings && !record.broken;
  });
  return found == records.end() ? nullptr : &*found;
}

Content read_content_model(const Settings& settings, Diagnostics& out) {
  Content content;

  settings.begin({"lecture", "reading"});
  ContentFiles loaded =
      read_content(settings.source, settings.unsaved, settings.workers, content.files, out);
  content.media = std::move(loaded.media);
  content.images = ImageBook(settings.source, content.media);

  settings.begin({"décodage", "decoding"});
  content.records.resize(loaded.records.size());
  for_each_with_findings(
      settings.workers, content.records.size(), out, [&](std::size_t i, Diagnostics& found) {
        content.records[i] = decode_record(loaded.records[i], content.files, found);
      });
  const Record* site = content.settings();
  if (site != nullptr) content.indicators = read_indicators(*site);

  settings.begin({"contrôle des fiches", "checks of records"});
  KnownNames known{{}, content.media};
  if (site != nullptr && indicators_are_readable(*site)) {
    known.indicators.emplace();
    for (const Indicator& i : content.indicators) known.indicators->push_back(i.id);
  }
  check_references(content.records, known, out);
  check_titles(content.records, content.files, out);
  check_addresses(content.records, content.files, out);
  check_pictures(content.records, content.images, out);
  check_contacts(content.records, site, content.files, settings.workers, out);
  content.images.report_locations(out);
  if (site != nullptr) {
    check_legal_notice(*site, out);
    check_base_url(*site, out);
  }

  settings.begin({"consentement", "consent"});
  const ConsentPolicy policy = site != nullptr ? read_consent_policy(*site) : ConsentPolicy{};
  decide_all(settings, policy, content, out);
  if (site != nullptr) {
    content.accepted = read_accepted_names(*site, content.records, content.decisions, content.files,
                                           content.media, settings.when.day, out);
  }
  content.erasures = read_erasures(content.files, out);
  if (settings.today != nullptr) content.erasures.add(settings.today->erasures);
  warn_about_shared_names(content.records, content.decisions, content.files, out);

  settings.begin({"chiffres", "figures"});
  check_figures(content.indicators, content.records, out);
  content.ledger = make_ledger(content.indicators, content.records, settings.when, {}, out);
  check_consistency(content.ledger, content.records, out);
  std::vector<bool> shown;
  for (const Decision& decision : content.decisions) shown.push_back(decision.shown());
  content.figures = publish_ledger(content.ledger, content.records, shown, settings.workers);
  return content;
}

KnownValues known_values(const Content& content) {
  KnownValues known = survey(content.records, content.files);
  known.media = content.media;
  if (content.settings() != nullptr) {
    known.indicators.emplace();
    for (const Indicator& indicator : content.indicators) {
      known.indicators->push_back(indicator.id);
      if (indicator.fractions) known.fractions.insert(indicator.id);
    }
  }
  return known;
}

std::optional<Date> next_deadline(const std::vector<Decision>& decisions) {
  std::optional<Date> first;
  for (const Decision& decision : decisions) {
    if (!decision.shown() || !decision.until) continue;
    const Date gone{std::chrono::sys_days(*decision.until) + std::chrono::days(1)};
    if (!first || gone < *first) first = gone;
  }
  return first;
}

}  // namespace pes
