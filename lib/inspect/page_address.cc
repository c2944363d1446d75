#include "inspect/page_address.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/markup.h"
#include "text/utf8.h"

namespace pes {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool continues_scheme(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

// Without what browsers drop: control characters and spaces at the ends, line ends anywhere.
std::string cleaned(std::string_view url) {
  const auto drops = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!url.empty() && drops(url.front())) url.remove_prefix(1);
  while (!url.empty() && drops(url.back())) url.remove_suffix(1);
  std::string out(url);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// Without the port that the protocol has anyway.
std::string comparable_origin(std::string_view origin) {
  std::string out = fold(origin);
  if (out.starts_with("https://") && out.ends_with(":443")) out.resize(out.size() - 4);
  if (out.starts_with("http://") && out.ends_with(":80")) out.resize(out.size() - 3);
  return out;
}

std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  bool folder = false;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    folder = part == "." || part == "..";
    if (part == ".." && !parts.empty()) parts.pop_back();
    if (!folder) parts.push_back(part);
    at = end + 1;
  }
  std::string out;
  for (const std::string_view part : parts) out.append("/").append(part);
  if (folder || out.empty()) out += '/';
  return out;
}

// The path below the base; one that leaves it keeps a mark that no published file has.
std::string below_base(const std::string& path, const BaseUrl& base) {
  if (base.path.empty()) return path;
  if (path == base.path) return "/";
  if (path.starts_with(base.path + "/")) return path.substr(base.path.size());
  return "//" + path;
}

PageAddress at_path(std::string_view path, const BaseUrl& base) {
  std::string decoded = decode_percent(path.substr(0, path.find('?')));
  return {PageAddress::Where::here, below_base(without_dots(decoded), base), {}};
}

// `rest` starts behind "//".
PageAddress at_host(std::string_view scheme, std::string_view rest, const BaseUrl& base) {
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  const std::string origin = std::string(scheme) + "://" + std::string(rest.substr(0, end));
  if (comparable_origin(origin) != comparable_origin(base.origin)) {
    return {PageAddress::Where::elsewhere, {}, {}};
  }
  std::string path(rest.substr(end));
  if (!path.starts_with('/')) path.insert(0, "/");
  PageAddress found = at_path(path, base);
  if (found.path.starts_with("//")) found.where = PageAddress::Where::neighbour;
  return found;
}

PageAddress with_scheme(const std::string& scheme, std::string_view rest, const BaseUrl& base) {
  constexpr auto local = std::to_array<std::string_view>(
      {"mailto", "tel", "sms", "geo", "data", "about", "javascript", "vbscript"});
  if (std::find(local.begin(), local.end(), scheme) != local.end()) return {};
  if (scheme != "http" && scheme != "https") return {PageAddress::Where::elsewhere, {}, {}};
  rest.remove_prefix(std::min(rest.find_first_not_of('/'), rest.size()));
  return at_host(scheme, rest, base);
}

PageAddress follow_path(std::string_view url, std::string_view page, const BaseUrl& base) {
  if (url.starts_with("//")) {
    return at_host(scheme_of(base.origin), url.substr(2), base);
  }
  const std::string here = base.link(page);
  if (url.empty() || url.front() == '?') return at_path(here, base);
  if (url.front() == '/') return at_path(url, base);
  return at_path(here.substr(0, here.rfind('/') + 1) + std::string(url), base);
}

}  // namespace

std::string scheme_of(std::string_view url) {
  const std::string text = cleaned(url.substr(0, 64));
  if (text.empty() || !is_letter(text.front())) return {};
  const auto end = std::find_if_not(text.begin(), text.end(), continues_scheme);
  if (end == text.end() || *end != ':') return {};
  return fold(std::string(text.begin(), end));
}

PageAddress follow(std::string_view url, std::string_view page, const BaseUrl& base) {
  std::string text = cleaned(url);
  const std::size_t hash = std::min(text.find('#'), text.size());
  std::string fragment = hash < text.size() ? decode_percent(text.substr(hash + 1)) : "";
  // A text fragment is for the reader's eye: it needs no id.
  fragment = fragment.substr(0, fragment.find(":~:"));
  text.resize(hash);
  const std::string scheme = scheme_of(text);
  std::replace(text.begin(),
               text.begin() + static_cast<std::ptrdiff_t>(std::min(text.find('?'), text.size())),
               '\\', '/');
  PageAddress found =
      scheme.empty() ? follow_path(text, page, base)
                     : with_scheme(scheme, std::string_view(text).substr(scheme.size() + 1), base);
  found.fragment = fold(fragment) == "top" ? "" : fragment;
  return found;
}

}  // namespace pes
