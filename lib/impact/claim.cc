#include "impact/claim.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "impact/wording.h"

namespace pes {

namespace {

constexpr std::size_t widest_gap = 2;    // « personnes ont été accompagnées »
constexpr std::size_t label_length = 6;  // « Personnes accompagnées en 2024 : »
constexpr std::int64_t most_checked = 1'000'000'000'000'000'000;

struct QualifierWords {
  Qualifier qualifier;
  std::array<std::string_view, 2> words;  // the second may be empty
};
constexpr auto qualifiers = std::to_array<QualifierWords>({{Qualifier::below, {"pres", "de"}},
                                                           {Qualifier::below, {"moins", "de"}},
                                                           {Qualifier::below, {"presque", ""}},
                                                           {Qualifier::above, {"plus", "de"}},
                                                           {Qualifier::at_least, {"au", "moins"}},
                                                           {Qualifier::about, {"quelque", ""}},
                                                           {Qualifier::about, {"environ", ""}}});

bool is_word(const Token& token) { return token.form == Token::Form::word; }
bool is_number(const Token& token) { return token.form == Token::Form::number; }
bool is_dash(const Token& token) { return token.text == "–" || token.text == "—"; }

// Finds the claims around the words of indicators.
class ClaimReader {
 public:
  ClaimReader(const std::vector<Token>& tokens, const std::vector<ClaimWords>& forms)
      : tokens_(tokens), forms_(forms) {}

  std::vector<Claim> read() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Match match = best_match(at);
      if (match.form != nullptr) add_claim(at, match);
    }
    return std::move(claims_);
  }

 private:
  struct Match {
    const ClaimWords* form = nullptr;
    std::size_t end = 0;    // behind the last word
    std::size_t words = 0;  // of the form, in a row
    bool noun_only = true;
  };

  // The second meaning word may stand a little further: « personnes ont été accompagnées ».
  [[nodiscard]] Match match_at(std::size_t at, const ClaimWords& form) const {
    Match match{&form, at, 0, true};
    while (match.words < form.words.size() && match.end < tokens_.size() &&
           tokens_[match.end].text == form.words[match.words]) {
      ++match.words;
      ++match.end;
    }
    if (match.words == 0) return {};
    const bool rate = form.total->indicator.nature == Nature::rate;
    const bool all = match.words == form.words.size();
    match.noun_only = rate ? !all : form.second == 0 ? !all : match.words <= form.second;
    if (!match.noun_only || rate) return match;
    for (std::size_t i = match.end; i < std::min(match.end + widest_gap + 1, tokens_.size()); ++i) {
      if (!is_word(tokens_[i])) break;
      if (tokens_[i].text != form.words[form.second]) continue;
      match.end = i + 1;
      match.noun_only = false;
      break;
    }
    return match;
  }

  [[nodiscard]] Match best_match(std::size_t at) const {
    Match best;
    for (const ClaimWords& form : forms_) {
      const Match match = match_at(at, form);
      if (match.form == nullptr) continue;
      const bool better = best.form == nullptr || (best.noun_only && !match.noun_only) ||
                          (best.noun_only == match.noun_only && match.words > best.words);
      if (better) best = match;
    }
    return best;
  }

  void add_claim(std::size_t at, const Match& match) {
    Claim claim{.total = match.form->total, .noun_only = match.noun_only};
    const bool rate = claim.total->indicator.nature == Nature::rate;
    if (rate && match.noun_only) return;
    if (read_before(at, match, claim)) {
      claim.end = tokens_[match.end - 1].end;
    } else if (read_after(match, claim)) {
      // « Emplois : 1200 » at the beginning is a label, and says all that a full name would.
      claim.noun_only = claim.noun_only && at > 0;
      claim.begin = tokens_[at].begin;
    } else {
      return;
    }
    claims_.push_back(claim);
  }

  // « près de 2 600 personnes », « 2 600 nouvelles personnes accompagnées »
  bool read_before(std::size_t at, const Match& match, Claim& claim) const {
    if (at == 0) return false;
    if (claim.total->indicator.nature == Nature::rate) {
      return at >= 2 && tokens_[at - 1].text == "%" && read_number(at - 2, claim);
    }
    if (read_number(at - 1, claim)) return true;
    return !match.noun_only && at >= 2 && is_word(tokens_[at - 1]) && read_number(at - 2, claim);
  }

  // « personnes accompagnées en 2024 : 216 », « … – 216 », « … est de 216 »
  bool read_after(const Match& match, Claim& claim) const {
    const std::size_t last = std::min(match.end + label_length, tokens_.size());
    for (std::size_t i = match.end; i < last; ++i) {
      const bool mark = tokens_[i].text == ":" || is_dash(tokens_[i]);
      const bool is_of =
          i + 1 < tokens_.size() && tokens_[i].text == "est" && tokens_[i + 1].text == "de";
      if (mark || is_of) return read_labelled(is_of ? i + 2 : i + 1, claim);
      if (match.noun_only || tokens_[i].text == "," || tokens_[i].text == "et") return false;
    }
    return false;
  }

  bool read_labelled(std::size_t at, Claim& claim) const {
    for (std::size_t i = at; i < std::min(at + 3, tokens_.size()); ++i) {
      if (!is_number(tokens_[i])) continue;
      const bool percent = i + 1 < tokens_.size() && tokens_[i + 1].text == "%";
      const bool rate = claim.total->indicator.nature == Nature::rate;
      if (rate != percent || !read_number(i, claim)) return false;
      claim.end = tokens_[i].end;
      return true;
    }
    return false;
  }

  bool read_number(std::size_t at, Claim& claim) const {
    const Token& number = tokens_[at];
    if (!is_number(number)) return false;
    claim.readings = two_readings(number.text);
    const auto value = claim.readings ? parse_decimal(claim.readings->whole) : number.value;
    if (!value || value->thousandths > most_checked) return false;
    claim.value = *value;
    claim.begin = number.begin;
    for (const QualifierWords& known : qualifiers) {
      std::vector<std::string> words;
      for (const std::string_view word : known.words) {
        if (!word.empty()) words.emplace_back(word);
      }
      if (at < words.size() || !stands_at(tokens_, at - words.size(), words)) continue;
      claim.qualifier = known.qualifier;
      claim.begin = tokens_[at - words.size()].begin;
    }
    return true;
  }

  const std::vector<Token>& tokens_;
  const std::vector<ClaimWords>& forms_;
  std::vector<Claim> claims_;
};

// Within 5 %.
bool is_about(Decimal value, Decimal claimed) {
  const auto difference =
      static_cast<double>(value.thousandths) - static_cast<double>(claimed.thousandths);
  return 20 * std::abs(difference) <= static_cast<double>(claimed.thousandths);
}

bool agrees(Qualifier qualifier, Decimal claimed, Decimal value, Precision known) {
  const bool vague =
      known == Precision::nearly || known == Precision::more_than || known == Precision::about;
  switch (qualifier) {
    case Qualifier::below:
      return known == Precision::nearly ? claimed >= value : value < claimed;
    case Qualifier::above:
      return known == Precision::more_than ? claimed <= value : value > claimed;
    case Qualifier::at_least:
      return known == Precision::nearly ? value > claimed : value >= claimed;
    case Qualifier::about:
      return is_about(value, claimed);
    case Qualifier::none:
      break;
  }
  return !vague && claimed == value;
}

bool agrees_with_rate(const Claim& claim, const Part& rate) {
  const auto share = static_cast<long double>(rate.value.thousandths) /
                     static_cast<long double>(rate.base.thousandths);
  const Decimal percent{std::llround(100'000 * share)};
  if (claim.qualifier != Qualifier::none) {
    return agrees(claim.qualifier, claim.value, percent, Precision::exact);
  }
  const std::int64_t tolerance = claim.value.thousandths % 1000 == 0 ? 500 : 50;
  return std::abs(claim.value.thousandths - percent.thousandths) <= tolerance;
}

}  // namespace

std::vector<ClaimWords> claim_words(const Total& total) {
  std::vector<ClaimWords> forms;
  for (const std::string* form : {&total.indicator.many, &total.indicator.one}) {
    ClaimWords words{&total, {}, 0};
    for (const Token& token : tokenize(*form)) words.words.push_back(token.text);
    if (words.words.empty()) continue;
    std::size_t meaningful = 0;
    for (std::size_t i = 0; i < words.words.size() && words.second == 0; ++i) {
      if (words.words[i].size() > 3 && ++meaningful == 2) words.second = i;
    }
    forms.push_back(std::move(words));
  }
  return forms;
}

std::vector<Claim> read_claims(const std::vector<Token>& sentence,
                               const std::vector<ClaimWords>& forms) {
  return ClaimReader(sentence, forms).read();
}

bool holds(const Claim& claim, const Part& part) {
  if (part.base != Decimal{}) return agrees_with_rate(claim, part);
  return agrees(claim.qualifier, claim.value, part.value, part.precision);
}

}  // namespace pes
