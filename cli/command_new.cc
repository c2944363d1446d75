#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "commands.h"
#include "diagnostics/report.h"
#include "records/decode.h"
#include "records/decode_value.h"
#include "records/descriptor.h"
#include "records/scaffold.h"
#include "text/slug.h"
#include "text/utf8.h"

namespace pes {

namespace {

class Questions {
 public:
  Questions(const KnownValues& known, const Console& console) : known_(known), console_(console) {}

  /// Asks until the answer can be used. Nothing comes back at the end of the input.
  [[nodiscard]] std::optional<std::string> ask(const Field& field) const {
    if (field.type == Type::figures) return ask_figures();
    const std::vector<std::string> allowed = allowed_values(field, known_);
    while (true) {
      auto answer = read_line(question(field, allowed));
      if (!answer) return std::nullopt;
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

  [[nodiscard]] std::string question(const Field& field,
                                     const std::vector<std::string>& allowed) const {
    const Text type = type_label(field.type);
    std::string out =
        fmt::format("{} – {} ({})\n", field.name, console_.say(field.label), console_.say(type));
    for (std::size_t i = 0; i < allowed.size(); ++i) {
      out += fmt::format("  {:>2}. {}\n", i + 1, allowed[i]);
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
        const auto answer = read_line(
            fmt::format(fmt::runtime(console_.say({"{} – un nombre (rien pour passer)\n> ",
                                                   "{} – a number (nothing to skip)\n> "})),
                        indicator));
        if (!answer) return std::nullopt;
        const bool number = parse_decimal(*answer).has_value();
        if (number) out += fmt::format("{}{}={}", out.empty() ? "" : ", ", indicator, *answer);
      }
    }
    return out;
  }

  const KnownValues& known_;
  const Console& console_;
};

// Where exactly one of a yes and something else is needed, nothing else means yes.
void fill_alternatives(const Kind& kind, Answers& answers) {
  for (const Constraint& constraint : kind.constraints) {
    const Field& first = kind.fields[static_cast<std::size_t>(field_index(kind, constraint.field))];
    const bool free = constraint.form == Constraint::Form::exactly_one &&
                      first.type == Type::boolean &&
                      !answers.contains(std::string(constraint.other));
    if (free) answers.emplace(std::string(first.name), "oui");
  }
}

int lacks(const std::vector<const Field*>& missing, const Console& console) {
  std::vector<std::string> names;
  for (const Field* field : missing) names.push_back(fmt::format("--{}", field->name));
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
                         answer, name, fmt::join(allowed, ", "));
    }
  }
  return {};
}

// What is wrong with a record that does not exist yet.
bool has_errors(const Kind& kind, const std::string& path, const std::string& text,
                const Console& console) {
  const SourceFiles files = {{path, text}};
  Diagnostics found;
  decode_record({0, &kind, true}, files, found);
  console.report(found, files, Severity::error);
  return found.has_errors();
}

// Never over a file that is there, not even one that appears at this moment.
bool write_new(const std::filesystem::path& path, std::string_view text) {
  std::filesystem::create_directories(path.parent_path());
  if (std::filesystem::exists(std::filesystem::symlink_status(path))) return false;
  Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  file.write(text);
  file.close();
  return true;
}

int refused(Text why, std::string_view what, const Console& console) {
  Console::complain(fmt::format("pes: {}\n", fmt::format(fmt::runtime(console.say(why)), what)));
  return 2;
}

// What validate says of one file.
int report_on(const Settings& settings, const std::string& path, const Console& console) {
  Diagnostics found;
  Content content = read_content_model(settings, found);
  plan_site(settings, content, found);
  found.sort(content.files);
  Diagnostics own;
  for (const Diagnostic& diagnostic : found.all()) {
    if (diagnostic.span.file != no_file && content.files[diagnostic.span.file].path == path) {
      own.add(diagnostic);
    }
  }
  console.report(own, content.files, Severity::warning);
  return own.has_errors() ? 1 : 0;
}

int write_record(const Settings& settings, const Kind& kind, const Answers& answers,
                 const Console& console) {
  const auto named = answers.find(answers.contains("slug") ? "slug" : "titre");
  const std::string slug = slugify(named->second);
  const std::string path = fmt::format("content/{}/{}.md", kind.folder, slug);
  if (slug.empty()) {
    return refused(
        {"« {} » ne donne aucune adresse : ajoutez --slug", "\"{}\" gives no address: add --slug"},
        named->second, console);
  }
  const std::filesystem::path content = settings.source / "content";
  const bool outside =
      std::filesystem::is_symlink(content) || std::filesystem::is_symlink(content / kind.folder);
  if (outside || !std::filesystem::is_directory(content)) {
    return refused({"« {} » n'est pas un dossier de contenu ; vérifiez --source",
                    "\"{}\" is no folder of content; check --source"},
                   content.string(), console);
  }
  const std::string text = scaffold_record(kind, answers);
  if (has_errors(kind, path, text, console)) return 1;
  if (!write_new(settings.source / path, text)) {
    return refused({"{} existe déjà : donnez un autre titre, ou --slug",
                    "{} exists: give another title, or --slug"},
                   path, console);
  }
  Console::print(path + "\n");
  return report_on(settings, path, console);
}

}  // namespace

int new_record(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  const Kind& kind = kind_named(options.kind);
  Diagnostics reported_by_validate;
  const KnownValues known = known_values(read_content_model(settings, reported_by_validate));
  Answers answers = options.answers;
  const Questions questions(known, console);
  fill_alternatives(kind, answers);
  for (auto asked = fields_to_ask(kind, answers); !asked.empty();
       asked = fields_to_ask(kind, answers)) {
    if (!options.ask || ::isatty(STDIN_FILENO) == 0) return lacks(asked, console);
    const auto answer = questions.ask(*asked.front());
    if (!answer) return lacks(asked, console);
    answers[std::string(asked.front()->name)] = *answer;
  }
  if (const std::string refusal = refuse(kind, answers, known, console); !refusal.empty()) {
    Console::complain(fmt::format("pes: {}\n", refusal));
    return 2;
  }
  return write_record(settings, kind, answers, console);
}

}  // namespace pes
