#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "theme/template_tags.h"

namespace pes {

/// A template as far as its size goes.
struct SizedTemplate {
  FileId file = no_file;
  std::vector<Tag> tags;
  std::size_t bytes = 0;
};

/// Adds up what templates are with all that they include, since two partials that each include the
/// next one twice double it at every level.
class TemplateSizes {
 public:
  /// Shape: both outlive this; `partials` are by name.
  TemplateSizes(const std::map<std::string, SizedTemplate>& partials, Diagnostics& out)
      : partials_(partials), out_(out) {}

  /// False if a template is too large with all that it includes.
  ///
  /// Errors: the first partial that makes a template too large is reported, in the innermost
  ///         template that is. Partials that include themselves count nothing.
  bool fits(const std::string& name, const SizedTemplate& whole);

 private:
  std::size_t add_up(const std::string& name, const SizedTemplate& whole);
  std::size_t size_of(const std::string& partial);

  const std::map<std::string, SizedTemplate>& partials_;
  Diagnostics& out_;
  std::map<std::string, std::size_t> known_;
  std::set<std::string> open_;
};

}  // namespace pes
