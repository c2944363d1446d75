#include "images/metadata.h"

#include <exiv2/exiv2.hpp>
#include <exiv2/webpimage.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace pes {

namespace {

// Readers of other kinds, of videos above all, go on for as long as a damaged file says.
bool is_picture(std::string_view bytes) {
  namespace types = Exiv2::ImageType;
  const int type = Exiv2::ImageFactory::getType(reinterpret_cast<const Exiv2::byte*>(bytes.data()),
                                                static_cast<long>(bytes.size()));
  return type == types::jpeg || type == types::png || type == types::webp || type == types::tiff ||
         type == types::bmff;
}

std::unique_ptr<Exiv2::Image> open_image(std::string_view bytes) {
  static std::once_flag once;
  std::call_once(once, [] { Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute); });
  if (!is_picture(bytes)) throw Exiv2::Error(Exiv2::kerUnsupportedImageType);
  std::unique_ptr<Exiv2::Image> image(
      Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes.data()),
                                static_cast<long>(bytes.size()))
          .release());
  image->readMetadata();
  return image;
}

// Whatever cannot be read as an image has no metadata that a reader of images could show.
std::unique_ptr<Exiv2::Image> try_open(std::string_view bytes) {
  try {
    return open_image(bytes);
  } catch (const Exiv2::AnyError&) {
    return {};
  }
}

bool is_location(const Exiv2::Metadatum& datum) {
  return datum.groupName() == "GPSInfo" || datum.key() == "Exif.Image.GPSTag" ||
         datum.tagName().rfind("GPS", 0) == 0;
}

template <typename Data>
bool any_location(const Data& data) {
  for (const auto& datum : data) {
    if (is_location(datum)) return true;
  }
  return false;
}

template <typename Data>
void erase_location(Data& data) {
  for (auto datum = data.begin(); datum != data.end();) {
    datum = is_location(*datum) ? data.erase(datum) : std::next(datum);
  }
}

// The file with other metadata; its pixels are not decoded.
template <typename Change>
std::optional<std::string> rewrite(std::string_view bytes, Change change) {
  try {
    const auto image = open_image(bytes);
    change(*image);
    image->writeMetadata();
    Exiv2::BasicIo& io = image->io();
    io.open();
    const Exiv2::DataBuf buffer = io.read(static_cast<long>(io.size()));
    return std::string(reinterpret_cast<const char*>(buffer.pData_),
                       static_cast<std::size_t>(buffer.size_));
  } catch (const Exiv2::AnyError&) {
    return std::nullopt;
  }
}

template <typename Data>
void append_text(const Data& data, std::ostringstream& out) {
  for (const auto& datum : data) out << datum.print() << '\n' << datum.toString() << '\n';
}

}  // namespace

bool has_location(std::string_view bytes) {
  const auto image = try_open(bytes);
  return image != nullptr && (any_location(image->exifData()) || any_location(image->xmpData()));
}

// Of a damaged file the library leaves what it did not recognise as metadata when it wrote, and
// reads as such afterwards.
std::optional<std::string> without_location(std::string_view bytes) {
  auto rewritten = rewrite(bytes, [](Exiv2::Image& image) {
    erase_location(image.exifData());
    erase_location(image.xmpData());
  });
  return rewritten && !has_location(*rewritten) ? rewritten : std::nullopt;
}

std::string without_metadata(std::string_view bytes) {
  auto rewritten = rewrite(bytes, [](Exiv2::Image& image) { image.clearMetadata(); });
  if (!rewritten || !metadata_text(*rewritten).empty()) {
    throw std::runtime_error("metadata cannot be taken out of a picture");
  }
  return *rewritten;
}

std::string metadata_text(std::string_view bytes) {
  const auto image = try_open(bytes);
  if (image == nullptr) return "";
  std::ostringstream out;
  append_text(image->exifData(), out);
  append_text(image->iptcData(), out);
  append_text(image->xmpData(), out);
  out << image->comment();
  return out.str();
}

}  // namespace pes
