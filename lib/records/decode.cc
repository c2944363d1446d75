#include "records/decode.h"

#include <fmt/format.h>

#include "records/decode_value.h"
#include "records/yaml.h"
#include "text/slug.h"

namespace pes {

namespace {

constexpr std::string_view fence = "---";

struct FrontMatter {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t body = 0;
};

bool is_fence(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line == fence;
}

// The stretch between the two lines « --- ».
std::optional<FrontMatter> find_front_matter(FileId file, std::string_view text, Diagnostics& out) {
  if (!is_fence(line_at(text, 0))) {
    const auto length = static_cast<std::uint32_t>(line_at(text, 0).size());
    out.add(Rule::front_matter_missing, {file, 0, length});
    return std::nullopt;
  }
  const std::size_t begin = std::min(line_at(text, 0).size() + 1, text.size());
  for (std::size_t at = begin; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const std::size_t next = std::min(at + line.size() + 1, text.size());
    if (is_fence(line)) return FrontMatter{begin, at, next};
    at += line.size() + 1;
  }
  out.add(Rule::front_matter_unclosed, {file, 0, 3});
  return std::nullopt;
}

std::string_view stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

void decode_fields(const YamlNode& root, Record& record, Diagnostics& out) {
  const Kind& kind = *record.kind;
  const Shape shape{kind.fields, kind.constraints, kind.one, record.head};
  Object object = decode_object(root, shape, out);
  record.values.resize(kind.fields.size());
  for (Member& member : object) {
    const auto index = static_cast<std::size_t>(field_index(kind, member.key));
    record.values[index] = std::move(member.value);
  }
}

}  // namespace

Record decode_record(const RecordFile& file, const SourceFiles& files, Diagnostics& out) {
  const SourceFile& source = files[file.file];
  Record record;
  record.kind = file.kind;
  record.file = file.file;
  record.head = {file.file, 0, static_cast<std::uint32_t>(line_at(source.text, 0).size())};
  record.slug = slug_of_file_name(stem(source.path));
  record.broken = true;
  if (!file.readable) return record;

  FrontMatter front{0, source.text.size(), source.text.size()};
  if (record.kind->has_body) {
    const auto found = find_front_matter(file.file, source.text, out);
    if (!found) return record;
    front = *found;
  }
  record.body_begin = front.body;
  const auto root = parse_yaml(file.file, source.text, front.begin, front.end, out);
  if (!root) return record;

  record.broken = false;
  decode_fields(*root, record, out);
  if (const auto slug = text_of(field(record, "slug")); !slug.empty()) record.slug = slug;
  return record;
}

}  // namespace pes
