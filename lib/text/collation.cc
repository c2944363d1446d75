#include "text/collation.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace pes {

struct Collator::Impl {
  std::unique_ptr<icu::Collator> collator;
};

Collator::Collator() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(icu::Locale("fr"), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no French collation");
  impl_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

Collator::~Collator() = default;

std::string Collator::key(std::string_view text) const {
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  constexpr std::size_t usual = 256;
  std::string key(usual, '\0');
  const auto write = [&] {
    return impl_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),  // NOLINT
                                       static_cast<std::int32_t>(key.size()));
  };
  const auto size = static_cast<std::size_t>(write());
  const bool whole = size <= key.size();
  key.resize(size);
  if (!whole) write();
  key.shrink_to_fit();
  return key;
}

}  // namespace pes
