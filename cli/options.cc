#include "options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "options_records.h"
#include "options_values.h"
#include "text/spelling.h"

namespace pes {

namespace {

struct CommandName {
  Command command;
  std::string_view name;
  Text help;
};
constexpr std::array commands = {
    CommandName{Command::validate,
                "validate",
                {"vérifie les fiches et le thème", "check records and theme"}},
    CommandName{Command::build, "build", {"construit le site", "build the website"}},
    CommandName{
        Command::stats, "stats", {"additionne les chiffres d'impact", "add up the impact figures"}},
    CommandName{Command::report,
                "report",
                {"écrit le rapport d'une année, prêt à imprimer",
                 "write the report of a year, ready for print"}},
    CommandName{Command::context,
                "context",
                {"montre en JSON ce qu'un gabarit peut utiliser sur une page",
                 "print as JSON what a template can use on a page"}},
    CommandName{Command::consent,
                "consent",
                {"liste les consentements, ou prépare un formulaire à signer",
                 "list the consents, or prepare a form to sign"}},
    CommandName{Command::withdraw,
                "withdraw",
                {"retire un consentement, et dit ce qui reste à faire",
                 "withdraw a consent, and say what remains to be done"}},
    CommandName{Command::explain,
                "explain",
                {"explique une règle : ce qu'elle protège, un exemple, que faire",
                 "explain a rule: what it is for, an example, what to do"}},
    CommandName{Command::new_record, "new", {"prépare une nouvelle fiche", "prepare a new record"}},
    CommandName{Command::schema,
                "schema",
                {"montre ce qu'une fiche peut contenir, pour les programmes",
                 "print what a record may hold, for programs"}}};

class CommandLine {
 public:
  explicit CommandLine(Language language)
      : language_(language),
        app_(std::string(say({"Vérifie, compte et publie les réalisations d'une association.",
                              "Checks, counts and publishes the work of a non-profit."})),
             "pes") {
    translate_labels();
    app_.set_version_flag("--version", PES_VERSION,
                          std::string(say({"affiche la version", "print the version"})));
    add_language(app_);
    for (const CommandName& command : commands) add_command(command);
  }

  Parsed parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      return {std::nullopt, 0, help()};
    } catch (const CLI::CallForVersion&) {
      return {std::nullopt, 0, fmt::format("pes {}\n", PES_VERSION)};
    } catch (const CLI::RequiredError&) {
      return wrong(fmt::format(fmt::runtime(say({"précisez : {}", "say which: {}"})),
                               inner_names(*deepest())));
    } catch (const CLI::ExtrasError&) {
      return wrong(describe_unknown());
    } catch (const CLI::ParseError& error) {
      return wrong(fmt::format("{} ({})",
                               say({"l'option attend une valeur", "the option expects a value"}),
                               error.what()));
    }
    return finish();
  }

 private:
  [[nodiscard]] std::string_view say(Text text) const { return text.in(language_); }

  void translate_labels() {
    const auto formatter = app_.get_formatter();
    formatter->label("SUBCOMMAND", std::string(say({"COMMANDE", "COMMAND"})));
    formatter->label("REQUIRED", std::string(say({"obligatoire", "required"})));
    formatter->column_width(32);
    app_.set_help_flag("-h,--help", std::string(say({"affiche cette aide", "print this help"})));
  }

  void add_language(CLI::App& app) {
    app.add_option(
           "--lang", raw_.language,
           std::string(say({"langue des messages : fr ou en", "language of messages: fr or en"})))
        ->type_name("fr|en");
  }

  void add_text(CLI::App& app, const std::string& name, std::string& into, Text type, Text help) {
    app.add_option(name, into, std::string(say(help)))->type_name(std::string(say(type)));
  }

  void add_command(const CommandName& command) {
    CLI::App* sub = app_.add_subcommand(std::string(command.name), std::string(say(command.help)));
    sub->set_help_flag("-h,--help", std::string(say({"affiche cette aide", "print this help"})));
    sub->group(std::string(say({"Commandes", "Commands"})));
    subs_.push_back(sub);
    Options& o = raw_.options;
    add_text(*sub, "--source", o.source, {"DOSSIER", "DIR"},
             {"dossier qui contient content/ et themes/ (par défaut : ici)",
              "folder that holds content/ and themes/ (default: here)"});
    add_text(*sub, "--date", raw_.date, {"AAAA-MM-JJ", "YYYY-MM-DD"},
             {"jour qui décide des consentements (par défaut : aujourd'hui)",
              "day that decides about consents (default: today)"});
    add_language(*sub);
    sub->add_flag("--no-color", o.no_colour, std::string(say({"sans couleurs", "no colours"})));
    if (command.command == Command::stats) {
      add_stats_options(*sub);
    } else if (command.command == Command::report) {
      add_report_options(*sub);
    } else if (command.command == Command::consent) {
      add_consent_options(*sub);
    } else if (command.command == Command::withdraw) {
      add_record(*sub);
    } else if (command.command == Command::explain) {
      sub->add_option("code", o.rule,
                      std::string(say({"le code d'une règle, par exemple PES0014",
                                       "the code of a rule, for example PES0014"})))
          ->type_name("");
    } else if (command.command == Command::schema) {
      add_schema_forms(*sub, raw_.options, language_);
    } else if (command.command == Command::new_record) {
      add_new_kinds(*sub, raw_.options, language_);
    } else {
      add_site_options(*sub, command.command);
    }
  }

  void add_stats_options(CLI::App& sub) {
    StatsOptions& o = raw_.options.stats;
    sub.add_option("--par", raw_.stats.by,
                   std::string(say({"découpe les totaux ; deux découpes font un tableau croisé",
                                    "divide the totals; two make a cross table"})))
        ->type_name(dimension_names("|"))
        ->delimiter(',')
        ->expected(1, 2);
    add_text(sub, "--depuis", raw_.stats.from, {"DATE|ANNÉE", "DATE|YEAR"},
             {"seulement ce qui commence ce jour ou après", "only what starts then or later"});
    add_text(sub, "--jusqu-a", raw_.stats.to, {"DATE|ANNÉE", "DATE|YEAR"},
             {"seulement ce qui finit ce jour ou avant", "only what ends then or earlier"});
    add_text(sub, "--au", raw_.stats.known_on, {"DATE|ANNÉE", "DATE|YEAR"},
             {"les chiffres tels qu'ils étaient ce jour-là", "the figures as they stood then"});
    add_text(sub, "--dispositif", o.programme, {"NOM", "NAME"},
             {"seulement ce dispositif", "only this programme"});
    add_text(sub, "--indicateur", o.indicator, {"NOM", "NAME"},
             {"seulement cet indicateur", "only this indicator"});
    add_text(sub, "--origine", o.origin, {"INDICATEUR", "INDICATOR"},
             {"montre de quoi ce total est fait", "show what this total is made of"});
    sub.add_option("--comparer", raw_.stats.compare,
                   std::string(say({"compare deux années", "compare two years"})))
        ->type_name(std::string(say({"ANNÉE", "YEAR"})))
        ->expected(2);
    sub.add_flag("--public", o.for_public,
                 std::string(say({"masque les petits nombres de personnes, comme sur le site",
                                  "mask small numbers of people, as on the website"})));
    add_text(sub, "--format", raw_.stats.format, {"table|json|csv|md", "table|json|csv|md"},
             {"forme de la sortie (par défaut : table)", "form of the output (default: table)"});
  }

  void add_report_options(CLI::App& sub) {
    Options& o = raw_.options;
    add_text(sub, "--annee", raw_.year, {"ANNÉE", "YEAR"},
             {"année du rapport (obligatoire)", "year of the report (required)"});
    add_text(sub, "--output", o.output, {"FICHIER", "FILE"},
             {"fichier produit (par défaut : rapport-ANNÉE.html)",
              "file to write (default: rapport-YEAR.html)"});
    sub.add_flag("--pdf", o.pdf,
                 std::string(say({"produit aussi le PDF, avec WeasyPrint",
                                  "make the PDF too, with WeasyPrint"})));
  }

  void add_record(CLI::App& sub) {
    sub.add_option("fiche", raw_.options.record,
                   std::string(say({"une fiche, par exemple temoignages/cinecyclo",
                                    "a record, for example temoignages/cinecyclo"})))
        ->type_name("");
  }

  void add_consent_options(CLI::App& sub) {
    Options& o = raw_.options;
    add_text(sub, "--avant", raw_.notice, {"DÉLAI", "PERIOD"},
             {"seulement ce qui expire dans ce délai, par exemple 60j ou P3M",
              "only what expires within this period, for example 60j or P3M"});
    sub.add_flag("--strict", o.strict,
                 std::string(say({"échoue si quelque chose de publié expire dans ce délai (60j)",
                                  "fail if something published expires within it (60j)"})));
    add_text(sub, "--format", raw_.format, {"table|json|csv|md", "table|json|csv|md"},
             {"forme de la sortie (par défaut : table)", "form of the output (default: table)"});
    form_ = add_inner(
        sub, language_, "formulaire",
        {"écrit le formulaire de consentement d'une fiche", "write the consent form of a record"});
    add_record(*form_);
    add_text(*form_, "--output", o.output, {"FICHIER", "FILE"},
             {"fichier produit (par défaut : consentement-FICHE.html)",
              "file to write (default: consentement-RECORD.html)"});
  }

  void add_site_options(CLI::App& sub, Command command) {
    Options& o = raw_.options;
    add_text(sub, "--theme", o.theme, {"NOM", "NAME"},
             {"dossier de themes/ (par défaut : celui de site.yml, sinon pes21)",
              "folder of themes/ (default: the one of site.yml, else pes21)"});
    sub.add_flag("--drafts", o.drafts,
                 std::string(say({"traite aussi les brouillons", "include drafts"})));
    if (command != Command::validate) {
      add_text(sub, "--base-url", raw_.base_url, {"ADRESSE", "URL"},
               {"adresse publique du site, au lieu de celle de site.yml",
                "public address of the site, instead of the one of site.yml"});
    }
    if (command != Command::context) {
      sub.add_flag("--strict", o.strict,
                   std::string(say({"échoue aussi sur un avertissement", "fail on warnings too"})));
    }
    if (command != Command::context) {
      add_text(sub, "--format", raw_.report,
               {"text|json|github|sarif|gitlab", "text|json|github|sarif|gitlab"},
               {"forme du compte rendu (par défaut : text)", "form of the report (default: text)"});
    }
    if (command == Command::validate) {
      sub.add_flag("--fix", o.fix,
                   std::string(say({"corrige ce qui peut l'être sans rien perdre",
                                    "mend what can be mended without losing anything"})));
      sub.add_flag("--dry-run", o.dry_run,
                   std::string(say({"avec --fix : montre les corrections sans les faire",
                                    "with --fix: show what it would change, and change nothing"})));
    }
    if (command == Command::build) {
      sub.add_flag("--compress", o.compress,
                   std::string(say({"ajoute des copies .gz et .br pour le serveur",
                                    "add .gz and .br copies for the server"})));
      sub.add_flag("--admin", o.admin,
                   std::string(say({"publie aussi l'éditeur en ligne, dans /admin/",
                                    "publish the online editor too, in /admin/"})));
      add_text(sub, "--output", o.output, {"DOSSIER", "DIR"},
               {"dossier du site produit (par défaut : public/ dans la source)",
                "folder of the website (default: public/ in the source)"});
    }
    if (command == Command::context) {
      sub.add_option("adresse", o.address,
                     std::string(say({"adresse d'une page, par exemple /projets/recyclerie/",
                                      "address of a page, for example /projets/recyclerie/"})))
          ->type_name("");
    }
  }

  [[nodiscard]] const CLI::App* chosen() const {
    for (const CLI::App* sub : subs_) {
      if (sub->parsed()) return sub;
    }
    return nullptr;
  }

  // The last word that is a command: « json » of « pes schema json ».
  [[nodiscard]] const CLI::App* deepest() const {
    const CLI::App* app = &app_;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return app;
  }

  static std::string inner_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* inner : app.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(inner->get_name());
    }
    return fmt::format("{}", fmt::join(names, ", "));
  }

  [[nodiscard]] std::string help() const {
    const CLI::App* app = deepest();
    std::string path;
    for (const CLI::App* at = app->get_parent(); at != nullptr; at = at->get_parent()) {
      path = fmt::format("{}{}{}", at->get_name(), path.empty() ? "" : " ", path);
    }
    return app->help(path);
  }

  [[nodiscard]] std::string describe_unknown() const {
    const CLI::App* sub = chosen();
    const std::vector<std::string> extras = app_.remaining(true);
    const std::string word = extras.empty() ? "" : extras.front();
    std::vector<std::string> known;
    if (word.starts_with('-')) {
      for (const CLI::Option* option : deepest()->get_options()) {
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
      }
    } else if (sub == nullptr) {
      for (const CommandName& command : commands) known.emplace_back(command.name);
    }
    std::string text = fmt::format(
        fmt::runtime(word.starts_with('-') ? say({"option inconnue : {}", "unknown option: {}"})
                     : sub == nullptr      ? say({"commande inconnue : {}", "unknown command: {}"})
                                           : say({"mot en trop : {}", "unexpected word: {}"})),
        word);
    if (const auto guess = nearest(word.substr(0, word.find('=')), known)) {
      text += fmt::format(fmt::runtime(say({"\nvouliez-vous dire {} ?", "\ndid you mean {}?"})),
                          *guess);
    }
    return text;
  }

  Parsed finish() {
    Options& options = raw_.options;
    options.language = language_;
    const CLI::App* sub = chosen();
    if (sub == nullptr) return {std::nullopt, 2, app_.help()};
    for (std::size_t i = 0; i < commands.size(); ++i) {
      if (subs_[i] == sub) options.command = commands.at(i).command;
    }
    const bool names_record = options.command == Command::withdraw || form_->parsed();
    if (const auto error = read_values(raw_, names_record, options)) return wrong(*error);
    return {options, 0, ""};
  }

  [[nodiscard]] Parsed wrong(std::string text) const {
    const std::string_view more = say({"aide : pes --help", "help: pes --help"});
    return {std::nullopt, 2, fmt::format("pes: {}\n{}\n", text, more)};
  }

  Language language_;
  RawOptions raw_;
  CLI::App app_;
  std::vector<CLI::App*> subs_;
  CLI::App* form_ = nullptr;
};

// The language decides how everything else on the command line is spoken of, so it is read first.
Language find_language(const std::vector<std::string>& arguments, Language fallback) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    std::optional<Language> found;
    if (argument == option && i + 1 < arguments.size()) found = parse_language(arguments[i + 1]);
    if (argument.starts_with("--lang=")) found = parse_language(argument.substr(option.size() + 1));
    if (found) return *found;
  }
  return fallback;
}

}  // namespace

std::optional<Language> parse_language(std::string_view name) {
  if (name == "fr") return Language::fr;
  if (name == "en") return Language::en;
  return std::nullopt;
}

Parsed parse_options(const std::vector<std::string>& arguments, Language language) {
  return CommandLine(find_language(arguments, language)).parse(arguments);
}

}  // namespace pes
