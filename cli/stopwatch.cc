#include "stopwatch.h"

#include <fmt/format.h>

#include <algorithm>

namespace pes {

namespace {

double seconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

}  // namespace

void Stopwatch::begin(const std::string& stage) {
  end();
  const auto known = std::find_if(stages_.begin(), stages_.end(),
                                  [&](const Stage& other) { return other.name == stage; });
  current_ = static_cast<std::size_t>(known - stages_.begin());
  if (known == stages_.end()) stages_.push_back({stage, {}});
}

void Stopwatch::end() {
  const Clock::time_point now = Clock::now();
  if (stages_.empty()) {
    first_ = now;
  } else {
    stages_[current_].time += now - began_;
  }
  began_ = now;
}

double Stopwatch::total() const { return stages_.empty() ? 0 : seconds(Clock::now() - first_); }

std::string Stopwatch::table(const Console& console) {
  end();
  const double whole = total();
  std::string out(console.say({"  temps par étape\n", "  time by stage\n"}));
  for (const Stage& stage : stages_) {
    const double time = seconds(stage.time);
    // Names have accents, which fmt counts as one column each.
    out += fmt::format("    {:<26}{:>9.1f} ms{:>6.1f} %\n", stage.name, time * 1e3,
                       100 * time / whole);
  }
  return out;
}

}  // namespace pes
