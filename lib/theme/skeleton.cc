#include "theme/skeleton.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "text/markup.h"
#include "theme/template_tags.h"

namespace pes {

namespace {

using Json = nlohmann::json;

// A mark is a number between two of these; no readable source file holds them.
constexpr char raw_mark = '\x1D';
constexpr char escaped_mark = '\x1E';

// What a context holds beside its names. A name ends with a sign that none has, since names may
// hold « - ».
enum class Sign : char {
  end_of_name = ':',
  nothing = '~',
  yes = '+',
  no = '-',
  empty = '?',
  text = '"',
  open_list = '[',
  close_list = ']',
  open_object = '{',
  close_object = '}'
};

std::string_view first_part(std::string_view name) { return name.substr(0, name.find('.')); }

// Collects what templates need, each template once.
class NeedCollector {
 public:
  explicit NeedCollector(const Theme& theme) : theme_(theme) {}

  void collect(const std::string& text) {
    Diagnostics reported_before;
    for (const Tag& tag : read_tags(no_file, text, reported_before)) {
      if (tag.form == Tag::Form::comment) continue;
      if (tag.form == Tag::Form::partial) {
        collect_partial(tag.name);
      } else {
        add(tag.name);
      }
    }
  }

  LayoutNeeds needs;

 private:
  void collect_partial(const std::string& name) {
    const auto partial = theme_.partials.find(name);
    if (partial == theme_.partials.end()) return;
    const std::string& text = partial->second.text;
    if (needs.partials.try_emplace(name, text).second) collect(text);
  }

  void add(std::string_view name) {
    while (!name.empty() && name != ".") {
      const std::string_view part = first_part(name);
      needs.names.emplace(part);
      name.remove_prefix(std::min(part.size() + 1, name.size()));
    }
  }

  const Theme& theme_;
};

void add_form(const Json& json, const AskedNames& names, ContextForm& out) {
  const auto sign = [&](Sign which) { out.form += static_cast<char>(which); };
  switch (json.type()) {
    case Json::value_t::string: {
      const auto& text = json.get_ref<const std::string&>();
      sign(text.empty() ? Sign::empty : Sign::text);
      if (!text.empty()) out.values.emplace_back(text);
      return;
    }
    case Json::value_t::boolean:
      return sign(json.get<bool>() ? Sign::yes : Sign::no);
    case Json::value_t::array:
      sign(Sign::open_list);
      for (const Json& item : json) add_form(item, names, out);
      return sign(Sign::close_list);
    case Json::value_t::object:
      sign(Sign::open_object);
      for (const auto& [key, value] : json.get_ref<const Json::object_t&>()) {
        if (!names.contains(key)) continue;
        out.form += key;
        sign(Sign::end_of_name);
        add_form(value, names, out);
      }
      return sign(Sign::close_object);
    default:
      return sign(Sign::nothing);
  }
}

}  // namespace

LayoutNeeds needs_of(const Theme& theme, const std::string& layout) {
  NeedCollector collector(theme);
  collector.collect(theme.layouts.at(layout).text);
  return std::move(collector.needs);
}

ContextForm form_of(const Json& context, const AskedNames& names) {
  ContextForm out;
  add_form(context, names, out);
  return out;
}

std::string mark_of(std::size_t value) { return raw_mark + std::to_string(value) + raw_mark; }

std::string escape_or_mark(const std::string& text) {
  if (!text.starts_with(raw_mark)) return escape_markup(text);
  std::string mark = text;
  mark.front() = mark.back() = escaped_mark;
  return mark;
}

Skeleton::Skeleton(std::string_view rendered) {
  constexpr auto marks = std::to_array({raw_mark, escaped_mark});
  const std::string_view either(marks.data(), marks.size());
  std::size_t at = 0;
  for (std::size_t begin = rendered.find_first_of(either); begin != std::string_view::npos;
       begin = rendered.find_first_of(either, at)) {
    text_ += rendered.substr(at, begin - at);
    Gap gap{text_.size(), 0, rendered[begin] == raw_mark};
    const std::size_t end = rendered.find(rendered[begin], begin + 1);
    if (end == std::string_view::npos) throw std::logic_error("a layout holds what begins a mark");
    std::from_chars(rendered.data() + begin + 1, rendered.data() + end, gap.value);
    gaps_.push_back(gap);
    at = end + 1;
  }
  text_ += rendered.substr(at);
}

std::string Skeleton::fill(std::span<const std::string_view> values) const {
  std::size_t size = text_.size();
  for (const Gap& gap : gaps_) {
    if (gap.value >= values.size()) throw std::out_of_range("a context of another form");
    size += values[gap.value].size();
  }
  std::string out;
  out.reserve(size);
  std::size_t at = 0;
  for (const Gap& gap : gaps_) {
    out.append(text_, at, gap.at - at);
    at = gap.at;
    if (gap.raw) {
      out += values[gap.value];
    } else {
      append_escaped(values[gap.value], out);
    }
  }
  return out.append(text_, at);
}

const Skeleton& Skeletons::get(const std::string& form, const std::function<Skeleton()>& make) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(form);
    if (known != known_.end()) return known->second;
  }
  Skeleton made = make();
  const std::lock_guard lock(mutex_);
  return known_.try_emplace(form, std::move(made)).first->second;
}

}  // namespace pes
