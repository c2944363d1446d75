#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "consent/register.h"
#include "disk/writing.h"
#include "record_argument.h"
#include "text/slug.h"
#include "text/visible.h"

namespace pes {

namespace {

bool may_need_consent(const Kind& kind) { return kind.role == Role::achievement; }

RegisterInput register_of(const Content& content, const Settings& settings,
                          const Console& console) {
  const Record* site = content.settings();
  return {content.records,   content.decisions,
          content.files,     site != nullptr ? read_consent_policy(*site) : ConsentPolicy{},
          settings.when.day, std::nullopt,
          console.language()};
}

int write_form(const Options& options, const Settings& settings, Content& content,
               Diagnostics& found, const Console& console) {
  const auto record = find_record(content, options.record, console);
  if (!record) return 2;
  if (!may_need_consent(*content.records[*record].kind)) {
    Console::complain(
        fmt::format(fmt::runtime(console.say({"pes: « {} » ne demande pas de consentement\n",
                                              "pes: \"{}\" needs no consent\n"})),
                    visible(options.record)));
    return 2;
  }
  const auto html = render_consent_form(settings, content, *record, found);
  if (!html) {
    found.sort(content.files);
    console.report(found, content.files, Severity::error);
    return 1;
  }
  const std::filesystem::path page =
      options.output.empty() ? fmt::format("consentement-{}.html", content.records[*record].slug)
                             : options.output;
  write_file(page, *html);
  Console::print(fmt::format(
      fmt::runtime(console.say({"Formulaire écrit dans {} : imprimez-le, faites-le signer, puis "
                                "complétez la fiche.\n",
                                "Form written to {}: print it, have it signed, then complete the "
                                "record.\n"})),
      visible(page.string())));
  return 0;
}

}  // namespace

int consent(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  Diagnostics found;
  Content content = read_content_model(settings, found);
  if (!options.record.empty()) return write_form(options, settings, content, found, console);

  RegisterInput input = register_of(content, settings, console);
  RegisterInput lapsing = input;
  lapsing.lapsing_by = add(settings.when.day, options.notice);
  if (options.only_lapsing) input.lapsing_by = lapsing.lapsing_by;
  const std::vector<Table> tables = {consent_table(input)};
  Console::print_data(write_tables(tables, options.format));
  const std::size_t soon = consent_table(lapsing).rows.size();
  if (soon > 0 && options.format == TableFormat::table) {
    const std::string day = format_iso(*lapsing.lapsing_by);
    Console::complain(
        fmt::format(fmt::runtime(console.say({"pes: accords qui expirent d'ici au {} : {}\n",
                                              "pes: consents that lapse by {}: {}\n"})),
                    day, soon));
  }
  if (found.has_errors()) {
    found.sort(content.files);
    console.report(found, content.files, Severity::error);
    return 1;
  }
  return options.strict && soon > 0 ? 1 : 0;
}

}  // namespace pes
