#include "theme/specimen.h"

#include "site/entries.h"
#include "site/site.h"
#include "theme/context.h"
#include "theme/form_context.h"
#include "theme/record_context.h"
#include "theme/report_context.h"

namespace pes {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

constexpr Date some_day{year(2024), month(3), day(12)};
constexpr std::string_view some_indicator = "specimen";

Value fill(const Field& field);

Object fill_object(std::span<const Field> fields) {
  Object object;
  for (const Field& field : fields) {
    object.push_back({std::string(field.name), {}, fill(field)});
  }
  return object;
}

Object fill_figures() {
  const Value number{Object{{std::string(figure_field().fields.front().name), {}, {whole(1), {}}}},
                     {}};
  return {{std::string(some_indicator), {}, number}};
}

Value fill_one(const Field& field) {
  switch (field.type) {
    case Type::boolean:
      return {true, {}};
    case Type::integer:
      return {std::int64_t{1}, {}};
    case Type::year:
      return {std::int64_t{2024}, {}};
    case Type::number:
      return {whole(1), {}};
    case Type::date:
      return {some_day, {}};
    case Type::period:
      return {Period{1, 0, 0}, {}};
    case Type::choice:
      return {std::string(field.choices.front().name), {}};
    case Type::path:
      return {std::string("/specimen/"), {}};
    case Type::object:
      return {fill_object(field.fields), {}};
    case Type::figures:
      return {fill_figures(), {}};
    case Type::partition:
      return {Object{{std::string(some_indicator), {}, Value{fill_figures(), {}}}}, {}};
    default:
      return {std::string(some_indicator), {}};
  }
}

Value fill(const Field& field) {
  if (!field.many) return fill_one(field);
  return {List{fill_one(field)}, {}};
}

Record specimen(const Kind& kind, std::string slug) {
  Record record;
  record.kind = &kind;
  record.slug = std::move(slug);
  for (const Field& field : kind.fields) record.values.push_back(fill(field));
  return record;
}

// Two records of each kind, so that lists of one have a second page and everything a neighbour.
std::vector<Record> specimens() {
  std::vector<Record> records;
  for (const Kind& kind : all_kinds()) {
    records.push_back(specimen(kind, std::string(some_indicator)));
    if (!kind.folder.empty()) records.push_back(specimen(kind, "autre"));
  }
  return records;
}

std::vector<Total> specimen_ledger(std::span<const Record> records) {
  const Indicator indicator{
      .id = std::string(some_indicator), .one = "un", .many = "deux", .step = 1, .people = false};
  const DecisionDay when{some_day, true};
  Diagnostics ignored;
  return make_ledger({&indicator, 1}, records, when, {}, ignored);
}

void learn(Vocabulary& vocabulary, const nlohmann::json& context) {
  if (context.is_object()) {
    for (const auto& [key, value] : context.items()) learn(vocabulary.names[key], value);
  } else if (context.is_array()) {
    vocabulary.list = true;
    for (const auto& item : context) learn(vocabulary, item);
  }
}

// A partial shared by all layouts may enter a section that one layout never fills: there, what the
// others offer counts.
void complete(Vocabulary& vocabulary, const Vocabulary& everything) {
  for (auto& [name, inner] : vocabulary.names) {
    const auto known = everything.names.find(name);
    if (known == everything.names.end()) continue;
    inner.list = inner.list || known->second.list;
    if (inner.names.empty()) {
      inner = known->second;
    } else {
      complete(inner, known->second);
    }
  }
}

Picture specimen_picture() {
  const ImageFacts facts{100, 100, std::string(some_indicator)};
  const ImageSet images = plan_images("", facts, Crop::whole, {}, {});
  const std::string text(some_indicator);
  return {text, text, text, {}, images, images, images};
}

// A whole site in memory, in which everything is filled.
struct SpecimenSite {
  Collator collator;
  std::vector<Record> records = specimens();
  std::vector<Total> ledger = specimen_ledger(records);
  std::vector<PublishedTotal> figures =
      publish_ledger(ledger, records, std::vector<bool>(records.size(), true));
  std::vector<Decision> decisions;
  Site site;

  SpecimenSite() {
    Decision granted;
    granted.name = granted.role = some_indicator;
    granted.picture = true;
    decisions.assign(records.size(), granted);
    LinkedBody body;
    body.body.html = body.body.first_paragraph = some_indicator;
    std::vector<LinkedBody> bodies(records.size(), body);
    SiteInput input;
    input.settings = &records.front();
    input.entries = make_entries(records, decisions, bodies, {}, {}, collator);
    for (Entry& entry : input.entries) entry.picture = specimen_picture();
    input.look.image_sizes = input.look.stylesheet = some_indicator;
    input.look.shapes[std::string(some_indicator)] = some_indicator;
    input.look.previews.emplace();
    input.records = records;
    input.figures = figures;
    input.page_size = 1;
    site = make_site(std::move(input), collator);
  }
};

}  // namespace

std::map<std::string, Vocabulary> specimen_vocabularies() {
  const SpecimenSite specimen_site;
  const Site& site = specimen_site.site;
  const std::vector<std::string> cards(site.entries.size(), std::string(some_indicator));
  const nlohmann::json shared = shared_context(site);
  std::map<std::string, Vocabulary> vocabularies;
  Vocabulary everything;
  for (const Entry& entry : site.entries) {
    learn(vocabularies[card_layout], card_context(site, entry));
  }
  for (const Page& page : site.pages) {
    const nlohmann::json context = page_context(site, page, cards);
    learn(vocabularies[page.layout], context);
    learn(everything, context);
  }
  learn(everything, shared);
  for (auto& [layout, vocabulary] : vocabularies) {
    if (layout != card_layout) learn(vocabulary, shared);
    complete(vocabulary, everything);
  }
  return vocabularies;
}

std::map<std::string, Vocabulary> report_vocabularies() {
  const SpecimenSite specimen_site;
  std::map<std::string, Vocabulary> vocabularies;
  learn(vocabularies[std::string(report_layout)],
        report_context(specimen_site.site, specimen_site.records, static_cast<int>(some_day.year()),
                       {some_day, true}));
  return vocabularies;
}

std::map<std::string, Vocabulary> form_vocabularies() {
  const std::vector<Record> records = specimens();
  std::map<std::string, Vocabulary> vocabularies;
  for (const Record& record : records) {
    if (record.kind->role != Role::achievement) continue;
    learn(vocabularies[std::string(form_layout)],
          form_context({records.front(), record, std::string(some_indicator), {}, some_day}));
  }
  return vocabularies;
}

}  // namespace pes
