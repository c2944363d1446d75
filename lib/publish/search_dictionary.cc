#include "publish/search_dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/search_words.h"

namespace pes {

StemCounts StemCounter::count(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  for_each_search_word(text, [&](const std::string& word) {
    const auto [known, fresh] = words_.try_emplace(word, 0);
    if (fresh) {
      const auto [stem, first] =
          numbers_.try_emplace(search_stem(word), static_cast<std::uint32_t>(stems_.size()));
      if (first) stems_.push_back(stem->first);
      known->second = stem->second;
    }
    numbers.push_back(known->second);
  });
  std::sort(numbers.begin(), numbers.end());
  StemCounts counts;
  for (const std::uint32_t number : numbers) {
    if (counts.empty() || counts.back().first != number) counts.emplace_back(number, 0);
    ++counts.back().second;
  }
  return counts;
}

std::vector<std::uint32_t> SearchDictionary::number(std::span<const std::string> stems) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& stem : stems) {
    const auto [number, fresh] =
        numbers_.try_emplace(stem, static_cast<std::uint32_t>(words_.size()));
    if (fresh) words_.push_back({stem, {}, {}});
    numbers.push_back(number->second);
  }
  return numbers;
}

void SearchDictionary::add(std::size_t record, std::size_t field, const StemCounts& counts,
                           const std::vector<std::uint32_t>& numbers, Share share) {
  for (const auto& [stem, count] : counts) {
    const std::uint32_t word = numbers[stem];
    if (word % share.parts == share.part) note(words_[word], record, field, count);
  }
}

void SearchDictionary::note(Word& word, std::size_t record, std::size_t field, std::size_t count) {
  std::string& steps = word.steps.at(field);
  if (!steps.empty()) steps += ',';
  steps += fmt::format_int(record - word.last.at(field)).c_str();
  if (count > 1) steps.append(",-").append(fmt::format_int(count).c_str());
  word.last.at(field) = record;
}

std::string SearchDictionary::row(const Word& word) {
  std::string fields;
  for (std::size_t field = 0; field < word.steps.size(); ++field) {
    if (word.steps.at(field).empty()) continue;
    fields += fmt::format("{}\"{}\":[{}]", fields.empty() ? "" : ",", field, word.steps.at(field));
  }
  return fmt::format("[{},{{{}}}]", nlohmann::json(word.stem).dump(), fields);
}

std::vector<SearchDictionary::Block> SearchDictionary::blocks(std::size_t longest) const {
  std::vector<const Word*> sorted;
  for (const Word& word : words_) sorted.push_back(&word);
  std::sort(sorted.begin(), sorted.end(),
            [](const Word* a, const Word* b) { return a->stem < b->stem; });
  std::vector<Block> blocks;
  for (const Word* word : sorted) {
    const std::string line = row(*word);
    const bool full = !blocks.empty() && blocks.back().json.size() + line.size() > longest;
    if (blocks.empty() || full) {
      blocks.push_back({word->stem, "[" + line});
    } else {
      blocks.back().json += ",\n" + line;
    }
  }
  for (Block& block : blocks) block.json += "]\n";
  return blocks;
}

}  // namespace pes
