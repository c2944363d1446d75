#include "consent/withdrawal.h"

#include <doctest/doctest.h>

#include "records/decode.h"
#include "records/files.h"
#include "support/files.h"

namespace pes::test {

namespace {

constexpr Date day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)};

// The file after the withdrawal, through the disk and back; empty where it is refused.
std::string withdrawn(const std::string& bytes, const char* kind = "temoignage") {
  const TemporaryFolder folder;
  write(folder.path() / "a.md", bytes);
  SourceFiles files;
  Diagnostics found;
  RecordFile file = read_text_file(folder.path(), "a.md", files, found);
  file.kind = &kind_named(kind);
  const Record record = decode_record(file, files, found);
  const auto place = withdrawal_place(record);
  if (!place) return "";
  return with_withdrawal(bytes, files[0].text, *place, day).value_or("");
}

const std::string head =
    "---\ntitre: T\nstructure: S\nforme: citation\nauteur: Ada\ndispositif: d\n";

}  // namespace

TEST_CASE("withdrawal: a line is added to the block, and nothing else changes") {
  const std::string before = head +
                             "consentement: # signé\n    # le bon\n    base: accord-ecrit\n"
                             "    preuve: 'R'  # rangé\n---\n\nTexte.";

  CHECK(withdrawn(before) == head +
                                 "consentement: # signé\n    # le bon\n    retrait: 2026-11-23\n"
                                 "    base: accord-ecrit\n    preuve: 'R'  # rangé\n---\n\nTexte.");
}

TEST_CASE("withdrawal: line ends, byte-order mark and decomposed accents stay") {
  const std::string before =
      "\xEF\xBB\xBF---\r\ntitre: e\xCC\x81te\xCC\x81\r\nconsentement:\r\n"
      "  base: accord-oral\r\n---\r\n";

  CHECK(withdrawn(before) ==
        "\xEF\xBB\xBF---\r\ntitre: e\xCC\x81te\xCC\x81\r\nconsentement:\r\n"
        "  retrait: 2026-11-23\r\n  base: accord-oral\r\n---\r\n");
}

TEST_CASE("withdrawal: a block in braces gets an entry") {
  CHECK(
      withdrawn(head + "consentement: {base: accord-ecrit, portee: {nom: complet}}\n---\n") ==
      head +
          "consentement: {retrait: 2026-11-23, base: accord-ecrit, portee: {nom: complet}}\n---\n");
}

TEST_CASE("withdrawal: the people on a photo, inside braces within braces") {
  const std::string before =
      "---\ntitre: T\ndispositif: d\nphoto: {fichier: a.jpg, alt: \"É {\", personnes: 1, "
      "consentement: {base: accord-oral}}\n---\n";

  CHECK(
      withdrawn(before, "projet").find("consentement: {retrait: 2026-11-23, base: accord-oral}}") !=
      std::string::npos);
}

TEST_CASE("withdrawal: a day that is there already gives way") {
  CHECK(withdrawn(head +
                  "consentement:\n  base: accord-ecrit\n  retrait: 2031-01-01 # un jour\n---\n") ==
        head + "consentement:\n  base: accord-ecrit\n  retrait: 2026-11-23 # un jour\n---\n");
}

TEST_CASE("withdrawal: an empty key is filled in") {
  for (const std::string empty : {"retrait:", "retrait: ''", "retrait: ~", "retrait: # jamais"}) {
    INFO(empty);
    const std::string comment = empty.ends_with("jamais") ? " # jamais" : "";
    const std::string line = "  retrait: 2026-11-23" + comment + "\n";
    const std::string first = head + "consentement:\n";
    CHECK(withdrawn(first + "  base: accord-ecrit\n  " + empty + "\n---\n") ==
          first + "  base: accord-ecrit\n" + line + "---\n");
    CHECK(withdrawn(first + "  " + empty + "\n  base: accord-ecrit\n---\n") ==
          first + line + "  base: accord-ecrit\n---\n");
  }
}

TEST_CASE("withdrawal: where a record has a block of its own, that of its photo is no substitute") {
  CHECK(withdrawn(head + "consentement: oui\nphoto: {fichier: a.jpg, alt: A, personnes: 1, "
                         "consentement: {base: accord-oral}}\n---\n")
            .empty());
}

TEST_CASE("withdrawal: without a block there is nothing to write") {
  CHECK(withdrawn(head + "---\n").empty());
  CHECK(withdrawn(head + "consentement:\n---\n").empty());
}

}  // namespace pes::test
