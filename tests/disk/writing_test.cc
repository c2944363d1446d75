#include "disk/writing.h"

#include <doctest/doctest.h>

#include "support/files.h"
#include "support/process.h"
#include "support/sites.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

using Tree = std::map<std::string, std::string>;

void plant_drafts(const fs::path& site) {
  write(site / "content/.pes-draft.12", "the text of a record");
  write(site / "content/projets/.pes-draft.345", "the text of a record");
  write(site / "content/medias/deux/.pes-draft.6", "a photo");
}

bool is_draft(const std::string& path) { return path.find(".pes-draft.") != std::string::npos; }

bool has_drafts(const fs::path& site) {
  const Tree tree = read_tree(site / "content");
  return std::any_of(tree.begin(), tree.end(),
                     [](const auto& file) { return is_draft(file.first); });
}

}  // namespace

TEST_CASE("writing: a draft that a kill left is no content, and goes with the next writing") {
  const TemporaryFolder folder;
  copy_minimal_site(folder.path());
  const std::string source = folder.path();
  plant_drafts(folder.path());

  const Finished validated = run_pes({"validate", "--source", source});
  const Finished built = run_pes({"build", "--source", source});

  CHECK(validated.code == 0);
  CHECK(validated.err == "4 fiches vérifiées : 0 erreur, 0 avertissement.\n");
  CHECK(built.code == 0);
  for (const auto& [path, bytes] : read_tree(folder.path() / "public")) {
    CHECK(bytes.find("the text of a record") == std::string::npos);
  }
  REQUIRE(has_drafts(folder.path()));
  const std::vector<std::vector<std::string>> writers = {
      {"validate", "--fix"},
      {"withdraw", "projets/recyclerie"},
      {"new", "projet", "--oui", "--titre", "Un verger", "--dispositif", "dla"}};
  for (std::vector<std::string> writer : writers) {
    plant_drafts(folder.path());
    writer.insert(writer.end(), {"--source", source});
    run_pes(writer);
    CHECK_FALSE(has_drafts(folder.path()));
  }
  plant_drafts(folder.path());
  REQUIRE(run_pes({"validate", "--fix", "--dry-run", "--source", source}).code == 0);
  CHECK(has_drafts(folder.path()));
}

TEST_CASE("writing: a file keeps its permissions, and what fails leaves what stood there") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "fiche.md";
  write(file, "old");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);

  write_file(file, "new");

  CHECK(read(file) == "new");
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  write(folder.path() / "dossier/a", "x");
  CHECK_THROWS_AS(write_file(folder.path() / "dossier", "new"), std::system_error);
  CHECK_THROWS_WITH_AS(write_file("/nulle/part/fiche.md", "new"),
                       doctest::Contains("/nulle/part/fiche.md"), std::system_error);
  CHECK(read_tree(folder.path()) == Tree{{"dossier/a", "x"}, {"fiche.md", "new"}});
}

TEST_CASE("writing: a new file never takes the place of another") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "fiche.md";

  CHECK(write_new_file(file, "first"));
  CHECK_FALSE(write_new_file(file, "second"));
  fs::create_symlink("nowhere", folder.path() / "lien.md");
  CHECK_FALSE(write_new_file(folder.path() / "lien.md", "third"));

  CHECK(read_tree(folder.path()) == Tree{{"fiche.md", "first"}});
}

}  // namespace pes::test
