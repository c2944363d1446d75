#include "publish/office_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "publish/office_xml.h"
#include "publish/package.h"
#include "publish/wide_text.h"
#include "text/utf8.h"

namespace pes {

namespace {

enum class PartKind { none, markup, picture, open };

// What office programs keep for themselves: its texts lie open in it, none packed.
bool is_cache(std::string_view path) {
  constexpr auto fonts = std::to_array<std::string_view>({".odttf", ".ttf", ".otf"});
  return path.starts_with("objectreplacements/") || path == "layout-cache" || path == "mimetype" ||
         path.find("printersettings/printersettings") != std::string_view::npos ||
         std::any_of(fonts.begin(), fonts.end(),
                     [&](std::string_view font) { return path.ends_with(font); });
}

PartKind part_kind(std::string_view path) {
  constexpr auto markup =
      std::to_array<std::string_view>({".xml", ".rels", ".vml", ".rdf", ".svg", ".sigs"});
  constexpr auto pictures = std::to_array<std::string_view>({".jpg", ".jpeg", ".png", ".webp"});
  const auto ends_with = [&](std::string_view end) { return path.ends_with(end); };
  if (is_cache(path)) return PartKind::open;
  if (std::any_of(markup.begin(), markup.end(), ends_with)) return PartKind::markup;
  if (std::any_of(pictures.begin(), pictures.end(), ends_with)) return PartKind::picture;
  return PartKind::none;
}

class OfficeReader {
 public:
  explicit OfficeReader(std::size_t most) : left_(most) {}

  DocumentText read(const Package& package) {
    out_.miss(package.unread);
    for (const PackagePart& part : package.parts) {
      if (fold(part.path).ends_with("sharedstrings.xml")) read_markup(part, shared_);
    }
    std::vector<std::string> others;
    for (const PackagePart& part : package.parts) {
      out_.texts.push_back(part.path);
      if (!part.bytes.empty()) read_part(part, others);
    }
    return std::move(out_);
  }

 private:
  void read_part(const PackagePart& part, std::vector<std::string>& strings) {
    switch (part_kind(fold(part.path))) {
      case PartKind::markup:
        return read_markup(part, strings);
      case PartKind::picture:
        out_.texts.push_back(part.bytes);
        return append_picture(part.bytes, out_);
      case PartKind::open:
        return append_readings(part.bytes, out_.texts);
      case PartKind::none:
        out_.miss(Unread::part);
    }
  }

  void read_markup(const PackagePart& part, std::vector<std::string>& strings) {
    OfficeXml xml = read_office_xml(part.bytes, shared_, left_);
    out_.miss(xml.unread);
    for (std::string& text : xml.texts) {
      left_ -= std::min(left_, text.size());
      out_.texts.push_back(std::move(text));
    }
    strings = std::move(xml.strings);
  }

  std::size_t left_;  // bytes of text that may still be made
  std::vector<std::string> shared_;
  DocumentText out_;
};

}  // namespace

DocumentText office_text(const std::string& bytes) {
  const std::size_t most = most_unpacked(bytes.size());
  // Each part gives its text four times at most.
  DocumentText out = OfficeReader(4 * most).read(unpack_package(bytes, most));
  out.texts.push_back(bytes);
  return out;
}

}  // namespace pes
