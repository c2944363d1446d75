#include "records/survey.h"

#include <fmt/format.h>

#include <array>
#include <regex>
#include <set>

namespace pes {

namespace {

// Fields of the first level whose words readers find pages by.
constexpr std::array gathered = {std::string_view("territoire"), std::string_view("themes")};

void collect(const Value& value, std::set<std::string>& words) {
  if (const auto* text = std::get_if<std::string>(&value.data)) words.insert(*text);
  if (const auto* list = std::get_if<List>(&value.data)) {
    for (const Value& item : *list) collect(item, words);
  }
}

// A text or a number that stands for an object is its first field, at the same place.
bool is_short(const Value& object) {
  const Object& members = object_of(&object);
  if (members.size() != 1) return false;
  const Span& key = members.front().key_span;
  return key.offset == object.span.offset && key.length == object.span.length;
}

class Survey {
 public:
  explicit Survey(const SourceFiles& files) : files_(files) {}

  void look_at(const Field& field, const Value& value, const std::string& path) {
    if (const auto* list = std::get_if<List>(&value.data)) {
      for (const Value& item : *list) look_at(field, item, path);
      return;
    }
    switch (field.type) {
      case Type::integer:
      case Type::number:
      case Type::year:
        note(path, is_plain_number(value) ? Written::shortly : Written::variously);
        break;
      case Type::object:
        if (field.text_allowed) note(path, is_short(value) ? Written::shortly : Written::in_full);
        look_at_members(field.fields, value, path);
        break;
      case Type::figures:
        for (const Member& figure : object_of(&value)) look_at_figure(figure.value, path, figure);
        break;
      case Type::partition:
        for (const Member& part : object_of(&value)) {
          for (const Member& figure : object_of(&part.value)) {
            look_at_figure(figure.value, path, figure);
          }
        }
        break;
      default:
        break;
    }
  }

  std::map<std::string, Written> written;

 private:
  void look_at_members(std::span<const Field> fields, const Value& object,
                       const std::string& path) {
    for (const Field& field : fields) {
      const Value* value = find(object_of(&object), field.name);
      if (value != nullptr) look_at(field, *value, fmt::format("{}.{}", path, field.name));
    }
  }

  void look_at_figure(const Value& value, const std::string& path, const Member& figure) {
    const std::string own = fmt::format("{}.{}", path, figure.key);
    if (is_short(value)) {
      note(own, is_plain_number(value) ? Written::shortly : Written::variously);
      return;
    }
    note(own, Written::in_full);
    look_at_members(figure_field().fields, value, own);
  }

  // As YAML 1.2 and JavaScript read numbers.
  [[nodiscard]] bool is_plain_number(const Value& value) const {
    if (value.span.file == no_file) return true;
    static const std::regex plain(R"(-?(0|[1-9]\d*)(\.\d+)?)");
    const std::string& text = files_[value.span.file].text;
    return std::regex_match(text.substr(value.span.offset, value.span.length), plain);
  }

  void note(const std::string& path, Written how) {
    const auto [known, is_new] = written.emplace(path, how);
    if (!is_new && known->second != how) known->second = Written::variously;
  }

  const SourceFiles& files_;
};

}  // namespace

KnownValues survey(std::span<const Record> records, const SourceFiles& files) {
  KnownValues known;
  Survey written(files);
  std::map<std::string, std::set<std::string>> words;
  for (const Record& record : records) {
    known.records[std::string(record.kind->name)].push_back(record.slug);
    for (const std::string_view name : gathered) {
      if (const Value* value = field(record, name)) collect(*value, words[std::string(name)]);
    }
    for (std::size_t i = 0; i < record.values.size(); ++i) {
      const Field& field = record.kind->fields[i];
      written.look_at(field, record.values[i], fmt::format("{}.{}", record.kind->name, field.name));
    }
  }
  for (const std::string_view name : gathered) {
    const std::set<std::string>& found = words[std::string(name)];
    known.words[std::string(name)] = {found.begin(), found.end()};
  }
  known.written = std::move(written.written);
  return known;
}

}  // namespace pes
