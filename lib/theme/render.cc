#include "theme/render.h"

#include <mstch/mstch.hpp>
#include <mutex>
#include <nlohmann/json.hpp>

namespace pes {

namespace {

using Json = nlohmann::json;

// Without what no tag asks for, since mstch copies all that a section shows. `show` makes of a text
// that is not empty what mstch shows.
template <typename Show>
mstch::node to_node(const Json& json, const AskedNames& names, Show show) {
  switch (json.type()) {
    case Json::value_t::string: {
      const auto& text = json.get_ref<const std::string&>();
      return text.empty() ? std::string() : show(text);
    }
    case Json::value_t::boolean:
      return json.get<bool>();
    case Json::value_t::array: {
      mstch::array array;
      array.reserve(json.size());
      for (const Json& item : json) array.push_back(to_node(item, names, show));
      return array;
    }
    case Json::value_t::object: {
      mstch::map map;
      for (const auto& [key, value] : json.get_ref<const Json::object_t&>()) {
        if (names.contains(key)) map.emplace(key, to_node(value, names, show));
      }
      return map;
    }
    default:
      return nullptr;
  }
}

// mstch escapes `/` too, and keeps its escape function in a global.
void set_escape_once() {
  static std::once_flag once;
  std::call_once(once, [] { mstch::config::escape = escape_or_mark; });
}

}  // namespace

Renderer::Renderer(const Theme& theme, const std::string& layout, nlohmann::json constants)
    : text_(theme.layouts.at(layout).text),
      constants_(std::move(constants)),
      needs_(needs_of(theme, layout)) {
  set_escape_once();
}

std::string Renderer::render(const nlohmann::json& context) {
  const ContextForm form = form_of(context, needs_.names);
  const auto make = [&] {
    std::size_t values = 0;
    const auto mark = [&](const std::string& /*text*/) { return mark_of(values++); };
    const auto keep = [](const std::string& text) { return text; };
    auto root = boost::get<mstch::map>(to_node(context, needs_.names, mark));
    root.merge(boost::get<mstch::map>(to_node(constants_, needs_.names, keep)));
    return Skeleton(mstch::render(text_, root, needs_.partials));
  };
  return skeletons_.get(form.form, make).fill(form.values);
}

}  // namespace pes
