#include "site_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "consent/register.h"
#include "text/visible.h"

namespace pes {

namespace {

struct Counts {
  std::size_t published = 0;
  std::size_t withheld = 0;
  std::size_t waiting = 0;
};

Counts count_records(const Content& content) {
  Counts counts;
  for (std::size_t i = 0; i < content.records.size(); ++i) {
    const Decision& decision = content.decisions[i];
    if (!content.records[i].kind->has_body) continue;
    ++(decision.shown()      ? counts.published
       : decision.withheld() ? counts.withheld
                             : counts.waiting);
  }
  return counts;
}

// What is kept back, by the name of its file and the reason alone.
std::string list_withheld(const Content& content, const Console& console) {
  constexpr std::size_t most_lines = 20;
  std::size_t count = 0;
  std::string out;
  for (std::size_t i = 0; i < content.records.size(); ++i) {
    const Record& record = content.records[i];
    const Decision& decision = content.decisions[i];
    const bool photo = decision.shown() && !decision.picture && field(record, "photo") != nullptr;
    if ((!decision.withheld() && !photo) || ++count > most_lines) continue;
    out += fmt::format(fmt::runtime(console.say({"    {}{} : {}\n", "    {}{}: {}\n"})),
                       visible(record_name(record, content.files)), photo ? " (photo)" : "",
                       reason_code(photo ? Reason::not_covered : decision.reason));
  }
  if (count > most_lines) {
    out += fmt::format(fmt::runtime(console.say(
                           {"    et encore {} : pes consent\n", "    and {} more: pes consent\n"})),
                       count - most_lines);
  }
  return out;
}

// « éléments 210/300 (/projets/verger/) »; bytes as kilobytes of 1,000.
std::string describe_worst(const WorstPage& worst, const Console& console) {
  const auto kilobytes = [](std::size_t bytes) { return static_cast<double>(bytes) / 1e3; };
  switch (worst.measure) {
    case Measure::elements:
      return fmt::format("{} {}/{} ({})", console.say({"éléments", "elements"}), worst.value,
                         worst.limit, worst.address);
    case Measure::requests:
      return fmt::format("{} {}/{} ({})", console.say({"requêtes", "requests"}), worst.value,
                         worst.limit, worst.address);
    case Measure::html:
      return fmt::format("HTML {:.1f}/{:.0f} {} ({})", kilobytes(worst.value),
                         kilobytes(worst.limit), console.say({"ko", "kB"}), worst.address);
    case Measure::weight:
      return fmt::format("{} {:.1f}/{:.0f} {} ({})", console.say({"poids", "weight"}),
                         kilobytes(worst.value), kilobytes(worst.limit), console.say({"ko", "kB"}),
                         worst.address);
  }
  return {};
}

}  // namespace

std::string summarize(const Content& content, const Plan& plan, Date day, const Diagnostics& found,
                      const Amounts& made, const std::string& output, const Console& console) {
  const Counts counts = count_records(content);
  std::string out = fmt::format(
      fmt::runtime(console.say({"Site publié dans {}\n"
                                "  jour                {}\n"
                                "  pages               {}\n"
                                "  fiches publiées     {}\n"
                                "  fiches retenues     {} (consentement)\n"
                                "  fiches en attente   {} (brouillon ou date de publication)\n"
                                "  fichiers            {} ({:.1f} Mo), dont {} écrits\n",
                                "Website published in {}\n"
                                "  day                 {}\n"
                                "  pages               {}\n"
                                "  records published   {}\n"
                                "  records withheld    {} (consent)\n"
                                "  records waiting     {} (draft or day of publication)\n"
                                "  files               {} ({:.1f} MB), {} of them written\n"})),
      visible(output), format_iso(day), plan.site.pages.size(), counts.published, counts.withheld,
      counts.waiting, made.files, static_cast<double>(made.bytes) / 1e6, made.written);
  if (const std::string withheld = list_withheld(content, console); !withheld.empty()) {
    out += fmt::format(fmt::runtime(console.say({"  retenu :\n{}", "  withheld:\n{}"})), withheld);
  }
  if (const auto deadline = next_deadline(content.decisions)) {
    out += fmt::format(
        fmt::runtime(console.say({"  prochaine échéance  {}\n", "  next deadline       {}\n"})),
        format_iso(*deadline));
  }
  if (!found.all().empty()) {
    out += fmt::format(
        fmt::runtime(console.say({"  contrôle            {} (détail : pes validate)\n",
                                  "  check               {} (details: pes validate)\n"})),
        console.count(found));
  }
  return out;
}

std::string list_worst(const std::vector<WorstPage>& pages, const Console& console) {
  std::vector<std::string> parts;
  for (const WorstPage& worst : pages) parts.push_back(describe_worst(worst, console));
  return fmt::format(
      fmt::runtime(console.say({"  pages au plus lourd {}\n", "  heaviest pages      {}\n"})),
      fmt::join(parts, ", "));
}

}  // namespace pes
