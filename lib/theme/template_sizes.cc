#include "theme/template_sizes.h"

namespace pes {

namespace {

// Twenty times the largest of the themes that come with pes.
constexpr std::size_t most_bytes = 500000;
constexpr std::size_t kilobyte = 1000;

}  // namespace

bool TemplateSizes::fits(const std::string& name, const SizedTemplate& whole) {
  return add_up(name, whole) <= most_bytes;
}

// Of what is too large, one more than the limit.
std::size_t TemplateSizes::add_up(const std::string& name, const SizedTemplate& whole) {
  const auto report = [&](Span span, const std::string& what) {
    out_.add(Rule::template_too_large, span, {what, most_bytes / kilobyte});
  };
  if (whole.bytes > most_bytes) {
    report({whole.file, 0, 0}, name);
    return most_bytes + 1;
  }
  std::size_t size = whole.bytes;
  for (const Tag& tag : whole.tags) {
    if (tag.form != Tag::Form::partial) continue;
    const std::size_t partial = size_of(tag.name);
    size += partial;
    if (size <= most_bytes) continue;
    if (partial <= most_bytes) report(tag.span, tag.name);
    return most_bytes + 1;
  }
  return size;
}

std::size_t TemplateSizes::size_of(const std::string& partial) {
  const auto known = known_.find(partial);
  if (known != known_.end()) return known->second;
  const auto found = partials_.find(partial);
  if (found == partials_.end() || !open_.insert(partial).second) return 0;
  const std::size_t size = add_up(partial, found->second);
  open_.erase(partial);
  return known_[partial] = size;
}

}  // namespace pes
