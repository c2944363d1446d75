#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "disk/paths.h"
#include "publish/last_day.h"
#include "publish/workplace.h"
#include "removal.h"
#include "site_job.h"
#include "stopwatch.h"
#include "text/digest.h"
#include "text/visible.h"

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
  Console::complain(fmt::format(
      "pes: {}\n", fmt::format(fmt::runtime(console.say(why)), visible(output.string()))));
  return 2;
}

// Everything besides the sources that decides what a build makes and tells.
std::string circumstances(const Options& options, const Settings& settings,
                          const Console& console) {
  const struct stat program = find_target("/proc/self/exe").value();
  return fmt::format("{} {} {}.{} {} {} {} {} {} {} {} {} {} {} {}", PES_VERSION, program.st_size,
                     program.st_mtim.tv_sec, program.st_mtim.tv_nsec, settings.theme,
                     settings.base_url.value_or("-"), format_iso(settings.when.day),
                     settings.when.drafts, options.strict, options.compress, options.admin,
                     static_cast<int>(console.language()), console.has_colour(), options.output,
                     keyed_digest(settings.erasure_key, PES_VERSION));
}

// A clock that goes back must not undo what a later day has decided; a person who says the day may.
std::string decide_day(SiteJob& job) {
  Date& day = job.settings.when.day;
  const auto last = read_last_day(job.output);
  if (!last || *last <= day) return {};
  const Workplace place(job.output);
  const std::string asked = format_iso(day);
  const bool free = job.options.date.has_value();
  if (!free) day = *last;
  return fmt::format(
      fmt::runtime(job.console.say(
          free ? Text{"pes: attention, le {} est avant le {}, jour de la dernière publication : ce "
                      "qui a été retiré depuis peut être de nouveau en ligne.\n",
                      "pes: beware, {} is before {}, the day of the last publication: what was "
                      "withdrawn since then may be online again.\n"}
               : Text{"pes: attention, l'horloge donne le {}, avant le {}, jour de la dernière "
                      "publication : c'est ce dernier qui décide. S'il est faux, corrigez {}.\n",
                      "pes: beware, the clock says {}, before {}, the day of the last "
                      "publication: the latter decides. If it is wrong, correct {}.\n"})),
      asked, format_iso(*last), (place.parent / place.day).string());
}

// Only days of the clock are kept: a site of next year, made to look at it, decides nothing.
void keep_day(const SiteJob& job) {
  const auto last = read_last_day(job.output);
  const Date day = job.settings.when.day;
  if (!job.options.date && (!last || *last < day)) write_last_day(job.output, day);
}

int publish(const SiteJob& job) {
  const Attempt attempt = make_and_publish(job);
  if (attempt.code != 1) return attempt.code;
  tell_wrong(job, attempt);
  if (job.options.removal) return publish_removal(job);
  Console::complain(
      fmt::format(fmt::runtime(job.console.say({"pes: {} ; le site publié n'a pas changé.\n",
                                                "pes: {}; the published site is unchanged.\n"})),
                  job.console.count(attempt.found)));
  return 1;
}

}  // namespace

int build(const Options& options, const Console& console) {
  Stopwatch stopwatch;
  SiteJob job{options, console, settings_of(options), {}};
  job.settings.listener = [&](Text stage) {
    stopwatch.begin(std::string(console.say(stage)));
    console.progress(console.say(stage));
  };
  job.output = options.output.empty() ? job.settings.source / "public"
                                      : std::filesystem::path(options.output);
  if (const int refused = check_target(options, job.settings, job.output, console)) return refused;
  const std::string warning = decide_day(job);
  job.settings.begin({"comparaison", "comparison"});
  job.made_from =
      digest_of_sources(source_folders(job.settings), circumstances(options, job.settings, console),
                        job.settings.workers);
  if (!tell_again(job)) {
    if (const int failed = publish(job)) return failed;
  }
  keep_day(job);
  console.clear_progress();
  Console::complain(warning);
  if (options.machine_format) return 0;
  Console::print(fmt::format(fmt::runtime(console.say({"  durée               {:.2f} s\n",
                                                       "  time                {:.2f} s\n"})),
                             stopwatch.total()));
  if (options.timings) Console::print(stopwatch.table(console));
  return 0;
}

}  // namespace pes
