#pragma once

#include <cstddef>
#include <functional>

namespace pes {

/// Threads for pieces of work that do not need each other.
///
/// What is done does not depend on their number: each piece puts its result where its index says.
class Workers {
 public:
  /// Shape: at least one, the calling thread itself.
  explicit Workers(unsigned count = 1) : count_(count > 0 ? count : 1) {}

  [[nodiscard]] unsigned count() const { return count_; }

  /// Calls `work` with ranges that together are 0 to `count`, several for each worker, and returns
  /// when all are done.
  ///
  /// Shape:  `work(begin, end, worker)`; a worker, from 0 to count() - 1, does one range at a time.
  /// Errors: where pieces fail, the exception of the first of them; the others are still done.
  void for_ranges(std::size_t count,
                  const std::function<void(std::size_t, std::size_t, unsigned)>& work) const;

  /// The same piece by piece: `work(index)`.
  template <typename Work>
  void for_each(std::size_t count, Work work) const {
    for_ranges(count, [&](std::size_t begin, std::size_t end, unsigned) {
      for (std::size_t i = begin; i < end; ++i) work(i);
    });
  }

 private:
  unsigned count_;
};

}  // namespace pes
