#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "consent/register.h"
#include "editor_remarks.h"
#include "publish/build_state.h"
#include "publish/compression.h"
#include "publish/publication.h"
#include "stopwatch.h"
#include "text/number.h"

namespace pes {

namespace {

// The first line of defence: nothing is read before the output folder is known to be ours.
int check_target(const Options& options, const Settings& settings,
                 const std::filesystem::path& output, const Console& console) {
  Text why;
  switch (check_output(output, options.source,
                       {settings.source / "content", settings.source / "themes"})) {
    case Refusal::none:
      return 0;
    case Refusal::not_ours:
      why = {
          "« {} » contient des fichiers que pes n'a pas produits : choisissez un dossier vide "
          "ou nouveau avec --output.",
          "\"{}\" holds files that pes did not make: choose an empty or new folder with "
          "--output."};
      break;
    case Refusal::not_a_folder:
      why = {"« {} » n'est pas un dossier.", "\"{}\" is not a folder."};
      break;
    case Refusal::mount_point:
      why = {
          "« {} » est un point de montage, qu'aucun dossier ne peut remplacer : choisissez un "
          "dossier en dessous avec --output.",
          "\"{}\" is a mount point, which no folder can replace: choose a folder below it with "
          "--output."};
      break;
    case Refusal::state_not_a_file:
      why = {
          "à côté de « {} », un dossier porte le nom du fichier .….pes-state où pes note ce qu'il "
          "a publié : renommez-le ou supprimez-le.",
          "beside \"{}\", a folder has the name of the file .….pes-state in which pes notes what "
          "it has published: rename or delete it."};
      break;
    case Refusal::overlaps_source:
      why = {
          "« {} » contient les sources du site, ou s'y trouve : choisissez un autre dossier "
          "avec --output.",
          "\"{}\" contains the sources of the site, or lies in them: choose another folder "
          "with --output."};
      break;
  }
  Console::complain(
      fmt::format("pes: {}\n", fmt::format(fmt::runtime(console.say(why)), output.string())));
  return 2;
}

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
                       record_name(record, content.files), photo ? " (photo)" : "",
                       reason_code(photo ? Reason::not_covered : decision.reason));
  }
  if (count > most_lines) {
    out += fmt::format(fmt::runtime(console.say(
                           {"    et encore {} : pes consent\n", "    and {} more: pes consent\n"})),
                       count - most_lines);
  }
  return out;
}

struct Amounts {
  std::size_t written = 0;
  std::size_t bytes = 0;
  std::size_t files = 0;
};

std::string summarize(const Content& content, const Plan& plan, const Diagnostics& found,
                      const Amounts& made, const std::string& output, const Console& console) {
  const Counts counts = count_records(content);
  std::string out = fmt::format(
      fmt::runtime(console.say({"Site publié dans {}\n"
                                "  pages               {}\n"
                                "  fiches publiées     {}\n"
                                "  fiches retenues     {} (consentement)\n"
                                "  fiches en attente   {} (brouillon ou date de publication)\n"
                                "  fichiers            {} ({:.1f} Mo), dont {} écrits\n",
                                "Website published in {}\n"
                                "  pages               {}\n"
                                "  records published   {}\n"
                                "  records withheld    {} (consent)\n"
                                "  records waiting     {} (draft or day of publication)\n"
                                "  files               {} ({:.1f} MB), {} of them written\n"})),
      output, plan.site.pages.size(), counts.published, counts.withheld, counts.waiting, made.files,
      static_cast<double>(made.bytes) / 1e6, made.written);
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

std::string list_worst(const std::vector<WorstPage>& pages, const Console& console) {
  std::vector<std::string> parts;
  for (const WorstPage& worst : pages) parts.push_back(describe_worst(worst, console));
  return fmt::format(
      fmt::runtime(console.say({"  pages au plus lourd {}\n", "  heaviest pages      {}\n"})),
      fmt::join(parts, ", "));
}

int give_up(const Diagnostics& found, const Content& content, Severity least,
            const Options& options, const Console& console) {
  console.clear_progress();
  if (options.machine_format) {
    console.report_for_machines(*options.machine_format, found, content.files);
  } else {
    console.report(found, content.files, least);
  }
  Console::complain(
      fmt::format(fmt::runtime(console.say({"pes: {} ; le site publié n'a pas changé.\n",
                                            "pes: {}; the published site is unchanged.\n"})),
                  console.count(found)));
  return 1;
}

int refuse_editor(const Console& console) {
  Console::complain(fmt::format(
      "pes: {}\n",
      console.say({"l'éditeur en ligne doit savoir où enregistrer les fiches : ajoutez à "
                   "content/site.yml « redaction: {forge: github, depot: association/projet} ».",
                   "the online editor must know where to save records: add to content/site.yml "
                   "\"redaction: {forge: github, depot: owner/project}\"."})));
  return 2;
}

// Everything besides the sources that decides what a build makes and tells.
std::string circumstances(const Options& options, const Settings& settings,
                          const Console& console) {
  const std::filesystem::path program = "/proc/self/exe";
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {}", PES_VERSION,
                     std::filesystem::file_size(program),
                     std::filesystem::last_write_time(program).time_since_epoch().count(),
                     settings.theme, settings.base_url.value_or("-"), format_iso(settings.when.day),
                     settings.when.drafts, options.strict, options.compress, options.admin,
                     static_cast<int>(console.language()), console.has_colour(), options.output);
}

// One build: what is asked for, and where it goes.
struct Job {
  const Options& options;
  const Console& console;
  Settings settings;
  std::filesystem::path output;
  SourceDigest made_from;
};

std::vector<std::filesystem::path> source_folders(const Settings& settings) {
  return {settings.source / "content", settings.source / "themes"};
}

// What anybody could have touched since the last publication.
std::string digest_of_site(const Job& job) {
  const Workplace place(job.output);
  return digest_of_output(job.output, job.settings.workers) +
         digest_of_output(place.parent / place.spare, job.settings.workers);
}

// Tells again what was told last time, if a build would give the same.
bool tell_again(const Job& job) {
  if (job.options.machine_format || !Workplace(job.output).is_settled()) return false;
  const auto last = read_build_state(job.output);
  if (!last || last->made_from != job.made_from.bytes || last->output != digest_of_site(job)) {
    return false;
  }
  job.console.clear_progress();
  Console::complain(last->report);
  Console::print(last->summary);
  return true;
}

// Publishes and tells what was published.
void publish_and_tell(const Job& job, const Content& content, const Plan& plan,
                      Publication& publication, const std::vector<WorstPage>& worst,
                      Diagnostics found, Diagnostics late) {
  const Console& console = job.console;
  const std::string report = console.report_text(late, content.files, Severity::warning);
  job.settings.begin({"publication", "publication"});
  const Published made = publication.finish();
  console.clear_progress();
  const std::size_t files = made.files - 1;  // without the mark
  const auto summary = [&](std::size_t written) {
    return summarize(content, plan, found, {written, made.bytes, files}, job.output.string(),
                     console) +
           list_worst(worst, console);
  };
  const Workers& workers = job.settings.workers;
  if (times_of_sources(source_folders(job.settings), workers) == job.made_from.times) {
    write_build_state(job.output, {job.made_from.bytes, digest_of_site(job), report, summary(0)});
  } else {
    remove_build_state(job.output);
  }
  if (job.options.machine_format) {
    found.append(std::move(late));
    found.sort(content.files);
    console.report_for_machines(*job.options.machine_format, found, content.files);
    return;
  }
  Console::complain(report);
  Console::print(summary(made.written));
}

// Makes the site, and publishes it if nothing is wrong with it.
int make_and_publish(const Job& job) {
  const Options& options = job.options;
  const Console& console = job.console;
  Diagnostics found;
  Content content = read_content_model(job.settings, found);
  auto plan = plan_site(job.settings, content, found);
  found.sort(content.files);
  if (!plan || found.has_errors()) {
    return give_up(found, content, Severity::error, options, console);
  }
  if (options.strict && found.has_warnings()) {
    return give_up(found, content, Severity::warning, options, console);
  }
  if (options.admin) {
    plan->site.editing = field(*content.settings(), "redaction");
    if (plan->site.editing == nullptr) return refuse_editor(console);
    remark_left_out(known_values(content), console);
  }
  const Workplace place(job.output);
  Cache cache(place.parent / place.images);
  Publication publication(job.output, Exchange::atomic, job.settings.workers);
  const auto put = [&](std::span<OutputFile> files) {
    std::vector<OutputFile> copies;
    if (options.compress) {
      job.settings.begin({"compression", "compression"});
      copies = compressed_copies(files, job.settings.workers);
    }
    job.settings.begin({"publication", "publication"});
    publication.add(files);
    publication.add(copies);
  };
  Diagnostics late;  // what only the rendered site shows, which validate cannot see
  const auto worst = render_site(job.settings, content, *plan, cache, put, late);
  late.sort(content.files);
  if (late.has_errors() || (options.strict && late.has_warnings())) {
    return give_up(late, content, Severity::warning, options, console);
  }
  publish_and_tell(job, content, *plan, publication, worst, std::move(found), std::move(late));
  cache.prune();
  return 0;
}

}  // namespace

int build(const Options& options, const Console& console) {
  Stopwatch stopwatch;
  Job job{options, console, settings_of(options), {}, {}};
  job.settings.listener = [&](Text stage) {
    stopwatch.begin(std::string(console.say(stage)));
    console.progress(console.say(stage));
  };
  job.output = options.output.empty() ? job.settings.source / "public"
                                      : std::filesystem::path(options.output);
  if (const int refused = check_target(options, job.settings, job.output, console)) return refused;
  job.settings.begin({"comparaison", "comparison"});
  job.made_from =
      digest_of_sources(source_folders(job.settings), circumstances(options, job.settings, console),
                        job.settings.workers);
  if (!tell_again(job)) {
    if (const int failed = make_and_publish(job)) return failed;
  }
  if (options.machine_format) return 0;
  Console::print(fmt::format(fmt::runtime(console.say({"  durée               {:.2f} s\n",
                                                       "  time                {:.2f} s\n"})),
                             stopwatch.total()));
  if (options.timings) Console::print(stopwatch.table(console));
  return 0;
}

}  // namespace pes
