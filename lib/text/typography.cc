#include "text/typography.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/typography/galley.h"
#include "text/typography/marks.h"
#include "text/typography/numbers.h"
#include "text/typography/ordinals.h"
#include "text/typography/quotes.h"
#include "text/typography/words.h"

namespace pes {

namespace {

// The pieces of a block as one text.
struct Joined {
  std::string text;
  std::vector<std::size_t> ends;  // of the pieces
};

Joined join(std::span<const TextPiece> block) {
  Joined joined;
  for (const TextPiece& piece : block) {
    switch (piece.form) {
      case TextPiece::Form::text:
        joined.text += piece.text;
        break;
      case TextPiece::Form::opaque:
        joined.text += opaque_mark;
        break;
      case TextPiece::Form::line_break:
        joined.text += '\n';
        break;
    }
    joined.ends.push_back(joined.text.size());
  }
  return joined;
}

// The bytes that a rule may begin with.
constexpr std::array<bool, 256> make_triggers() {
  std::array<bool, 256> triggers{};
  for (const char byte : std::string_view("!?;:'.-oODMPIVX0123456789\"\xC2\xE2")) {
    triggers[static_cast<unsigned char>(byte)] = true;
  }
  return triggers;
}
constexpr std::array<bool, 256> triggers = make_triggers();

// Characters that begin with C2 or E2.
std::size_t correct_symbol(Galley& galley, std::size_t at) {
  switch (character_at(galley.text(), at)) {
    case U'«':
      set_opening_guillemet(galley, at);
      break;
    case U'»':
      set_closing_guillemet(galley, at);
      break;
    case U'°':
    case U'º':
      set_numero(galley, at);
      break;
    case U'–':
    case U'—':
      return set_dash(galley, at);
    case U'…':
      return set_ellipsis(galley, at);
    default:
      break;
  }
  return at + 1;
}

// What begins at `at`; gives where to read on.
std::size_t correct_at(Galley& galley, std::size_t at) {
  const char byte = galley.text()[at];
  switch (byte) {
    case '!':
    case '?':
    case ';':
    case ':':
      set_mark(galley, at);
      return at + 1;
    case '\'':
      set_apostrophe(galley, at);
      return at + 1;
    case '-':
      return set_dash(galley, at);
    case '.':
      set_abbreviation(galley, at);
      return set_ellipsis(galley, at);
    case 'o':
    case 'O':
      set_ligature(galley, at);
      return at + 1;
    case 'D':
    case 'M':
    case 'P':
      set_title(galley, at);
      return at + 1;
    case 'I':
    case 'V':
    case 'X':
      return set_roman_ordinal(galley, at);
    case '\xC2':
    case '\xE2':
      return correct_symbol(galley, at);
    default:
      return byte >= '0' && byte <= '9' ? set_number(galley, at) : at + 1;
  }
}

// What the rules must know of a text before they read it.
struct Preparation {
  std::vector<Extent> verbatim;
  Quotes quotes;

  Preparation(std::string_view text, const ProperNames& names)
      : verbatim(find_verbatim(text, names)), quotes(pair_quotes(text, verbatim)) {}
};

std::vector<Correction> correct(std::string_view text, const Preparation& prepared) {
  const Quotes& quotes = prepared.quotes;
  Galley galley(text, prepared.verbatim);
  auto quote = quotes.pairs.begin();
  for (std::size_t at = 0; at < text.size();) {
    if (!triggers[static_cast<unsigned char>(text[at])]) {
      ++at;
    } else if (const std::size_t end = galley.skip_verbatim(at); end > at) {
      at = end;
    } else if (quote != quotes.pairs.end() && quote->extent.begin == at) {
      set_quote(galley, *quote);
      at = quote++->extent.end;
    } else {
      at = correct_at(galley, at);
    }
  }
  return galley.corrections();
}

// Writes the runs of a text, piece by piece.
class RunWriter {
 public:
  RunWriter(const Joined& joined, const std::vector<Correction>& corrections)
      : text_(joined.text), next_(corrections.begin()), end_(corrections.end()) {}

  std::vector<TextRun> write(std::size_t piece_end) {
    runs_.clear();
    for (; next_ != end_ && belongs(*next_, piece_end); ++next_) {
      copy_until(next_->extent.begin);
      append(next_->text, next_->superscript);
      at_ = std::max(at_, next_->extent.end);
    }
    copy_until(piece_end);
    return std::move(runs_);
  }

 private:
  static bool belongs(const Correction& correction, std::size_t piece_end) {
    const std::size_t begin = correction.extent.begin;
    return correction.leans_back ? begin <= piece_end : begin < piece_end;
  }

  void copy_until(std::size_t end) {
    if (at_ >= end) return;
    append(slice(text_, {at_, end}), false);
    at_ = end;
  }

  void append(std::string_view text, bool superscript) {
    if (text.empty()) return;
    if (runs_.empty() || runs_.back().superscript != superscript)
      runs_.push_back({"", superscript});
    runs_.back().text += text;
  }

  std::string_view text_;
  std::vector<Correction>::const_iterator next_;
  std::vector<Correction>::const_iterator end_;
  std::size_t at_ = 0;
  std::vector<TextRun> runs_;
};

// Finds the words that the author may want to write otherwise.
class DoubtFinder {
 public:
  DoubtFinder(const Joined& joined, const Preparation& prepared)
      : joined_(joined), prepared_(prepared) {}

  std::vector<TypographicDoubt> find() {
    const std::string_view text = joined_.text;
    for (const std::size_t at : prepared_.quotes.unpaired) {
      add(TypographicDoubt::Kind::odd_quote, {at, at + 1});
    }
    const Galley galley(text, prepared_.verbatim);
    for (std::size_t at = 0; at < text.size();) {
      if (!may_be_doubted(text, at)) {
        ++at;
      } else if (const std::size_t end = galley.skip_verbatim(at); end > at) {
        begin_ = at = end;
      } else {
        begin_ = at = read_word({std::max(letters_begin(text, at), begin_), letters_end(text, at)});
      }
    }
    std::sort(doubts_.begin(), doubts_.end(), [](const auto& a, const auto& b) {
      return a.piece != b.piece ? a.piece < b.piece : a.offset < b.offset;
    });
    return std::move(doubts_);
  }

 private:
  // Words are doubted for « oe », or for the capital that they begin with.
  static bool may_be_doubted(std::string_view text, std::size_t at) {
    const char byte = text[at];
    if (byte == 'o' || byte == 'O') return at + 1 < text.size() && text[at + 1] == 'e';
    return byte == 'A' || byte == 'C' || byte == 'E';
  }

  std::size_t read_word(Extent word) {
    const std::string_view text = joined_.text;
    if (lacks_accent(text, word)) add(TypographicDoubt::Kind::unaccented_capital, word);
    if (lacks_ligature(text, word)) add(TypographicDoubt::Kind::unjoined_ligature, word);
    return word.end;
  }

  void add(TypographicDoubt::Kind kind, Extent word) {
    const auto piece = std::upper_bound(joined_.ends.begin(), joined_.ends.end(), word.begin);
    const std::size_t begin = piece == joined_.ends.begin() ? 0 : *std::prev(piece);
    doubts_.push_back({kind, static_cast<std::size_t>(piece - joined_.ends.begin()),
                       word.begin - begin, std::string(slice(joined_.text, word))});
  }

  const Joined& joined_;
  const Preparation& prepared_;
  std::size_t begin_ = 0;  // of what was not read yet
  std::vector<TypographicDoubt> doubts_;
};

}  // namespace

Typography::Typography(std::span<const std::string> proper_names) {
  std::vector<std::string> kept;
  for (const std::string& name : proper_names) {
    const TextPiece piece{name};
    const bool stays = correct(name, Preparation(name, {})).empty();
    if (!stays || !find_doubts({&piece, 1}).empty()) kept.push_back(name);
  }
  names_ = ProperNames(std::move(kept));
}

SetBlock Typography::set(std::span<const TextPiece> block) const {
  const Joined joined = join(block);
  const Preparation prepared(joined.text, names_);
  const std::vector<Correction> corrections = correct(joined.text, prepared);
  RunWriter writer(joined, corrections);
  SetBlock set;
  set.doubts = DoubtFinder(joined, prepared).find();
  set.runs.reserve(block.size());
  for (std::size_t i = 0; i < block.size(); ++i) {
    set.runs.push_back(writer.write(joined.ends[i]));
    if (block[i].form != TextPiece::Form::text) set.runs.back().clear();
  }
  return set;
}

std::string Typography::set_plain(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  for (const Correction& correction : correct(text, Preparation(text, names_))) {
    out += slice(text, {at, correction.extent.begin});
    out += correction.text;
    at = correction.extent.end;
  }
  return out += text.substr(at);
}

std::vector<TypographicDoubt> Typography::find_doubts(std::span<const TextPiece> block) const {
  const Joined joined = join(block);
  return DoubtFinder(joined, Preparation(joined.text, names_)).find();
}

}  // namespace pes
