#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "theme/theme.h"

namespace pes {

/// Each part of each name that tags ask for.
using AskedNames = std::unordered_set<std::string>;

/// What a layout needs to be rendered.
struct LayoutNeeds {
  AskedNames names;
  std::map<std::string, std::string> partials;  ///< Those that it comes to, with their texts.
};

/// Shape: what partials ask for is asked for by the layout.
LayoutNeeds needs_of(const Theme& theme, const std::string& layout);

/// What a context says, parted: `form` is all that decides which parts of a layout show (names,
/// true and false, empty and not empty, how many items), `values` are the texts that are shown.
///
/// Contexts of one form differ in their texts only.
struct ContextForm {
  std::string form;
  std::vector<std::string_view> values;  ///< Views into the context.
};

/// Shape: names that no tag asks for are left out.
ContextForm form_of(const nlohmann::json& context, const AskedNames& names);

/// What stands for one of `values` in the context that mstch gets.
std::string mark_of(std::size_t value);

/// How mstch must escape: a text as markup, a mark as one that says so.
std::string escape_or_mark(const std::string& text);

/// What mstch makes of a layout for every context of one form: a text with gaps.
///
/// So mstch decides once what a form shows, and the pages of that form cost only the copying of
/// their texts.
class Skeleton {
 public:
  /// Shape:  the rendering of a context with the mark of each value in its place.
  explicit Skeleton(std::string_view rendered);

  /// Shape:  the values of a context of the same form.
  /// Errors: std::out_of_range for a context of another form.
  [[nodiscard]] std::string fill(std::span<const std::string_view> values) const;

 private:
  struct Gap {
    std::size_t at;  // in text_
    std::uint32_t value;
    bool raw;  // not escaped
  };

  std::string text_;
  std::vector<Gap> gaps_;
};

/// The skeletons of one layout, by form. Several threads may ask at once.
class Skeletons {
 public:
  /// The skeleton of a form, which `make` is called for where nobody has asked before.
  const Skeleton& get(const std::string& form, const std::function<Skeleton()>& make);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, Skeleton> known_;
};

}  // namespace pes
