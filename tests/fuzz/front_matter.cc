#include <algorithm>
#include <cctype>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "records/decode.h"
#include "records/yaml.h"
#include "support/both_ways.h"

namespace pes::test {

namespace {

void both_readers_agree(std::string_view yaml) {
  const BothWays ways = yaml_both_ways(yaml, 0, yaml.size());
  if (ways.taken) hold_same("short and long reader agree", ways.long_way, ways.short_way);
}

// The letters of keys and values in the order of the text. What means nothing has none.
void append_letters(const YamlNode& node, std::string& out) {
  if (node.form == YamlNode::Form::scalar) out += letters_of(node.text);
  for (const YamlNode& item : node.items) append_letters(item, out);
  for (const auto& [key, value] : node.entries) {
    append_letters(key, out);
    append_letters(value, out);
  }
}

// The words that YAML has for nothing are letters of the text, and of no value.
std::string without_words_for_nothing(std::string letters) {
  for (const std::string_view word : {"null", "Null", "NULL"}) {
    for (std::size_t at = letters.find(word); at != std::string::npos; at = letters.find(word)) {
      letters.erase(at, word.size());
    }
  }
  return letters;
}

// Comments, escapes and the heads of text blocks are letters that no value has: only YAML without
// their signs tells by its letters alone whether all of it was read.
void accepted_is_consumed_whole(const std::string& yaml) {
  Diagnostics found;
  const auto tree = parse_yaml(0, yaml, 0, yaml.size(), found);
  hold_findings({{"content/a.md", yaml}}, found);
  if (!tree) {
    hold(found.has_errors() || letters_of(yaml).empty(), "YAML is read, or refused with a finding");
    return;
  }
  if (!found.all().empty() || yaml.find_first_of("#\\|>%") != std::string::npos) return;
  std::string letters;
  append_letters(*tree, letters);
  hold_same("accepted YAML is consumed whole", without_words_for_nothing(letters_of(yaml)),
            without_words_for_nothing(letters));
}

void every_kind_can_be_decoded(const std::string& text) {
  const SourceFiles files = {{"content/a.md", text}};
  for (const Kind& kind : all_kinds()) {
    Diagnostics found;
    const Record record = decode_record({0, &kind, true}, files, found);
    hold(record.body_begin <= text.size(), "a body begins within its file");
    hold_findings(files, found);
  }
}

}  // namespace

void hold_front_matter(std::string_view bytes) {
  const auto text = as_source_text(bytes);
  if (!text) return;
  every_kind_can_be_decoded(*text);
  constexpr std::string_view fence = "---\n";
  const std::size_t begin = text->starts_with(fence) ? fence.size() : 0;
  const std::string yaml = text->substr(begin, text->find("\n---\n", begin) - begin);
  both_readers_agree(yaml);
  accepted_is_consumed_whole(yaml);
}

}  // namespace pes::test
