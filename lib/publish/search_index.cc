#include "publish/search_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "publish/search_dictionary.h"
#include "publish/web_files.h"
#include "site/lists.h"
#include "site/search_filters.h"
#include "text/digest.h"
#include "text/markup.h"
#include "text/search_words.h"

namespace pes {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view head_path = "recherche/index.json";
constexpr std::size_t longest_block = std::size_t{64} << 10U;
// A small site shows any result after one file; on a large one, twenty results lie in as many
// files, which must then be short.
constexpr std::size_t small_site = 64;
constexpr std::size_t records_per_block = 16;

// A file of its own that may be kept for ever, and the part of its name that says so.
std::string add_part(std::vector<OutputFile>& files, std::string_view family, std::size_t number,
                     std::string bytes) {
  constexpr std::size_t digits = 16;
  std::string hash = sha256(bytes).substr(0, digits);
  files.push_back(
      {fmt::format("recherche/{}-{}-{}.json", family, number, hash), std::move(bytes), {}});
  return hash;
}

// Counts the words of a site, so many records at once.
class WordCount {
 public:
  WordCount(const Site& site, const Workers& workers)
      : site_(site),
        hidden_(names_not_to_find(site)),
        workers_(workers),
        counters_(workers.count()),
        numbers_(workers.count()) {
    for (EntryId begin = 0; begin < site.entries.size(); begin += records_at_once) {
      count(begin, std::min(begin + records_at_once, site.entries.size()));
      note(begin);
    }
  }

  [[nodiscard]] const SearchDictionary& dictionary() const { return dictionary_; }

  /// How many words each field has, by record.
  [[nodiscard]] const Json& lengths() const { return lengths_; }

 private:
  static constexpr std::size_t records_at_once = 1024;
  struct Counted {
    unsigned counter = 0;  // which one numbered the stems
    std::array<StemCounts, search_fields.size()> fields;
  };

  void count(EntryId begin, EntryId end) {
    counted_.resize(end - begin);
    workers_.for_ranges(counted_.size(), [&](std::size_t first, std::size_t last, unsigned worker) {
      for (std::size_t i = first; i < last; ++i) {
        const SearchTexts texts = search_texts(site_.entries[begin + i], hidden_);
        counted_[i].counter = worker;
        for (std::size_t field = 0; field < texts.size(); ++field) {
          counted_[i].fields.at(field) = counters_[worker].count(texts.at(field));
        }
      }
    });
  }

  void note(EntryId begin) {
    for (unsigned counter = 0; counter < counters_.size(); ++counter) {
      std::vector<std::uint32_t>& known = numbers_[counter];
      const auto fresh = std::span(counters_[counter].stems()).subspan(known.size());
      const std::vector<std::uint32_t> numbers = dictionary_.number(fresh);
      known.insert(known.end(), numbers.begin(), numbers.end());
    }
    workers_.for_each(workers_.count(), [&](std::size_t part) {
      const SearchDictionary::Share share{static_cast<unsigned>(part), workers_.count()};
      for (std::size_t i = 0; i < counted_.size(); ++i) {
        const auto& [counter, fields] = counted_[i];
        for (std::size_t field = 0; field < fields.size(); ++field) {
          dictionary_.add(begin + i, field, fields.at(field), numbers_[counter], share);
        }
      }
    });
    for (const Counted& record : counted_) {
      for (std::size_t field = 0; field < record.fields.size(); ++field) {
        lengths_[field].push_back(record.fields.at(field).size());
      }
    }
  }

  const Site& site_;
  NameSearch hidden_;
  const Workers& workers_;
  std::vector<StemCounter> counters_;                // by worker
  std::vector<std::vector<std::uint32_t>> numbers_;  // of their stems in the dictionary
  std::vector<Counted> counted_;
  SearchDictionary dictionary_;
  Json lengths_ = Json(search_fields.size(), Json::array());
};

Json add_terms(const Site& site, const Workers& workers, std::vector<OutputFile>& files,
               Json& lengths) {
  const WordCount count(site, workers);
  lengths = count.lengths();
  Json parts = Json::array();
  for (auto& [first, json] : count.dictionary().blocks(longest_block)) {
    std::string hash = add_part(files, "termes", parts.size(), std::move(json));
    parts.push_back({first, std::move(hash)});
  }
  return parts;
}

std::string records_json(std::span<const Entry> entries) {
  std::string out;
  for (const Entry& entry : entries) {
    const std::string address = encode_path(entry.address).substr(1);
    out += out.empty() ? "[" : ",\n";
    out += Json({entry.title, address, entry.summary}).dump();
  }
  return out + "]\n";
}

Json add_records(const Site& site, std::vector<OutputFile>& files) {
  const std::span<const Entry> entries(site.entries);
  const std::size_t size = entries.size() <= small_site ? small_site : records_per_block;
  Json parts = Json::array();
  for (std::size_t begin = 0; begin < entries.size(); begin += size) {
    const auto some = entries.subspan(begin, std::min(size, entries.size() - begin));
    parts.push_back(add_part(files, "fiches", parts.size(), records_json(some)));
  }
  return {{"taille", size}, {"blocs", std::move(parts)}};
}

// Every kind has a label, those that one cannot filter by too.
std::vector<FilterOption> all_options(const Site& site, const Filter& filter) {
  if (filter.name != "genre") return filter.options;
  std::vector<FilterOption> options;
  for (const Kind& kind : all_kinds()) {
    if (entries_of_kind(site.entries, kind).empty()) continue;
    options.push_back({std::string(kind.name), std::string(kind.noun.fr)});
  }
  return options;
}

// For each filter what it knows of each record, as a number into its list, or -1.
void add_filters(const Site& site, Json& head) {
  for (const Filter& filter : search_filters(site.entries)) {
    Json labels = Json::array();
    std::map<std::string, int> numbers;
    for (const FilterOption& option : all_options(site, filter)) {
      numbers.emplace(option.value, static_cast<int>(labels.size()));
      labels.push_back({option.value, option.title});
    }
    Json codes = Json::array();
    for (const Entry& entry : site.entries) {
      const auto number = numbers.find(filter_value(entry, filter.name));
      codes.push_back(number == numbers.end() ? -1 : number->second);
    }
    head["filtres"][filter.name] = {{"choix", std::move(labels)}, {"fiches", std::move(codes)}};
  }
}

// One line for each key, so that differences can be read.
std::string head_json(const Json& head) {
  std::string out;
  for (const auto& [key, value] : head.items()) {
    out += fmt::format("{}\"{}\":{}", out.empty() ? "{" : ",\n", key, value.dump());
  }
  return out + "}\n";
}

}  // namespace

std::vector<OutputFile> search_index(const Site& site, const Workers& workers) {
  std::vector<OutputFile> files;
  Json head = {{"nombre", site.entries.size()}, {"champs", search_fields}};
  head["termes"] = add_terms(site, workers, files, head["longueurs"]);
  head["fiches"] = add_records(site, files);
  head["filtres"] = Json::object();
  add_filters(site, head);
  head["mots_vides"] = search_stop_words();
  files.push_back({std::string(head_path), head_json(head), {}});
  for (const WebFile& script : search_scripts()) {
    files.push_back({std::string(script.path), std::string(script.bytes), {}});
  }
  return files;
}

std::vector<std::string> search_index_paths() {
  std::vector<std::string> paths = {std::string(head_path)};
  for (const WebFile& script : search_scripts()) paths.emplace_back(script.path);
  return paths;
}

}  // namespace pes
