#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consent/erasure.h"
#include "consent/names.h"
#include "diagnostics/diagnostic.h"
#include "publish/accepted_places.h"
#include "publish/document_text.h"
#include "publish/output_file.h"
#include "run/workers.h"
#include "schema/purpose.h"
#include "site/page.h"

namespace pes {

/// What is known about a site whose files are searched for names.
struct NameContext {
  std::span<const Record> records;
  std::span<const Decision> decisions;
  const SourceFiles& files;
  std::span<const AcceptedName> accepted = {};
  const ErasureSearch* erasures = nullptr;  ///< Names that nothing may hold.
};

/// Searches every file that is about to be published, its path, the metadata of pictures and the
/// text of documents included, for names that must not appear. Each file is read once, for all
/// names.
class NameCheck {
 public:
  /// Shape: the context and the site outlive this.
  NameCheck(const NameContext& context, const Site& site);
  NameCheck(const NameContext& context, const Site&& site) = delete;

  /// Searches some of the files, in any order, for names that consents do not grant for their
  /// purpose.
  ///
  /// Errors: a copied file that is not read whole is an error, and a warning where there is no name
  ///         to look for.
  void search(Purpose purpose, std::span<const OutputFile> files, const Workers& workers,
              Diagnostics& out);

  /// True once a name was found that must not appear.
  [[nodiscard]] bool has_found() const { return !found_.empty(); }

  /// Errors: each person found is reported once, with the first file by its path, what is called by
  ///         the name and pages of records before others, and the template that made it, at the
  ///         place of the content or the theme where the name is written. Of a path that holds the
  ///         name its words are told by their first letters, and a place in such a file is not
  ///         told.
  void report(Diagnostics& out) const;

 private:
  const NameWatch& watch_of(Purpose purpose);
  [[nodiscard]] std::vector<std::size_t> look_into(const NameWatch& watch, const OutputFile& file,
                                                   Diagnostics& out) const;
  void look_for(const NameWatch& watch, const OutputFile& file, std::string_view text,
                Reading reading, std::vector<std::size_t>& named) const;
  [[nodiscard]] bool is_told_before(std::size_t who, const std::string& path,
                                    const std::string& other) const;
  [[nodiscard]] bool names_erased(std::string_view text, Reading reading) const;
  /// Stands for everybody who is erased.
  [[nodiscard]] std::size_t erased() const { return context_.records.size(); }
  using Finder = std::function<std::vector<NameMatch>(std::string_view text, Reading reading)>;
  [[nodiscard]] Finder finder_of(std::size_t who) const;
  [[nodiscard]] std::string without_names(std::size_t who, const std::string& path) const;
  [[nodiscard]] bool is_published(FileId file) const;
  [[nodiscard]] bool is_author_field(FileId file, const NameMatch& match) const;
  [[nodiscard]] Span place_of(std::size_t who, const std::string& path) const;

  NameContext context_;
  const Site& site_;
  std::array<std::optional<NameWatch>, purpose_count> watches_;
  AcceptedPlaces accepted_;
  std::map<std::string, std::size_t> own_record_;  // path of a page → record
  std::map<std::size_t, std::string> found_;       // person → first file
};

}  // namespace pes
