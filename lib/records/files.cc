#include "records/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "diagnostics/each.h"
#include "disk/paths.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view media_folder = "medias";
constexpr std::string_view guide = "README.md";

std::string with_line_feeds(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool crlf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!crlf) out += text[i] == '\r' ? '\n' : text[i];
  }
  return out;
}

// Keeps a report readable: every byte that is not ASCII becomes a replacement character.
std::string legible(std::string_view text, std::size_t first_bad) {
  std::string out(text.substr(0, first_bad));
  for (char byte : text.substr(first_bad)) {
    if (static_cast<unsigned char>(byte) < 0x80) {
      out += byte;
    } else {
      out += "\uFFFD";
    }
  }
  return out;
}

void report_control_character(FileId file, std::string_view text, std::size_t offset,
                              Diagnostics& out) {
  std::size_t end = offset;
  next_character(text, end);
  // Word's own line break is a vertical tab.
  const bool space = text[offset] == '\v' || text[offset] == '\f';
  out.add(Rule::control_character,
          {file, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(end - offset)},
          {control_character_name(text, offset)})
      .replace_with(space ? " " : "");
}

// Where the two texts part, in the one that people see.
void report_decomposed(FileId file, std::string_view written, std::string_view composed,
                       Diagnostics& out) {
  const auto parted =
      std::mismatch(composed.begin(), composed.end(), written.begin(), written.end()).first;
  auto at = static_cast<std::size_t>(parted - composed.begin());
  while (at > 0 && is_continuation(composed[at])) --at;
  std::size_t end = at;
  if (at < composed.size()) next_character(composed, end);
  out.add(Rule::decomposed_text,
          {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end - at)});
}

// Zero-width spaces, marks of direction, soft hyphens and the separators of word processors;
// joiners have their uses.
constexpr std::array<std::string_view, 13> pasted = {
    "\u00AD", "\u200B", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A",
    "\u202B", "\u202C", "\u202D", "\u202E", "\u2060", "\uFEFF"};

std::optional<Span> find_pasted(FileId file, std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] != '\xC2' && text[at] != '\xE2' && text[at] != '\xEF') continue;
    const std::string_view rest = text.substr(at);
    const auto* const found = std::find_if(pasted.begin(), pasted.end(),
                                           [&](std::string_view c) { return rest.starts_with(c); });
    if (found == pasted.end()) continue;
    return Span{file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(found->size())};
  }
  return std::nullopt;
}

// One finding a line is enough; its fix mends the whole line.
void report_pasted(FileId file, std::string_view text, Diagnostics& out) {
  Diagnostic* of_line = nullptr;
  std::size_t line_end = 0;
  for (auto span = find_pasted(file, text, 0); span;
       span = find_pasted(file, text, span->offset + span->length)) {
    if (of_line == nullptr || span->offset > line_end) {
      of_line =
          &out.add(Rule::pasted_character, *span, {control_character_name(text, span->offset)});
      line_end = std::min(text.find('\n', span->offset), text.size());
    }
    const std::string_view character = text.substr(span->offset, span->length);
    const bool separates = character == "\u2028" || character == "\u2029";
    of_line->fix.push_back({*span, separates ? " " : ""});
  }
}

void report_unexpected(const std::string& path, const std::string& name, const std::string& where,
                       const std::vector<std::string>& known, Diagnostics& out) {
  out.add(Rule::unexpected_file, {}, {path, where}).nearest = nearest(name, known);
}

std::vector<std::string> known_names() {
  std::vector<std::string> names = {std::string(media_folder), std::string(guide),
                                    std::string(erasure_file)};
  for (const Kind& kind : all_kinds()) {
    names.emplace_back(kind.folder.empty() ? kind.file : kind.folder);
  }
  return names;
}

// What lies in a directory, without names that start with a dot.
std::vector<Listed> list_entries(const std::optional<Folder>& folder) {
  std::vector<Listed> entries = folder ? folder->list() : std::vector<Listed>();
  std::erase_if(entries, [](const Listed& entry) { return entry.name.starts_with('.'); });
  return entries;
}

void report_strangers(const fs::path& content, Diagnostics& out) {
  const std::vector<std::string> known = known_names();
  std::string folders;
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) continue;
    folders += fmt::format("{}content/{}/", folders.empty() ? "" : ", ", kind.folder);
  }
  for (const std::string& name : list_directory(content)) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    report_unexpected("content/" + name, name, folders, known, out);
  }
}

RecordFile read_into(const fs::path& source, const std::string& path, FileId id, SourceFile& file,
                     const UnsavedFiles& unsaved, Diagnostics& out) {
  file.path = to_nfc(path);
  const auto written = unsaved.find(file.path);
  std::string bytes;
  if (written != unsaved.end()) {
    bytes = written->second;
  } else {
    const auto there = find_file(source / path);
    if (!there) {
      out.add(is_link(source / path) ? Rule::symbolic_link : Rule::missing_file, {}, {path});
      return {id, nullptr, false};
    }
    if (there->size() > largest_file) {
      out.add(Rule::file_too_large, {id, 0, 0});
      return {id, nullptr, false};
    }
    bytes = there->read_all();
  }
  if (is_everyday_text(bytes)) {
    file.text = std::move(bytes);
    return {id, nullptr, true};
  }
  if (bytes.starts_with(byte_order_mark)) out.add(Rule::byte_order_mark, {id, 0, 0});
  std::string text = with_line_feeds(bytes);
  if (const auto bad = find_invalid_utf8(text)) {
    file.text = legible(text, *bad);
    out.add(Rule::file_not_utf8, {id, static_cast<std::uint32_t>(*bad), 3});
    return {id, nullptr, false};
  }
  file.text = to_nfc(text);
  if (file.text != text) report_decomposed(id, text, file.text, out);
  RecordFile record{id, nullptr, true};
  if (const auto bad = find_control_character(file.text)) {
    report_control_character(id, file.text, *bad, out);
    record.readable = false;
  }
  report_pasted(id, file.text, out);
  return record;
}

void read_folder(const fs::path& source, const UnsavedFiles& unsaved, const Kind& kind,
                 const Workers& workers, SourceFiles& files, ContentFiles& content,
                 Diagnostics& out) {
  const std::string folder = fmt::format("content/{}/", kind.folder);
  if (report_link(source, folder, out)) return;
  std::vector<std::string> paths;
  for (const auto& [name, kind_there] : list_entries(Folder::at(source / folder))) {
    if (kind_there == Listed::Kind::link) {
      out.add(Rule::symbolic_link, {}, {folder + name});
    } else if (!name.ends_with(".md") || kind_there != Listed::Kind::file) {
      report_unexpected(folder + name, name, folder, {}, out);
    } else {
      paths.push_back(folder + name);
    }
  }
  for (const auto& [path, text] : unsaved) {
    const bool is_new = path.starts_with(folder) && !is_there(source / path);
    if (is_new) paths.push_back(path);
  }
  const std::size_t first = files.size();
  const std::size_t first_record = content.records.size();
  files.resize(first + paths.size());
  content.records.resize(first_record + paths.size());
  for_each_with_findings(workers, paths.size(), out, [&](std::size_t i, Diagnostics& found) {
    const auto file = static_cast<FileId>(first + i);
    RecordFile& record = content.records[first_record + i];
    record = read_into(source, paths[i], file, files[file], unsaved, found);
    record.kind = &kind;
  });
}

void read_singleton(const fs::path& source, const UnsavedFiles& unsaved, const Kind& kind,
                    SourceFiles& files, ContentFiles& content, Diagnostics& out) {
  const std::string path = fmt::format("content/{}", kind.file);
  if (!is_there(source / path)) {
    out.add(Rule::missing_file, {}, {path});
    return;
  }
  RecordFile record = read_text_file(source, path, files, out, unsaved);
  record.kind = &kind;
  content.records.push_back(record);
}

fs::path find_on_disk(const fs::path& folder, const std::string& name) {
  if (is_there(folder / name)) return folder / name;
  Diagnostics reported_before;
  for (const std::string& raw : list_tree(folder, "", reported_before)) {
    if (to_nfc(raw) == name) return folder / raw;
  }
  return folder / name;
}

}  // namespace

bool report_link(const fs::path& source, const std::string& path, Diagnostics& out) {
  const std::string name = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
  if (!is_link(source / name)) return false;
  out.add(Rule::symbolic_link, {}, {path});
  return true;
}

std::vector<std::string> list_directory(const fs::path& path) {
  std::vector<std::string> names;
  for (Listed& entry : list_entries(Folder::at(path))) names.push_back(std::move(entry.name));
  return names;
}

std::vector<std::string> list_tree(const fs::path& root, std::string_view shown_as,
                                   Diagnostics& out) {
  std::vector<std::string> paths;
  for (const auto& [name, kind] : list_entries(Folder::at(root))) {
    const std::string shown = fmt::format("{}{}", shown_as, name);
    if (kind == Listed::Kind::link) {
      out.add(Rule::symbolic_link, {}, {shown});
    } else if (kind == Listed::Kind::folder) {
      for (const std::string& below : list_tree(root / name, shown + "/", out)) {
        paths.push_back(fmt::format("{}/{}", name, below));
      }
    } else if (kind == Listed::Kind::file) {
      paths.push_back(name);
    }
  }
  return paths;
}

RecordFile read_text_file(const fs::path& source, const std::string& path, SourceFiles& files,
                          Diagnostics& out, const UnsavedFiles& unsaved) {
  const auto file = static_cast<FileId>(files.size());
  return read_into(source, path, file, files.emplace_back(), unsaved, out);
}

ContentFiles read_content(const fs::path& source, const UnsavedFiles& unsaved,
                          const Workers& workers, SourceFiles& files, Diagnostics& out) {
  ContentFiles content;
  if (!is_folder(source / "content")) {
    out.add(Rule::missing_file, {}, {"content/"});
    return content;
  }
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) {
      read_singleton(source, unsaved, kind, files, content, out);
    } else {
      read_folder(source, unsaved, kind, workers, files, content, out);
    }
  }
  const std::string erasures = fmt::format("content/{}", erasure_file);
  if (is_there(source / erasures)) {
    read_text_file(source, erasures, files, out);
  }
  report_strangers(source / "content", out);
  if (report_link(source, fmt::format("content/{}/", media_folder), out)) return content;
  content.media =
      list_tree(source / "content" / media_folder, fmt::format("content/{}/", media_folder), out);
  for (std::string& name : content.media) name = to_nfc(name);
  std::sort(content.media.begin(), content.media.end());
  return content;
}

fs::path record_path(const fs::path& source, const std::string& path) {
  constexpr std::string_view content = "content/";
  return find_on_disk(source / content, path.substr(content.size()));
}

fs::path media_path(const fs::path& source, const std::string& name) {
  return find_on_disk(source / "content" / media_folder, name);
}

}  // namespace pes
