#include "consent/accepted_names.h"

#include <algorithm>

#include "consent/names.h"
#include "consent/register.h"

namespace pes {

namespace {

constexpr std::string_view media_folder = "medias/";

// Reads the rows of `noms_acceptes` one after the other.
class Rows {
 public:
  Rows(std::span<const Record> records, std::span<const Decision> decisions,
       const SourceFiles& files, const std::vector<std::string>& media, Date day, Diagnostics& out)
      : records_(records),
        decisions_(decisions),
        files_(files),
        media_(media),
        day_(day),
        out_(out) {}

  std::optional<AcceptedName> read(const Object& row) {
    const Value* record = find(row, "fiche");
    const Value* place = find(row, "lieu");
    const auto last = date_of(find(row, "jusqu_au"));
    // What is missing is reported by the decoder, and holds nothing open.
    if (text_of(record).empty() || text_of(place).empty() || !last) return std::nullopt;
    const auto who = find_record(records_, files_, text_of(record));
    if (!who) add_unknown(*record);
    AcceptedName accepted;
    const bool known = read_place(*place, accepted);
    if (!who || !known) return std::nullopt;
    accepted.who = *who;
    const bool allowed = may_hold(row, accepted, *last);
    return allowed ? std::optional(accepted) : std::nullopt;
  }

 private:
  bool read_place(const Value& place, AcceptedName& accepted) {
    const std::string_view name = text_of(&place);
    const std::string_view file = name.substr(name.starts_with('/') ? 1 : 0);
    if (file.starts_with(media_folder)) {
      accepted.media = file.substr(media_folder.size());
      if (std::find(media_.begin(), media_.end(), accepted.media) != media_.end()) return true;
    } else if (const auto record = find_record(records_, files_, name)) {
      accepted.place = records_[*record].file;
      return true;
    }
    add_unknown(place);
    return false;
  }

  bool may_hold(const Object& row, const AcceptedName& accepted, Date last) {
    const std::size_t errors = out_.all().size();
    const Value& place = *find(row, "lieu");
    if (accepted.place == records_[accepted.who].file) {
      out_.add(Rule::accepted_name_of_itself, place.span);
    }
    const Date latest = add(day_, {.years = 1});
    const Span until = find(row, "jusqu_au")->span;
    if (last > latest) out_.add(Rule::accepted_name_too_long, until, {format_iso(latest)});
    check_reason(accepted.who, find(row, "motif"));
    if (last < day_) out_.add(Rule::accepted_name_expired, until, {format_iso(last)});
    if (decisions_[accepted.who].consent == Reason::withdrawn) {
      out_.add(Rule::accepted_name_withdrawn, find(row, "fiche")->span);
    }
    return out_.all().size() == errors;
  }

  void check_reason(std::size_t who, const Value* reason) {
    if (reason == nullptr) return;
    NameSearch search;
    const std::string_view author = text_of(field(records_[who], "auteur"));
    for (const PersonName& person : people_of(author)) search.forbid(person, who);
    if (search.find(text_of(reason), Reading::text).empty()) return;
    out_.add(Rule::accepted_name_told, reason->span);
  }

  void add_unknown(const Value& value) {
    std::vector<std::string> names;
    for (const Record& record : records_) names.push_back(record_name(record, files_));
    for (const std::string& file : media_) names.push_back(std::string(media_folder) + file);
    const std::string_view name = text_of(&value);
    out_.add(Rule::accepted_name_unknown, value.span, {name}).suggest(name, names);
  }

  std::span<const Record> records_;
  std::span<const Decision> decisions_;
  const SourceFiles& files_;
  const std::vector<std::string>& media_;
  Date day_;
  Diagnostics& out_;
};

}  // namespace

std::vector<AcceptedName> read_accepted_names(const Record& site, std::span<const Record> records,
                                              std::span<const Decision> decisions,
                                              const SourceFiles& files,
                                              const std::vector<std::string>& media, Date day,
                                              Diagnostics& out) {
  std::vector<AcceptedName> accepted;
  Rows rows(records, decisions, files, media, day, out);
  for (const Value& row : list_of(field(site, "noms_acceptes"))) {
    if (auto read = rows.read(object_of(&row))) accepted.push_back(std::move(*read));
  }
  return accepted;
}

}  // namespace pes
