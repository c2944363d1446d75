#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "consent/accepted_names.h"
#include "consent/consent.h"
#include "consent/erasure.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"
#include "images/cache.h"
#include "images/image_book.h"
#include "impact/published.h"
#include "inspect/page_check.h"
#include "publish/output_file.h"
#include "records/files.h"
#include "records/record.h"
#include "run/workers.h"
#include "schema/known_values.h"
#include "site/page.h"
#include "theme/theme.h"

namespace pes {

struct Content;

/// What a run is asked for. The clock and the environment come in here and nowhere else.
struct Settings {
  std::filesystem::path source;         ///< The folder that holds content/ and themes/.
  std::string theme;                    ///< Empty: the one of site.yml, else "pes21".
  std::optional<std::string> base_url;  ///< Instead of the one of site.yml.
  DecisionDay when;
  UnsavedFiles unsaved = {};  ///< Read instead of what lies on the disk.
  /// Records that are withheld whatever they say, by SourceFile::path.
  std::set<std::string> removed = {};
  /// What is known today, where a removal publishes any state of the content: whom and what it
  /// withholds stays withheld, and what it accepts no longer is not accepted.
  const Content* today = nullptr;
  std::string erasure_key = {};  ///< See consent/erasure.h; empty where there is none.
  Workers workers{};
  /// Told the name of each stage as it begins; whoever listens has the clock.
  std::function<void(Text)> listener = {};

  void begin(Text stage) const {
    if (listener) listener(stage);
  }
};

/// Everything that the content says: read, checked, decided and counted.
///
/// Shape: `decisions` goes with `records`, index by index.
struct Content {
  SourceFiles files;
  std::vector<Record> records;
  std::vector<std::string> media;
  ImageBook images;
  WithheldMedia withheld;
  std::vector<Decision> decisions;
  std::vector<AcceptedName> accepted;
  ErasureRegister erasures;
  std::vector<Indicator> indicators;
  std::vector<Total> ledger;
  std::vector<PublishedTotal> figures;  ///< What of the ledger may be shown; points into it.

  /// site.yml, or nullptr where it is missing or unreadable.
  [[nodiscard]] const Record* settings() const;
};

/// What records may refer to, and how they are written, for schemas and forms.
KnownValues known_values(const Content& content);

/// The website before it is rendered. Its entries point into the Content it was made from.
struct Plan {
  Theme theme;
  Site site;
};

/// load → decode → check → decide → count. Mistakes end up in `out`; nothing stops early.
///
/// Errors: a file that the machine cannot read is a std::system_error.
Content read_content_model(const Settings& settings, Diagnostics& out);

/// Converts the texts, checks the theme, lays out the pages, and checks what leads where.
///
/// Shape: nothing comes back where site.yml or the theme is missing.
std::optional<Plan> plan_site(const Settings& settings, Content& content, Diagnostics& out);

/// Takes files of the website in which nobody is named who must not be. It may put in place of
/// their bytes where they are now (see OutputFile).
using FileSink = std::function<void(std::span<OutputFile>)>;

/// Renders every page and adds feeds, pictures, documents and the theme's files; looks for names
/// that must not be in any of them, checks every page as a browser reads it, and hands all of them
/// over, some pages after the other. The online editor comes with it where `plan.site.editing` says
/// so. What comes back is described at PageCheck::report().
///
/// Shape:  `plan` has no errors; the plain texts of its entries are let go.
/// Errors: a picture that cannot be decoded, a name that nothing allows, and what is wrong with the
///         pages are reported: with an error, what was handed over must not be published.
std::vector<WorstPage> render_site(const Settings& settings, const Content& content, Plan& plan,
                                   Cache& cache, const FileSink& put, Diagnostics& out);

/// The report of a year as one self-contained HTML page, made with the theme "rapport".
///
/// Errors: mistakes of that theme, and names that must not appear, end up in `out`, and nothing
///         comes back.
std::optional<std::string> render_report(const Settings& settings, Content& content,
                                         const Site& site, int year, Diagnostics& out);

/// A consent form for one record, as one self-contained HTML page to print and sign, made with the
/// theme "formulaire".
///
/// Errors: mistakes of that theme end up in `out`, and nothing comes back; nor without site.yml.
///         Other mistakes of the content do not matter: asking must always be possible.
std::optional<std::string> render_consent_form(const Settings& settings, Content& content,
                                               std::size_t record, Diagnostics& out);

/// The first day on which something that is shown must disappear, if there is one.
std::optional<Date> next_deadline(const std::vector<Decision>& decisions);

}  // namespace pes
