#include "images/image_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "disk/paths.h"
#include "images/format.h"
#include "images/metadata.h"
#include "records/files.h"
#include "text/digest.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_file = std::size_t{64} << 20U;
constexpr std::int64_t most_pixels = 50'000'000;
constexpr std::int64_t most_decoded = 150;          // MB: three bytes for each of most_pixels
constexpr std::int64_t most_decoded_at_once = 100;  // which are all in memory
constexpr std::size_t most_scans = 100;
constexpr int longest_side = 16'383;  // of a WebP file
constexpr std::size_t sniffed = 4096;

// Other files, such as long documents, are not read whole.
bool claims_to_be_image(const fs::path& path, const std::string& name) {
  return has_image_extension(name) || image_format(read_bytes(path, sniffed)) != ImageFormat::none;
}

}  // namespace

ImageBook::ImageBook(const fs::path& source, std::span<const std::string> media) {
  for (const std::string& name : media) {
    const fs::path path = media_path(source, name);
    if (claims_to_be_image(path, name)) items_[name] = inspect(path, name);
  }
}

ImageBook::Item ImageBook::inspect(const fs::path& path, const std::string& name) {
  Item item;
  const std::size_t size = size_of_file(path);
  if (size > largest_file) {
    item.problem = {
        Rule::image_too_large,
        {name, Text{fmt::format("{} Mo", size >> 20U), fmt::format("{} MB", size >> 20U)},
         Text{"64 Mo", "64 MB"}}};
    return item;
  }
  const std::string bytes = read_bytes(path);
  item.problem = inspect_bytes(bytes, name, item.facts);
  item.located = has_location(bytes);
  item.facts.digest = sha256(bytes);
  return item;
}

std::optional<ImageBook::Problem> ImageBook::inspect_bytes(std::string_view bytes,
                                                           const std::string& name,
                                                           ImageFacts& facts) {
  const ImageFormat format = image_format(bytes);
  if (!is_publishable(format)) return Problem{Rule::image_format, {name, format_name(format)}};
  if (!extension_fits(name, format)) {
    return Problem{Rule::image_extension, {name, format_name(format)}};
  }
  const auto header = read_pixel_header(bytes);
  if (!header || is_cut_off(bytes, format)) return Problem{Rule::image_damaged, {name}};
  if (std::int64_t{header->width} * header->height > most_pixels) {
    const std::string size = fmt::format("{} × {} pixels", header->width, header->height);
    return Problem{Rule::image_too_large,
                   {name, size, Text{"50 millions de pixels", "50 million pixels"}}};
  }
  if (std::max(header->width, header->height) > longest_side) {
    const std::string size = fmt::format("{} × {} pixels", header->width, header->height);
    return Problem{Rule::image_too_large,
                   {name, size, Text{"16 383 pixels de côté", "16,383 pixels a side"}}};
  }
  const std::int64_t most = header->at_once ? most_decoded_at_once : most_decoded;
  if (const std::int64_t size = header->decoded / 1'000'000; size > most) {
    return Problem{
        Rule::image_too_large,
        {name,
         Arg(fmt::format("{} Mo une fois décodée", size), fmt::format("{} MB once decoded", size)),
         Arg(fmt::format("{} Mo", most), fmt::format("{} MB", most))}};
  }
  const std::size_t scans = format == ImageFormat::jpeg ? count_scans(bytes) : 0;
  if (scans > most_scans) {
    return Problem{
        Rule::image_too_large,
        {name,
         Arg(fmt::format("{} passes à décoder", scans), fmt::format("{} scans to decode", scans)),
         Text{"100 passes", "100 scans"}}};
  }
  if (header->animated || is_animated_png(bytes)) return Problem{Rule::image_animated, {name}};
  if (header->cmyk) return Problem{Rule::image_cmyk, {name}};
  facts.width = header->width;
  facts.height = header->height;
  return std::nullopt;
}

bool ImageBook::is_image(std::string_view file) const { return items_.contains(file); }

const ImageFacts* ImageBook::find(std::string_view file) const {
  const auto item = items_.find(file);
  return item == items_.end() || item->second.problem ? nullptr : &item->second.facts;
}

std::set<std::string> ImageBook::with_copies(const std::set<std::string>& files) const {
  std::set<std::string> digests;
  for (const auto& [name, item] : items_) {
    if (files.contains(name)) digests.insert(item.facts.digest);
  }
  std::set<std::string> copies = files;
  for (const auto& [name, item] : items_) {
    if (digests.contains(item.facts.digest)) copies.insert(name);
  }
  return copies;
}

void ImageBook::report(std::string_view file, Span span, Diagnostics& out) const {
  const auto item = items_.find(file);
  if (item == items_.end() || !item->second.problem) return;
  out.add(item->second.problem->rule, span, item->second.problem->args);
}

void ImageBook::report_locations(Diagnostics& out) const {
  for (const std::string& name : with_location()) {
    out.add(Rule::image_with_location, {}, {"content/medias/" + name});
  }
}

std::vector<std::string> ImageBook::with_location() const {
  std::vector<std::string> names;
  for (const auto& [name, item] : items_) {
    if (item.located) names.push_back(name);
  }
  return names;
}

}  // namespace pes
