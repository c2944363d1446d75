#include "publish/last_day.h"

#include <stdexcept>

#include "disk/draft.h"
#include "publish/workplace.h"

namespace pes {

namespace fs = std::filesystem;

std::optional<Date> read_last_day(const fs::path& output) {
  const Workplace place(output);
  const auto folder = Folder::at(place.parent);
  if (!folder || !folder->status(place.day)) return std::nullopt;
  const auto file = folder->read(place.day);
  const std::string text = file ? file->read_all() : std::string();
  const ParsedDate day = parse_date(std::string_view(text).substr(0, text.find('\n')));
  if (day.form == DateForm::iso) return day.date;
  throw std::runtime_error(folder->path_of(place.day) +
                           ": illisible ; écrivez-y le jour de la dernière publication, AAAA-MM-JJ "
                           "(unreadable; write the day of the last publication into it)");
}

void write_last_day(const fs::path& output, Date day) {
  const Workplace place(output);
  const Folder folder(place.parent);
  Draft draft(folder, place.day + ".new", 0600);
  draft.file().write(format_iso(day) + "\n");
  draft.file().flush();
  draft.replace(place.day);
}

}  // namespace pes
