#include "impact/claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "impact/sentence.h"
#include "impact/shortcut.h"
#include "impact/wording.h"
#include "text/utf8.h"

namespace pes {

namespace {

enum class Qualifier : std::uint8_t { none, below, above, about };

struct QualifierWords {
  Qualifier qualifier;
  std::array<std::string_view, 2> words;  // the second may be empty
};
constexpr auto qualifiers = std::to_array<QualifierWords>({{Qualifier::below, {"pres", "de"}},
                                                           {Qualifier::below, {"moins", "de"}},
                                                           {Qualifier::below, {"presque", ""}},
                                                           {Qualifier::above, {"plus", "de"}},
                                                           {Qualifier::about, {"environ", ""}}});

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(text)) words.push_back(token.text);
  return words;
}

// « personnes accompagnées » of « personnes accompagnées dans le montage de leur projet »: two
// words that carry meaning tell the indicators apart.
std::size_t enough_of(const std::vector<std::string>& words) {
  std::size_t meaningful = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() > 3) ++meaningful;
    if (meaningful == 2) return i + 1;
  }
  return words.size();
}

std::size_t common(const std::vector<Token>& tokens, std::size_t at,
                   const std::vector<std::string>& words) {
  std::size_t count = 0;
  while (count < words.size() && at + count < tokens.size() &&
         tokens[at + count].text == words[count]) {
    ++count;
  }
  return count;
}

Decimal times(Decimal value, std::int64_t factor) { return {value.thousandths * factor}; }

// Within 5 %.
bool is_about(Decimal value, Decimal claimed) {
  const auto difference = static_cast<double>(value.thousandths - claimed.thousandths);
  return 20 * std::abs(difference) <= static_cast<double>(claimed.thousandths);
}

// True if a claim follows from what is known. A value that is « près de 2600 » lies below 2600.
bool agrees(Qualifier qualifier, Decimal claimed, Decimal value, Precision known) {
  switch (qualifier) {
    case Qualifier::below:
      return known == Precision::nearly ? claimed >= value : value < claimed;
    case Qualifier::above:
      return known == Precision::more_than ? claimed <= value : value > claimed;
    case Qualifier::about:
      return is_about(value, claimed);
    case Qualifier::none:
      break;
  }
  const bool vague =
      known == Precision::nearly || known == Precision::more_than || known == Precision::about;
  return !vague && claimed == value;
}

Decimal percent_of(const Part& rate) {
  return {rate.value.thousandths * 100'000 / rate.base.thousandths};
}

// A percentage is as exact as it is written: 75 stands for all that rounds to 75.
bool agrees_with_rate(Qualifier qualifier, Decimal claimed, const Part& rate) {
  const Decimal percent = percent_of(rate);
  if (qualifier != Qualifier::none) return agrees(qualifier, claimed, percent, Precision::exact);
  const std::int64_t tolerance = claimed.thousandths % 1000 == 0 ? 500 : 50;
  const std::int64_t difference = claimed.thousandths - percent.thousandths;
  return difference <= tolerance && difference >= -tolerance;
}

constexpr std::int64_t most_checked = 1'000'000'000'000;

}  // namespace

// The claims of one text.
class PassageCheck {
 public:
  PassageCheck(const ClaimBook& book, const Record& record, const Passage& passage,
               Diagnostics& out)
      : book_(book), record_(record), passage_(passage), out_(out) {}

  void check() {
    for (const auto& sentence : sentences_of(passage_.text)) {
      tokens_ = &sentence;
      for (std::size_t at = 0; at < sentence.size(); ++at) check_words(at);
    }
  }

 private:
  struct Match {
    const ClaimBook::Words* form = nullptr;
    std::size_t words = 0;
  };

  struct Claim {
    const Total* total = nullptr;
    Decimal value;
    Qualifier qualifier = Qualifier::none;
    std::size_t begin = 0;  // offsets into the passage
    std::size_t end = 0;
    bool noun_only = false;
  };

  [[nodiscard]] const Token& token(std::size_t i) const { return (*tokens_)[i]; }

  [[nodiscard]] bool is_mark(std::size_t i, std::string_view mark) const {
    return i < tokens_->size() && token(i).text == mark;
  }

  [[nodiscard]] Match longest_match(std::size_t at) const {
    Match best;
    for (const ClaimBook::Words& form : book_.forms_) {
      const std::size_t count = common(*tokens_, at, form.words);
      if (count > best.words) best = {&form, count};
    }
    return best;
  }

  void check_words(std::size_t at) {
    const Match match = longest_match(at);
    if (match.words == 0) return;
    Claim claim{.total = match.form->total};
    claim.noun_only = match.words < match.form->enough;
    const std::size_t after = at + match.words;
    if (claim.noun_only && !ends_phrase(after)) return;
    if (read_before(at, claim)) {
      claim.end = token(after - 1).end;
    } else if (claim.noun_only || !read_after(at, after, claim)) {
      return;
    }
    judge(claim);
  }

  // « emplois. », « emplois et … », but not « emplois aidés ».
  [[nodiscard]] bool ends_phrase(std::size_t at) const {
    return at >= tokens_->size() || token(at).form == Token::Form::mark || token(at).text == "et" ||
           token(at).text == "ou";
  }

  // The number that ends before the words, with what qualifies it.
  bool read_before(std::size_t at, Claim& claim) const {
    const bool rate = claim.total->indicator.nature == Nature::rate;
    if (rate && (at == 0 || !is_mark(at - 1, "%"))) return false;
    const std::size_t distance = rate ? 2 : 1;
    return at >= distance && read_number(at - distance, claim);
  }

  // « Personnes accompagnées : près de 2 600 »
  bool read_after(std::size_t begin, std::size_t at, Claim& claim) const {
    if (!is_mark(at, ":")) return false;
    for (std::size_t i = at + 1; i < std::min(at + 4, tokens_->size()); ++i) {
      if (token(i).form != Token::Form::number || !read_number(i, claim)) continue;
      const bool rate = claim.total->indicator.nature == Nature::rate;
      if (rate != is_mark(i + 1, "%")) return false;
      claim.begin = token(begin).begin;
      claim.end = token(i).end;
      return true;
    }
    return false;
  }

  bool read_number(std::size_t at, Claim& claim) const {
    const Token& number = token(at);
    if (number.form != Token::Form::number || !number.value) return false;
    if (number.value->thousandths > most_checked) return false;
    claim.value = *number.value;
    claim.begin = number.begin;
    for (const QualifierWords& known : qualifiers) {
      std::vector<std::string> words;
      for (const std::string_view word : known.words) {
        if (!word.empty()) words.emplace_back(word);
      }
      if (at < words.size() || !stands_at(*tokens_, at - words.size(), words)) continue;
      claim.qualifier = known.qualifier;
      claim.begin = token(at - words.size()).begin;
    }
    return true;
  }

  void judge(const Claim& claim) {
    const auto cuts = cuts_of(claim);
    if (!cuts) return;
    std::optional<std::pair<Part, Cut>> known;
    for (const Cut& cut : *cuts) {
      const auto part = cut_of(*claim.total, book_.records_, cut);
      if (!part || claim.total->entries.empty()) continue;
      if (holds(claim, *part)) return;
      if (!known) known = {*part, cut};
    }
    if (own_figure_holds(claim)) return;
    if (known) {
      if (claim.noun_only && !is_of_the_size(claim, known->first)) return;
      report(claim, known->first, known->second);
    } else if (!claim.noun_only) {
      out_.add(Rule::unverified_figure, span_of(claim), {text_of(claim)});
    }
  }

  static bool holds(const Claim& claim, const Part& part) {
    if (part.base != Decimal{}) return agrees_with_rate(claim.qualifier, claim.value, part);
    return agrees(claim.qualifier, claim.value, part.value, part.precision);
  }

  static bool is_of_the_size(const Claim& claim, const Part& part) {
    return times(claim.value, 2) >= part.value && claim.value <= times(part.value, 2);
  }

  // A statement may repeat what it states, even where a later one counts instead.
  [[nodiscard]] bool own_figure_holds(const Claim& claim) const {
    if (record_.kind->role != Role::statement) return false;
    const std::string& id = claim.total->indicator.id;
    const auto own = stated_figure(record_, id);
    if (own && holds(claim, {"", "", own->value, own->base, own->precision})) return true;
    const auto shares = stated_shares(record_, id);
    return std::any_of(shares.begin(), shares.end(), [&](const StatedShare& share) {
      return holds(claim, {"", "", share.figure.value, share.figure.base, share.figure.precision});
    });
  }

  // What the sentence may speak of; nothing where the ledger cannot tell.
  [[nodiscard]] std::optional<std::vector<Cut>> cuts_of(const Claim& claim) const {
    std::set<std::string> years;
    for (std::size_t i = 0; i < tokens_->size(); ++i) {
      const Token& number = token(i);
      const bool in_claim = number.begin >= claim.begin && number.end <= claim.end;
      if (in_claim || !is_year(number)) continue;
      if (i > 0 && token(i - 1).text == "depuis") return std::nullopt;
      years.insert(number.text);
    }
    std::set<std::string> programmes;
    for (const ClaimBook::Programme& programme : book_.programmes_) {
      for (std::size_t i = 0; i < tokens_->size(); ++i) {
        if (stands_at(*tokens_, i, programme.words)) programmes.insert(programme.slug);
      }
    }
    const bool says_so = !years.empty() || !programmes.empty();
    std::vector<Cut> cuts = combine(years, programmes);
    if (!says_so && record_.kind->role == Role::programme) {
      cuts.push_back({{Dimension::programme, record_.slug}});
    }
    const auto own_year = integer_of(field(record_, "annee"));
    if (!says_so && own_year) cuts.push_back({{Dimension::year, std::to_string(*own_year)}});
    return cuts;
  }

  static std::vector<Cut> combine(const std::set<std::string>& years,
                                  const std::set<std::string>& programmes) {
    std::vector<Cut> cuts(1);
    const auto multiply = [&](Dimension dimension, const std::set<std::string>& keys) {
      if (keys.empty()) return;
      std::vector<Cut> more;
      for (const Cut& cut : cuts) {
        for (const std::string& key : keys) more.emplace_back(cut)[dimension] = key;
      }
      cuts = std::move(more);
    };
    multiply(Dimension::year, years);
    multiply(Dimension::programme, programmes);
    return cuts;
  }

  static bool is_year(const Token& token) {
    return token.form == Token::Form::number && token.text.size() == 4 &&
           (token.text.starts_with("19") || token.text.starts_with("20")) &&
           token.value.has_value() && token.value->thousandths % 1000 == 0;
  }

  void report(const Claim& claim, const Part& part, const Cut& cut) {
    out_.add(
        Rule::contradicted_figure, span_of(claim),
        {text_of(claim), word_figure(claim.total->indicator, part.value, part.precision, part.base),
         shortcut_for(claim.total->indicator, cut)});
  }

  [[nodiscard]] std::string text_of(const Claim& claim) const {
    return passage_.text.substr(claim.begin, claim.end - claim.begin);
  }

  // The claim in the source if it stands there on one line, else its first word.
  [[nodiscard]] Span span_of(const Claim& claim) const {
    const std::string& source = book_.files_[passage_.span.file].text;
    const std::string text = text_of(claim);
    std::size_t found = source.find(text, passage_.span.offset);
    std::size_t length = text.size();
    if (found == std::string::npos) {
      const std::string first = text.substr(0, text.find(' '));
      found = std::min(source.find(first, passage_.span.offset), source.size());
      length = first.size();
    }
    if (found >= source.size()) return passage_.span;
    return {passage_.span.file, static_cast<std::uint32_t>(found),
            static_cast<std::uint32_t>(length)};
  }

  const ClaimBook& book_;
  const Record& record_;
  const Passage& passage_;
  Diagnostics& out_;
  const std::vector<Token>* tokens_ = nullptr;
};

ClaimBook::ClaimBook(std::span<const Total> ledger, std::span<const Record> records,
                     const SourceFiles& files)
    : ledger_(ledger), records_(records), files_(files) {
  for (const Total& total : ledger) {
    for (const std::string* form : {&total.indicator.many, &total.indicator.one}) {
      std::vector<std::string> words = words_of(*form);
      if (words.empty()) continue;
      const std::size_t enough = enough_of(words);
      forms_.push_back({&total, std::move(words), enough});
    }
  }
  for (const Record& record : records) {
    if (record.kind->role != Role::programme) continue;
    for (const std::string_view name :
         {std::string_view(record.slug), text_of(field(record, "titre")),
          text_of(field(record, "sigle"))}) {
      if (!name.empty()) programmes_.push_back({record.slug, words_of(name)});
    }
  }
}

void ClaimBook::check(const Record& record, std::span<const Passage> passages,
                      Diagnostics& out) const {
  const Role role = record.kind->role;
  if (role == Role::achievement) return;
  for (const Passage& passage : passages) PassageCheck(*this, record, passage, out).check();
  for (std::size_t i = 0; i < record.values.size(); ++i) {
    const Field& known = record.kind->fields[i];
    const bool spoken = known.type == Type::text && !known.many &&
                        (role != Role::settings || known.name == "description");
    if (!spoken || !record.values[i].present()) continue;
    const Passage passage{std::string(text_of(&record.values[i])), record.values[i].span};
    PassageCheck(*this, record, passage, out).check();
  }
}

}  // namespace pes
