#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "disk/folder.h"

namespace pes {

/// The bytes of a file on their way to the disk, which are gone with this object unless they get
/// the name of the file, in one step.
///
/// They have no name before, but for the instant in which they take the place of another file: a
/// kill leaves nothing, and in that instant the name of the draft. So it does at any moment where
/// the file system has no files without a name. The next draft of that name clears it.
///
/// Errors: std::system_error that names the file.
class Draft {
 public:
  /// Shape: `name` is that of the draft in its folder, which outlives this. Units: the umask takes
  /// from `mode`.
  Draft(const Folder& folder, std::string name, mode_t mode);
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] const Descriptor& file() const { return *file_; }

  /// Takes the place of what has that name.
  void replace(const std::string& name);

  /// Takes a name that nothing has yet; false where something has it.
  [[nodiscard]] bool place(const std::string& name);

 private:
  [[nodiscard]] bool link(const std::string& name) const;

  const Folder& folder_;
  std::string name_;
  std::optional<Descriptor> file_;
  bool named_ = false;
};

}  // namespace pes
