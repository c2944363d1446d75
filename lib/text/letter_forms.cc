#include "text/letter_forms.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <array>
#include <atomic>
#include <cassert>
#include <deque>
#include <memory>
#include <mutex>

#include "text/utf8.h"

namespace pes {

namespace {

bool has_category(UChar32 c, std::uint32_t mask) { return (U_GET_GC_MASK(c) & mask) != 0; }

bool shows_nothing(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         has_category(c, U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK);
}

// Small raised figures and numbered circles are notes behind a word; apostrophes and other signs of
// their kind stand between words, whatever Unicode calls them.
bool stands_between(UChar32 c) {
  if (has_category(c, U_GC_NO_MASK)) return true;
  return has_category(c, U_GC_LM_MASK) && c >= 0x2B9 && c <= 0x2DF;
}

bool is_of_word(UChar32 c) { return has_category(c, U_GC_L_MASK | U_GC_N_MASK); }

// White letters in black circles and squares, and those of flags, which Unicode takes for signs.
char enclosed_letter(UChar32 c) {
  for (const UChar32 first : {0x1F150, 0x1F170, 0x1F1E6}) {
    if (c >= first && c < first + 26) return static_cast<char>('a' + (c - first));
  }
  return '\0';
}

icu::UnicodeString normalized(const icu::Normalizer2* form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = form->normalize(text, status);
  assert(U_SUCCESS(status));
  return out;
}

// Letters of western Europe that are no letter with an accent, as Latin-ASCII has them.
const char* common_latin(UChar32 c) {
  switch (c) {
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'ə':
      return "e";
    case U'ð':
    case U'đ':
      return "d";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ĸ':
      return "q";
    case U'ł':
      return "l";
    case U'ŋ':
      return "n";
    case U'ŧ':
      return "t";
    default:
      return nullptr;
  }
}

// One letter after the other, read with ICU. Not for several threads at once.
class Folding {
 public:
  Folding() {
    UErrorCode status = U_ZERO_ERROR;
    case_folding_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
    decomposing_ = icu::Normalizer2::getNFDInstance(status);
    assert(U_SUCCESS(status));
  }
  ~Folding() {
    if (spoofs_ != nullptr) uspoof_close(spoofs_);
  }
  Folding(const Folding&) = delete;
  Folding& operator=(const Folding&) = delete;

  [[nodiscard]] LetterForm form_of(UChar32 c) {
    if (shows_nothing(c)) return {LetterForm::Role::invisible, false, {}};
    if (stands_between(c)) return {};
    const bool capital = u_isUUppercase(c) != 0;
    if (const char letter = enclosed_letter(c); letter != 0) {
      return {LetterForm::Role::letter, capital, {letter}};
    }
    std::string folded = bare_letters(normalized(case_folding_, icu::UnicodeString(c)));
    if (folded.empty()) return {};
    return {LetterForm::Role::letter, capital, std::move(folded)};
  }

 private:
  // The letters and digits of a text in small letters, without what stands on and around them.
  [[nodiscard]] std::string bare_letters(const icu::UnicodeString& text) {
    const icu::UnicodeString parts = normalized(decomposing_, text);
    std::string out;
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const UChar32 c = parts.char32At(i);
      if (is_of_word(c)) out += as_latin(c);
    }
    return out;
  }

  [[nodiscard]] std::string as_latin(UChar32 c) {
    std::string out;
    if (c < 0x80 || !has_category(c, U_GC_L_MASK)) {
      append_character(out, static_cast<char32_t>(c));
      return out;
    }
    if (const char* letters = common_latin(c)) return letters;
    UErrorCode status = U_ZERO_ERROR;
    if (uscript_getScript(c, &status) == USCRIPT_LATIN) {
      icu::UnicodeString letter(c);
      latin().transliterate(letter);
      letter.foldCase().toUTF8String(out);
      if (letter.length() != 1 || letter[0] < 0x80) return out;
      out.clear();
    }
    // The small letter first, so that both cases of a letter stay the same.
    for (const UChar32 form : {c, u_toupper(c)}) {
      const char like = latin_lookalike(form);
      if (like != 0) return {like};
    }
    append_character(out, static_cast<char32_t>(c));
    return out;
  }

  [[nodiscard]] char latin_lookalike(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    if (spoofs_ == nullptr) spoofs_ = uspoof_open(&status);
    assert(U_SUCCESS(status));
    icu::UnicodeString like;
    uspoof_getSkeletonUnicodeString(spoofs_, 0, icu::UnicodeString(c), like, &status);
    like.foldCase();
    const bool one = U_SUCCESS(status) && like.length() == 1;
    return one && like[0] >= u'a' && like[0] <= u'z' ? static_cast<char>(like[0]) : '\0';
  }

  // Made when first needed: ICU then looks through the rules of all languages.
  const icu::Transliterator& latin() {
    UErrorCode status = U_ZERO_ERROR;
    if (!latin_) {
      latin_.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    }
    assert(U_SUCCESS(status));
    return *latin_;
  }

  const icu::Normalizer2* case_folding_ = nullptr;
  const icu::Normalizer2* decomposing_ = nullptr;
  std::unique_ptr<icu::Transliterator> latin_;
  USpoofChecker* spoofs_ = nullptr;
};

// The forms of the characters that were met so far.
class Forms {
 public:
  const LetterForm& of(char32_t character) {
    const std::atomic<Page*>& page = pages_.at(character / page_size);
    if (const Page* known = page.load(std::memory_order_acquire)) {
      const LetterForm* form = (*known)[character % page_size].load(std::memory_order_acquire);
      if (form != nullptr) return *form;
    }
    return make(character);
  }

 private:
  static constexpr char32_t page_size = 256;
  using Page = std::array<std::atomic<const LetterForm*>, page_size>;

  const LetterForm& make(char32_t character) {
    const std::scoped_lock lock(mutex_);
    std::atomic<Page*>& page = pages_.at(character / page_size);
    if (page.load() == nullptr) page.store(&made_pages_.emplace_back(), std::memory_order_release);
    std::atomic<const LetterForm*>& place = (*page.load())[character % page_size];
    if (place.load() == nullptr) {
      made_.push_back(folding_.form_of(static_cast<UChar32>(character)));
      place.store(&made_.back(), std::memory_order_release);
    }
    return *place.load();
  }

  std::array<std::atomic<Page*>, 0x110000 / page_size> pages_{};
  std::mutex mutex_;
  Folding folding_;
  std::deque<Page> made_pages_;
  std::deque<LetterForm> made_;
};

}  // namespace

const LetterForm& letter_form(char32_t character) {
  static Forms forms;
  static const LetterForm none;
  return character < 0x110000 ? forms.of(character) : none;
}

}  // namespace pes
