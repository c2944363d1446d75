#include "writing.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace pes {

namespace fs = std::filesystem;

void write_file(const fs::path& path, std::string_view bytes) {
  const fs::path draft = fmt::format("{}.{}.tmp", path.string(), getpid());
  std::error_code error;
  {
    std::ofstream stream(draft, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) error = std::error_code(errno, std::generic_category());
  }
  if (!error && fs::exists(path)) fs::permissions(draft, fs::status(path).permissions(), error);
  if (!error) fs::rename(draft, path, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(draft, ignored);
  throw std::system_error(error, path.string());
}

}  // namespace pes
