#include "publish/output_file.h"

#include <fcntl.h>

#include "disk/descriptor.h"

namespace pes {

OutputFile copied_file(std::string path, const std::string& source) {
  const Descriptor file(source, O_RDONLY | O_NOFOLLOW);
  Fingerprinter seen;
  std::string piece(piece_size, '\0');
  for (std::string_view bytes = file.read(piece); !bytes.empty(); bytes = file.read(piece)) {
    seen.add(bytes);
  }
  return {std::move(path), "", source, seen.result()};
}

}  // namespace pes
