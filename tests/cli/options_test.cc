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

TEST_CASE(
    "options: what is wrong is said in the language of the person, with the way to the help") {
  const auto say = [](const std::vector<std::string>& words, Language language) {
    return parse_options(words, language).text;
  };

  CHECK(say({"stats", "--comparer", "2023"}, Language::fr) ==
        "pes: une valeur est attendue : --comparer ANNÉE ...\naide : pes stats --help\n");
  CHECK(say({"build", "--strict=x"}, Language::en) ==
        "pes: without a value: --strict\nhelp: pes build --help\n");
  CHECK(say({"report"}, Language::fr).find("--annee") != std::string::npos);
  CHECK(say({"report", "--anee", "2024"}, Language::fr).find("vouliez-vous dire --annee ?") !=
        std::string::npos);
  CHECK(say({"stats", "--par", "themes"}, Language::en).find("did you mean theme?") !=
        std::string::npos);
  CHECK(say({"schema", "jsn"}, Language::fr).find("vouliez-vous dire json ?") != std::string::npos);
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
      {"context"},
      {"withdraw"},
      {"consent", "formulaire"},
      {"report"},
      {"completion"},
      {"completion", "tcsh"},
      {"stats", "--par", "theme,saison"},
      {"new", "projets"},
      {"new", "projet", "--oui=non"}};
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
