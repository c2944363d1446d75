#include "publish/output_file.h"

#include "disk/paths.h"

namespace pes {

OutputFile copied_file(std::string path, const std::string& source) {
  return {std::move(path), "", source, open_file(source).look_through().bytes};
}

}  // namespace pes
