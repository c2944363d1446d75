#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pes {

/// The folders and files beside an output folder that publishing it uses.
struct Workplace {
  std::filesystem::path output;    ///< Without links and `..`.
  std::filesystem::path staging;   ///< The new site while it is put together.
  std::filesystem::path spare;     ///< The former site, to be made into the next one.
  std::filesystem::path previous;  ///< The old site between two renames.
  std::filesystem::path images;    ///< What takes long to make, from one build to the next.
  std::filesystem::path state;     ///< What the last publication was made from.

  explicit Workplace(const std::filesystem::path& wanted);

  /// True where no killed run has left anything that the next publication would clear.
  [[nodiscard]] bool is_settled() const;

  /// Clears what a killed run has left; if it has left no site, the old one is put back.
  void recover() const;

  /// True of a folder that is missing, empty, or made by an earlier publication.
  [[nodiscard]] bool is_replaceable() const;
};

/// The file that says that a folder was made by pes and may be replaced.
inline constexpr std::string_view mark_name = ".pes";
inline constexpr std::string_view mark_text =
    "Dossier produit par pes : il est remplacé à chaque build.\n";

/// Why a folder must not be replaced.
enum class Refusal {
  none,
  not_ours,        ///< It holds files, and no mark of an earlier publication.
  not_a_folder,    ///< Something else has that name.
  overlaps_source  ///< It contains, or lies in, what the site is made from.
};

/// Whether `output` may be replaced. `sources` are the folders that it must keep clear of, and
/// `root` the folder that holds them, in which it may lie.
Refusal check_output(const std::filesystem::path& output, const std::filesystem::path& root,
                     const std::vector<std::filesystem::path>& sources);

}  // namespace pes
