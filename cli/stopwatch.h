#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "console.h"

namespace pes {

/// Measures the stages of a run, one after the other; a stage may come again.
class Stopwatch {
 public:
  /// Ends the stage before and begins another.
  void begin(const std::string& stage);

  /// Units: seconds since the first stage began.
  [[nodiscard]] double total() const;

  /// A table of the stages with the time and the share of each, in the order of their first
  /// beginning; the last one ends here.
  [[nodiscard]] std::string table(const Console& console);

 private:
  using Clock = std::chrono::steady_clock;
  struct Stage {
    std::string name;
    Clock::duration time;
  };
  void end();

  Clock::time_point first_;
  Clock::time_point began_;
  std::vector<Stage> stages_;
  std::size_t current_ = 0;  // of stages_
};

}  // namespace pes
