#include "publish/output_tree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <numeric>
#include <string_view>
#include <system_error>
#include <unordered_set>

#include "publish/file_walk.h"
#include "records/descriptor.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

// Piece by piece: documents may be larger than the memory.
constexpr std::size_t piece_size = std::size_t{1} << 18U;

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

std::string below(const fs::path& folder, std::string_view path) {
  return folder.native() + "/" + std::string(path);
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

std::vector<std::string> find_strangers(const fs::path& folder,
                                        const std::vector<OutputFile>& files,
                                        const Workers& workers) {
  std::unordered_set<std::string_view> known;
  for (const OutputFile& file : files) known.insert(file.path);
  std::vector<std::string> strangers;
  for (WalkedEntry& entry : walk(folder, workers)) {
    if (!entry.folder && !known.contains(entry.path)) strangers.push_back(std::move(entry.path));
  }
  return strangers;
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 &&
         first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

void remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) fail(path);
}

// The folders that this leaves empty go too, from within.
void remove_empty_folders(const fs::path& folder, std::string_view path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos;
       slash = path.rfind('/')) {
    path = path.substr(0, slash);
    if (::rmdir(below(folder, path).c_str()) != 0) return;
  }
}

// The folder of a file, with those around it.
void make_folder_of(const fs::path& folder, std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return;
  path = path.substr(0, slash);
  const std::string name = below(folder, path);
  if (::mkdir(name.c_str(), 0777) == 0 || errno == EEXIST) return;
  if (errno != ENOENT) fail(name);
  make_folder_of(folder, path);
  if (::mkdir(name.c_str(), 0777) != 0 && errno != EEXIST) fail(name);
}

// False where the file system has no such links.
bool link_file(const std::string& from, const std::string& to) {
  return ::link(from.c_str(), to.c_str()) == 0;
}

void write_file(const std::string& path, const OutputFile& file) {
  Descriptor made(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
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

}  // namespace

std::size_t TreeComparison::different() const {
  return static_cast<std::size_t>(std::count(same.begin(), same.end(), 0)) + strangers.size();
}

TreeComparison compare_tree(const fs::path& folder, const std::vector<OutputFile>& files,
                            const Workers& workers) {
  TreeComparison compared;
  compared.same.resize(files.size());
  std::vector<std::size_t> sizes(files.size());
  workers.for_each(files.size(), [&](std::size_t i) {
    sizes[i] = size_of(files[i]);
    compared.same[i] = has_bytes(below(folder, files[i].path), files[i], sizes[i]) ? 1 : 0;
  });
  compared.bytes = std::accumulate(sizes.begin(), sizes.end(), std::size_t{0});
  compared.strangers = find_strangers(folder, files, workers);
  return compared;
}

void update_tree(const fs::path& folder, const fs::path& model,
                 const std::vector<OutputFile>& files, const TreeComparison& compared,
                 const Workers& workers) {
  const bool fresh = fs::create_directory(folder);
  if (!fresh) {
    for (const std::string& path : compared.strangers) {
      remove_file(below(folder, path));
      remove_empty_folders(folder, path);
    }
  }
  workers.for_each(files.size(), [&](std::size_t i) {
    const std::string path = below(folder, files[i].path);
    const std::string there = below(model, files[i].path);
    if (compared.same[i] != 0 && !fresh && is_same_file(path, there)) return;
    make_folder_of(folder, files[i].path);
    if (!fresh) remove_file(path);
    if (compared.same[i] == 0 || !link_file(there, path)) write_file(path, files[i]);
  });
}

void remove_different(const fs::path& folder, const std::vector<OutputFile>& files,
                      const TreeComparison& compared) {
  const auto remove = [&](const std::string& path) {
    remove_file(below(folder, path));
    remove_empty_folders(folder, path);
  };
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (compared.same[i] == 0) remove(files[i].path);
  }
  for (const std::string& path : compared.strangers) remove(path);
}

}  // namespace pes
