#include "inspect/html_elements.h"

#include <algorithm>
#include <array>

namespace pes {

namespace {

struct Family {
  std::uint32_t traits = 0;
  std::string_view names;
};

constexpr auto families = std::to_array<Family>(
    {{0,
      "abbr audio b bdi bdo body caption cite code colgroup del dfn em head html i ins "
      "kbd label legend mark optgroup option output picture q s samp small span strong "
      "sub sup time tr u var video"},
     {lonely, "a button select"},
     {block,
      "address article aside blockquote dd details div dl dt fieldset figcaption figure "
      "footer header li main nav ol p pre section summary table ul"},
     {empty, "br col img input source wbr"},
     {block | lonely, "form"},
     {block | heading, "h1 h2 h3 h4 h5 h6"},
     {block | empty, "hr"},
     {empty | in_head, "link meta"},
     {in_head | raw, "script style"},
     {row_group, "tbody tfoot thead"},
     {cell, "td th"},
     {in_head | replaceable | only_in_head, "title"}});

constexpr std::size_t element_count = 96;

constexpr std::array<Element, element_count> make_elements() {
  std::array<Element, element_count> out{};
  std::size_t count = 0;
  for (const Family& family : families) {
    for (std::string_view names = family.names; !names.empty();) {
      const std::size_t end = std::min(names.find(' '), names.size());
      out.at(count++) = {names.substr(0, end), family.traits};
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return out;
}
constexpr std::array<Element, element_count> elements = make_elements();

constexpr std::size_t longest_name = 10;
constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::string_view name) {
  std::size_t hash = name.size();
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return (hash ^ hash >> 9U) % slots;
}

// Index + 1 into the elements, by the slot of the name or one behind it.
constexpr std::array<std::uint8_t, slots> make_slots() {
  std::array<std::uint8_t, slots> table{};
  for (std::size_t i = 0; i < elements.size() && !elements[i].name.empty(); ++i) {
    std::size_t slot = slot_of(elements[i].name);
    while (table[slot] != 0) slot = (slot + 1) % slots;
    table[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return table;
}
constexpr std::array<std::uint8_t, slots> slot_table = make_slots();

}  // namespace

const Element* find_element(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return nullptr;
  for (std::size_t slot = slot_of(name); slot_table[slot] != 0; slot = (slot + 1) % slots) {
    const Element& element = elements[slot_table[slot] - 1];
    if (element.name == name) return &element;
  }
  return nullptr;
}

}  // namespace pes
