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
  const std::int32_t size = impl_->collator->getSortKey(wide, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  impl_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), size);  // NOLINT
  return key;
}

}  // namespace pes
