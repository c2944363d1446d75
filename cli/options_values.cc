#include "options_values.h"

#include <fmt/format.h>

#include "records/check.h"

namespace pes {

namespace {

using Refusal = std::optional<std::string>;

// « 60j », or a period such as P3M.
std::optional<Period> parse_notice(std::string_view text) {
  const bool days = text.size() > 1 && text.size() < 6 && text.back() == 'j';
  return parse_period(days ? fmt::format("P{}D", text.substr(0, text.size() - 1))
                           : std::string(text));
}

std::string say(Text text, const Options& options) {
  return std::string(text.in(options.language));
}

Refusal read_common(const RawOptions& raw, Options& options) {
  if (!raw.date.empty()) {
    const ParsedDate date = parse_date(raw.date);
    if (date.form != DateForm::iso) {
      return refusal("--date", raw.date, "2024-03-12", options.language);
    }
    options.date = date.date;
  }
  if (!raw.base_url.empty()) {
    if (!is_base_url(raw.base_url)) {
      return refusal("--base-url", raw.base_url, "https://exemple.org/realisations/",
                     options.language);
    }
    options.base_url = raw.base_url;
  }
  return std::nullopt;
}

Refusal read_report(const RawOptions& raw, Options& options) {
  if (options.command != Command::report) return std::nullopt;
  const auto year = parse_year(raw.year);
  if (!year) return refusal("--annee", raw.year, "2024", options.language);
  options.year = *year;
  return std::nullopt;
}

Refusal read_consent(const RawOptions& raw, Options& options) {
  if (!raw.notice.empty()) {
    const auto notice = parse_notice(raw.notice);
    if (!notice) return refusal("--avant", raw.notice, "60j, P3M", options.language);
    options.notice = *notice;
    options.only_lapsing = true;
  }
  options.format = parse_table_format(raw.format).value_or(TableFormat::table);
  return std::nullopt;
}

Refusal read_findings(const RawOptions& raw, Options& options) {
  options.machine_format = parse_machine_format(raw.report);
  if (options.dry_run && !options.fix) {
    return say({"--dry-run s'emploie avec --fix", "--dry-run goes with --fix"}, options);
  }
  return std::nullopt;
}

}  // namespace

Refusal read_values(const RawOptions& raw, Options& options) {
  if (auto error = read_common(raw, options)) return error;
  if (auto error = read_stats(raw.stats, options.language, options.stats)) return error;
  if (auto error = read_report(raw, options)) return error;
  if (auto error = read_consent(raw, options)) return error;
  if (auto error = read_findings(raw, options)) return error;
  options.ask = !raw.never_ask;
  options.shell = parse_shell(raw.shell);
  return std::nullopt;
}

}  // namespace pes
