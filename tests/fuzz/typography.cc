#include "text/typography.h"

#include "fuzz/properties.h"
#include "fuzz/targets.h"
#include "support/both_ways.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

void setting_twice_is_setting_once(const Typography& typography, const std::string& text) {
  const std::string once = typography.set_plain(text);
  hold_same("setting twice is setting once", once, typography.set_plain(once));
}

void words_are_kept(const Typography& typography, const std::string& text) {
  hold_same("words are kept", letters_for_typography(text),
            letters_for_typography(typography.set_plain(text)));
}

// Between the characters of the second half of the text.
void a_cut_changes_nothing(const Typography& typography, const std::string& text) {
  std::size_t at = text.size() / 2;
  while (at < text.size() && is_continuation(text[at])) ++at;
  const std::vector<TextPiece> block = {{std::string_view(text).substr(0, at)},
                                        {std::string_view(text).substr(at)}};
  const SetBlock set = typography.set(block);
  std::string shown;
  for (const auto& runs : set.runs) {
    for (const TextRun& run : runs) shown += run.text;
  }
  hold_same("where a text is cut changes nothing", typography.set_plain(text), shown);
  for (const TypographicDoubt& doubt : set.doubts) {
    hold(doubt.piece < block.size() && doubt.offset <= block[doubt.piece].text.size(),
         "a doubt stands in its piece", doubt.word);
  }
}

}  // namespace

void hold_typography(std::string_view bytes) {
  const auto text = as_source_text(bytes);
  if (!text) return;
  static const std::vector<std::string> names = {"3ème élément", "Les Jardins du Coeur",
                                                 "Qui ? Quoi"};
  for (const Typography& typography : {Typography(), Typography(names)}) {
    setting_twice_is_setting_once(typography, *text);
    words_are_kept(typography, *text);
    a_cut_changes_nothing(typography, *text);
  }
}

}  // namespace pes::test
