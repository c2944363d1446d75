#include "stopwatch.h"

#include <fmt/format.h>

namespace pes {

namespace {

double seconds(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

}  // namespace

void Stopwatch::begin(std::string stage) { stages_.push_back({std::move(stage), Clock::now()}); }

double Stopwatch::total() const {
  return stages_.empty() ? 0 : seconds(Clock::now() - stages_.front().began);
}

std::string Stopwatch::table(const Console& console) {
  const double whole = total();
  begin({});
  std::string out(console.say({"  temps par étape\n", "  time by stage\n"}));
  for (std::size_t i = 0; i + 1 < stages_.size(); ++i) {
    const double time = seconds(stages_[i + 1].began - stages_[i].began);
    // Names have accents, which fmt counts as one column each.
    out += fmt::format("    {:<26}{:>9.1f} ms{:>6.1f} %\n", stages_[i].name, time * 1e3,
                       100 * time / whole);
  }
  return out;
}

}  // namespace pes
