#include <fmt/format.h>

#include "commands.h"
#include "disk/paths.h"
#include "disk/writing.h"
#include "images/metadata.h"
#include "mending.h"
#include "records/files.h"
#include "text/visible.h"
#include "unified_diff.h"

namespace pes {

namespace {

// Git keeps the photos of content/medias/ for good, so what they say of places must go there too.
void remove_locations(const Settings& settings, const Options& options, const Console& console) {
  Diagnostics reported_below;
  const Content content = read_content_model(settings, reported_below);
  for (const std::string& name : content.images.with_location()) {
    const std::filesystem::path file = media_path(settings.source, name);
    const auto bytes = without_location(read_bytes(file));
    if (bytes && !options.dry_run) write_file(file, *bytes);
    Console::complain(fmt::format(
        fmt::runtime(console.say(
            bytes ? Text{"content/medias/{} : position retirée\n",
                         "content/medias/{}: location removed\n"}
                  : Text{"content/medias/{} : la position n'a pas pu être retirée, le fichier est "
                         "abîmé : enregistrez de nouveau l'image avec un logiciel de photo\n",
                         "content/medias/{}: the location could not be removed, the file is "
                         "damaged: save the picture again with a photo program\n"})),
        visible(name)));
  }
}

void mend(const Settings& settings, const Options& options, const Console& console) {
  for (const MendedFile& file : mend_content(settings)) {
    if (options.dry_run) {
      Console::print_data(unified_diff(file.path, file.before, file.after));
      continue;
    }
    write_file(record_path(settings.source, file.path), file.after);
    Console::complain(fmt::format(
        fmt::runtime(file.fixes > 1
                         ? console.say({"{} : {} corrections\n", "{}: {} mistakes mended\n"})
                         : console.say({"{} : {} correction\n", "{}: {} mistake mended\n"})),
        visible(file.path), file.fixes));
  }
}

}  // namespace

int validate(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  if (options.fix) {
    if (!options.dry_run) clear_drafts(settings.source / "content");
    mend(settings, options, console);
    remove_locations(settings, options, console);
    if (options.dry_run) return 0;
  }
  Diagnostics found;
  Content content = read_content_model(settings, found);
  plan_site(settings, content, found);
  found.sort(content.files);
  if (options.machine_format) {
    console.report_for_machines(*options.machine_format, found, content.files);
  } else {
    console.report(found, content.files, Severity::advice);
    Console::complain(fmt::format(
        fmt::runtime(console.say({"{} fiches vérifiées : {}.\n", "{} records checked: {}.\n"})),
        content.records.size(), console.count(found)));
  }
  const bool fails = found.has_errors() || (options.strict && found.has_warnings());
  return fails ? 1 : 0;
}

}  // namespace pes
