#include "publish/redaction.h"

#include <fmt/format.h>

#include <array>

#include "publish/redaction_files.h"
#include "site/security.h"

namespace pes {

namespace {

struct ForgeOrigins {
  std::string_view forge;
  std::string_view api;
  std::string_view pictures;
};
constexpr std::array usual_origins = {
    ForgeOrigins{"github", "https://api.github.com", "https://avatars.githubusercontent.com"},
    ForgeOrigins{"gitlab", "https://gitlab.com", "https://gitlab.com"},
    ForgeOrigins{"gitea", "https://gitea.com", "https://gitea.com"}};

// « https://framagit.org/ » → « https://framagit.org »
std::string origin(std::string_view address) {
  constexpr std::string_view after_scheme = "//";
  const std::size_t host = address.find(after_scheme) + after_scheme.size();
  return std::string(address.substr(0, address.find('/', host)));
}

// Nothing inline but styles, which the editor sets on its elements; photos are made smaller by
// WebAssembly.
std::string security_policy(const Value& editing) {
  std::string api;
  std::string pictures;
  const Object& fields = object_of(&editing);
  const std::string_view address = text_of(find(fields, "adresse"));
  for (const ForgeOrigins& usual : usual_origins) {
    if (usual.forge != text_of(find(fields, "forge"))) continue;
    api = fmt::format(" {}", address.empty() ? usual.api : origin(address));
    pictures = fmt::format(" {}", address.empty() ? usual.pictures : origin(address));
  }
  return fmt::format(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
      "img-src 'self' blob: data:{}; media-src blob:; font-src 'self'; "
      "connect-src 'self' blob: data:{}; worker-src 'self' blob:; frame-src blob:; "
      "form-action 'self'; base-uri 'none'",
      pictures, api);
}

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

std::vector<OutputFile> editor_files(const Value& editing, std::string config) {
  std::vector<OutputFile> files;
  for (const RedactionFile& file : redaction_files()) {
    files.push_back({std::string(file.path), std::string(file.bytes), {}});
  }
  const std::string folder(editor_address.substr(1));
  files.push_back({folder + "config.yml", std::move(config), {}});
  files.push_back({folder + "index.html", fmt::format(page, security_policy(editing)), {}});
  return files;
}

std::vector<std::pair<std::string, std::string>> editor_headers(const BaseUrl& base,
                                                                const Value& editing) {
  auto headers = security_headers(base);
  for (auto& [name, value] : headers) {
    if (name == "Content-Security-Policy") {
      value = security_policy(editing) + "; frame-ancestors 'none'";
    } else if (name == "Cross-Origin-Opener-Policy") {
      value = "same-origin-allow-popups";
    }
  }
  return headers;
}

}  // namespace pes
