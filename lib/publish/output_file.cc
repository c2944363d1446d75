#include "publish/output_file.h"

#include <fcntl.h>

#include "disk/descriptor.h"

namespace pes {

OutputFile copied_file(std::string path, const std::string& source) {
  const Descriptor file(source, O_RDONLY | O_NOFOLLOW);
  return {std::move(path), "", source, file.look_through().bytes};
}

}  // namespace pes
