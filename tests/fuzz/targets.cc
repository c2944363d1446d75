#include "fuzz/targets.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "consent/disguises.h"
#include "fuzz/seeds.h"
#include "options.h"
#include "support/documents.h"

namespace pes::test {

namespace {

using Seeds = std::vector<std::string>;

Seeds together(std::initializer_list<Seeds> lists) {
  Seeds all;
  for (const Seeds& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

// An argument a line.
Seeds command_lines() {
  Seeds lines = {"validate",
                 "build\n--date\n2026-12-01\n--jobs=2",
                 "stats\n--par\nannee",
                 "explain\nPES0013",
                 "schema\ncms",
                 "--lang\nen\n--help",
                 "--version"};
  const DescribedCommand program = describe_program(Language::fr);
  for (const DescribedCommand* command : all_of(program)) {
    lines.push_back(command->name);
    for (const DescribedOption& option : command->options) {
      lines.push_back(command->name + "\n" + option.names.back() + "\n1");
    }
  }
  return lines;
}

Seeds records() { return fixtures(".md"); }
Seeds pages() { return fixtures(".html"); }
Seeds templates() { return fixtures(".mustache"); }
Seeds settings() { return fixtures("theme.yml"); }

Seeds names() {
  Seeds texts;
  std::size_t number = 0;
  for (const Somebody& person : fifty_people()) {
    for (const NameText& text : disguises(person)) {
      if (++number % 41 == 0) texts.push_back(text.text);
    }
  }
  return texts;
}

// Each begins with a publication, and ends with one of its own.
Seeds steps() {
  Seeds all;
  for (char what = 0; what < 16; ++what) {
    all.push_back(std::string{15, '\xFF', 0, 15, '\x3F', 1, 4, what, '\xFF', 5, 15, '\xF0', 3});
  }
  return all;
}

Seeds pictures() {
  return together({fixtures(".jpg"), fixtures(".png"), fixtures(".webp"), fixtures(".gif")});
}

Seeds documents() {
  const std::map<int, std::string> page = pdf_page("BT /F1 12 Tf (Bonjour) Tj ET");
  const std::string office =
      make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                {"content.xml", "<a xmlns:t=\"urn:t\"><t:p>Bonjour</t:p></a>"},
                {"META-INF/manifest.xml", "<manifest/>"}});
  const std::string word = make_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<w:document xmlns:w=\"urn:w\"><w:t>Bonjour</w:t></w:document>"}});
  return together({{make_pdf(page), make_packed_pdf(page, "(caché)"),
                    make_pdf(page) + pdf_update(make_pdf(page), 4, "(autre)"), office, word,
                    "BEGIN:VCALENDAR\r\nSUMMARY:Une\r\n  suite\r\n", utf16(u"Bonjour"),
                    "QWRhIEV4ZW1wbGUgYSBkaXQgbWVyY2kgYSB0b3VzIGV0IGEgdG91dGVz"},
                   fixtures(".pdf", 65'536),
                   fixtures(".docx", 65'536),
                   fixtures(".svg")});
}

Seeds texts() {
  Seeds out = records();
  for (const std::string& line : lines_of("text/typographie.jsonl")) {
    out.push_back(nlohmann::json::parse(line)["input"]);
  }
  return out;
}

constexpr auto targets =
    std::to_array<FuzzTarget>({{"command_line", hold_command_line, command_lines},
                               {"documents", hold_documents, documents},
                               {"front_matter", hold_front_matter, records},
                               {"html", hold_html, pages},
                               {"images", hold_images, pictures},
                               {"markdown", hold_markdown, records},
                               {"names", hold_names, names},
                               {"publication", hold_publication, steps},
                               {"templates", hold_templates, templates},
                               {"theme_settings", hold_theme_settings, settings},
                               {"typography", hold_typography, texts}});

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return targets; }

}  // namespace pes::test
