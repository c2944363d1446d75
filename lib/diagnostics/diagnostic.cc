#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "text/spelling.h"

namespace pes {

namespace {

std::vector<std::string> words(const Diagnostic& diagnostic) {
  std::vector<std::string> out;
  for (const Arg& arg : diagnostic.args) out.push_back(arg.fr);
  return out;
}

}  // namespace

void Diagnostic::replace_word(std::string_view word, std::string text) {
  constexpr std::uint32_t quotes = 2;
  Span place = span;
  if (place.length == word.size() + quotes) {
    place = {place.file, place.offset + 1, place.length - quotes};
  }
  fix = {{place, std::move(text)}};
}

void Diagnostic::suggest(std::string_view word, std::span<const std::string> candidates) {
  nearest = pes::nearest(word, candidates);
  if (nearest && is_certain(word, *nearest, candidates)) replace_word(word, *nearest);
}

Diagnostic& Diagnostics::add(Rule rule, Span span, std::vector<Arg> args) {
  return all_.emplace_back(Diagnostic{rule, span, std::move(args), {}, {}, {}});
}

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
  return all_.emplace_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics part) {
  std::move(part.all_.begin(), part.all_.end(), std::back_inserter(all_));
}

void Diagnostics::sort(const SourceFiles& files) {
  const auto key = [&](const Diagnostic& d) {
    const std::string_view path =
        d.span.file == no_file ? std::string_view{} : std::string_view(files[d.span.file].path);
    return std::tuple(path, d.span.offset, d.rule, words(d));
  };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

std::vector<Diagnostic> Diagnostics::abridged(Severity least) const {
  constexpr std::size_t most = 50;
  std::map<std::pair<Rule, FileId>, std::size_t> whole;
  for (const Diagnostic& found : all_) ++whole[{found.rule, found.span.file}];
  std::map<std::pair<Rule, FileId>, std::size_t> passed;
  std::vector<Diagnostic> out;
  for (const Diagnostic& found : all_) {
    if (rule_info(found.rule).severity > least) continue;
    const auto group = std::pair(found.rule, found.span.file);
    const std::size_t others = whole[group] - std::min(whole[group], most);
    const std::size_t before = passed[group]++;
    if (before < most || others == 1) {
      out.push_back(found);
    } else if (before == most) {
      out.push_back(
          {Rule::more_of_the_same, found.span, {others, rule_code(found.rule)}, {}, {}, {}});
    }
  }
  return out;
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& d) {
    return rule_info(d.rule).severity == severity;
  }));
}

}  // namespace pes
