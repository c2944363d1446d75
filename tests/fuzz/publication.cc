#include "publish/publication.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <optional>

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "support/files.h"

namespace pes::test {

namespace {

namespace fs = std::filesystem;
using Tree = std::map<std::string, std::string>;

constexpr std::size_t most_steps = 12;
constexpr auto paths =
    std::to_array<std::string_view>({"index.html", "a/index.html", "a/b/index.html", "a/b/c.txt",
                                     "d.txt", "é/index.html", "D.txt", "medias/x.bin"});

// What stands between two publications, as the bytes of an input say.
class Steps {
 public:
  explicit Steps(std::string_view bytes) : bytes_(bytes) {
    write(victim() / "intact.html", "intact");
    write(folder_.path() / "source.bin", "une copie");
  }

  void take_all() {
    for (std::size_t i = 0; i < most_steps && at_ < bytes_.size(); ++i) take_one();
    publish(next(), next());
    hold(read_tree(victim()) == Tree{{"intact.html", "intact"}}, "nothing behind a link changes");
  }

 private:
  unsigned char next() {
    return static_cast<unsigned char>(at_ < bytes_.size() ? bytes_[at_++] : '\0');
  }

  void take_one() {
    const unsigned char what = next();
    const fs::path path = output() / paths.at(what / 16U % paths.size());
    switch (what % 16U) {
      case 0:
        return give_up(next());
      case 1:
        return fs::remove(path), void();
      case 2:
        return write_below(path, std::string(1, static_cast<char>(next())));
      case 3:
        return fs::remove_all(output()), void();
      case 4:
        return keep(output());
      case 5:
        return restore(output());
      case 6:
        return restore(beside("spare"));
      case 7:
        return plant_link(next());
      case 8:
        return fs::remove_all(beside("spare")), void();
      case 9:
        return write_below(beside("spare") / paths.at(what / 16U % paths.size()), "étranger");
      case 10:
        return write_below(beside("staging") / "reste.html", "reste");
      case 11:
        return fs::remove(output() / mark_name), void();
      default:
        return publish(next(), next());
    }
  }

  std::vector<OutputFile> files_of(unsigned char which, unsigned char version) const {
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if ((which >> i & 1U) == 0) continue;
      const std::string path(paths.at(i));
      const bool changed = (version >> i & 1U) != 0;
      files.push_back(path == "medias/x.bin"
                          ? copied_file(path, folder_.path() / "source.bin")
                          : OutputFile{path, path + (changed ? " changé" : ""), {}});
    }
    return files;
  }

  // Either exactly what was planned, or what was there before.
  void publish(unsigned char which, unsigned char version) {
    const bool ours = is_ours();
    const Tree before = read_tree(output());
    std::vector<OutputFile> files = files_of(which, version);
    Tree planned = {{std::string(mark_name), std::string(mark_text)}};
    for (const OutputFile& file : files) {
      planned[file.path] = file.copy_of.empty() ? file.bytes : read(file.copy_of);
    }
    try {
      Publication publication(output(), version % 2 == 0 ? Exchange::atomic : Exchange::two_step,
                              Workers(1));
      publication.add(files);
      publication.finish();
    } catch (const std::exception& failed) {
      hold(!ours, "a folder of ours can be published into", failed.what());
      hold(read_tree(output()) == before, "what fails leaves the folder as it was");
      return;
    }
    hold(ours, "a folder of somebody else is not replaced");
    hold(read_tree(output()) == planned, "exactly what was planned is published");
    hold(!fs::exists(beside("staging")) && !fs::exists(beside("previous")), "nothing is left");
  }

  // What is destroyed before its end.
  void give_up(unsigned char which) {
    const Tree before = read_tree(output());
    std::vector<OutputFile> files = files_of(which, 0);
    try {
      Publication(output(), Exchange::atomic, Workers(1)).add(files);
    } catch (const std::exception& failed) {
      hold(!is_ours(), "a folder of ours can be published into", failed.what());
    }
    hold(read_tree(output()) == before, "what is given up leaves the folder as it was");
  }

  [[nodiscard]] bool is_ours() const {
    if (fs::is_symlink(output())) return false;
    if (!fs::exists(output()) || fs::is_empty(output())) return true;
    return fs::exists(output() / mark_name) && read(output() / mark_name) == mark_text;
  }

  // Unless that would be behind a link, or a file is in the way.
  static void write_below(const fs::path& path, std::string_view text) {
    std::error_code ignored;
    for (fs::path at = path.parent_path(); at != at.parent_path(); at = at.parent_path()) {
      if (fs::is_symlink(at) || fs::is_regular_file(at, ignored)) return;
    }
    if (!fs::is_symlink(path) && !fs::is_directory(path)) write(path, text);
  }

  void keep(const fs::path& place) const {
    fs::remove_all(folder_.path() / "copie");
    if (fs::exists(place)) copy(place, folder_.path() / "copie");
  }

  void restore(const fs::path& place) const {
    if (!fs::exists(folder_.path() / "copie")) return;
    fs::remove_all(place);
    copy(folder_.path() / "copie", place);
  }

  static void copy(const fs::path& from, const fs::path& to) {
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }

  void plant_link(unsigned char where) const {
    const std::array<fs::path, 5> places = {beside("spare"), beside("staging"), beside("previous"),
                                            output() / "a", output() / "d.txt"};
    const fs::path& place = places.at(where % places.size());
    if (!fs::is_directory(place.parent_path())) return;
    fs::remove_all(place);
    fs::create_symlink(victim(), place);
  }

  [[nodiscard]] fs::path output() const { return folder_.path() / "public"; }
  [[nodiscard]] fs::path victim() const { return folder_.path() / "victime"; }
  [[nodiscard]] fs::path beside(const char* what) const {
    return folder_.path() / fmt::format(".public.pes-{}", what);
  }

  TemporaryFolder folder_;
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

void hold_publication(std::string_view bytes) { Steps(bytes).take_all(); }

}  // namespace pes::test
