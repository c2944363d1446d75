#include <fmt/format.h>

#include "commands.h"
#include "images/metadata.h"
#include "records/files.h"
#include "writing.h"

namespace pes {

namespace {

// Git keeps the photos of content/medias/ for good, so what they say of places must go there too.
void remove_locations(const Settings& settings, const Content& content, const Console& console) {
  for (const std::string& name : content.images.with_location()) {
    const std::filesystem::path file = media_path(settings.source, name);
    const std::string bytes = without_location(read_bytes(file));
    if (has_location(bytes)) continue;
    write_file(file, bytes);
    Console::print(fmt::format(fmt::runtime(console.say({"content/medias/{} : position retirée\n",
                                                         "content/medias/{}: location removed\n"})),
                               name));
  }
}

}  // namespace

int validate(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  if (options.fix) {
    Diagnostics reported_below;
    remove_locations(settings, read_content_model(settings, reported_below), console);
  }
  Diagnostics found;
  Content content = read_content_model(settings, found);
  plan_site(settings, content, found);
  found.sort(content.files);
  console.report(found, content.files, Severity::advice, true);
  Console::print(fmt::format(
      fmt::runtime(console.say({"{} fiches vérifiées : {}.\n", "{} records checked: {}.\n"})),
      content.records.size(), console.count(found)));
  const bool fails = found.has_errors() || (options.strict && found.has_warnings());
  return fails ? 1 : 0;
}

}  // namespace pes
