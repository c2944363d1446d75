#include "support/broken_sites.h"

#include <algorithm>
#include <filesystem>

#include "images/format.h"
#include "images/metadata.h"
#include "mending.h"
#include "support/files.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

const fs::path sites = repository() / "tests/sites_invalid";

std::map<std::string, std::string> files_of(const fs::path& site) {
  std::map<std::string, std::string> files = read_tree(site);
  std::erase_if(files, [&](const auto& file) { return fs::is_symlink(site / file.first); });
  return files;
}

SiteOfFiles build_files(const fs::path& site) { return {build_site(site), files_of(site)}; }

// What `pes validate --fix` does; false if it changes nothing.
bool mend(const fs::path& site) {
  bool changed = false;
  for (const MendedFile& file : mend_content({site, "", std::nullopt, {test_day, false}})) {
    write(site / file.path, file.after);
    changed = true;
  }
  for (const auto& [path, bytes] : files_of(site)) {
    if (!path.starts_with("content/medias/") || !has_location(bytes)) continue;
    write(site / path, without_location(bytes).value());
    changed = true;
  }
  return changed;
}

void lay(const std::string& name, const fs::path& site) {
  copy_minimal_site(site);
  overlay(sites / name, site);
  fs::remove(site / "rapport.txt");
  fs::remove(site / "exemple.txt");
}

BrokenSite make(const std::string& name) {
  const TemporaryFolder folder;
  BrokenSite site;
  lay(name, folder.path() / "faux");
  site.wrong = build_files(folder.path() / "faux");
  if (mend(folder.path() / "faux")) site.mended = build_files(folder.path() / "faux");
  if (fs::exists(sites / name / "juste")) {
    lay(name, folder.path() / "juste");
    overlay(sites / name / "juste", folder.path() / "juste");
    site.right = build_files(folder.path() / "juste");
  }
  return site;
}

}  // namespace

std::vector<std::string> broken_sites() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(sites)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::string first_broken_site(Rule rule) {
  const std::string code = rule_code(rule);
  for (const std::string& name : broken_sites()) {
    if (name.starts_with(code)) return name;
  }
  return {};
}

const BrokenSite& broken_site(const std::string& name) {
  static std::map<std::string, BrokenSite> made;
  const auto known = made.find(name);
  return known != made.end() ? known->second : made.emplace(name, make(name)).first->second;
}

const Diagnostic* example_of(const std::string& name) {
  const Diagnostic* example = nullptr;
  for (const Diagnostic& found : broken_site(name).wrong.built.found.all()) {
    if (!name.starts_with(rule_code(found.rule))) continue;
    if (!found.fix.empty()) return &found;
    if (example == nullptr) example = &found;
  }
  return example;
}

}  // namespace pes::test
