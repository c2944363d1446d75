#include "publish/document_text.h"

#include <archive.h>
#include <archive_entry.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <memory>

namespace pes {

namespace {

constexpr std::size_t most_unpacked = std::size_t{64} << 20U;

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::string pdf_text(const std::string& bytes) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document || document->is_locked()) return bytes;
  std::string out = utf8(document->metadata()) + "\n";
  for (const std::string& key : document->info_keys()) {
    out += utf8(document->info_key(key)) + "\n";
  }
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) out += utf8(page->text()) + "\n";
  }
  return out;
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

std::string read_entry(archive* zip, std::size_t most) {
  std::string out;
  std::array<char, 16384> buffer{};
  while (out.size() < most) {
    const la_ssize_t got = archive_read_data(zip, buffer.data(), buffer.size());
    if (got <= 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return out;
}

std::string zip_text(const std::string& bytes) {
  const std::unique_ptr<archive, int (*)(archive*)> zip(archive_read_new(), archive_read_free);
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return bytes;
  std::string out;
  archive_entry* entry = nullptr;
  while (out.size() < most_unpacked && archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
    const char* name = archive_entry_pathname_utf8(entry);
    const std::string path = name != nullptr ? name : "";
    const std::string inside = read_entry(zip.get(), most_unpacked - out.size());
    out += path + "\n" + inside + "\n";
    if (path.ends_with(".xml")) out += office_text(inside) + "\n";
  }
  return out.empty() ? bytes : out;
}

}  // namespace

std::string document_text(const std::string& bytes) {
  if (bytes.starts_with("%PDF-")) return pdf_text(bytes);
  if (bytes.starts_with("PK\x03\x04")) return zip_text(bytes);
  return bytes;
}

}  // namespace pes
