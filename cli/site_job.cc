#include "site_job.h"

#include <fmt/format.h>

#include "editor_remarks.h"
#include "publish/compression.h"
#include "publish/publication.h"
#include "site_summary.h"

namespace pes {

namespace {

int refuse_editor(const Console& console) {
  Console::complain(fmt::format(
      "pes: {}\n",
      console.say({"l'éditeur en ligne doit savoir où enregistrer les fiches : ajoutez à "
                   "content/site.yml « redaction: {forge: github, depot: association/projet} ».",
                   "the online editor must know where to save records: add to content/site.yml "
                   "\"redaction: {forge: github, depot: owner/project}\"."})));
  return 2;
}

// What anybody could have touched since the last publication.
std::string digest_of_site(const SiteJob& job) {
  const Workplace place(job.output);
  return digest_of_output(job.output, job.settings.workers) +
         digest_of_output(place.parent / place.spare, job.settings.workers);
}

// Publishes and tells what was published. Nothing is settled as long as something waits beside the
// site that it no longer has.
void publish_and_tell(const SiteJob& job, const Content& content, const Plan& plan,
                      Publication& publication, Cache& cache, const std::vector<WorstPage>& worst,
                      Diagnostics found, Diagnostics late) {
  const Console& console = job.console;
  const std::string report = console.report_text(late, content.files, Severity::warning);
  job.settings.begin({"publication", "publication"});
  const Published made = publication.finish();
  cache.prune();
  console.clear_progress();
  const std::size_t files = made.files - 1;  // without the mark
  const auto summary = [&](std::size_t written) {
    return summarize(content, plan, job.settings.when.day, found, {written, made.bytes, files},
                     job.output.string(), console) +
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
  Console::complain_report(report);
  Console::print(summary(made.written));
}

// What is left out may be as wrong as it likes.
Diagnostics without_removed(Diagnostics found, const Settings& settings, const SourceFiles& files) {
  if (settings.removed.empty()) return found;
  Diagnostics kept;
  for (const Diagnostic& diagnostic : found.all()) {
    const FileId file = diagnostic.span.file;
    const bool removed = file < files.size() && settings.removed.contains(files[file].path);
    if (!removed) kept.add(diagnostic);
  }
  return kept;
}

}  // namespace

std::vector<std::filesystem::path> source_folders(const Settings& settings) {
  return {settings.source / "content", settings.source / "themes"};
}

bool tell_again(const SiteJob& job) {
  if (job.options.machine_format || !Workplace(job.output).is_settled()) return false;
  const auto last = read_build_state(job.output);
  if (!last || last->made_from != job.made_from.bytes || last->output != digest_of_site(job)) {
    return false;
  }
  job.console.clear_progress();
  Console::complain_report(last->report);
  Console::print(last->summary);
  return true;
}

Attempt make_and_publish(const SiteJob& job) {
  const Options& options = job.options;
  const Console& console = job.console;
  Diagnostics found;
  Content content = read_content_model(job.settings, found);
  auto plan = plan_site(job.settings, content, found);
  found = without_removed(std::move(found), job.settings, content.files);
  found.sort(content.files);
  const bool strict = options.strict && !options.removal;
  if (!plan || found.has_errors()) {
    return {1, std::move(found), Severity::error, std::move(content.files)};
  }
  if (strict && found.has_warnings()) {
    return {1, std::move(found), Severity::warning, std::move(content.files)};
  }
  if (options.admin) {
    plan->site.editing = field(*content.settings(), "redaction");
    if (plan->site.editing == nullptr) return {refuse_editor(console)};
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
  if (late.has_errors() || (strict && late.has_warnings())) {
    return {1, std::move(late), Severity::warning, std::move(content.files)};
  }
  publish_and_tell(job, content, *plan, publication, cache, worst, std::move(found),
                   std::move(late));
  return {};
}

void tell_wrong(const SiteJob& job, const Attempt& attempt) {
  job.console.clear_progress();
  if (job.options.machine_format) {
    job.console.report_for_machines(*job.options.machine_format, attempt.found, attempt.files);
  } else {
    job.console.report(attempt.found, attempt.files, attempt.least);
  }
}

}  // namespace pes
