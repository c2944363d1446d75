#include "publish/redaction.h"

#include <fmt/format.h>

#include "publish/web_files.h"
#include "schema/cms_config.h"
#include "site/security.h"

namespace pes {

namespace {

// Nothing inline but styles, which the editor sets on its elements; photos are made smaller by
// WebAssembly.
std::string security_policy(const Value& editing) {
  std::string pictures = forge_origin(editing);
  std::string api = pictures;
  if (api == "https://github.com") {
    api = "https://api.github.com";
    pictures = "https://avatars.githubusercontent.com";
  }
  return fmt::format(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
      "img-src 'self' blob: data: {}; media-src blob:; font-src 'self'; "
      "connect-src 'self' blob: data: {}; worker-src 'self' blob:; frame-src blob:; "
      "form-action 'self'; base-uri 'none'",
      pictures, api);
}

constexpr std::string_view config_path = "admin/config.yml";
constexpr std::string_view page_path = "admin/index.html";
constexpr std::string_view page = R"(<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Écrire les fiches</title>
<link rel="cms-config-url" href="config.yml" type="text/yaml">
<script type="module" src="redaction.js"></script>
</head>
<body>
<noscript>L’éditeur en ligne a besoin de JavaScript.</noscript>
</body>
</html>
)";

}  // namespace

std::vector<std::string> editor_paths() {
  std::vector<std::string> paths = {std::string(config_path), std::string(page_path)};
  for (const WebFile& file : redaction_files()) paths.emplace_back(file.path);
  return paths;
}

std::vector<OutputFile> editor_files(const Value& editing, std::string config) {
  std::vector<OutputFile> files;
  for (const WebFile& file : redaction_files()) {
    files.push_back({std::string(file.path), std::string(file.bytes), {}});
  }
  files.push_back({std::string(config_path), std::move(config), {}});
  files.push_back({std::string(page_path), fmt::format(page, security_policy(editing)), {}});
  return files;
}

std::vector<std::pair<std::string, std::string>> editor_headers(const BaseUrl& base,
                                                                const Value& editing) {
  auto headers = security_headers(base);
  for (auto& [name, value] : headers) {
    if (name == "Content-Security-Policy") {
      value = security_policy(editing) + "; frame-ancestors 'none'";
    } else if (name == opener_policy) {
      value = "same-origin-allow-popups";
    }
  }
  return headers;
}

}  // namespace pes
