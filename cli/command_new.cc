#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <set>

#include "commands.h"
#include "diagnostics/report.h"
#include "disk/paths.h"
#include "disk/writing.h"
#include "records/decode_value.h"
#include "records/scaffold.h"
#include "text/slug.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace pes {

namespace {

class Questions {
 public:
  Questions(const KnownValues& known, const Console& console) : known_(known), console_(console) {}

  /// Asks until the answer can be used. Nothing comes back at the end of the input.
  ///
  /// An empty answer is one where `otherwise` is what it stands for.
  [[nodiscard]] std::optional<std::string> ask(const Field& field, const Field* otherwise) const {
    if (field.type == Type::figures) return ask_figures();
    const std::vector<std::string> allowed = allowed_values(field, known_);
    while (true) {
      auto answer = read_line(question(field, allowed, otherwise));
      if (!answer || (answer->empty() && otherwise != nullptr)) return answer;
      std::size_t number = 0;
      std::from_chars(answer->data(), answer->data() + answer->size(), number);
      if (number > 0 && number <= allowed.size() && std::to_string(number) == *answer) {
        answer = allowed[number - 1];
      }
      const std::string refusal = check(field, *answer, allowed);
      if (refusal.empty()) return answer;
      Console::complain(fmt::format("  {}\n", refusal));
    }
  }

 private:
  static std::optional<std::string> read_line(const std::string& question) {
    Console::complain(question);
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return std::string(trim(line));
  }

  [[nodiscard]] std::string question(const Field& field, const std::vector<std::string>& allowed,
                                     const Field* otherwise) const {
    const Text type = type_label(field.type);
    std::string out =
        fmt::format("{} – {} ({})\n", field.name, console_.say(field.label), console_.say(type));
    if (otherwise != nullptr) {
      out += fmt::format(fmt::runtime(console_.say({"  rien : {} – {}\n", "  nothing: {} – {}\n"})),
                         otherwise->name, console_.say(otherwise->label));
    }
    for (std::size_t i = 0; i < allowed.size(); ++i) {
      out += fmt::format("  {:>2}. {}\n", i + 1, visible(allowed[i]));
    }
    return out + "> ";
  }

  [[nodiscard]] std::string check(const Field& field, const std::string& answer,
                                  const std::vector<std::string>& allowed) const {
    if (answer.empty())
      return std::string(console_.say({"une réponse est attendue.", "an answer is needed."}));
    Diagnostics found;
    YamlNode node;
    node.form = YamlNode::Form::scalar;
    node.text = answer;
    decode_scalar(node, field, found);
    if (found.has_errors()) return message(found.all().front(), console_.language());
    const bool closed = field.type == Type::reference || field.type == Type::media;
    if (closed && std::find(allowed.begin(), allowed.end(), answer) == allowed.end()) {
      return std::string(console_.say({"choisissez dans la liste.", "choose from the list."}));
    }
    return {};
  }

  // A number for each indicator; those that are skipped are left out.
  [[nodiscard]] std::optional<std::string> ask_figures() const {
    if (!known_.indicators || known_.indicators->empty()) return std::nullopt;
    std::string out;
    while (out.empty()) {
      for (const std::string& indicator : *known_.indicators) {
        const auto answer = ask_figure(indicator);
        if (!answer) return std::nullopt;
        if (answer->empty()) continue;
        out += fmt::format("{}{}={}", out.empty() ? "" : ", ", indicator, *answer);
      }
    }
    return out;
  }

  [[nodiscard]] std::optional<std::string> ask_figure(const std::string& indicator) const {
    while (true) {
      auto answer =
          read_line(fmt::format(fmt::runtime(console_.say({"{} – un nombre (rien pour passer)\n> ",
                                                           "{} – a number (nothing to skip)\n> "})),
                                indicator));
      if (!answer || answer->empty() || parse_decimal(*answer)) return answer;
      Console::complain(
          fmt::format("  {}\n", console_.say({"un nombre est attendu, par exemple 2600.",
                                              "a number is needed, such as 2600."})));
    }
  }

  const KnownValues& known_;
  const Console& console_;
};

// Of two fields of which one is needed, the yes that the other one leaves out: « cumul » of « annee
// ».
const Field* alternative_to(const Kind& kind, const Field& field) {
  for (const Constraint& constraint : kind.constraints) {
    const Field& first = kind.fields[static_cast<std::size_t>(field_index(kind, constraint.field))];
    const bool one_of_two = constraint.form == Constraint::Form::exactly_one &&
                            constraint.other == field.name && first.type == Type::boolean;
    if (one_of_two) return &first;
  }
  return nullptr;
}

int lacks(const Kind& kind, const std::vector<const Field*>& missing, const Options& options,
          const Console& console) {
  std::vector<std::string> names;
  for (const Field* field : missing) {
    const Field* other = alternative_to(kind, *field);
    names.push_back(options.answer_options.at(std::string(field->name)));
    if (other != nullptr) {
      names.back() += fmt::format(" ({} --{} oui)", console.say({"ou", "or"}), other->name);
    }
  }
  Console::complain(
      fmt::format(fmt::runtime(console.say({"pes: il manque {}\n", "pes: missing: {}\n"})),
                  fmt::join(names, ", ")));
  return 2;
}

// The first answer that cannot be written as it is, said to the person; empty if there is none.
std::string refuse(const Kind& kind, const Answers& answers, const KnownValues& known,
                   const Console& console) {
  for (const auto& [name, answer] : answers) {
    const Field& field = kind.fields[static_cast<std::size_t>(field_index(kind, name))];
    if (answer.find_first_of("\n\t") != std::string::npos || find_control_character(answer) ||
        find_invalid_utf8(answer)) {
      return fmt::format(fmt::runtime(console.say({"« {} » tient sur une ligne, sans tabulation",
                                                   "\"{}\" is one line, without tabs"})),
                         name);
    }
    const auto allowed = allowed_values(field, known);
    const bool closed = field.type == Type::reference || field.type == Type::media;
    if (closed && std::find(allowed.begin(), allowed.end(), answer) == allowed.end()) {
      return fmt::format(fmt::runtime(console.say({"« {} » n'est pas une valeur de « {} » : {}",
                                                   "\"{}\" is no value of \"{}\": {}"})),
                         visible(answer), name,
                         visible(fmt::format("{}", fmt::join(allowed, ", "))));
    }
  }
  return {};
}

int refused(Text why, std::string_view what, const Console& console) {
  Console::complain(
      fmt::format("pes: {}\n", fmt::format(fmt::runtime(console.say(why)), visible(what))));
  return 2;
}

struct Check {
  Content content;
  Diagnostics found;
};

Check check(const Settings& settings) {
  Check out;
  out.content = read_content_model(settings, out.found);
  plan_site(settings, out.content, out.found);
  out.found.sort(out.content.files);
  return out;
}

// What validate would say of the record before it is there: of its file, and errors that it makes
// in others.
bool would_break(const Settings& settings, const Check& before, const std::string& path,
                 const std::string& text, const Console& console) {
  std::set<std::string> known;
  for (const Diagnostic& diagnostic : before.found.all()) {
    known.insert(report(diagnostic, before.content.files, {console.language(), false}));
  }
  Settings with_record = settings;
  with_record.unsaved[path] = text;
  const Check after = check(with_record);
  Diagnostics caused;
  for (const Diagnostic& diagnostic : after.found.all()) {
    const SourceFiles& files = after.content.files;
    const bool own = diagnostic.span.file != no_file && files[diagnostic.span.file].path == path;
    const bool error = rule_info(diagnostic.rule).severity == Severity::error;
    const bool is_new = !known.contains(report(diagnostic, files, {console.language(), false}));
    if (own || (error && is_new)) caused.add(diagnostic);
  }
  console.report(caused, after.content.files, Severity::warning);
  return caused.has_errors();
}

int write_record(const Settings& settings, const Kind& kind, const Answers& answers,
                 const KnownValues& known, const Check& before, const Console& console) {
  const auto named = answers.find(answers.contains("slug") ? "slug" : "titre");
  const std::string slug = slugify(named->second);
  const std::string path = fmt::format("content/{}/{}.md", kind.folder, slug);
  if (slug.empty()) {
    return refused(
        {"« {} » ne donne aucune adresse : ajoutez --slug", "\"{}\" gives no address: add --slug"},
        named->second, console);
  }
  const std::filesystem::path content = settings.source / "content";
  if (is_link(content) || is_link(content / kind.folder) || !is_folder(content)) {
    return refused({"« {} » n'est pas un dossier de contenu ; vérifiez --source",
                    "\"{}\" is no folder of content; check --source"},
                   content.string(), console);
  }
  const Text exists{"{} existe déjà : donnez un autre titre, ou --slug",
                    "{} exists: give another title, or --slug"};
  if (is_there(settings.source / path)) {
    return refused(exists, path, console);
  }
  const std::string text = scaffold_record(kind, answers, known);
  if (would_break(settings, before, path, text, console)) {
    Console::complain(fmt::format(
        "pes: {}\n", console.say({"la fiche n'a pas été écrite.", "the record was not written."})));
    return 1;
  }
  make_folders((settings.source / path).parent_path());
  if (!write_new_file(settings.source / path, text)) return refused(exists, path, console);
  Console::print(path + "\n");
  return 0;
}

}  // namespace

int new_record(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  clear_drafts(settings.source / "content");
  const Kind& kind = kind_named(options.kind);
  if (options.date && !options.answers.contains("date")) {
    Console::complain(fmt::format(
        "pes: {}\n", console.say({"--date est le jour qui décide des consentements ; la date de la "
                                  "fiche se donne par --champ-date.",
                                  "--date is the day that decides about consents; the date of the "
                                  "record is given by --champ-date."})));
  }
  const Check before = check(settings);
  const KnownValues known = known_values(before.content);
  Answers answers = options.answers;
  const Questions questions(known, console);
  for (auto asked = fields_to_ask(kind, answers); !asked.empty();
       asked = fields_to_ask(kind, answers)) {
    const Field& field = *asked.front();
    if (!options.ask || !Console::can_ask()) return lacks(kind, asked, options, console);
    const Field* otherwise = alternative_to(kind, field);
    const auto answer = questions.ask(field, otherwise);
    if (!answer) return lacks(kind, asked, options, console);
    const bool other = answer->empty() && otherwise != nullptr;
    answers[std::string(other ? otherwise->name : field.name)] = other ? "oui" : *answer;
  }
  if (const std::string refusal = refuse(kind, answers, known, console); !refusal.empty()) {
    Console::complain(fmt::format("pes: {}\n", refusal));
    return 2;
  }
  return write_record(settings, kind, answers, known, before, console);
}

}  // namespace pes
