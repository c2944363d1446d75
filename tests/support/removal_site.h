#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/files.h"
#include "support/process.h"

namespace pes::test {

/// A site from which something has to disappear: the consent of « Ada Exemplaire »
/// (temoignages/elle) ends on 2026-06-30, that of « Bea Modèle » (temoignages/lui) in 2029.
class RemovalSite {
 public:
  static constexpr const char* before = "2026-06-15";
  static constexpr const char* after = "2026-07-15";

  RemovalSite();

  void commit() const;

  /// Units: `day` is AAAA-MM-JJ.
  Finished build(const std::string& day, const std::vector<std::string>& more = {},
                 Environment environment = {}) const;

  [[nodiscard]] std::map<std::string, std::string> published() const;
  [[nodiscard]] bool shows(const std::string& page) const { return published().contains(page); }
  /// True where a published file, or its path, holds these words.
  [[nodiscard]] bool says(const std::string& words) const;

  /// `end` is a line of the consent.
  void write_testimonial(const std::string& slug, const std::string& author,
                         const std::string& end) const;
  void write_project(const std::string& slug, const std::string& text) const;
  void write_broken(const std::string& path) const;
  void add_to_settings(const std::string& lines) const;

  [[nodiscard]] std::filesystem::path source() const { return folder_.path() / "site"; }
  [[nodiscard]] std::filesystem::path output() const { return folder_.path() / "public"; }

 private:
  TemporaryFolder folder_;
};

}  // namespace pes::test
