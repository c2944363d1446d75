// What a build costs when nothing is computed: reads every file below CONTENT, then writes files of
// the sizes and names in LIST, a line « SIZE PATH » each, into the new folder OUT.
//
//   floor LIST CONTENT OUT THREADS
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "run/workers.h"

namespace {

namespace fs = std::filesystem;

struct File {
  std::string path;
  std::size_t size = 0;
};

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

std::vector<File> read_list(const std::string& path) {
  std::ifstream in(path);
  std::vector<File> files;
  File file;
  while (in >> file.size && in.get() == ' ' && std::getline(in, file.path)) files.push_back(file);
  return files;
}

void read_file(const std::string& path, std::string& bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail(path);
  while (::read(fd, bytes.data(), bytes.size()) > 0) {
  }
  ::close(fd);
}

void write_file(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0 || ::write(fd, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    fail(path);
  }
  ::close(fd);
}

void run(const std::string& list, const std::string& content, const std::string& out,
         const pes::Workers& workers) {
  std::vector<std::string> inputs;
  for (const auto& entry : fs::recursive_directory_iterator(content)) {
    if (entry.is_regular_file()) inputs.push_back(entry.path());
  }
  constexpr std::size_t piece = std::size_t{1} << 16U;
  workers.for_ranges(inputs.size(), [&](std::size_t begin, std::size_t end, unsigned) {
    std::string bytes(piece, '\0');
    for (std::size_t i = begin; i < end; ++i) read_file(inputs[i], bytes);
  });
  const std::vector<File> files = read_list(list);
  std::size_t largest = 0;
  std::set<fs::path> folders;
  for (const File& file : files) {
    largest = std::max(largest, file.size);
    for (fs::path folder = fs::path(file.path).parent_path(); !folder.empty();
         folder = folder.parent_path()) {
      if (!folders.insert(folder).second) break;
    }
  }
  const std::string bytes(largest, 'e');
  fs::create_directory(out);
  for (const fs::path& folder : folders) ::mkdir((out + "/" + folder.string()).c_str(), 0777);
  workers.for_ranges(files.size(), [&](std::size_t begin, std::size_t end, unsigned) {
    for (std::size_t i = begin; i < end; ++i) {
      write_file(out + "/" + files[i].path, std::string_view(bytes).substr(0, files[i].size));
    }
  });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) return 2;
  try {
    run(arguments[1], arguments[2], arguments[3],
        pes::Workers(static_cast<unsigned>(std::atoi(arguments[4]))));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
