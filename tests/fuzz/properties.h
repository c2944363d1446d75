#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "diagnostics/source.h"

namespace pes::test {

/// A property of the program that does not hold for an input.
class Broken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Errors: Broken with the property, and what was seen.
void hold(bool holds, std::string_view property, std::string_view seen = {});
void hold_same(std::string_view property, std::string_view expected, std::string_view actual);

/// The bytes as read_text_file() would give them to the rest of the program; nothing where it tells
/// that they cannot be trusted.
std::optional<std::string> as_source_text(std::string_view bytes);

/// A place is within its file, and between characters.
void hold_place(const SourceFiles& files, Span span, std::string_view what);

/// Every finding and every mend of it has its place, and can be told.
void hold_findings(const SourceFiles& files, const Diagnostics& found);

/// The letters and digits of a text, in their order.
std::string letters_of(std::string_view text);

}  // namespace pes::test
