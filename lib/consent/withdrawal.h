#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "records/record.h"
#include "text/date.h"

namespace pes {

/// Where a record says that its consent is withdrawn, or could say so.
struct WithdrawalPlace {
  const Object* block = nullptr;  ///< `consentement`, of the record or else of its photo.
  Span span;                      ///< Of the block.
};

/// Nothing for a record without a block.
std::optional<WithdrawalPlace> withdrawal_place(const Record& record);

/// The bytes of a file with `retrait` set in a block: a new line or entry, or another day where the
/// key is there already. Nothing else changes: byte-order mark, line ends, comments, order and
/// quotes stay.
///
/// Shape:  `bytes` are those of the file on the disk, `text` what read_text_file() made of them.
///         Nothing comes back where the block is written in a way that cannot be edited safely.
std::optional<std::string> with_withdrawal(std::string_view bytes, std::string_view text,
                                           const WithdrawalPlace& place, Date day);

}  // namespace pes
