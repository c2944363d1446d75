#include "disk/draft.h"

#include <cerrno>

#include "disk/calls.h"

namespace pes {

Draft::Draft(const Folder& folder, std::string name, mode_t mode)
    : folder_(folder), name_(std::move(name)) {
  folder_.remove(name_);
  int fd = open_in(folder_.get(), ".", O_TMPFILE | O_WRONLY, mode);
  if (fd < 0) {
    fd = open_in(folder_.get(), name_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
    named_ = fd >= 0;
  }
  file_.emplace(fd, folder_.path_of(name_));
}

Draft::~Draft() {
  if (named_) calls::unlinkat(folder_.get(), name_.c_str(), 0);
}

bool Draft::link(const std::string& name) const {
  const std::string from = named_ ? name_ : "/proc/self/fd/" + std::to_string(file_->get());
  return calls::linkat(folder_.get(), from.c_str(), folder_.get(), name.c_str(),
                       named_ ? 0 : AT_SYMLINK_FOLLOW) == 0;
}

void Draft::replace(const std::string& name) {
  if (!named_ && !link(name_)) fail(folder_.path_of(name_));
  named_ = true;
  folder_.rename(name_, name);
  named_ = false;
}

bool Draft::place(const std::string& name) {
  if (link(name)) return true;
  // Not every file system has links.
  if (named_ && errno != EEXIST && !folder_.status(name)) {
    folder_.rename(name_, name);
    named_ = false;
    return true;
  }
  if (errno != EEXIST) fail(folder_.path_of(name));
  return false;
}

}  // namespace pes
