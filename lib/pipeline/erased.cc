#include "pipeline/erased.h"

namespace pes {

Erasures find_erased(const Settings& settings, const Content& content, Diagnostics& out) {
  Erasures erasures{content.erasures, settings.erasure_key};
  if (erasures.known.names.empty()) return erasures;
  if (!erasures.known.opens_with(erasures.key)) {
    out.add(Rule::erasure_key, erasures.known.head);
    erasures.known.names.clear();
    return erasures;
  }
  WordSet words;
  for (const SourceFile& file : content.files) {
    collect_words(file.path, words);
    collect_words(file.text, words);
  }
  for (const std::string& file : content.media) collect_words(file, words);
  erasures.people = erased_people(erasures.known, words, erasures.key);
  return erasures;
}

}  // namespace pes
