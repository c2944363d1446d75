#include "publish/last_day.h"

#include "publish/workplace.h"

namespace pes {

namespace fs = std::filesystem;

std::optional<Date> read_last_day(const fs::path& output) {
  const Workplace place(output);
  if (!fs::is_directory(place.parent)) return std::nullopt;
  const auto file = Folder(place.parent).read(place.day);
  if (!file) return std::nullopt;
  const std::string text = file->read_all();
  const ParsedDate day = parse_date(std::string_view(text).substr(0, text.find('\n')));
  return day.form == DateForm::iso ? std::optional(day.date) : std::nullopt;
}

void write_last_day(const fs::path& output, Date day) {
  const Workplace place(output);
  const Folder folder(place.parent);
  const std::string fresh = place.day + ".new";
  folder.remove(fresh);
  Descriptor made = folder.create(fresh, 0600);
  made.write(format_iso(day) + "\n");
  made.close();
  folder.rename(fresh, place.day);
}

}  // namespace pes
