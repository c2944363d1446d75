#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "images/derivatives.h"

namespace pes {

/// The pictures of content/medias/, looked at but not decoded.
class ImageBook {
 public:
  ImageBook() = default;

  /// Shape:  `media` are paths below content/medias/ of `source`.
  /// Errors: std::system_error for a file that the machine cannot read.
  ImageBook(const std::filesystem::path& source, std::span<const std::string> media);

  /// True for what is a picture, or by its name claims to be one.
  [[nodiscard]] bool is_image(std::string_view file) const;

  /// A picture that can be published, or nullptr.
  [[nodiscard]] const ImageFacts* find(std::string_view file) const;

  /// The same pictures under all their names.
  [[nodiscard]] std::set<std::string> with_copies(const std::set<std::string>& files) const;

  /// Reports at `span` what keeps a picture from being published, if anything does: a format that
  /// is not published, a name of another format, a cut off or unreadable file, more than 50 million
  /// pixels or 64 MB, movement, colours for print.
  void report(std::string_view file, Span span, Diagnostics& out) const;

  /// Warns about every picture that says where it was taken.
  void report_locations(Diagnostics& out) const;

  /// The pictures that say where they were taken.
  [[nodiscard]] std::vector<std::string> with_location() const;

 private:
  struct Problem {
    Rule rule;
    std::vector<Arg> args;
  };
  struct Item {
    ImageFacts facts;
    std::optional<Problem> problem;
    bool located = false;
  };
  static Item inspect(const std::filesystem::path& path, const std::string& name);
  static std::optional<Problem> inspect_bytes(std::string_view bytes, const std::string& name,
                                              ImageFacts& facts);

  std::map<std::string, Item, std::less<>> items_;
};

}  // namespace pes
