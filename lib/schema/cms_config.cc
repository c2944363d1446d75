#include "schema/cms_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "schema/kinds.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view medias = "content/medias";

// A photo keeps the place where it was taken, and git keeps the photo: a copy without it is made
// before it is sent.
Json media_library() {
  const Json smaller = {{"format", "webp"}, {"quality", 85}, {"width", 2560}, {"height", 2560}};
  const Json config = {{"slugify_filename", true},
                       {"transformations", {{"raster_image", smaller}}}};
  return {{"default", {{"config", config}}}, {"stock_assets", {{"providers", Json::array()}}}};
}

Json backend(const Value* editing) {
  const Object& fields = object_of(editing);
  const auto forge = text_of(find(fields, "forge"));
  if (editing == nullptr || forge == "essai") return {{"name", "test-repo"}};
  const auto branch = text_of(find(fields, "branche"));
  Json out = {{"name", forge},
              {"repo", text_of(find(fields, "depot"))},
              {"branch", branch.empty() ? "main" : branch}};
  const std::string origin = forge_origin(*editing);
  const auto add = [&](std::string_view name, std::string_view from) {
    const auto text = text_of(find(fields, from));
    if (!text.empty()) out[std::string(name)] = text;
  };
  if (forge == "github") {
    add("base_url", "connexion");
    if (find(fields, "adresse") != nullptr) out["api_root"] = origin + "/api/v3";
  } else {
    out["base_url"] = origin;
    out["api_root"] = origin + (forge == "gitlab" ? "/api/v4" : "/api/v1");
    if (forge == "gitlab") out["auth_type"] = "pkce";
    add("app_id", "application");
  }
  out["commit_messages"] = {{"create", "Ajoute {{path}}"},
                            {"update", "Modifie {{path}}"},
                            {"delete", "Supprime {{path}}"},
                            {"uploadMedia", "Ajoute {{path}}"},
                            {"deleteMedia", "Supprime {{path}}"}};
  return out;
}

class FormWriter {
 public:
  explicit FormWriter(const KnownValues& known) : known_(known) {}

  // What everybody fills in comes first, then what the page shows, the text, and the rest.
  [[nodiscard]] Json record(const Kind& kind) const {
    std::vector<Field> fields = kind.fields;
    std::stable_sort(fields.begin(), fields.end(),
                     [](const Field& a, const Field& b) { return rank(a) < rank(b); });
    const auto behind = std::find_if(fields.begin(), fields.end(),
                                     [](const Field& field) { return rank(field) > shown_rank; });
    const std::string path(kind.name);
    Json out = members({fields.begin(), behind}, path);
    if (kind.has_body) {
      out.push_back({{"name", "body"},
                     {"label", "Texte"},
                     {"widget", "markdown"},
                     {"required", false},
                     {"editor_components", {"image"}}});
    }
    for (Json& field : members({behind, fields.end()}, path)) out.push_back(std::move(field));
    return out;
  }

 private:
  static constexpr int shown_rank = 1;

  static int rank(const Field& field) {
    if (field.required) return 0;
    if (field.exposure != Exposure::internal) return shown_rank;
    return field.type == Type::object ? shown_rank + 1 : shown_rank + 2;
  }

  [[nodiscard]] Json members(std::span<const Field> fields, const std::string& path) const {
    Json out = Json::array();
    for (const Field& field : fields) {
      const Json widget = one(field, fmt::format("{}.{}", path, field.name));
      if (widget.is_null()) continue;
      Json entry = {{"name", field.name},
                    {"label", capitalized(field.label.fr)},
                    {"required", field.required}};
      entry.update(widget);
      out.push_back(std::move(entry));
    }
    return out;
  }

  // First letters of labels are ASCII or two bytes of Latin-1, where capitals are 32 below.
  static std::string capitalized(std::string_view label) {
    std::string out(label);
    if (out.front() >= 'a' && out.front() <= 'z') {
      out.front() = static_cast<char>(out.front() - ' ');
    } else if (out.starts_with("\xC3")) {
      out[1] = static_cast<char>(out[1] & ~' ');
    }
    return out;
  }

  // Null where a form would lose values.
  [[nodiscard]] Json one(const Field& field, const std::string& path) const {
    const auto known = known_.written.find(path);
    const bool is_known = known != known_.written.end();
    if (is_known && known->second == Written::variously) return nullptr;
    const bool brief = is_known && known->second == Written::shortly;
    switch (field.type) {
      case Type::object:
        return object(field, path, brief && field.text_allowed);
      case Type::figures:
        return figures(path);
      case Type::partition:
        return partition(path);
      case Type::choice:
        return choice(field);
      case Type::reference:
        return {{"widget", "relation"},       {"collection", field.target},
                {"value_field", "{{slug}}"},  {"display_fields", {"titre"}},
                {"search_fields", {"titre"}}, {"multiple", field.many}};
      default:
        return field.many ? Json{{"widget", "list"}} : scalar(field);
    }
  }

  static Json choice(const Field& field) {
    Json options = Json::array();
    for (const Choice& known : field.choices) {
      options.push_back({{"label", known.label.fr}, {"value", known.name}});
    }
    return {{"widget", "select"}, {"options", std::move(options)}, {"multiple", field.many}};
  }

  static Json number(std::string_view type, std::int64_t least, std::int64_t most) {
    Json out = {{"widget", "number"}, {"value_type", type}};
    if (least != INT64_MIN) out["min"] = least;
    if (most != INT64_MAX) out["max"] = most;
    if (type == "float") out["step"] = 0.001;
    return out;
  }

  static Json matching(std::string_view pattern, const Field& field) {
    const std::string_view form = type_label(field.type).fr;
    return {{"widget", "string"},
            {"hint", form},
            {"pattern", {pattern, fmt::format("Écrivez {}.", form)}}};
  }

  static Json scalar(const Field& field) {
    switch (field.type) {
      case Type::boolean:
        // Their switch takes « oui » for « false », and writes « false » for what nobody answered.
        return {{"widget", "select"}, {"options", {"oui", "non"}}};
      case Type::integer:
        return number("int", field.least, field.most);
      case Type::year:
        return number("int", 1900, 2100);
      case Type::number:
        return number("float", field.least, field.most);
      case Type::date:
        return {{"widget", "datetime"},
                {"type", "date"},
                {"format", "YYYY-MM-DD"},
                {"date_format", "YYYY-MM-DD"},
                {"time_format", false}};
      case Type::media:
        return {{"widget", "image"}, {"choose_url", false}};
      case Type::colour:
        return {{"widget", "color"}};
      case Type::slug:
        return matching("^[a-z0-9]+(-[a-z0-9]+)*$", field);
      case Type::period:
        return matching("^P(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}D)?$", field);
      case Type::url:
        return matching("^https?://\\S+$", field);
      case Type::path:
        return matching("^/\\S*$", field);
      default:
        break;
    }
    constexpr std::size_t several_lines = 200;
    Json out = {{"widget", field.longest > several_lines ? "text" : "string"}};
    if (field.longest > 0) {
      out["maxlength"] = field.longest;
      out["hint"] = fmt::format("{} caractères au plus", field.longest);
    }
    return out;
  }

  [[nodiscard]] Json object(const Field& field, const std::string& path, bool brief) const {
    if (brief) return {{"widget", field.many ? "list" : "string"}};
    Json out = {{"widget", field.many ? "list" : "object"},
                {"fields", members(field.fields, path)}};
    if (field.many) out["summary"] = fmt::format("{{{{{}}}}}", field.fields.front().name);
    return out;
  }

  // The value of a figure, and all that a figure may say, as the indicator allows.
  [[nodiscard]] Field value_of(const std::string& indicator) const {
    Field value = figure_field().fields.front();
    if (!known_.fractions.contains(indicator)) value.type = Type::integer;
    return value;
  }

  [[nodiscard]] std::vector<Field> figure_parts(const std::string& indicator) const {
    const auto fields = figure_field().fields;
    std::vector<Field> parts(fields.begin(), fields.end());
    parts.front() = value_of(indicator);
    return parts;
  }

  [[nodiscard]] Json figures(const std::string& path) const {
    Json fields = Json::array();
    for (const std::string& indicator : known_.indicators.value_or(std::vector<std::string>{})) {
      const std::string own = fmt::format("{}.{}", path, indicator);
      const auto known = known_.written.find(own);
      const Written written = known == known_.written.end() ? Written::shortly : known->second;
      if (written == Written::variously) continue;
      Json entry = {{"name", indicator}, {"label", indicator}, {"required", false}};
      if (written == Written::shortly) {
        entry.update(scalar(value_of(indicator)));
      } else {
        entry.update({{"widget", "object"}, {"fields", members(figure_parts(indicator), own)}});
      }
      fields.push_back(std::move(entry));
    }
    if (fields.empty()) return nullptr;
    return {{"widget", "object"}, {"fields", std::move(fields)}};
  }

  [[nodiscard]] Json partition(const std::string& path) const {
    const auto found = known_.records.find("dispositif");
    if (found == known_.records.end()) return nullptr;
    const Json parts = figures(path);
    if (parts.is_null()) return nullptr;
    Json fields = Json::array();
    for (const std::string& programme : found->second) {
      Json entry = {{"name", programme}, {"label", programme}, {"required", false}};
      entry.update(parts);
      fields.push_back(std::move(entry));
    }
    return {{"widget", "object"}, {"fields", std::move(fields)}};
  }

  const KnownValues& known_;
};

Json collection(const Kind& kind, const FormWriter& forms) {
  return {{"name", kind.name},
          {"label", kind.title.fr},
          {"label_singular", kind.noun.fr},
          {"folder", fmt::format("content/{}", kind.folder)},
          {"create", true},
          {"identifier_field", "titre"},
          {"slug", "{{titre}}"},
          {"sortable_fields", {"titre", "date"}},
          {"fields", forms.record(kind)}};
}

Json single_file(const Kind& kind, const FormWriter& forms) {
  return {{"name", kind.name},
          {"label", kind.title.fr},
          {"file", fmt::format("content/{}", kind.file)},
          {"fields", forms.record(kind)}};
}

}  // namespace

std::string forge_origin(const Value& editing) {
  const Object& fields = object_of(&editing);
  const auto address = text_of(find(fields, "adresse"));
  if (!address.empty()) {
    constexpr std::string_view after_scheme = "://";
    const std::size_t host = address.find(after_scheme) + after_scheme.size();
    return std::string(address.substr(0, address.find_first_of("/?#;,", host)));
  }
  const auto forge = text_of(find(fields, "forge"));
  if (forge == "github") return "https://github.com";
  if (forge == "gitlab") return "https://gitlab.com";
  return forge == "gitea" ? "https://gitea.com" : "";
}

std::vector<std::string> fields_left_out(const KnownValues& known) {
  std::vector<std::string> paths;
  for (const auto& [path, written] : known.written) {
    if (written == Written::variously) paths.push_back(path);
  }
  return paths;
}

std::string cms_config(const KnownValues& known, const Value* editing) {
  const FormWriter forms(known);
  Json collections = Json::array();
  Json files = Json::array();
  for (const Kind& kind : all_kinds()) {
    if (kind.folder.empty()) {
      files.push_back(single_file(kind, forms));
    } else {
      collections.push_back(collection(kind, forms));
    }
  }
  collections.push_back({{"name", "reglages"}, {"label", "Accueil et réglages"}, {"files", files}});
  const Json config = {
      {"backend", backend(editing)},
      {"media_folder", medias},
      {"public_folder", "/medias"},
      {"media_libraries", media_library()},
      {"slug", {{"encoding", "ascii"}, {"clean_accents", true}, {"sanitize_replacement", "-"}}},
      {"output", {{"omit_empty_optional_fields", true}}},
      {"collections", std::move(collections)}};
  return config.dump(2) + "\n";
}

}  // namespace pes
