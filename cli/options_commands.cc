#include "options_commands.h"

#include <fmt/format.h>

#include "diagnostics/rules.h"

namespace pes {

namespace {

constexpr Text content{"Contenu", "Content"};
constexpr Text result{"Résultat", "Result"};
constexpr Text checks{"Contrôle", "Checks"};
constexpr std::string_view table_formats = "table|json|csv|md";
constexpr Text moment{"DATE", "DATE"};
constexpr Text name{"NOM", "NAME"};

void add_site_options(OptionAdder& add, Options& options) {
  add.group(content);
  add.value("--theme", options.theme, name,
            {"dossier de themes/ (par défaut : celui de site.yml, sinon pes21)",
             "folder of themes/ (default: the one of site.yml, else pes21)"});
  add.flag("--drafts", options.drafts, {"traite aussi les brouillons", "include drafts"});
}

void add_base_url(OptionAdder& add, RawOptions& raw) {
  add.value("--base-url", raw.base_url, {"ADRESSE", "URL"},
            {"adresse publique du site, au lieu de celle de site.yml",
             "public address of the site, instead of the one of site.yml"});
}

void add_check_options(OptionAdder& add, RawOptions& raw) {
  add.group(checks);
  add.flag("--strict", raw.options.strict,
           {"échoue aussi sur un avertissement", "fail on warnings too"});
  add.choice("--format", raw.report, "text|json|github|sarif|gitlab",
             {"forme du compte rendu (par défaut : text)", "form of the report (default: text)"});
}

void add_table_format(OptionAdder& add, std::string& into) {
  add.choice("--format", into, table_formats,
             {"forme de la sortie (par défaut : table)", "form of the output (default: table)"});
}

void add_record(OptionAdder& add, Options& options) {
  add.argument("fiche", options.record,
               {"une fiche, par exemple temoignages/cinecyclo",
                "a record, for example temoignages/cinecyclo"})
      ->required()
      ->type_name(add.say(file_value));
}

std::string rule_codes() {
  std::vector<std::string> codes;
  for (const RuleInfo& info : all_rules()) codes.push_back(rule_code(info.rule));
  return fmt::format("{}", fmt::join(codes, "|"));
}

}  // namespace

void add_validate_options(OptionAdder& add, RawOptions& raw) {
  add_site_options(add, raw.options);
  add_check_options(add, raw);
  add.group({"Corrections", "Mending"});
  add.flag(
      "--fix", raw.options.fix,
      {"corrige ce qui peut l'être sans rien perdre", "mend what can be without losing anything"});
  add.flag("--dry-run", raw.options.dry_run,
           {"avec --fix : montre les corrections sans les faire",
            "with --fix: show what it would change, and change nothing"});
}

void add_build_options(OptionAdder& add, RawOptions& raw) {
  add_site_options(add, raw.options);
  add.group(result);
  add.value("--output", raw.options.output, folder_value,
            {"dossier du site produit (par défaut : public/ dans la source)",
             "folder of the website (default: public/ in the source)"});
  add_base_url(add, raw);
  add.flag("--admin", raw.options.admin,
           {"publie aussi l'éditeur en ligne, dans /admin/",
            "publish the online editor too, in /admin/"});
  add.flag(
      "--compress", raw.options.compress,
      {"ajoute des copies .gz et .br pour le serveur", "add .gz and .br copies for the server"});
  add.flag(
      "--retirer", raw.options.removal,
      {"si le contenu a des erreurs, publie son dernier état sans erreur, moins ce qui ne doit "
       "plus paraître",
       "where the content has errors, publish its last state without, less what must no "
       "longer appear"});
  add.flag("--timings", raw.options.timings,
           {"dit le temps pris par chaque étape et chaque gabarit",
            "tell the time taken by each stage and each layout"});
  add_check_options(add, raw);
}

void add_context_options(OptionAdder& add, RawOptions& raw) {
  add.group(content);
  add.argument("adresse", raw.options.address,
               {"adresse d'une page, par exemple /projets/recyclerie/",
                "address of a page, for example /projets/recyclerie/"})
      ->required();
  add_site_options(add, raw.options);
  add_base_url(add, raw);
}

void add_stats_options(OptionAdder& add, RawOptions& raw) {
  RawStats& stats = raw.stats;
  StatsOptions& options = raw.options.stats;
  add.group(content);
  add.value("--depuis", stats.from, moment,
            {"seulement ce qui commence cette année, ce jour ou après",
             "only what starts that year, that day or later"});
  add.value("--jusqu-a", stats.to, moment,
            {"seulement ce qui finit cette année, ce jour ou avant",
             "only what ends that year, that day or earlier"});
  add.value("--au", stats.known_on, moment,
            {"les chiffres tels qu'ils étaient ce jour-là, ou à la fin de cette année",
             "the figures as they stood that day, or at the end of that year"});
  add.value("--dispositif", options.programme, name,
            {"seulement ce dispositif", "only this programme"});
  add.value("--indicateur", options.indicator, name,
            {"seulement cet indicateur", "only this indicator"});
  add.group(result);
  add.choice("--par", stats.by, dimension_names("|"),
             {"découpe les totaux ; deux découpes font un tableau croisé",
              "divide the totals; two make a cross table"})
      ->delimiter(',')
      ->expected(1, 2);
  add.value("--origine", options.origin, {"INDICATEUR", "INDICATOR"},
            {"montre de quoi ce total est fait", "show what this total is made of"});
  add.value("--comparer", stats.compare, {"ANNÉE", "YEAR"},
            {"compare deux années", "compare two years"})
      ->expected(2);
  add.flag("--public", options.for_public,
           {"masque les petits nombres de personnes, comme sur le site",
            "mask small numbers of people, as on the website"});
  add_table_format(add, stats.format);
}

void add_report_options(OptionAdder& add, RawOptions& raw) {
  add.group(content);
  add.value("--annee", raw.year, {"ANNÉE", "YEAR"}, {"année du rapport", "year of the report"})
      ->required();
  add.group(result);
  add.value("--output", raw.options.output, file_value,
            {"fichier produit (par défaut : rapport-ANNÉE.html)",
             "file to write (default: rapport-YEAR.html)"});
  add.flag("--pdf", raw.options.pdf,
           {"produit aussi le PDF, avec WeasyPrint", "make the PDF too, with WeasyPrint"});
}

void add_consent_options(OptionAdder& add, RawOptions& raw) {
  add.group(content);
  add.value("--avant", raw.notice, {"DÉLAI", "PERIOD"},
            {"seulement ce qui expire dans ce délai, par exemple 60j ou P3M",
             "only what expires within this period, for example 60j or P3M"});
  add.group(result);
  add.flag("--strict", raw.options.strict,
           {"échoue si quelque chose de publié expire dans ce délai (60j)",
            "fail if something published expires within it (60j)"});
  add_table_format(add, raw.format);
  CLI::App* form = add_inner(
      add, {"Commandes", "Commands"}, "formulaire",
      {"Écrit le formulaire de consentement d'une fiche.", "Writes the consent form of a record."});
  add_example(
      *form, "pes consent formulaire temoignages/cinecyclo",
      add.say({"écrit le formulaire à imprimer et à signer", "write the form to print and sign"}));
  OptionAdder inner(*form, add.language());
  inner.group(content);
  add_record(inner, raw.options);
  inner.group(result);
  inner.value("--output", raw.options.output, file_value,
              {"fichier produit (par défaut : consentement-FICHE.html)",
               "file to write (default: consentement-RECORD.html)"});
}

void add_withdraw_options(OptionAdder& add, RawOptions& raw) {
  add.group(content);
  add_record(add, raw.options);
  add.flag("--effacer", raw.options.erase,
           {"supprime la fiche, et garde une empreinte du nom pour qu'il ne revienne pas",
            "delete the record, and keep a digest of the name so that it does not come back"});
}

void add_explain_options(OptionAdder& add, RawOptions& raw) {
  add.group(content);
  add.argument("code", raw.options.rule,
               {"le code d'une règle, par exemple PES0014 (par défaut : liste les règles)",
                "the code of a rule, for example PES0014 (default: list the rules)"})
      ->type_name(rule_codes());
}

void add_completion_options(OptionAdder& add, RawOptions& raw) {
  add.group(content);
  add.choice("shell", raw.shell, "bash|zsh|fish", {"bash, zsh ou fish", "bash, zsh or fish"})
      ->required();
}

void add_no_options(OptionAdder& /*add*/, RawOptions& /*raw*/) {}

void add_common_options(OptionAdder& add, RawOptions& raw) {
  add.group(common_options);
  add.value("--source", raw.options.source, folder_value,
            {"dossier qui contient content/ et themes/ (par défaut : ici)",
             "folder that holds content/ and themes/ (default: here)"});
  add.value("--date", raw.date, {"AAAA-MM-JJ", "YYYY-MM-DD"},
            {"jour qui décide des consentements (par défaut : aujourd'hui)",
             "day that decides about consents (default: today)"});
  add.value("-j,--jobs", raw.options.jobs, {"NOMBRE", "NUMBER"},
            {"nombre de fils d'exécution (par défaut : autant que de cœurs)",
             "number of threads (default: as many as there are cores)"});
  add_display_options(add, raw);
}

void add_display_options(OptionAdder& add, RawOptions& raw) {
  add.group(common_options);
  add.choice("--lang", raw.language, "fr|en",
             {"langue des messages (par défaut : PES_LANG, sinon fr)",
              "language of messages (default: PES_LANG, else fr)"});
  add.flag("--no-color", raw.options.no_colour, {"sans couleurs", "no colours"});
  add.help();
}

}  // namespace pes
