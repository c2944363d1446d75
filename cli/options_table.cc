#include "options_table.h"

#include <array>

#include "options_records.h"

namespace pes {

namespace {

constexpr Text writing{"Écrire", "Write"};
constexpr Text checking{"Vérifier", "Check"};
constexpr Text publishing{"Publier", "Publish"};
constexpr Text counting{"Compter", "Count"};
constexpr Text people{"Personnes", "People"};
constexpr Text shell{"Ligne de commande", "Command line"};

constexpr auto of_program = std::to_array<ExampleText>(
    {{"pes new projet", {"prépare la fiche d'un projet", "prepare the record of a project"}},
     {"pes validate", {"vérifie tout, sans rien écrire", "check everything, and write nothing"}},
     {"pes build", {"construit le site dans public/", "build the website into public/"}},
     {"pes validate --help", {"dit tout d'une commande", "say all about a command"}}});

constexpr auto of_new = std::to_array<ExampleText>(
    {{"pes new projet",
      {"demande ce qu'il faut, puis écrit la fiche", "ask for what is needed, then write it"}},
     {"pes new projet --oui --titre \"Un verger\" --dispositif dla",
      {"écrit la fiche sans rien demander", "write the record without asking"}},
     {"pes new temoignage --help",
      {"montre les champs d'un témoignage", "show the fields of a testimonial"}}});

constexpr auto of_schema =
    std::to_array<ExampleText>({{"pes schema json projet > projet.schema.json",
                                 {"un schéma avec lequel un éditeur complète et vérifie les champs",
                                  "a schema with which an editor completes and checks fields"}}});

constexpr auto of_validate = std::to_array<ExampleText>(
    {{"pes validate", {"vérifie tout, sans rien écrire", "check everything, and write nothing"}},
     {"pes validate --fix --dry-run",
      {"montre ce qui peut être corrigé sans risque, sous forme de diff",
       "show what can be mended safely, as a diff"}},
     {"pes validate --strict --format github",
      {"dans l'intégration continue : les avertissements font échouer",
       "in continuous integration: warnings fail"}}});

constexpr auto of_explain =
    std::to_array<ExampleText>({{"pes explain PES0014", {"explique une règle", "explain a rule"}},
                                {"pes explain", {"liste les règles", "list the rules"}}});

constexpr auto of_build = std::to_array<ExampleText>(
    {{"pes build", {"construit le site dans public/", "build the website into public/"}},
     {"pes build --output /srv/www/site --compress",
      {"ailleurs, avec des copies compressées", "elsewhere, with compressed copies"}},
     {"pes build --retirer",
      {"retire ce qui a expiré, même si une autre fiche a une erreur",
       "remove what has lapsed, even where another record has an error"}},
     {"pes build --drafts --date 2027-01-01 --output brouillons",
      {"montre le site d'un autre jour, avec les brouillons",
       "show the website of another day, with drafts"}}});

constexpr auto of_context =
    std::to_array<ExampleText>({{"pes context /projets/recyclerie/",
                                 {"les noms que le gabarit de cette page peut utiliser",
                                  "the names that the template of this page can use"}}});

constexpr auto of_stats = std::to_array<ExampleText>(
    {{"pes stats --par dispositif annee",
      {"un tableau croisé par dispositif et par année", "a cross table by programme and year"}},
     {"pes stats --origine personnes",
      {"de quelles fiches et de quels bilans un total est fait",
       "which records and statements a total is made of"}},
     {"pes stats --depuis 2020 --jusqu-a 2022 --format csv > chiffres.csv",
      {"trois années, pour un tableur", "three years, for a spreadsheet"}}});

constexpr auto of_report = std::to_array<ExampleText>(
    {{"pes report --annee 2024", {"écrit rapport-2024.html", "write rapport-2024.html"}},
     {"pes report --annee 2024 --pdf --output envoi/2024.html",
      {"écrit envoi/2024.html et envoi/2024.pdf", "write envoi/2024.html and envoi/2024.pdf"}}});

constexpr auto of_consent = std::to_array<ExampleText>(
    {{"pes consent", {"une ligne par consentement", "a line for each consent"}},
     {"pes consent --avant 60j --strict",
      {"ce qui expire sous 60 jours ; échoue s'il y en a", "what lapses in 60 days; fails if any"}},
     {"pes consent formulaire temoignages/cinecyclo",
      {"écrit le formulaire à imprimer et à signer", "write the form to print and sign"}}});

constexpr auto of_withdraw = std::to_array<ExampleText>(
    {{"pes withdraw temoignages/cinecyclo",
      {"note le retrait dans la fiche, et dit ce qui reste à faire à la main",
       "note the withdrawal in the record, and say what remains to be done by hand"}},
     {"pes withdraw temoignages/cinecyclo --effacer",
      {"supprime aussi la fiche, et refuse le nom s'il revient",
       "delete the record too, and refuse the name should it come back"}}});

constexpr auto of_completion =
    std::to_array<ExampleText>({{"source <(pes completion bash)",
                                 {"pour cette session ; « make install » le fait pour toutes",
                                  "for this session; \"make install\" does it for all"}},
                                {"pes completion fish > ~/.config/fish/completions/pes.fish",
                                 {"pour soi, sans installer", "for oneself, without installing"}}});

constexpr auto of_man = std::to_array<ExampleText>(
    {{"pes man > pes.1 && man ./pes.1", {"lit le manuel", "read the manual"}}});

constexpr auto commands = std::to_array<CommandRow>(
    {{Command::new_record,
      "new",
      writing,
      {"Prépare une nouvelle fiche.", "Prepares a new record."},
      add_new_kinds,
      of_new},
     {Command::schema,
      "schema",
      writing,
      {"Montre ce qu'une fiche peut contenir, pour les programmes.",
       "Prints what a record may hold, for programs."},
      add_schema_forms,
      of_schema},
     {Command::validate,
      "validate",
      checking,
      {"Vérifie les fiches et le thème.", "Checks records and theme."},
      add_validate_options,
      of_validate},
     {Command::explain,
      "explain",
      checking,
      {"Explique une règle : ce qu'elle protège, un exemple, que faire.",
       "Explains a rule: what it is for, an example, what to do."},
      add_explain_options,
      of_explain},
     {Command::build,
      "build",
      publishing,
      {"Construit le site, après l'avoir vérifié.", "Builds the website, after checking it."},
      add_build_options,
      of_build},
     {Command::context,
      "context",
      publishing,
      {"Montre en JSON ce qu'un gabarit peut utiliser sur une page.",
       "Prints as JSON what a template can use on a page."},
      add_context_options,
      of_context},
     {Command::stats,
      "stats",
      counting,
      {"Additionne les chiffres d'impact.", "Adds up the impact figures."},
      add_stats_options,
      of_stats},
     {Command::report,
      "report",
      counting,
      {"Écrit le rapport d'une année, prêt à imprimer.",
       "Writes the report of a year, ready for print."},
      add_report_options,
      of_report},
     {Command::consent,
      "consent",
      people,
      {"Liste les consentements, ou prépare un formulaire à signer.",
       "Lists the consents, or prepares a form to sign."},
      add_consent_options,
      of_consent},
     {Command::withdraw,
      "withdraw",
      people,
      {"Retire un consentement, et dit ce qui reste à faire.",
       "Withdraws a consent, and says what remains to be done."},
      add_withdraw_options,
      of_withdraw},
     {Command::completion,
      "completion",
      shell,
      {"Donne à un shell de quoi compléter les commandes de pes.",
       "Lets a shell complete the commands of pes."},
      add_completion_options,
      of_completion},
     {Command::man,
      "man",
      shell,
      {"Montre le manuel, sous la forme que lit man.", "Prints the manual, as man reads it."},
      add_no_options,
      of_man}});

}  // namespace

std::span<const CommandRow> all_commands() { return commands; }

std::span<const ExampleText> first_examples() { return of_program; }

}  // namespace pes
