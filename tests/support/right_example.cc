#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>
#include <vector>

#include "diagnostics/edit.h"
#include "support/broken_sites.h"
#include "support/files.h"
#include "text/utf8.h"
#include "unified_diff.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_lines = 8;      // of a file
constexpr std::size_t longest_run = 5;     // of lines that begin with the same sign
constexpr std::size_t longest_line = 100;  // characters
constexpr std::size_t compared = 20000;    // bytes; what is shown stands at the beginning

bool cannot_be_seen(char32_t character) {
  return character < U' ' || character == U'\u00A0' || character == U'\u2028' ||
         character == U'\u2029' || is_invisible(character);
}

// With the names of what cannot be seen, or before and after would look the same.
std::string shown(std::string_view line) {
  std::string out;
  for (std::size_t at = 0, count = 0; at < line.size(); ++count) {
    if (count == longest_line) return out + "…";
    const std::size_t begin = at;
    const char32_t character = next_character(line, at);
    if (character == U'\t') {
      out += "‹tab›";
    } else if (cannot_be_seen(character)) {
      out += fmt::format("‹U+{:04X}›", static_cast<std::uint32_t>(character));
    } else {
      out += line.substr(begin, at - begin);
    }
  }
  return out;
}

// Lines of a difference that follow each other, and the one before and behind them.
struct Run {
  std::vector<std::string> before;  // none or one
  std::vector<std::string> removed;
  std::vector<std::string> added;
  std::vector<std::string> behind;
};

// Whole lines that a comparison can cope with.
std::string beginning(const std::string& text) {
  return text.size() <= compared ? text : text.substr(0, text.rfind('\n', compared) + 1);
}

std::vector<Run> runs_of(const std::string& before, const std::string& after) {
  std::istringstream diff(unified_diff("", beginning(before), beginning(after)));
  std::vector<Run> runs(1);
  std::vector<std::string> context;
  std::string line;
  for (int i = 0; std::getline(diff, line); ++i) {
    const bool header = i < 2;
    if (header || line.size() < 2 || line.front() == '\\') continue;
    Run& run = runs.back();
    const bool open = !run.removed.empty() || !run.added.empty();
    if (line.front() == '-' || line.front() == '+') {
      if (!open) run.before = context;
      (line.front() == '-' ? run.removed : run.added).push_back(line);
      continue;
    }
    context.clear();
    if (line.front() == ' ') context.push_back(line);
    if (!open) continue;
    run.behind = context;
    runs.emplace_back();
  }
  return runs;
}

std::string shortened(const std::vector<std::string>& lines) {
  std::string out;
  for (std::size_t i = 0; i < std::min(lines.size(), longest_run); ++i) {
    out += shown(lines[i]) + "\n";
  }
  return lines.size() > longest_run ? out + lines[0][0] + "…\n" : out;
}

std::string without_spaces(std::string line) {
  std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
  return line.substr(1);
}

// Where only spaces change, the line above says why.
bool moves(const Run& run) {
  return std::equal(run.removed.begin(), run.removed.end(), run.added.begin(), run.added.end(),
                    [](const std::string& wrong, const std::string& right) {
                      return without_spaces(wrong) == without_spaces(right);
                    });
}

// Lines « -wrong » and « +right »; what only comes or goes is told its place by its neighbours.
std::string short_diff(const std::string& before, const std::string& after) {
  std::string out;
  std::size_t lines = 0;
  for (const Run& run : runs_of(before, after)) {
    if (lines >= most_lines) break;
    const bool replaced = !run.removed.empty() && !run.added.empty();
    const std::string above = shortened(run.before);
    if ((!replaced || moves(run)) && !out.ends_with(above)) out += above;
    out += shortened(run.removed) + shortened(run.added);
    if (!replaced) out += shortened(run.behind);
    lines += run.removed.size() + run.added.size();
  }
  return out;
}

bool is_text(const std::string& path) {
  constexpr std::array extensions = {".md", ".yml", ".mustache", ".css", ".js", ".txt", ".html"};
  return std::find(extensions.begin(), extensions.end(), fs::path(path).extension()) !=
         extensions.end();
}

// As an editor shows it: what is no UTF-8 as the sign for that.
std::string text_of_bytes(std::string bytes) {
  while (const auto bad = find_invalid_utf8(bytes)) bytes.replace(*bad, 1, "\uFFFD");
  return bytes;
}

// What differs between two sites.
class Difference {
 public:
  Difference(const SiteOfFiles& wrong, const SiteOfFiles& right, Language language)
      : wrong_(wrong.files), right_(right.files), language_(language) {}

  // `place` is the file that the finding names already; `others` have findings of their own.
  std::string tell(const std::string& place, const std::set<std::string>& others) {
    const std::string mended = change_of(place);
    for (const auto& [path, bytes] : wrong_) tell_gone(path, bytes);
    for (const auto& [path, bytes] : right_) {
      if (wrong_.contains(path)) {
        if (mended.empty() || (path != place && !others.contains(path))) tell_changed(path);
      } else if (!told_.contains(path)) {
        tell_new(path, bytes);
      }
    }
    return mended + out_;
  }

 private:
  std::string say(Text text) const {
    return std::string(language_ == Language::fr ? text.fr : text.en);
  }

  std::string change_of(const std::string& path) const {
    const auto before = wrong_.find(path);
    const auto after = right_.find(path);
    if (before == wrong_.end() || after == right_.end() || !is_text(path)) return {};
    return short_diff(text_of_bytes(before->second), text_of_bytes(after->second));
  }

  void tell_changed(const std::string& path) {
    if (wrong_.at(path) == right_.at(path)) return;
    if (is_text(path)) {
      out_ += fmt::format(fmt::runtime(say({"{} :\n", "{}:\n"})), path) + change_of(path);
    } else {
      out_ +=
          fmt::format(fmt::runtime(say({"fichier remplacé : {}\n", "file replaced: {}\n"})), path);
    }
  }

  // Removed, renamed, or replaced by one of another form.
  void tell_gone(const std::string& path, const std::string& bytes) {
    if (right_.contains(path)) return;
    for (const auto& [other, others] : right_) {
      if (wrong_.contains(other) || told_.contains(other)) continue;
      const bool renamed = others == bytes;
      if (!renamed && fs::path(other).replace_extension() != fs::path(path).replace_extension()) {
        continue;
      }
      told_.insert(other);
      const Text text = renamed ? Text{"fichier renommé : {} → {}\n", "file renamed: {} → {}\n"}
                                : Text{"fichier remplacé : {} → {}\n", "file replaced: {} → {}\n"};
      out_ += fmt::format(fmt::runtime(say(text)), path, other);
      return;
    }
    out_ += fmt::format(fmt::runtime(say({"fichier supprimé : {}\n", "file removed: {}\n"})), path);
  }

  void tell_new(const std::string& path, const std::string& bytes) {
    out_ += fmt::format(fmt::runtime(say({"fichier ajouté : {}\n", "file added: {}\n"})), path);
    if (!is_text(path)) return;
    std::istringstream lines(bytes);
    std::string line;
    for (std::size_t i = 0; i < most_lines && std::getline(lines, line); ++i) {
      out_ += "+" + shown(line) + "\n";
    }
    if (std::getline(lines, line)) out_ += "+…\n";
  }

  const std::map<std::string, std::string>& wrong_;
  const std::map<std::string, std::string>& right_;
  Language language_;
  std::set<std::string> told_;
  std::string out_;
};

}  // namespace

std::string right_example(const std::string& name, Language language) {
  const BrokenSite& site = broken_site(name);
  const Diagnostic& example = *example_of(name);
  const SourceFiles& files = site.wrong.built.files;
  if (!example.fix.empty()) {
    const std::string& text = files[example.span.file].text;
    return short_diff(text, apply_edits(text, text, example.fix));
  }
  const bool by_fix = rule_info(example.rule).mending == Mending::by_fix;
  const auto& right = by_fix ? site.mended : site.right;
  if (!right) return {};
  const auto file_of = [&](const Diagnostic& diagnostic) {
    return diagnostic.span.file == no_file ? "" : files[diagnostic.span.file].path;
  };
  std::set<std::string> others;
  for (const Diagnostic& found : site.wrong.built.found.all()) {
    if (found.rule == example.rule) others.insert(file_of(found));
  }
  return Difference(site.wrong, *right, language).tell(file_of(example), others);
}

}  // namespace pes::test
