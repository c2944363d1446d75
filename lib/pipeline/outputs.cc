#include "pipeline/outputs.h"

#include <algorithm>
#include <array>

#include "publish/feeds.h"
#include "publish/headers.h"
#include "publish/open_data.h"
#include "publish/redaction.h"
#include "publish/search_index.h"
#include "publish/site_documents.h"
#include "publish/site_images.h"
#include "records/files.h"
#include "schema/cms_config.h"
#include "site/site_check.h"

namespace pes {

namespace {

using Paths = std::vector<std::string>;
using Files = std::vector<OutputFile>;

Files copy_documents(const Making& making) {
  Files files;
  for (const std::string& file : media_files(making.plan.site)) {
    files.push_back(copied_file(document_path(file), media_path(making.settings.source, file)));
  }
  return files;
}

Files copy_statics(const Making& making) {
  Files files;
  for (const StaticFile& file : making.plan.theme.static_files) {
    files.push_back(file.bytes.empty() ? copied_file(file.path, file.source)
                                       : OutputFile{file.path, file.bytes, ""});
  }
  return files;
}

Files make_editor(const Making& making) {
  const Value* editing = making.plan.site.editing;
  if (editing == nullptr) return {};
  return editor_files(*editing, cms_config(known_values(making.content), editing));
}

Paths static_paths(const Plan& plan) { return plan.theme.static_paths(); }

constexpr Text feeds_and_data{"flux et données", "feeds and data"};
constexpr Text pictures{"images et documents", "pictures and documents"};

const auto families = std::to_array<OutputFamily>({
    {Purpose::feed, feeds_and_data, [](const Plan& plan) { return feed_paths(plan.site); },
     [](const Making& making) { return make_feeds(making.plan.site); }},
    {Purpose::site, feeds_and_data, [](const Plan&) { return crawler_paths(); },
     [](const Making& making) { return make_crawler_files(making.plan.site); }},
    {Purpose::data, feeds_and_data, [](const Plan&) { return open_data_paths(); },
     [](const Making& making) { return open_data(making.plan.site); }},
    {Purpose::site,
     {"index de recherche", "search index"},
     [](const Plan&) { return search_index_paths(); },
     [](const Making& making) { return search_index(making.plan.site, making.settings.workers); }},
    {Purpose::site, pictures, [](const Plan& plan) { return image_paths(plan.site); },
     [](const Making& making) {
       return make_site_images(making.settings.source, making.plan.site, making.cache, making.out);
     }},
    {Purpose::networks, pictures, [](const Plan& plan) { return preview_paths(plan.site); },
     [](const Making& making) {
       return make_previews(making.settings.source, making.plan.site, making.cache, making.out);
     }},
    {Purpose::site, pictures, [](const Plan& plan) { return document_paths(plan.site); },
     copy_documents},
    {Purpose::site, pictures, static_paths, copy_statics},
    {Purpose::site, pictures, [](const Plan&) { return Paths{std::string(headers_path)}; },
     [](const Making& making) { return Files{headers_file(making.plan.site)}; }},
    {Purpose::site, pictures, [](const Plan&) { return editor_paths(); }, make_editor},
});

Paths paths_of(const Plan& plan, bool with_statics) {
  Paths paths;
  for (const OutputFamily& family : families) {
    if (!with_statics && family.make == copy_statics) continue;
    for (std::string& path : family.paths(plan)) paths.push_back(std::move(path));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::span<const OutputFamily> output_families() { return families; }

std::vector<std::string> other_paths(const Plan& plan) { return paths_of(plan, true); }

void check_static_files(const Plan& plan, Diagnostics& out) {
  const PathOwners owners = owners_of_paths(plan.site, paths_of(plan, false));
  for (const std::string& file : plan.theme.static_paths()) {
    if (find_clash(owners, file) != owners.end()) out.add(Rule::file_collision, {}, {file});
  }
}

}  // namespace pes
