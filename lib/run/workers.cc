#include "run/workers.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace pes {

namespace {

// The exception of the lowest place, whichever comes first in time.
class FirstFailure {
 public:
  void note(std::size_t place) {
    const std::lock_guard lock(mutex_);
    if (failure_ && place_ < place) return;
    failure_ = std::current_exception();
    place_ = place;
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::size_t place_ = 0;
};

}  // namespace

void Workers::for_ranges(
    std::size_t count, const std::function<void(std::size_t, std::size_t, unsigned)>& work) const {
  constexpr std::size_t most_ranges_each = 16;
  const std::size_t longest = count / (std::size_t{count_} * most_ranges_each) + 1;
  std::atomic<std::size_t> next = 0;
  FirstFailure failure;
  const auto take_ranges = [&](unsigned worker) {
    for (;;) {
      const std::size_t begin = next.fetch_add(longest);
      if (begin >= count) return;
      try {
        work(begin, std::min(begin + longest, count), worker);
      } catch (...) {
        failure.note(begin);
      }
    }
  };
  {
    const std::size_t ranges = (count + longest - 1) / longest;
    std::vector<std::jthread> threads;
    for (unsigned worker = 1; worker < std::min<std::size_t>(count_, ranges); ++worker) {
      try {
        threads.emplace_back(take_ranges, worker);
      } catch (const std::system_error&) {
        break;  // the machine gives no more: the others do the work
      }
    }
    take_ranges(0);
  }
  failure.rethrow();
}

}  // namespace pes
