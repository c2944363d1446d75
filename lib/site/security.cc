#include "site/security.h"

namespace pes {

std::string content_security_policy() {
  return "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "
         "connect-src 'self'; form-action 'self'; base-uri 'none'";
}

std::vector<std::pair<std::string, std::string>> security_headers(const BaseUrl& base) {
  std::vector<std::pair<std::string, std::string>> headers = {
      {"Content-Security-Policy", content_security_policy() + "; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "strict-origin-when-cross-origin"},
      {std::string(opener_policy), "same-origin"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};
  if (base.origin.starts_with("https://")) {
    headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  }
  return headers;
}

}  // namespace pes
