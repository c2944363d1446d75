#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "console.h"

namespace pes {

/// Measures the stages of a run, one after the other.
class Stopwatch {
 public:
  /// Ends the stage before and begins another.
  void begin(std::string stage);

  /// Units: seconds since the first stage began.
  [[nodiscard]] double total() const;

  /// A table of the stages with the time and the share of each; the last one ends here.
  [[nodiscard]] std::string table(const Console& console);

 private:
  using Clock = std::chrono::steady_clock;
  struct Stage {
    std::string name;
    Clock::time_point began;
  };
  std::vector<Stage> stages_;
};

}  // namespace pes
