#include "records/stray_fields.h"

#include <algorithm>

#include "records/decode_value.h"
#include "text/utf8.h"

namespace pes {

namespace {

// « retrait: 2026-01-01 », however far it is indented.
struct Line {
  std::size_t begin = 0;  // of the key
  std::string_view key;
  std::string_view value;
  bool indented = false;
};

Line parts_of(std::string_view text, std::size_t at) {
  const std::string_view line = line_at(text, at);
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t colon = line.find(':', begin);
  if (colon == std::string_view::npos) return {};
  return {at + begin, trim(line.substr(begin, colon - begin)), trim(line.substr(colon + 1)),
          begin > 0};
}

// The field of that name which decides what is public, in the record or in one of its blocks.
const Field* deciding_field(std::span<const Field> fields, std::string_view name) {
  for (const Field& field : fields) {
    if (field.decides && field.name == name) return &field;
    if (const Field* inner = deciding_field(field.fields, name)) return inner;
  }
  return nullptr;
}

// The same, or any field of a block in which one decides: « portee: {nom: anonyme} ».
bool is_of_deciding_block(std::span<const Field> fields, std::string_view name) {
  const auto is_named = [&](const Field& field) { return field.name == name; };
  const auto decides = [](const Field& field) { return field.decides; };
  return std::any_of(fields.begin(), fields.end(), [&](const Field& block) {
    return std::any_of(block.fields.begin(), block.fields.end(), decides) &&
           std::any_of(block.fields.begin(), block.fields.end(), is_named);
  });
}

// What nobody writes in a sentence: a value of the field, or what is meant for one. A number alone
// could be anything.
bool is_value_of(const Field& field, std::string_view text) {
  if (field.type == Type::integer || text.empty()) return false;
  if (field.many && text.front() == '[') return true;
  YamlNode node;
  node.form = YamlNode::Form::scalar;
  node.text = trim(text.substr(0, text.find(" #")));
  Diagnostics found;
  const bool decoded = decode_scalar(node, field, found).present();
  return decoded || std::any_of(found.all().begin(), found.all().end(),
                                [](const Diagnostic& one) { return !one.fix.empty(); });
}

}  // namespace

void check_stray_fields(const Kind& kind, FileId file, std::string_view text, std::size_t fence,
                        std::size_t body, Diagnostics& out) {
  const auto span_at = [&](std::size_t at, std::size_t length) {
    return Span{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)};
  };
  const std::size_t first = text.find_first_not_of(" \t\n", body);
  bool in_first_paragraph = true;
  for (std::size_t at = body; at < text.size(); at += line_at(text, at).size() + 1) {
    const std::string_view line = line_at(text, at);
    if (at > first && trim(line).empty()) in_first_paragraph = false;
    const Line parts = parts_of(text, at);
    if (parts.key.empty()) continue;
    if (parts.begin == first && !parts.indented && field_index(kind, parts.key) >= 0) {
      out.add(Rule::yaml_several_documents, span_at(fence, line_at(text, fence).size()));
      continue;
    }
    const Field* field = deciding_field(kind.fields, parts.key);
    const bool alone = field != nullptr && is_value_of(*field, parts.value);
    const bool begins =
        in_first_paragraph && (field != nullptr || is_of_deciding_block(kind.fields, parts.key));
    if (!alone && !begins) continue;
    out.add(Rule::field_in_text, span_at(parts.begin, line.size() - (parts.begin - at)),
            {parts.key});
  }
}

}  // namespace pes
