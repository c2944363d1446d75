#pragma once

#include <string>
#include <utility>
#include <vector>

#include "site/addresses.h"

namespace pes {

/// What a browser may load with a page: only files of the site itself, nothing inline, no frame.
///
/// Source: Content Security Policy 3, without `frame-ancestors`, which a meta element cannot say.
std::string content_security_policy();

/// The headers that a server should send with every file, in order.
///
/// Source: OWASP Secure Headers Project.
std::vector<std::pair<std::string, std::string>> security_headers(const BaseUrl& base);

}  // namespace pes
