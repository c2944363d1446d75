#include "publish/document_text.h"

#include <archive.h>
#include <archive_entry.h>
#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <poppler-toc.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "images/format.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t most_unpacked = std::size_t{64} << 20U;
constexpr int deepest = 4;

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Office programs cut words into runs: only what ends a paragraph or a cell, and what stands for a
// space, separates words.
std::string office_text(std::string_view xml) {
  constexpr auto separators = std::to_array<std::string_view>(
      {"</w:p", "<w:tab", "<w:br", "</text:p", "</text:h", "<text:s", "<text:tab", "<text:line",
       "</table:table-cell", "</si", "</t>", "</a:p", "<?", "<dc:", "</dc:", "<cp:", "</cp:"});
  std::string out;
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] != '<') {
      out += xml[at++];
      continue;
    }
    for (const std::string_view separator : separators) {
      if (xml.substr(at).starts_with(separator)) out += ' ';
    }
    at = std::min(xml.find('>', at), xml.size() - 1) + 1;
  }
  return out;
}

// A word cut at the end of a line goes on in the next one.
std::string without_line_hyphens(std::string text) {
  for (std::size_t at = text.find("-\n"); at != std::string::npos; at = text.find("-\n", at)) {
    text.erase(at, 2);
  }
  return text;
}

// Windows-1252 where it agrees with Latin-1, which all accented letters but « œ » do.
std::string from_latin(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    append_character(out, value == 0x9C ? 0x153 : value == 0x8C ? 0x152 : value);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, std::size_t start, bool big_endian) {
  std::string out;
  for (std::size_t at = start; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit = big_endian ? first * 256U + second : second * 256U + first;
    const bool letter = unit >= 0x20 && (unit < 0xD800 || unit > 0xDFFF);
    append_character(out, letter ? unit : U' ');
  }
  return out;
}

class Reader {
 public:
  DocumentText read(const std::string& bytes) {
    read_any(bytes, 0);
    return std::move(result_);
  }

 private:
  void read_any(const std::string& bytes, int depth) {
    result_.texts.push_back(bytes);
    if (depth > deepest) {
      result_.readable = false;
      return;
    }
    switch (form_of(bytes)) {
      case DocumentForm::text:
        return;
      case DocumentForm::pdf:
        return read_pdf(bytes, depth);
      case DocumentForm::archive:
        return read_archive(bytes, depth);
      case DocumentForm::unknown:
        return read_text(bytes);
    }
  }

  void read_pdf(const std::string& bytes, int depth) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::string whole = bytes.substr(bytes.find("%PDF-"));
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(whole.data(), static_cast<int>(whole.size())));
    if (!document || document->is_locked()) {
      result_.readable = false;
      return;
    }
    std::string out = utf8(document->metadata()) + "\n";
    for (const std::string& key : document->info_keys()) {
      out += utf8(document->info_key(key)) + "\n";
    }
    for (int i = 0; i < document->pages(); ++i) {
      const std::unique_ptr<poppler::page> page(document->create_page(i));
      if (page) out += utf8(page->text()) + "\n";
    }
    const std::unique_ptr<poppler::toc> outline(document->create_toc());
    if (outline) append_outline(*outline->root(), out);
    result_.texts.push_back(without_line_hyphens(out));
    result_.texts.push_back(std::move(out));
    for (const poppler::embedded_file* file : document->embedded_files()) {
      const poppler::byte_array data = file->data();
      result_.texts.push_back(file->name());
      read_any({data.begin(), data.end()}, depth + 1);
    }
  }

  static void append_outline(const poppler::toc_item& item, std::string& out) {
    out += utf8(item.title()) + "\n";
    for (const poppler::toc_item* child : item.children()) append_outline(*child, out);
  }

  void read_archive(const std::string& bytes, int depth) {
    const std::unique_ptr<archive, int (*)(archive*)> opened(archive_read_new(), archive_read_free);
    archive_read_support_filter_gzip(opened.get());
    archive_read_support_format_zip(opened.get());
    archive_read_support_format_tar(opened.get());
    archive_read_support_format_raw(opened.get());
    int state = archive_read_open_memory(opened.get(), bytes.data(), bytes.size());
    archive_entry* entry = nullptr;
    while (state == ARCHIVE_OK || state == ARCHIVE_WARN) {
      state = archive_read_next_header(opened.get(), &entry);
      if (state == ARCHIVE_EOF) return;
      if (state < ARCHIVE_WARN) break;
      read_entry(opened.get(), entry, depth);
    }
    result_.readable = false;
  }

  void read_entry(archive* opened, archive_entry* entry, int depth) {
    const char* name = archive_entry_pathname_utf8(entry);
    const std::string path = name != nullptr ? name : "";
    std::string inside;
    std::array<char, 16384> buffer{};
    la_ssize_t got = 0;
    while (unpacked_ < most_unpacked &&
           (got = archive_read_data(opened, buffer.data(), buffer.size())) > 0) {
      inside.append(buffer.data(), static_cast<std::size_t>(got));
      unpacked_ += static_cast<std::size_t>(got);
    }
    if (got < 0 || unpacked_ >= most_unpacked) result_.readable = false;
    result_.texts.push_back(path);
    if (is_markup(path)) result_.texts.push_back(office_text(inside));
    // Pictures within a document are looked at by their raw bytes alone.
    if (has_image_extension(path)) {
      result_.texts.push_back(std::move(inside));
    } else {
      read_any(inside, depth + 1);
    }
  }

  void read_text(const std::string& bytes) {
    result_.texts.push_back(from_latin(bytes));
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (bytes.find('\0') != std::string::npos) {
      for (const bool big_endian : {false, true}) {
        for (const std::size_t start : {std::size_t{0}, std::size_t{1}}) {
          result_.texts.push_back(from_utf16(bytes, start, big_endian));
        }
      }
      if (!wide) result_.readable = false;
    }
  }

  static bool is_markup(std::string_view path) {
    const std::string name = fold(path);
    return name.ends_with(".xml") || name.ends_with("html") || name.ends_with(".htm") ||
           name.ends_with(".svg");
  }

  DocumentText result_;
  std::size_t unpacked_ = 0;
};

}  // namespace

DocumentText document_text(const std::string& bytes) { return Reader().read(bytes); }

}  // namespace pes
