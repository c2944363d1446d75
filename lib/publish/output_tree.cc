#include "publish/output_tree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "records/descriptor.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// Piece by piece: documents may be larger than the memory.
constexpr std::size_t piece_size = std::size_t{1} << 18U;

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

std::string_view read_piece(const Descriptor& file, std::string& piece, const std::string& path) {
  std::size_t filled = 0;
  while (filled < piece.size()) {
    const ssize_t got = ::read(file.get(), piece.data() + filled, piece.size() - filled);
    if (got < 0) fail(path);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return std::string_view(piece).substr(0, filled);
}

// Deletes what is no folder, if anything like that is there.
void remove_file(const std::string& name) {
  if (::unlink(name.c_str()) == 0) return;
  if (errno != ENOENT && errno != ENOTDIR && errno != EISDIR) fail(name);
}

// The folders that this leaves empty go too, from within.
void remove_empty_folders(const fs::path& folder, std::string_view path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos;
       slash = path.rfind('/')) {
    path = path.substr(0, slash);
    if (::rmdir(file_in(folder, path).c_str()) != 0) return;
  }
}

// The folder of a file, with those around it.
void make_folder_of(const fs::path& folder, std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return;
  path = path.substr(0, slash);
  const std::string name = file_in(folder, path);
  if (::mkdir(name.c_str(), 0777) == 0 || errno == EEXIST) return;
  if (errno != ENOENT) fail(name);
  make_folder_of(folder, path);
  if (::mkdir(name.c_str(), 0777) != 0 && errno != EEXIST) fail(name);
}

}  // namespace

std::string file_in(const fs::path& folder, std::string_view path) {
  std::string name;
  name.reserve(folder.native().size() + 1 + path.size());
  return name.append(folder.native()).append("/").append(path);
}

std::size_t size_of(const OutputFile& file) {
  return file.copy_of.empty() ? file.bytes.size()
                              : static_cast<std::size_t>(fs::file_size(file.copy_of));
}

// What is not an ordinary file of that size has other bytes.
bool has_bytes(const std::string& path, const OutputFile& file, std::size_t size) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::size_t>(status.st_size) != size) {
    return false;
  }
  const Descriptor there(path, O_RDONLY | O_NOFOLLOW);
  std::string piece(std::min(size + 1, piece_size), '\0');
  if (file.copy_of.empty()) {
    std::string_view expected = file.bytes;
    while (!expected.empty()) {
      const std::string_view found = read_piece(there, piece, path);
      if (found.empty() || !expected.starts_with(found)) return false;
      expected.remove_prefix(found.size());
    }
    return true;
  }
  const Descriptor source(file.copy_of, O_RDONLY);
  std::string other(piece.size(), '\0');
  for (;;) {
    const std::string_view expected = read_piece(source, other, file.copy_of);
    if (expected != read_piece(there, piece, path)) return false;
    if (expected.empty()) return true;
  }
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 &&
         first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

void clear_way(const fs::path& folder, std::string_view path) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    remove_file(file_in(folder, path.substr(0, slash)));
  }
  fs::remove_all(file_in(folder, path));
}

void put_file(const fs::path& folder, const OutputFile& file) {
  make_folder_of(folder, file.path);
  Descriptor made(file_in(folder, file.path), O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (file.copy_of.empty()) {
    made.write(file.bytes);
  } else {
    const Descriptor source(file.copy_of, O_RDONLY);
    std::string piece(piece_size, '\0');
    for (;;) {
      const std::string_view bytes = read_piece(source, piece, file.copy_of);
      if (bytes.empty()) break;
      made.write(bytes);
    }
  }
  made.close();
}

void put_link(const fs::path& folder, const fs::path& model, const std::string& path) {
  make_folder_of(folder, path);
  const std::string from = file_in(model, path);
  if (::link(from.c_str(), file_in(folder, path).c_str()) != 0) put_file(folder, {path, {}, from});
}

void remove_files(const fs::path& folder, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    remove_file(file_in(folder, path));
    remove_empty_folders(folder, path);
  }
}

}  // namespace pes
