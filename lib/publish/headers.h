#pragma once

#include <string>
#include <string_view>

#include "publish/output_file.h"
#include "site/page.h"

namespace pes {

inline constexpr std::string_view headers_path = "_headers";

/// The headers that a host should send, in the form that Netlify, Cloudflare Pages and others read:
/// security on everything, and a year in the browser for files whose name tells their content.
///
/// Where two rules fit an address, hosts send both headers, and browsers obey both policies. With
/// the online editor everything has its wider policy, and the folders of pages have their own too;
/// who may open windows cannot be said twice, and is said of each folder.
OutputFile headers_file(const Site& site);

/// The same for the configuration of nginx, and for that of Apache.
std::string nginx_headers(const BaseUrl& base);
std::string apache_headers(const BaseUrl& base);

}  // namespace pes
