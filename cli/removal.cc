#include "removal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "disk/paths.h"
#include "process.h"
#include "publish/workplace.h"

namespace pes {

namespace fs = std::filesystem;

namespace {

using Paths = std::set<std::string>;

bool may_be_taken_out(const Record& record) { return !record.kind->folder.empty(); }

// True for « content/projets/verger.md », and not for « content/site.yml » or a template.
bool is_record_path(std::string_view path) {
  constexpr std::string_view content = "content/";
  return path.starts_with(content) && path.ends_with(".md") &&
         path.find('/', content.size()) != std::string_view::npos;
}

// What today's content says of each record.
std::map<std::string, Decision> decisions_of(const Content& content) {
  std::map<std::string, Decision> decisions;
  for (std::size_t i = 0; i < content.records.size(); ++i) {
    decisions[content.files[content.records[i].file].path] = content.decisions[i];
  }
  return decisions;
}

Paths removed_since(const Content& former, const std::map<std::string, Decision>& today) {
  Paths removed;
  for (std::size_t i = 0; i < former.records.size(); ++i) {
    const std::string& path = former.files[former.records[i].file].path;
    const auto now = today.find(path);
    const bool gone = now == today.end() || shows_more(former.decisions[i], now->second);
    if (gone && may_be_taken_out(former.records[i])) removed.insert(path);
  }
  return removed;
}

// « content/projets/verger.md » for « projets/verger/index.html ».
std::string record_of_page(std::string_view page) {
  constexpr std::string_view index = "/index.html";
  if (!page.ends_with(index)) return {};
  page.remove_suffix(index.size());
  return fmt::format("content/{}.md", page);
}

// The records that an attempt failed for: where a mistake stands, what a page shows that names
// somebody, and where a document is linked.
Paths offenders(const Attempt& attempt) {
  Paths paths;
  for (const Diagnostic& diagnostic : attempt.found.all()) {
    if (rule_info(diagnostic.rule).severity != Severity::error) continue;
    if (diagnostic.span.file < attempt.files.size()) {
      paths.insert(attempt.files[diagnostic.span.file].path);
    }
    if (diagnostic.rule == Rule::erased_name || diagnostic.rule == Rule::name_in_output) {
      const std::string record = record_of_page(diagnostic.args.front().fr);
      const bool known = std::any_of(attempt.files.begin(), attempt.files.end(),
                                     [&](const SourceFile& file) { return file.path == record; });
      if (known) paths.insert(record);
    }
    const std::string document = diagnostic.args.empty() ? "" : diagnostic.args.front().fr;
    if (!document.starts_with("medias/")) continue;
    const std::string name = document.substr(document.rfind('/') + 1);
    for (const SourceFile& file : attempt.files) {
      if (file.text.find(name) != std::string::npos) paths.insert(file.path);
    }
  }
  std::erase_if(paths, [](const std::string& path) { return !is_record_path(path); });
  return paths;
}

// Publishes without some records, and without those that turn out to stand in the way.
bool publish_without(SiteJob job, Paths removed) {
  for (;;) {
    job.settings.removed = removed;
    const Attempt attempt = make_and_publish(job);
    if (attempt.code != 1) return attempt.code == 0;
    const std::size_t before = removed.size();
    removed.merge(offenders(attempt));
    if (removed.size() == before) return false;
  }
}

std::vector<std::string> commits_of(const fs::path& source) {
  const std::string listed =
      run_git(source, {"log", "--format=%H", "-n", "100", "--", "content", "themes"});
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

enum class Former { unusable, in_the_way, published };

// Publishes a state of the content, unless that had errors of its own.
Former publish_former(const SiteJob& job, const fs::path& source, const FormerSources& former,
                      const std::string& commit, const std::map<std::string, Decision>& today) {
  if (!former.take(source, commit)) return Former::unusable;
  SiteJob attempt = job;
  attempt.settings.source = former.path();
  Diagnostics found;
  Content content = read_content_model(attempt.settings, found);
  if (!plan_site(attempt.settings, content, found) || found.has_errors()) return Former::unusable;
  return publish_without(attempt, removed_since(content, today)) ? Former::published
                                                                 : Former::in_the_way;
}

// Somebody whose record cannot be read has a name that nobody could look for.
bool knows_everybody(const Content& content) {
  return std::none_of(content.records.begin(), content.records.end(), [](const Record& record) {
    return record.broken && field_index(*record.kind, "consentement") >= 0;
  });
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
  SiteJob removal = job;
  removal.made_from = {};  // of today's content nothing is settled
  Diagnostics told_before;
  const Content now = read_content_model(job.settings, told_before);
  const auto today = decisions_of(now);
  {
    const FormerSources former{Workplace(job.output)};
    for (const std::string& commit : commits_of(job.settings.source)) {
      const Former end = publish_former(removal, job.settings.source, former, commit, today);
      if (end == Former::unusable) continue;
      if (end == Former::in_the_way) return give_up(job);
      tell(job, commit);
      return 0;
    }
  }
  if (knows_everybody(now) && publish_without(removal, {})) {
    tell(job, "");
    return 0;
  }
  return give_up(job);
}

}  // namespace pes
