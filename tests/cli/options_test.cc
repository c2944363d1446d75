#include "options.h"

#include <doctest/doctest.h>

namespace pes::test {

TEST_CASE("options: words become plain data") {
  const Parsed parsed =
      parse_options({"build", "--source", "a", "--output=b", "--date", "2024-03-12", "--strict",
                     "--drafts", "--no-color", "--base-url", "https://x.fr/", "--theme", "t"},
                    Language::fr);

  REQUIRE(parsed.options.has_value());
  CHECK(parsed.options->command == Command::build);
  CHECK(parsed.options->source == "a");
  CHECK(parsed.options->output == "b");
  CHECK(format_iso(*parsed.options->date) == "2024-03-12");
  CHECK(parsed.options->strict);
  CHECK(parsed.options->drafts);
  CHECK(parsed.options->no_colour);
  CHECK(parsed.options->base_url == "https://x.fr/");
  CHECK(parsed.options->theme == "t");
}

TEST_CASE("options: --lang wins over the environment, wherever it stands") {
  CHECK(parse_options({"stats", "--lang", "en"}, Language::fr).options->language == Language::en);
  CHECK(parse_options({"--lang=fr", "stats"}, Language::en).options->language == Language::fr);
  CHECK(parse_options({"stats"}, Language::en).options->language == Language::en);
}

TEST_CASE("options: typos get a suggestion") {
  CHECK(parse_options({"biuld"}, Language::fr).text.find("build") != std::string::npos);
  CHECK(parse_options({"build", "--ouput", "x"}, Language::fr).text.find("--output") !=
        std::string::npos);
  CHECK(parse_options({"build", "--ouput=x"}, Language::fr).text.find("--output") !=
        std::string::npos);
}

TEST_CASE("options: what cannot be read is refused with code 2") {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"biuld"},
      {"build", "--date", "12/03/2024"},
      {"build", "--date"},
      {"build", "--lang", "de"},
      {"build", "--base-url", "exemple.org"},
      {"build", "--base-url", "https://x.fr/?a=1"},
      {"build", "--base-url", "https://x.fr/\n\"><script>"},
      {"build", "reste"},
      {"stats", "--format", "xls"},
      {"stats", "--output", "x"},
      {"context"}};
  for (const auto& arguments : wrong) {
    const Parsed parsed = parse_options(arguments, Language::fr);
    CHECK_FALSE(parsed.options.has_value());
    CHECK(parsed.exit_code == 2);
    CHECK_FALSE(parsed.text.empty());
  }
}

TEST_CASE("options: help and version are no mistakes") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--help"}, {"build", "-h"}, {"--version"}}) {
    const Parsed parsed = parse_options(arguments, Language::fr);
    CHECK_FALSE(parsed.options.has_value());
    CHECK(parsed.exit_code == 0);
    CHECK_FALSE(parsed.text.empty());
  }
  CHECK(parse_options({"build", "-h"}, Language::en).text.find("folder") != std::string::npos);
}

}  // namespace pes::test
