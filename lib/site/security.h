#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/addresses.h"

namespace pes {

/// What a browser may load with a page: only files of the site itself, nothing inline, no frame.
///
/// Source: Content Security Policy 3, without `frame-ancestors`, which a meta element cannot say.
std::string content_security_policy();

inline constexpr std::string_view opener_policy = "Cross-Origin-Opener-Policy";

/// The headers that a server should send with every file, in order.
///
/// Source: OWASP Secure Headers Project.
std::vector<std::pair<std::string, std::string>> security_headers(const BaseUrl& base);

}  // namespace pes
