#include "images/image_book.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "images/alternative.h"
#include "support/files.h"
#include "support/records.h"

namespace pes::test {

namespace fs = std::filesystem;

namespace {

// A source folder whose media are the fixtures, and a document.
struct Media {
  TemporaryFolder folder;
  std::vector<std::string> names;
  ImageBook book;

  Media() {
    const fs::path fixtures = repository() / "tests/images/fichiers";
    for (const auto& [name, bytes] : read_tree(fixtures)) add(name, bytes);
    add("charte.pdf", "%PDF-1.7 un document");
    add("photo.txt", read(fixtures / "photo.jpg"));
    book = ImageBook(folder.path(), names);
  }

  void add(const std::string& name, const std::string& bytes) {
    write(folder.path() / "content/medias" / name, bytes);
    names.push_back(name);
  }

  [[nodiscard]] std::vector<Rule> problems(const char* name) const {
    Diagnostics found;
    book.report(name, {}, found);
    return rules_of(found);
  }
};

}  // namespace

TEST_CASE("image book: each kind of bad picture has its rule") {
  const Media media;

  CHECK(media.problems("photo.jpg").empty());
  CHECK(media.problems("transparent.png").empty());
  CHECK(media.problems("script.svg") == std::vector{Rule::image_format});
  CHECK(media.problems("dans.heic") == std::vector{Rule::image_format});
  CHECK(media.problems("extension.png") == std::vector{Rule::image_extension});
  CHECK(media.problems("photo.txt") == std::vector{Rule::image_extension});
  CHECK(media.problems("coupe.jpg") == std::vector{Rule::image_damaged});
  CHECK(media.problems("immense.jpg") == std::vector{Rule::image_too_large});
  CHECK(media.problems("immense.png") == std::vector{Rule::image_too_large});
  CHECK(media.problems("entrelace.png") == std::vector{Rule::image_too_large});
  CHECK(media.problems("profond.png") == std::vector{Rule::image_too_large});
  CHECK(media.problems("entrelace-petit.png").empty());
  CHECK(media.problems("grand.png").empty());
  CHECK(media.problems("seize-bits.png") == std::vector{Rule::image_too_large});
  CHECK(media.problems("passes.jpg") == std::vector{Rule::image_too_large});
  CHECK(media.problems("anime.webp") == std::vector{Rule::image_animated});
  CHECK(media.problems("anime.png") == std::vector{Rule::image_animated});
  CHECK(media.problems("cmjn.jpg") == std::vector{Rule::image_cmyk});
}

TEST_CASE("image book: only what can be published is found") {
  const Media media;

  REQUIRE(media.book.find("photo.jpg") != nullptr);
  CHECK(media.book.find("photo.jpg")->width == 96);
  CHECK(media.book.find("tourne.jpg")->height == 96);
  CHECK(media.book.find("coupe.jpg") == nullptr);
  CHECK(media.book.find("charte.pdf") == nullptr);
  CHECK_FALSE(media.book.is_image("charte.pdf"));
  CHECK(media.book.is_image("script.svg"));
}

TEST_CASE("image book: pictures that say where they were taken are listed") {
  const Media media;
  Diagnostics found;

  media.book.report_locations(found);

  CHECK(media.book.with_location() ==
        std::vector<std::string>{"extension.png", "photo.jpg", "photo.txt", "transparent.png"});
  CHECK(found.count(Severity::warning) == 4);
}

TEST_CASE("image book: a file of more than 64 MB is not read") {
  Media media;
  media.add("enorme.jpg", "\xFF\xD8\xFF");
  fs::resize_file(media.folder.path() / "content/medias/enorme.jpg", std::uintmax_t{65} << 20U);

  media.book = ImageBook(media.folder.path(), media.names);

  CHECK(media.problems("enorme.jpg") == std::vector{Rule::image_too_large});
}

TEST_CASE("alternative: a text that says what the picture shows") {
  CHECK_FALSE(alternative_fault("Trois personnes devant la vitrine", "a.jpg", "").has_value());
  CHECK_FALSE(alternative_fault("Portrait de la présidente", "a.jpg", "L'équipe").has_value());
}

TEST_CASE("alternative: names of files, empty words and captions are no alternative") {
  for (const char* text : {"", "  ", "photo", "Photo.", "IMAGE", "IMG_2041.jpg", "img 2041",
                           "marche-de-talant", "Le marché", "…"}) {
    INFO(text);
    const bool is_name = std::string_view(text) == "img 2041";
    CHECK(
        alternative_fault(text, is_name ? "IMG_2041.jpg" : "2024/marche-de-talant.jpg", "le marché")
            .has_value());
  }
  CHECK(alternative_fault(std::string(151, 'a'), "a.jpg", "").has_value());
  CHECK_FALSE(alternative_fault(std::string(150, 'b'), "a.jpg", "").has_value());
}

}  // namespace pes::test
