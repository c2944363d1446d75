#include "publish/pdf_pages.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "text/utf8.h"

namespace pes {

namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter_or_digit(next_character(text, at))) return true;
  }
  return false;
}

// A word cut at the end of a line goes on in the next one.
std::string without_line_hyphens(std::string_view text) {
  constexpr auto hyphens = std::to_array<std::string_view>({"-\n", "\xC2\xAD\n", "\xE2\x80\x90\n"});
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto hyphen = std::find_if(hyphens.begin(), hyphens.end(), [&](std::string_view one) {
      return text.substr(at).starts_with(one);
    });
    if (hyphen == hyphens.end()) {
      out += text[at++];
    } else {
      at += hyphen->size();
    }
  }
  return out;
}

using Page = poppler::page;

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\f' || c == '\t';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

// The text of all pages in one layout, and the squares of their words.
std::string read_layout(const poppler::document& document, Page::text_layout_enum layout,
                        PdfPages& out, std::size_t& squares) {
  std::string text;
  for (int i = 0; i < document.pages(); ++i) {
    const std::unique_ptr<Page> page(document.create_page(i));
    out.readable = out.readable && page != nullptr;
    if (page == nullptr) continue;
    const std::string one = utf8(page->text({}, layout));
    const std::size_t words = count_words(one);
    squares += words * words;
    text += one + "\n";
  }
  return text;
}

}  // namespace

PdfPages read_pdf_pages(const std::string& bytes, std::size_t most) {
  constexpr auto layouts = std::to_array<Page::text_layout_enum>(
      {Page::raw_order_layout, Page::physical_layout, Page::non_raw_non_physical_layout});
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  PdfPages out;
  out.readable = document != nullptr && !document->is_locked();
  if (!out.readable) return out;
  for (const Page::text_layout_enum layout : layouts) {
    std::size_t squares = 0;
    std::string text = read_layout(*document, layout, out, squares);
    out.empty = out.empty && !has_letter(text);
    out.texts.push_back(without_line_hyphens(text));
    out.texts.push_back(std::move(text));
    out.crowded = squares > most;
    if (out.crowded) break;
  }
  return out;
}

}  // namespace pes
