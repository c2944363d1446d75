#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands.h"
#include "disk/paths.h"
#include "disk/writing.h"
#include "process.h"
#include "text/visible.h"
#include "theme/report_context.h"

namespace pes {

namespace {

namespace fs = std::filesystem;

// A report is a page of its own, outside of what the site is made from.
bool is_good_place(const fs::path& page, const Settings& settings, const Console& console) {
  std::string extension = page.extension();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string place = resolved(page).string();
  const auto lies_in = [&](const char* folder) {
    return place.starts_with(resolved(settings.source / folder).string() + "/");
  };
  Text why;
  if (extension != ".html") {
    why = {"« {} » doit être un nom qui finit par .html\n",
           "\"{}\" must be a name ending in .html\n"};
  } else if (is_folder(page)) {
    why = {"« {} » est un dossier\n", "\"{}\" is a folder\n"};
  } else if (lies_in("content") || lies_in("themes")) {
    why = {"« {} » est parmi les sources du site : choisissez un autre dossier\n",
           "\"{}\" is among the sources of the site: choose another folder\n"};
  } else {
    return true;
  }
  Console::complain("pes: " + fmt::format(fmt::runtime(console.say(why)), visible(page.string())));
  return false;
}

// WeasyPrint 57 tags a PDF only if it may call it PDF/UA, which needs what it does not write: the
// alternatives of charts and the scope of table headers.
void remove_claim(const fs::path& pdf) {
  constexpr std::string_view claim = "pdfuaid:part=\"1\"";
  std::string bytes = read_bytes(pdf);
  const std::size_t at = bytes.find(claim);
  if (at == std::string::npos || bytes.find("/Scope") != std::string::npos) return;
  // Of the same length, since places in the file are counted.
  bytes.replace(at, claim.size(), claim.size(), ' ');
  write_file(pdf, bytes);
}

int make_pdf(const fs::path& page, const Console& console) {
  fs::path pdf = page;
  pdf.replace_extension(".pdf");
  // Whole paths, which cannot be taken for options.
  const int code = run_program({"weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1",
                                resolved(page).string(), resolved(pdf).string()})
                       .code;
  if (code == 0) {
    remove_claim(pdf);
    Console::print(
        fmt::format(fmt::runtime(console.say({"PDF écrit dans {}\n", "PDF written to {}\n"})),
                    visible(pdf.string())));
    return 0;
  }
  const Text why =
      code == 127
          ? Text{"WeasyPrint n'est pas installé : le rapport HTML est prêt, pas le PDF.\n"
                 "installez-le : sudo apt install weasyprint\n",
                 "WeasyPrint is not installed: the HTML report is ready, the PDF is not.\n"
                 "install it: sudo apt install weasyprint\n"}
          : Text{"WeasyPrint n'a pas pu faire le PDF ; le rapport HTML est prêt.\n",
                 "WeasyPrint could not make the PDF; the HTML report is ready.\n"};
  Console::complain(fmt::format("pes: {}", console.say(why)));
  return 2;
}

bool year_is_known(int year, const Site& site, const Console& console) {
  const std::vector<int> known = report_years(site);
  // Where nothing says a year, any report can only give the totals.
  if (known.empty() || std::find(known.begin(), known.end(), year) != known.end()) return true;
  Console::complain(fmt::format(
      fmt::runtime(
          console.say({"pes: aucun chiffre ni aucune fiche publiée pour {}\nannées "
                       "connues : {}\n",
                       "pes: no figure and no published record for {}\nknown years: {}\n"})),
      year, fmt::join(known, ", ")));
  return false;
}

}  // namespace

int report(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  const fs::path page = options.output.empty()
                            ? fs::path(fmt::format("rapport-{}.html", options.year))
                            : fs::path(options.output);
  if (!is_good_place(page, settings, console)) return 2;
  Diagnostics found;
  Content content = read_content_model(settings, found);
  const auto plan = plan_site(settings, content, found);
  std::optional<std::string> html;
  if (plan && !found.has_errors()) {
    if (!year_is_known(options.year, plan->site, console)) return 2;
    html = render_report(settings, content, plan->site, options.year, found);
  }
  if (!html) {
    found.sort(content.files);
    console.report(found, content.files, Severity::error);
    return 1;
  }
  write_file(page, *html);
  Console::print(
      fmt::format(fmt::runtime(console.say({"Rapport écrit dans {}\n", "Report written to {}\n"})),
                  visible(page.string())));
  return options.pdf ? make_pdf(page, console) : 0;
}

}  // namespace pes
