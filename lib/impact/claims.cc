#include "impact/claims.h"

#include <algorithm>
#include <array>
#include <set>

#include "impact/shortcut.h"
#include "impact/wording.h"
#include "text/slug.h"

namespace pes {

namespace {

// So many cuts are a table in prose, which nobody checks by reading.
constexpr std::size_t most_cuts = 24;

constexpr std::array months = {
    std::string_view("janvier"), std::string_view("fevrier"),  std::string_view("mars"),
    std::string_view("avril"),   std::string_view("mai"),      std::string_view("juin"),
    std::string_view("juillet"), std::string_view("aout"),     std::string_view("septembre"),
    std::string_view("octobre"), std::string_view("novembre"), std::string_view("decembre")};

constexpr std::array before_years = {
    std::string_view("en"),      std::string_view("annee"), std::string_view("annees"),
    std::string_view("an"),      std::string_view("de"),    std::string_view("fin"),
    std::string_view("debut"),   std::string_view("des"),   std::string_view("et"),
    std::string_view("a"),       std::string_view("entre"), std::string_view("depuis"),
    std::string_view("sur"),     std::string_view("bilan"), std::string_view("rapport"),
    std::string_view("exercice")};

// Sentences that speak of what is no total.
constexpr std::array unsettled = {std::string_view("objectif"), std::string_view("objectifs"),
                                  std::string_view("chaque"), std::string_view("moyenne"),
                                  std::string_view("entre")};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool starts_upper(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  return (c >= 'A' && c <= 'Z') || c == 0xC3;
}

// The years and the names in some words.
struct Subject {
  std::set<std::string> years;
  std::set<std::string> programmes;
  std::set<std::string> territories;
  bool beyond = false;  // the ledger cannot tell

  [[nodiscard]] bool empty() const { return years.empty() && programmes.empty(); }
};

}  // namespace

// The claims of one text.
class PassageCheck {
 public:
  PassageCheck(const ClaimBook& book, const Record& record, const Passage& passage,
               Diagnostics& out)
      : book_(book), record_(record), passage_(passage), out_(out) {
    for (const auto& sentence : sentences_of(passage.context)) {
      const Subject more = subject_of(passage.context, sentence);
      context_.years.insert(more.years.begin(), more.years.end());
      context_.programmes.insert(more.programmes.begin(), more.programmes.end());
    }
  }

  void check() {
    for (const auto& sentence : sentences_of(passage_.text)) {
      const std::vector<Claim> claims = read_claims(sentence, book_.forms_);
      if (claims.empty()) continue;
      claims_ = claims;
      const Subject subject = subject_of(passage_.text, sentence);
      if (subject.beyond) continue;
      for (const Claim& claim : claims) {
        if (!is_part(sentence, claim)) judge(claim, subject);
      }
    }
  }

 private:
  // « dont 40 emplois consolidés à Dijon » is a part of something that was said before.
  static bool is_part(const std::vector<Token>& sentence, const Claim& claim) {
    for (std::size_t i = 1; i < sentence.size(); ++i) {
      if (sentence[i].begin == claim.begin) return sentence[i - 1].text == "dont";
    }
    return false;
  }

  [[nodiscard]] Subject subject_of(const std::string& text,
                                   const std::vector<Token>& tokens) const {
    Subject subject;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (is_one_of(unsettled, tokens[i].text) && !is_range(tokens, i)) subject.beyond = true;
      if (tokens[i].text == "par" && i + 1 < tokens.size() && tokens[i + 1].text == "an") {
        subject.beyond = true;
      }
      note_year(tokens, i, subject);
      for (const ClaimBook::Name& name : book_.names_) {
        if (names_at(text, tokens, i, name)) {
          (name.dimension == Dimension::programme ? subject.programmes : subject.territories)
              .insert(name.key);
        }
      }
    }
    return subject;
  }

  // « entre 2021 et 2023 »
  static bool is_range(const std::vector<Token>& tokens, std::size_t i) {
    return tokens[i].text == "entre" && i + 1 < tokens.size() && looks_like_year(tokens[i + 1]);
  }

  static bool looks_like_year(const Token& token) {
    return token.form == Token::Form::number && token.text.size() == 4 &&
           (token.text.starts_with("19") || token.text.starts_with("20")) &&
           token.value.has_value();
  }

  // A name of one word is one only with a capital that does not come from its sentence.
  static bool names_at(const std::string& text, const std::vector<Token>& tokens, std::size_t i,
                       const ClaimBook::Name& name) {
    if (!stands_at(tokens, i, name.words)) return false;
    if (name.words.size() > 1) return true;
    const bool acronym =
        tokens[i].end - tokens[i].begin > 1 && starts_upper(text, tokens[i].begin + 1);
    return acronym || (i > 0 && starts_upper(text, tokens[i].begin));
  }

  void note_year(const std::vector<Token>& tokens, std::size_t i, Subject& subject) const {
    const Token& number = tokens[i];
    if (!looks_like_year(number)) return;
    const bool counted = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      const bool labelled = number.begin < claim.end && number.value != claim.value;
      return number.begin >= claim.begin && number.end <= claim.end && !labelled;
    });
    if (counted) return;
    const std::string_view before = i > 0 ? std::string_view(tokens[i - 1].text) : "";
    const std::string_view after =
        i + 1 < tokens.size() ? std::string_view(tokens[i + 1].text) : "";
    if (is_one_of(months, before) || before == "depuis") {
      subject.beyond = true;
    } else if (says_origin(tokens)) {
      return;
    } else if (after != "euros" && after != "€" &&
               (i == 0 || is_one_of(before_years, before) ||
                tokens[i - 1].form == Token::Form::mark)) {
      subject.years.insert(number.text);
    }
  }

  // « depuis sa création en 1998 » speaks of everything.
  static bool says_origin(const std::vector<Token>& tokens) {
    const auto has = [&](std::string_view word) {
      return std::any_of(tokens.begin(), tokens.end(),
                         [&](const Token& token) { return token.text == word; });
    };
    return has("depuis") && (has("creation") || has("origine") || has("debut") || has("debuts"));
  }

  void judge(const Claim& claim, const Subject& subject) {
    if (claim.readings) {
      out_.add(Rule::ambiguous_number, span_of(claim),
               {text_of(claim), claim.readings->whole, claim.readings->fraction});
      return;
    }
    const std::vector<Cut> cuts = cuts_of(subject);
    if (cuts.size() > most_cuts) return;
    std::optional<std::pair<Part, Cut>> known;
    for (const Cut& cut : cuts) {
      if (claim.total->entries.empty()) break;
      const auto part = cut_of(*claim.total, book_.records_, cut);
      if (!part) continue;
      if (holds(claim, *part)) return;
      if (!known) known = {*part, cut};
    }
    if (sum_holds(claim, subject) || sum_holds(claim, context_) || own_figure_holds(claim)) return;
    // What statements say of a place, nobody knows.
    if (!subject.territories.empty()) return;
    if (known) {
      if (claim.noun_only && !is_given(claim, known->first)) return;
      report(claim, known->first, known->second);
    } else if (!claim.noun_only) {
      out_.add(Rule::unverified_figure, span_of(claim), {text_of(claim)});
    }
  }

  // The noun alone says too little, unless the number is the one of the ledger.
  static bool is_given(const Claim& claim, const Part& part) {
    return claim.value == part.value ||
           word_number(claim.total->indicator, part.value, part.precision, part.base)
               .ends_with(format_number(claim.value));
  }

  // « de 2021 à 2023 », « en 2022 et 2023 »
  [[nodiscard]] bool sum_holds(const Claim& claim, const Subject& subject) const {
    if (subject.years.size() < 2 || claim.total->indicator.nature != Nature::cumulative) {
      return false;
    }
    const std::string& last = *subject.years.rbegin();
    Part named;
    Part between;
    named.precision = between.precision = Precision::exact;
    for (const Part& year : break_down(*claim.total, book_.records_, Dimension::year).parts) {
      if (subject.years.contains(year.key)) {
        named.value = add(named.value, year.value).value_or(Decimal{});
      }
      if (year.key >= *subject.years.begin() && year.key <= last) {
        between.value = add(between.value, year.value).value_or(Decimal{});
      }
    }
    return holds(claim, named) || holds(claim, between);
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

  // What a claim may speak of: what its sentence names, else everything and what its surroundings
  // name. Territories come first, since they are the narrowest.
  [[nodiscard]] std::vector<Cut> cuts_of(const Subject& subject) const {
    std::vector<Cut> cuts = combine(subject);
    if (subject.empty()) {
      if (!context_.empty()) {
        const std::vector<Cut> more = combine(context_);
        cuts.insert(cuts.end(), more.begin(), more.end());
      }
      if (record_.kind->role == Role::programme) {
        cuts.push_back({{Dimension::programme, record_.slug}});
      }
      const auto year = integer_of(field(record_, "annee"));
      if (year) cuts.push_back({{Dimension::year, std::to_string(*year)}});
    }
    std::vector<Cut> local;
    for (const std::string& territory : subject.territories) {
      for (const Cut& cut : cuts) local.emplace_back(cut)[Dimension::territory] = territory;
    }
    cuts.insert(cuts.begin(), local.begin(), local.end());
    return cuts;
  }

  static std::vector<Cut> combine(const Subject& subject) {
    std::vector<Cut> cuts(1);
    const auto multiply = [&](Dimension dimension, const std::set<std::string>& keys) {
      if (keys.empty()) return;
      std::vector<Cut> more;
      for (const Cut& cut : cuts) {
        for (const std::string& key : keys) more.emplace_back(cut)[dimension] = key;
      }
      cuts = std::move(more);
    };
    multiply(Dimension::year, subject.years);
    multiply(Dimension::programme, subject.programmes);
    return cuts;
  }

  void report(const Claim& claim, const Part& part, const Cut& cut) {
    const Indicator& indicator = claim.total->indicator;
    const std::string wording = word_figure(indicator, part.value, part.precision, part.base);
    const bool has_shortcut = cut.size() < 2;
    out_.add(Rule::contradicted_figure, span_of(claim),
             {text_of(claim), wording, has_shortcut ? shortcut_for(indicator, cut) : wording});
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
      const std::string first = text.substr(0, text.find_first_of(" \xC2\xE2"));
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
  std::vector<Claim> claims_;  // of the sentence at hand
  Subject context_;
};

ClaimBook::ClaimBook(std::span<const Total> ledger, std::span<const Record> records,
                     const SourceFiles& files)
    : records_(records), files_(files) {
  for (const Total& total : ledger) {
    for (ClaimWords& form : claim_words(total)) forms_.push_back(std::move(form));
  }
  const auto add_name = [&](Dimension dimension, std::string key, std::string_view name) {
    Name known{dimension, std::move(key), {}};
    for (const Token& token : tokenize(name)) known.words.push_back(token.text);
    if (!known.words.empty()) names_.push_back(std::move(known));
  };
  std::set<std::string> territories;
  for (const Record& record : records) {
    if (record.kind->role == Role::programme) {
      add_name(Dimension::programme, record.slug, text_of(field(record, "titre")));
      add_name(Dimension::programme, record.slug, text_of(field(record, "sigle")));
    }
    const std::string_view territory = text_of(field(record, "territoire"));
    if (!territory.empty() && territories.insert(slugify(territory)).second) {
      add_name(Dimension::territory, slugify(territory), territory);
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
    const Passage passage{std::string(text_of(&record.values[i])), record.values[i].span, ""};
    PassageCheck(*this, record, passage, out).check();
  }
}

}  // namespace pes
