#include "publish/headers.h"

#include <fmt/format.h>

#include <array>

#include "site/security.h"

namespace pes {

namespace {

constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";
// Their names change with their bytes.
constexpr auto named_by_content =
    std::to_array<std::string_view>({"/apercus/*", "/medias/*", "/style-*"});

}  // namespace

OutputFile headers_file(const Site& site) {
  std::string text = site.base.link("/*") + "\n";
  for (const auto& [name, value] : security_headers(site.base)) {
    text += fmt::format("  {}: {}\n", name, value);
  }
  for (const std::string_view pattern : named_by_content) {
    text += fmt::format("{}\n  Cache-Control: {}\n", site.base.link(pattern), for_a_year);
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
