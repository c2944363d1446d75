#include "theme/render.h"

#include <algorithm>
#include <mstch/mstch.hpp>
#include <mutex>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "text/markup.h"

namespace pes {

namespace {

constexpr char separator = '\x1D';

using Names = std::map<std::string, std::string, std::less<>>;

// Under its short names, without what no tag asks for: mstch copies all that a section shows.
mstch::node to_node(const nlohmann::ordered_json& json, const Names& names) {
  if (json.is_string()) return json.get_ref<const std::string&>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_array()) {
    mstch::array array;
    array.reserve(json.size());
    for (const auto& item : json) array.push_back(to_node(item, names));
    return array;
  }
  if (json.is_object()) {
    mstch::map map;
    for (const auto& [key, value] : json.items()) {
      const auto name = names.find(key);
      if (name != names.end()) map.emplace(name->second, to_node(value, names));
    }
    return map;
  }
  return nullptr;
}

// mstch escapes `/` too, and keeps its escape function in a global.
void set_escape_once() {
  static std::once_flag once;
  std::call_once(once, [] { mstch::config::escape = escape_markup; });
}

}  // namespace

Renderer::Renderer(const Theme& theme, const nlohmann::ordered_json& constants)
    : theme_(theme), constants_(constants) {
  set_escape_once();
}

void Renderer::render_each(const Workers& workers, const std::string& layout, std::size_t count,
                           const std::function<nlohmann::ordered_json(std::size_t)>& make_context,
                           const std::function<void(std::size_t, std::string)>& place) const {
  constexpr std::size_t batch_size = 64;
  const PreparedLayout prepared = prepare_layout(theme_, layout, constants_);
  workers.for_ranges(count, batch_size, [&](std::size_t begin, std::size_t end, unsigned) {
    std::vector<nlohmann::ordered_json> contexts;
    for (std::size_t i = begin; i < end; ++i) contexts.push_back(make_context(i));
    std::vector<std::string> texts = render(prepared, contexts);
    for (std::size_t i = begin; i < end; ++i) place(i, std::move(texts[i - begin]));
  });
}

std::vector<std::string> Renderer::render(const std::string& layout,
                                          std::span<const nlohmann::ordered_json> contexts) const {
  return render(prepare_layout(theme_, layout, constants_), contexts);
}

std::vector<std::string> Renderer::render(const PreparedLayout& prepared,
                                          std::span<const nlohmann::ordered_json> contexts) const {
  mstch::array batch;
  batch.reserve(contexts.size());
  for (const auto& context : contexts) batch.push_back(to_node(context, prepared.names));
  mstch::map root;
  for (const auto& [key, value] : constants_.items()) {
    const auto name = prepared.names.find(key);
    if (name != prepared.names.end()) root.emplace(name->second, to_node(value, prepared.names));
  }
  root.emplace("lot", std::move(batch));
  const std::string all = mstch::render("{{#lot}}" + prepared.text + separator + "{{/lot}}", root);
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find(separator, at);
    texts.push_back(prepared.expand(std::string_view(all).substr(at, end - at)));
    at = end + 1;
  }
  if (texts.size() != contexts.size()) throw std::logic_error("a text holds U+001D");
  return texts;
}

}  // namespace pes
