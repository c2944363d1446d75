#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "commands.h"
#include "consent/erasure.h"
#include "consent/register.h"
#include "consent/withdrawal.h"
#include "disk/paths.h"
#include "disk/writing.h"
#include "pipeline/outputs.h"
#include "process.h"
#include "record_argument.h"
#include "records/decode.h"
#include "records/files.h"
#include "text/visible.h"

namespace pes {

namespace {

// Every address that the site has, of pages and of files; mistakes end up in `found`.
std::set<std::string> addresses_of(const Settings& settings, Content& content, Diagnostics& found) {
  const auto plan = plan_site(settings, content, found);
  std::set<std::string> addresses;
  if (!plan) return addresses;
  for (const Page& page : plan->site.pages) addresses.insert(page.address);
  for (const std::string& path : other_paths(*plan)) addresses.insert("/" + path);
  return addresses;
}

std::size_t errors_in(FileId file, const Diagnostics& found) {
  return static_cast<std::size_t>(
      std::count_if(found.all().begin(), found.all().end(), [&](const Diagnostic& diagnostic) {
        return diagnostic.span.file == file &&
               rule_info(diagnostic.rule).severity == Severity::error;
      }));
}

// True if the new bytes say what they should, and have no mistake that the old ones had not.
bool says_withdrawn(const Settings& settings, FileId file, const Content& content,
                    const Diagnostics& before, const Diagnostics& after) {
  for (const Record& record : content.records) {
    if (record.file != file) continue;
    const auto place = withdrawal_place(record);
    const auto day = place ? date_of(find(*place->block, "retrait")) : std::nullopt;
    return day && *day <= settings.when.day && errors_in(file, after) <= errors_in(file, before);
  }
  return false;
}

std::string_view photo_of(const Record& record) {
  return text_of(find(object_of(field(record, "photo")), "fichier"));
}

// The names that git knows a file by, following renames but not copies: records are often written
// by copying another one.
std::set<std::string> names_in_history(const Settings& settings, const std::string& path) {
  std::set<std::string> names = {path};
  std::string current = path;
  const std::string renames = run_git(
      settings.source, {"log", "--all", "--format=", "--name-status", "-M", "--diff-filter=R"});
  for (std::size_t at = 0; at < renames.size();) {
    const std::size_t end = std::min(renames.find('\n', at), renames.size());
    const std::string line = renames.substr(at, end - at);
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', std::min(first, line.size() - 1) + 1);
    if (first != std::string::npos && second != std::string::npos &&
        line.substr(second + 1) == current) {
      current = line.substr(first + 1, second - first - 1);
      names.insert(current);
    }
    at = end + 1;
  }
  return names;
}

// The record under all its names, and its photo unless another record shows it too; from the root
// of the repository, as they lie on the disk.
std::set<std::string> files_of(const Settings& settings, const Record& record,
                               const Content& content) {
  const std::string root = run_git(settings.source, {"rev-parse", "--show-prefix"});
  const std::string prefix = root.substr(0, root.find('\n'));
  const auto in_repository = [&](const std::filesystem::path& path) {
    return prefix + path.lexically_relative(settings.source).string();
  };
  std::set<std::string> files = names_in_history(
      settings, in_repository(record_path(settings.source, content.files[record.file].path)));
  const std::string photo(photo_of(record));
  const auto users = std::count_if(content.records.begin(), content.records.end(),
                                   [&](const Record& r) { return photo_of(r) == photo; });
  if (!photo.empty() && users == 1) {
    files.merge(names_in_history(settings, in_repository(media_path(settings.source, photo))));
  }
  return files;
}

// The commits that hold a file, or that say a name anywhere, newest first.
std::string commits(const Settings& settings, const std::vector<std::string>& search) {
  std::vector<std::string> command = {"log", "--all", "--date=short", "--format=    %h %ad",
                                      "--name-only"};
  command.insert(command.end(), search.begin(), search.end());
  return run_git(settings.source, command);
}

std::string without_empty_lines(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      const bool commit = text[at] == ' ';
      out += fmt::format("{}{}\n", commit ? "" : "      ", text.substr(at, end - at));
    }
    at = end + 1;
  }
  return out;
}

std::string history(const Settings& settings, const Record& record,
                    const std::set<std::string>& files, const Console& console) {
  std::vector<std::string> paths = {"--"};
  for (const std::string& file : files) paths.push_back(":(top,literal)" + file);
  std::string out = without_empty_lines(commits(settings, paths));
  const std::string name(text_of(field(record, "auteur")));
  const std::string mentions =
      name.empty() ? "" : without_empty_lines(commits(settings, {"-S" + name}));
  if (!mentions.empty() && mentions != out) {
    out += fmt::format("    {}\n{}",
                       console.say({"commits qui ajoutent ou retirent ce nom, où que ce soit :",
                                    "commits that add or remove the name, wherever it stands:"}),
                       mentions);
  }
  if (!out.empty()) return out;
  return fmt::format("    {}\n", console.say({"aucun commit trouvé (pas de dépôt git, ou fichier "
                                              "jamais enregistré)",
                                              "no commit found (no git repository, or file never "
                                              "committed)"}));
}

constexpr Text procedure{
    "\n"
    "Ce que la publication ne peut pas atteindre, et qui reste à faire à la main :\n"
    "1. Enregistrez ce fichier dans git et publiez : le site, le flux, les données et les images\n"
    "   dérivées oublient la fiche dès cette publication.\n"
    "2. L'historique git garde ce qui a été écrit :\n"
    "{0}"
    "   Pour l'effacer, d'accord avec tous ceux qui ont une copie, dans un clone neuf du dépôt :\n"
    "     git filter-repo --invert-paths{1}\n"
    "     git remote add origin ADRESSE-DU-DEPOT\n"
    "     git push --force --all && git push --force --tags\n"
    "   (la fiche disparaît du dépôt ; gardez la trace du retrait dans le registre)\n"
    "3. Chez l'hébergeur du dépôt : supprimez les copies (forks), les demandes de fusion et les\n"
    "   branches qui la contiennent, puis demandez au support de vider les commits en cache.\n"
    "4. Supprimez les prévisualisations, les artefacts et les caches de l'intégration continue.\n"
    "5. Videz le cache du CDN pour les adresses de la fiche, et pour celles qui la citaient : "
    "accueil,\n"
    "   listes, territoire, thèmes, année, flux.xml, donnees/.\n"
    "6. Demandez le retrait de ces adresses aux moteurs de recherche (Google Search Console,\n"
    "   Bing Webmaster Tools) ; sans cela, leurs copies durent des semaines.\n"
    "7. Demandez le retrait aux archives (Internet Archive : info@archive.org).\n"
    "8. Sauvegardes, rapports déjà imprimés ou envoyés, réseaux sociaux : à traiter un par un.\n"
    "9. Notez le retrait et ces démarches dans le registre, et répondez à la personne sous un "
    "mois\n"
    "   (RGPD, article 12).\n",
    "\n"
    "What a publication cannot reach, and remains to be done by hand:\n"
    "1. Commit this file and publish: site, feed, data and derived pictures forget the record "
    "with\n"
    "   that publication.\n"
    "2. The git history keeps what was written:\n"
    "{0}"
    "   To erase it, with everybody who has a copy, in a fresh clone of the repository:\n"
    "     git filter-repo --invert-paths{1}\n"
    "     git remote add origin ADDRESS-OF-REPOSITORY\n"
    "     git push --force --all && git push --force --tags\n"
    "   (the record disappears from the repository; keep the trace in the register)\n"
    "3. With the host of the repository: delete forks, merge requests and branches that hold it,\n"
    "   then ask its support to purge cached commits.\n"
    "4. Delete previews, artifacts and caches of continuous integration.\n"
    "5. Purge the CDN for the addresses of the record, and for those that mentioned it: home, "
    "lists,\n"
    "   place, themes, year, flux.xml, donnees/.\n"
    "6. Ask search engines to remove these addresses (Google Search Console, Bing Webmaster\n"
    "   Tools); their copies last for weeks otherwise.\n"
    "7. Ask archives to remove them (Internet Archive: info@archive.org).\n"
    "8. Backups, reports already printed or sent, social networks: one by one.\n"
    "9. Write the withdrawal and these steps into the register, and answer the person within a\n"
    "   month (GDPR, article 12).\n"};

std::string quoted(const std::string& path) {
  std::string out = " --path ";
  if (visible(path) != path) {
    out += "$'";
    for (const char c : path) out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    return out + "'";
  }
  out += "'";
  for (const char c : path) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

void list_vanishing(const std::set<std::string>& before, const std::set<std::string>& after,
                    const Console& console) {
  std::vector<std::string> gone;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                      std::back_inserter(gone));
  if (before.empty() || after.empty()) {
    Console::print(
        console.say({"Le contenu a des erreurs : les adresses qui disparaîtront ne "
                     "peuvent pas être listées (pes validate).\n",
                     "The content has errors: the addresses that will vanish cannot be "
                     "listed (pes validate).\n"}));
    return;
  }
  Console::print(
      gone.empty()
          ? console.say({"Aucune adresse ne disparaît : la fiche n'est pas publiée aujourd'hui. Si "
                         "elle l'a été, des copies peuvent rester.\n",
                         "No address vanishes: the record is not published today. If it "
                         "was, copies may remain.\n"})
          : console.say({"Adresses qui disparaissent à la prochaine publication :\n",
                         "Addresses that vanish with the next publication:\n"}));
  for (const std::string& address : gone) Console::print("  " + visible(address) + "\n");
}

template <typename... Parts>
std::string fill(const Console& console, Text text, const Parts&... parts) {
  return fmt::format(fmt::runtime(console.say(text)), parts...);
}

enum class Outcome { written, written_but_blocked, refused };

// Sets the day in the file, and puts the old bytes back where that does not read as it should.
Outcome write_withdrawal(const Settings& settings, Content& content, Diagnostics& found,
                         const Record& record, const WithdrawalPlace& place,
                         const Console& console) {
  const std::string path = content.files[record.file].path;
  const std::string day = format_iso(settings.when.day);
  const std::filesystem::path file = record_path(settings.source, path);
  const std::string bytes = read_bytes(file);
  const auto changed =
      with_withdrawal(bytes, content.files[record.file].text, place, settings.when.day);
  if (changed) write_file(file, *changed);
  Diagnostics found_after;
  Content after = read_content_model(settings, found_after);
  if (!changed || !says_withdrawn(settings, record.file, after, found, found_after)) {
    if (changed) write_file(file, bytes);
    Console::complain(fill(
        console,
        {"pes: « {} » n'a pas pu être modifié sans risque : ajoutez vous-même « retrait: {} » dans "
         "son bloc « consentement ».\n",
         "pes: \"{}\" could not be changed safely: add \"retrait: {}\" to its block "
         "\"consentement\" yourself.\n"},
        visible(path), day));
    return Outcome::refused;
  }
  Console::print(
      fill(console, {"{} : retrait au {}\n", "{}: withdrawn on {}\n"}, visible(path), day));
  list_vanishing(addresses_of(settings, content, found), addresses_of(settings, after, found_after),
                 console);
  return found_after.has_errors() ? Outcome::written_but_blocked : Outcome::written;
}

// Whether somebody can be erased, before anything is written: an exit code.
int check_erasure(const Settings& settings, const Content& content, const Record& record,
                  const Console& console) {
  if (people_of(text_of(field(record, "auteur"))).empty()) {
    Console::complain(console.say(
        {"pes: « auteur » ne donne aucun nom de personne à effacer ; pour retirer la fiche, sans "
         "--effacer, ou supprimez-la.\n",
         "pes: \"auteur\" gives no name of a person to erase; to withdraw the record leave out "
         "--effacer, or delete it.\n"}));
    return 1;
  }
  if (settings.erasure_key.size() < shortest_key ||
      (!content.erasures.names.empty() && !content.erasures.opens_with(settings.erasure_key))) {
    Console::complain(console.say(
        {"pes: il faut la clé du registre des noms effacés, dans la variable PES_CLE_EFFACEMENTS "
         "(32 signes au moins, hors de git). Pour la première fois : openssl rand -hex 32\n",
         "pes: the key of the register of erased names is needed, in the variable "
         "PES_CLE_EFFACEMENTS (32 characters at least, outside git). For the first time: openssl "
         "rand -hex 32\n"}));
    return 2;
  }
  return 0;
}

// As the next build will read it.
bool register_holds(const Settings& settings, std::span<const PersonName> people) {
  SourceFiles files;
  Diagnostics found;
  read_text_file(settings.source, fmt::format("content/{}", erasure_file), files, found);
  const ErasureRegister now = read_erasures(files, found);
  return !found.has_errors() && now.holds(people, settings.erasure_key);
}

// Keeps digests of the names, then deletes the record. False where the register would not hold
// them: nothing has changed then.
bool erase(const Settings& settings, const Content& content, const Record& record,
           const Console& console) {
  const std::vector<PersonName> people = people_of(text_of(field(record, "auteur")));
  const std::filesystem::path file = settings.source / "content" / std::string(erasure_file);
  const bool known = is_there(file);
  const std::string old = known ? read_bytes(file) : std::string();
  write_file(file, with_erasures(old, content.erasures, people, settings.erasure_key));
  if (!register_holds(settings, people)) {
    known ? write_file(file, old) : remove_file(file);
    Console::complain(fill(
        console,
        {"pes: content/{} a des lignes qui ne sont pas du registre : corrigez-les (pes validate), "
         "puis recommencez. La fiche est retirée, pas encore effacée.\n",
         "pes: content/{} has lines that are not of the register: correct them (pes validate), "
         "then try again. The record is withdrawn, not yet erased.\n"},
        erasure_file));
    return false;
  }
  const std::string path = content.files[record.file].path;
  remove_file(record_path(settings.source, path));
  Console::print(fill(
      console,
      {"{} : supprimée ; {} nom(s) ajouté(s) au registre content/{}, à enregistrer avec elle\n",
       "{}: deleted; {} name(s) added to the register content/{}, to be committed with it\n"},
      visible(path), people.size(), erasure_file));
  return true;
}

}  // namespace

int withdraw(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  clear_drafts(settings.source / "content");
  Diagnostics found;
  Content content = read_content_model(settings, found);
  const auto index = find_record(content, options.record, console);
  if (!index) return 2;
  const Record record = content.records[*index];
  const std::string path = content.files[record.file].path;
  const auto place = withdrawal_place(record);
  if (!place) {
    Console::complain(
        fill(console,
             {"pes: « {} » n'a pas de bloc « consentement » lisible : rien à retirer.\n",
              "pes: \"{}\" has no readable block \"consentement\": nothing to withdraw.\n"},
             visible(path)));
    return 1;
  }
  if (options.erase) {
    if (const int refused = check_erasure(settings, content, record, console)) return refused;
  }
  Outcome outcome = Outcome::written;
  const auto earlier = date_of(find(*place->block, "retrait"));
  if (earlier && *earlier <= settings.when.day) {
    Console::print(fill(console, {"{} : déjà retiré, au {}\n", "{}: already withdrawn, on {}\n"},
                        visible(path), format_iso(*earlier)));
  } else {
    outcome = write_withdrawal(settings, content, found, record, *place, console);
    if (outcome == Outcome::refused) return 1;
  }
  const std::set<std::string> files = files_of(settings, record, content);
  if (options.erase && !erase(settings, content, record, console)) return 1;
  std::string paths;
  for (const std::string& file : files) paths += quoted(file);
  Console::print(fill(console, procedure, history(settings, record, files, console), paths));
  if (outcome == Outcome::written) return 0;
  Console::complain(console.say(
      {"pes: attention, le contenu a des erreurs : rien ne disparaît du site tant qu'elles ne sont "
       "pas corrigées (pes validate).\n",
       "pes: beware, the content has errors: nothing vanishes from the website until they are "
       "corrected (pes validate).\n"}));
  return 1;
}

}  // namespace pes
