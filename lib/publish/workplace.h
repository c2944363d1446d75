#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "disk/folder.h"

namespace pes {

/// The folders and files beside an output folder that publishing it uses. They are ours by their
/// names: what has one and is not what it should be is deleted, and a link never followed.
struct Workplace {
  std::filesystem::path output;  ///< Without links and `..`.
  std::filesystem::path parent;  ///< The folder that holds all of them.
  std::string name;              ///< Of the output in it.
  std::string staging;           ///< The new site while it is put together.
  std::string spare;             ///< The former site, to be made into the next one.
  std::string previous;          ///< The old site between two renames.
  std::string images;            ///< What takes long to make, from one build to the next.
  std::string state;             ///< What the last publication was made from.
  std::string day;               ///< The latest day that has decided.
  std::string former;            ///< Sources of an earlier day, while a site is made from them.

  explicit Workplace(const std::filesystem::path& wanted);

  /// True where no killed run has left anything that the next publication would clear.
  [[nodiscard]] bool is_settled() const;

  /// Clears what a killed run has left; if it has left no site, the old one is put back.
  ///
  /// Shape: `folder` is `parent`.
  void recover(const Folder& folder) const;

  /// True of a folder that is missing, empty, or made by an earlier publication.
  [[nodiscard]] bool is_replaceable(const Folder& folder) const;
};

/// The file that says that a folder was made by pes and may be replaced.
inline constexpr std::string_view mark_name = ".pes";
inline constexpr std::string_view mark_text =
    "Dossier produit par pes : il est remplacé à chaque build.\n";

/// Why a folder must not be replaced.
enum class Refusal {
  none,
  not_ours,         ///< It holds files, and no mark of an earlier publication.
  not_a_folder,     ///< Something else has that name.
  mount_point,      ///< A file system begins there: no other folder can take its place.
  overlaps_source,  ///< It contains, or lies in, what the site is made from.
  state_not_a_file  ///< Beside it, what should be the state of the last publication is a folder.
};

/// Whether `output` may be replaced. `sources` are the folders that it must keep clear of, and
/// `root` the folder that holds them, in which it may lie.
Refusal check_output(const std::filesystem::path& output, const std::filesystem::path& root,
                     const std::vector<std::filesystem::path>& sources);

}  // namespace pes
