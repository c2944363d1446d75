#pragma once

#include <optional>
#include <vector>

#include "pipeline.h"
#include "publish/name_check.h"

namespace pes {

/// Everybody whom the files of a site are searched for: those of its content and, where that is an
/// earlier state, those whom today's content withholds.
class SearchedPeople {
 public:
  /// Shape: both outlive this.
  SearchedPeople(const Settings& settings, const Content& content);

  /// Shape: the context points into this.
  [[nodiscard]] NameContext context(const ErasureSearch& erasures) const;

 private:
  // The records of the content with those of today behind them.
  struct Both {
    std::vector<Record> records;
    std::vector<Decision> decisions;
    SourceFiles files;
    std::vector<AcceptedName> accepted;
  };
  static Both both_of(const Content& content, const Content& today);

  const Content& content_;
  std::optional<Both> both_;
};

}  // namespace pes
