#include "mending.h"

#include <algorithm>
#include <map>

#include "diagnostics/edit.h"
#include "disk/paths.h"
#include "records/files.h"
#include "text/utf8.h"

namespace pes {

namespace {

// A later round can undo what an earlier one did only by mistake, and must not go on for ever.
constexpr int most_rounds = 12;

struct Fixes {
  std::vector<Edit> edits;
  bool encoding = false;
  std::size_t count = 0;
};

bool is_about_encoding(Rule rule) {
  return rule == Rule::byte_order_mark || rule == Rule::decomposed_text ||
         rule == Rule::file_not_utf8;
}

std::map<FileId, Fixes> collect_fixes(const Diagnostics& found, const SourceFiles& files) {
  std::map<FileId, Fixes> fixes;
  for (const Diagnostic& diagnostic : found.all()) {
    const FileId file = diagnostic.span.file;
    if (file == no_file || !files[file].path.starts_with("content/")) continue;
    const bool encoding = is_about_encoding(diagnostic.rule);
    if (!encoding && diagnostic.fix.empty()) continue;
    Fixes& of_file = fixes[file];
    of_file.encoding = of_file.encoding || encoding;
    of_file.edits.insert(of_file.edits.end(), diagnostic.fix.begin(), diagnostic.fix.end());
    ++of_file.count;
  }
  return fixes;
}

std::string apply(const Fixes& fixes, const std::string& bytes, const std::string& text) {
  // Places are only sure in a text that is what its bytes are.
  if (fixes.encoding) return repair_encoding(bytes).value_or(bytes);
  return apply_edits(bytes, text, fixes.edits);
}

}  // namespace

std::vector<MendedFile> mend_content(Settings settings) {
  std::map<std::string, MendedFile> mended;
  bool changed = true;
  for (int round = 0; round < most_rounds && changed; ++round) {
    changed = false;
    Diagnostics found;
    Content content = read_content_model(settings, found);
    plan_site(settings, content, found);
    found.sort(content.files);
    for (const auto& [file, fixes] : collect_fixes(found, content.files)) {
      const auto& [path, text] = content.files[file];
      if (!settings.unsaved.contains(path)) {
        settings.unsaved[path] = read_bytes(record_path(settings.source, path));
        mended[path] = {path, settings.unsaved[path], {}, 0};
      }
      std::string& bytes = settings.unsaved[path];
      std::string after = apply(fixes, bytes, text);
      if (after == bytes) continue;
      bytes = std::move(after);
      mended[path].fixes += fixes.encoding ? 1 : fixes.count;
      changed = true;
    }
  }
  std::vector<MendedFile> out;
  for (auto& [path, file] : mended) {
    file.after = settings.unsaved[path];
    if (file.after != file.before) out.push_back(std::move(file));
  }
  return out;
}

}  // namespace pes
