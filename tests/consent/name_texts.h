#pragma once

#include <string>
#include <utility>
#include <vector>

#include "disguises.h"

namespace pes::test {

/// Texts about one person, family by family.
class List {
 public:
  explicit List(const Somebody& person) : person_(person) {}

  void family(std::string name, Reading reading) {
    family_ = std::move(name);
    reading_ = reading;
  }
  void add(std::string form, std::string text) {
    ++ways_;
    if (text.empty()) return;
    texts_.push_back({family_, std::move(form), "Merci à " + text + " pour tout.", reading_});
  }
  void alone(std::string form, std::string text) {
    ++ways_;
    if (!text.empty()) texts_.push_back({family_, std::move(form), std::move(text), reading_});
  }
  [[nodiscard]] const Somebody& person() const { return person_; }
  [[nodiscard]] std::size_t ways() const { return ways_; }
  std::vector<NameText> take() { return std::move(texts_); }

 private:
  const Somebody& person_;
  std::string family_;
  Reading reading_ = Reading::text;
  std::size_t ways_ = 0;
  std::vector<NameText> texts_;
};

}  // namespace pes::test
