#include "removal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "consent/written_author.h"
#include "disk/paths.h"
#include "process.h"
#include "publish/workplace.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

using Paths = std::set<std::string>;

// True for « content/projets/verger.md », and not for « content/site.yml » or a template.
bool is_record_path(std::string_view path) {
  constexpr std::string_view content = "content/";
  return path.starts_with(content) && path.ends_with(".md") &&
         path.find('/', content.size()) != std::string_view::npos;
}

// What is known today: the content with whoever a newer state had a record of, and the records
// whose fields have errors, one of which may have been meant to withdraw something.
struct Known {
  Content content;
  Paths doubtful;
};

Paths doubtful_records(const Content& content, const Diagnostics& found) {
  std::map<FileId, std::size_t> texts;  // where they begin
  for (const Record& record : content.records) texts[record.file] = record.body_begin;
  Paths doubtful;
  for (const Diagnostic& diagnostic : found.all()) {
    if (rule_info(diagnostic.rule).severity != Severity::error) continue;
    const auto text = texts.find(diagnostic.span.file);
    if (text == texts.end()) continue;
    if (diagnostic.span.offset < text->second || diagnostic.rule == Rule::field_in_text) {
      doubtful.insert(content.files[text->first].path);
    }
  }
  return doubtful;
}

// The records of an earlier state of which today's content shows less, or nothing, or of which
// nobody knows.
Paths removed_since(const Content& former, const Known& known, Date day) {
  const Content& today = known.content;
  std::map<std::string, const Decision*> decisions;
  for (std::size_t i = 0; i < today.records.size(); ++i) {
    decisions[today.files[today.records[i].file].path] = &today.decisions[i];
  }
  const Record* site = former.settings();
  const ConsentPolicy policy = site != nullptr ? read_consent_policy(*site) : ConsentPolicy{};
  Paths removed;
  for (std::size_t i = 0; i < former.records.size(); ++i) {
    const Record& record = former.records[i];
    const std::string& path = former.files[record.file].path;
    const auto now = decisions.find(path);
    if (now == decisions.end() || shows_more(former.decisions[i], *now->second) ||
        (known.doubtful.contains(path) && !consents_of(record, policy, day).empty())) {
      removed.insert(path);
    }
  }
  return removed;
}

// The files that an attempt failed for.
Paths offenders(const Attempt& attempt) {
  Paths paths;
  const auto add = [&](FileId file) {
    if (file < attempt.files.size()) paths.insert(attempt.files[file].path);
  };
  for (const Diagnostic& diagnostic : attempt.found.all()) {
    if (rule_info(diagnostic.rule).severity != Severity::error) continue;
    add(diagnostic.span.file);
    for (const FileId file : diagnostic.records) add(file);
  }
  return paths;
}

// Publishes without some records, and without those that turn out to stand in the way.
bool publish_without(SiteJob job, Paths removed) {
  for (;;) {
    std::erase_if(removed, [](const std::string& path) { return !is_record_path(path); });
    job.settings.removed = removed;
    const Attempt attempt = make_and_publish(job);
    if (attempt.code != 1) return attempt.code == 0;
    removed.merge(offenders(attempt));
    std::erase_if(removed, [](const std::string& path) { return !is_record_path(path); });
    if (removed.size() == job.settings.removed.size()) return false;
  }
}

std::vector<std::string> commits_of(const fs::path& source) {
  const std::string listed = run_git(
      source, {"log", "--first-parent", "--format=%H", "-n", "100", "--", "content", "themes"});
  std::vector<std::string> commits;
  for (std::size_t at = 0; at < listed.size();) {
    const std::size_t end = std::min(listed.find('\n', at), listed.size());
    commits.push_back(listed.substr(at, end - at));
    at = end + 1;
  }
  return commits;
}

// The sources of an earlier day, in a folder of their own for as long as they are needed.
class FormerSources {
 public:
  explicit FormerSources(const Workplace& place) : parent_(place.parent), name_(place.former) {}
  ~FormerSources() {
    try {
      parent_.remove(name_);
    } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
      // The next removal clears it.
    }
  }
  FormerSources(const FormerSources&) = delete;
  FormerSources& operator=(const FormerSources&) = delete;

  [[nodiscard]] fs::path path() const { return parent_.path_of(name_); }

  // True where the commit has both folders.
  [[nodiscard]] bool take(const fs::path& source, const std::string& commit) const {
    parent_.remove(name_);
    static_cast<void>(parent_.make(name_, 0700));
    const std::string archive = path() / "archive.tar";
    run_git(source, {"archive", "--format=tar", "-o", archive, commit, "--", "content", "themes"});
    if (!is_there(archive)) return false;
    return run_program({"tar", "--no-same-owner", "-xf", archive, "-C", path()}, true).code == 0;
  }

 private:
  Folder parent_;
  std::string name_;
};

void tell(const SiteJob& job, std::string_view commit) {
  job.console.clear_progress();
  const std::string state(commit.substr(0, 12));
  Console::complain(
      commit.empty()
          ? job.console.say({"pes: le contenu a des erreurs : les fiches qui en ont ne sont pas "
                             "publiées. Corrigez-les, puis publiez de nouveau.\n",
                             "pes: the content has errors: the records that have some are not "
                             "published. Correct them, then publish again.\n"})
          : fmt::format(
                fmt::runtime(job.console.say(
                    {"pes: le contenu a des erreurs : c'est son état du commit {} qui est publié, "
                     "moins ce qui ne doit plus paraître. Corrigez-les, puis publiez de nouveau.\n",
                     "pes: the content has errors: its state of commit {} is published, less what "
                     "must no longer appear. Correct them, then publish again.\n"})),
                state));
}

// Whoever had a record in an earlier state and has none today is known by that state alone.
void remember_removed(const Content& former, const Paths& removed, Content& known) {
  for (const Record& record : former.records) {
    const SourceFile& file = former.files[record.file];
    if (!removed.contains(file.path)) continue;
    known.records.push_back(record);
    known.records.back().file = static_cast<FileId>(known.files.size());
    known.files.push_back(file);
    known.decisions.push_back(taken_out());
  }
}

// Publishes a state of the content, unless that has errors.
bool publish_former(const SiteJob& job, const FormerSources& former, const std::string& commit,
                    Known& known) {
  if (!former.take(job.settings.source, commit)) return false;
  SiteJob attempt = job;
  attempt.settings.source = former.path();
  Diagnostics found;
  Content content = read_content_model(attempt.settings, found);
  const Paths removed = removed_since(content, known, job.settings.when.day);
  if (plan_site(attempt.settings, content, found) && !found.has_errors() &&
      publish_without(attempt, removed)) {
    return true;
  }
  remember_removed(content, removed, known.content);
  return false;
}

// Somebody whose record cannot be read has a name that nobody could look for, unless it can be seen
// in that record or an earlier state said it.
bool knows_everybody(const Content& known) {
  Paths unknown;
  Paths named;
  for (const Record& record : known.records) {
    if (field_index(*record.kind, author_field) < 0) continue;
    const SourceFile& file = known.files[record.file];
    const bool says = !written_authors(record, file.text).empty();
    if (says) named.insert(file.path);
    if (!says && record.broken) unknown.insert(file.path);
  }
  return std::includes(named.begin(), named.end(), unknown.begin(), unknown.end());
}

int give_up(const SiteJob& job) {
  job.console.clear_progress();
  Console::complain(job.console.say(
      {"pes: rien n'a pu être retiré : une erreur n'est pas dans une fiche (site.yml, accueil, "
       "thème, "
       "clé du registre), ou une fiche illisible cache le nom de quelqu'un. Le site publié n'a pas "
       "changé.\n",
       "pes: nothing could be removed: an error is not in a record (site.yml, home page, theme, "
       "key of "
       "the register), or an unreadable record hides somebody's name. The published site is "
       "unchanged.\n"}));
  return 1;
}

}  // namespace

int publish_removal(const SiteJob& job) {
  Diagnostics told_before;
  Known known;
  known.content = read_content_model(job.settings, told_before);
  known.doubtful = doubtful_records(known.content, told_before);
  SiteJob removal = job;
  removal.made_from = {};  // of today's content nothing is settled
  removal.settings.today = &known.content;
  const FormerSources former{Workplace(job.output)};
  for (const std::string& commit : commits_of(job.settings.source)) {
    if (!publish_former(removal, former, commit, known)) continue;
    tell(job, commit);
    return 0;
  }
  if (knows_everybody(known.content) && publish_without(removal, {})) {
    tell(job, "");
    return 0;
  }
  return give_up(job);
}

}  // namespace pes
