#include "publish/headers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "publish/redaction.h"
#include "site/security.h"

namespace pes {

namespace {

using Header = std::pair<std::string, std::string>;
using Headers = std::vector<Header>;

constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";
// Their names change with their bytes.
constexpr auto named_by_content =
    std::to_array<std::string_view>({"/apercus/*", "/medias/*", "/style-*"});

std::string rule(std::string_view pattern, const Headers& headers) {
  std::string text = fmt::format("{}\n", pattern);
  for (const auto& [name, value] : headers) text += fmt::format("  {}: {}\n", name, value);
  return text;
}

Headers without(Headers headers, const Headers& others) {
  std::erase_if(headers, [&](const Header& header) {
    return std::find(others.begin(), others.end(), header) != others.end();
  });
  return headers;
}

// « /projets/* » for every page in that folder; « / » and « /404.html » as they are.
std::set<std::string> page_patterns(const Site& site) {
  std::set<std::string> patterns;
  for (const Page& page : site.pages) {
    const std::size_t slash = page.address.find('/', 1);
    patterns.insert(slash == std::string::npos ? page.address
                                               : page.address.substr(0, slash + 1) + "*");
  }
  return patterns;
}

}  // namespace

OutputFile headers_file(const Site& site) {
  Headers everywhere = security_headers(site.base);
  std::string of_folders;
  if (site.editing != nullptr) {
    const Headers of_editor = editor_headers(site.base, *site.editing);
    const Headers of_pages = without(everywhere, of_editor);
    for (const std::string& pattern : page_patterns(site)) {
      of_folders += rule(site.base.link(pattern), of_pages);
    }
    everywhere = of_editor;
    std::erase_if(everywhere, [](const Header& header) { return header.first == opener_policy; });
    of_folders +=
        rule(site.base.link(fmt::format("{}*", editor_address)), without(of_editor, everywhere));
  }
  std::string text = rule(site.base.link("/*"), everywhere) + of_folders;
  for (const std::string_view pattern : named_by_content) {
    text += rule(site.base.link(pattern), {{"Cache-Control", std::string(for_a_year)}});
  }
  return {std::string(headers_path), text, {}};
}

std::string nginx_headers(const BaseUrl& base) {
  std::string text;
  for (const auto& [name, value] : security_headers(base)) {
    text += fmt::format("add_header {} \"{}\" always;\n", name, value);
  }
  return text;
}

std::string apache_headers(const BaseUrl& base) {
  std::string text;
  for (const auto& [name, value] : security_headers(base)) {
    text += fmt::format("Header always set {} \"{}\"\n", name, value);
  }
  return text;
}

}  // namespace pes
