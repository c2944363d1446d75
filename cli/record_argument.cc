#include "record_argument.h"

#include <fmt/format.h>

#include "consent/register.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace {

// As record_name() says it.
std::string normal_form(const std::string& name) {
  std::string out = to_nfc(name);
  if (out.starts_with("./")) out.erase(0, 2);
  if (out.starts_with("content/")) out.erase(0, 8);
  if (out.ends_with(".md")) out.erase(out.size() - 3);
  const std::size_t slash = out.find('/');
  for (const Kind& kind : all_kinds()) {
    const bool singular = slash != std::string::npos && out.substr(0, slash) == kind.name;
    if (singular && !kind.folder.empty()) out.replace(0, slash, kind.folder);
  }
  return out;
}

}  // namespace

std::optional<std::size_t> find_record(const Content& content, const std::string& name,
                                       const Console& console) {
  const std::string wanted = normal_form(name);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < content.records.size(); ++i) {
    known.push_back(record_name(content.records[i], content.files));
    const Record& record = content.records[i];
    const std::string by_slug = fmt::format("{}/{}", record.kind->folder, record.slug);
    if (known.back() == wanted || by_slug == wanted) return i;
  }
  std::string text = fmt::format(
      fmt::runtime(console.say({"pes: aucune fiche « {} »\n", "pes: no record \"{}\"\n"})), name);
  if (const auto guess = nearest(wanted, known)) {
    text += fmt::format(
        fmt::runtime(console.say({"vouliez-vous dire {} ?\n", "did you mean {}?\n"})), *guess);
  }
  Console::complain(text);
  return std::nullopt;
}

}  // namespace pes
