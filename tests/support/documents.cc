#include "support/documents.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <zlib.h>

namespace pes::test {

namespace {

std::string number(std::size_t value, std::size_t size, bool big_endian) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t shift = 8 * (big_endian ? size - 1 - i : i);
    out += static_cast<char>(value >> shift & 0xFFU);
  }
  return out;
}

// The objects one after the other, and where each begins.
std::string written(const std::map<int, std::string>& objects, std::map<int, std::size_t>& places) {
  std::string out = "%PDF-1.7\n";
  for (const auto& [id, object] : objects) {
    places[id] = out.size();
    out += fmt::format("{} 0 obj\n{}\nendobj\n", id, object);
  }
  return out;
}

std::string end_of_file(std::size_t table) { return fmt::format("startxref\n{}\n%%EOF\n", table); }

}  // namespace

std::string make_zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::size_t room = 65536;
  for (const auto& [name, bytes] : files) room += bytes.size() + 1024;
  std::string out(room, '\0');
  std::size_t used = 0;
  archive* made = archive_write_new();
  archive_write_set_format_zip(made);
  archive_write_open_memory(made, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(made, entry);
    archive_write_data(made, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(made);
  archive_write_free(made);
  out.resize(used);
  return out;
}

std::string pack(std::string_view text) {
  uLongf size = compressBound(text.size());
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
           text.size());
  out.resize(size);
  return out;
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out = number(0xFEFF, 2, big_endian);
  for (const char16_t unit : text) out += number(unit, 2, big_endian);
  return out;
}

std::string png_chunk(std::string_view name, std::string_view data) {
  const std::string inside = std::string(name) + std::string(data);
  const uLong sum =
      crc32(0, reinterpret_cast<const Bytef*>(inside.data()), static_cast<uInt>(inside.size()));
  return number(data.size(), 4, true) + inside + number(sum, 4, true);
}

std::string make_png(std::string_view chunks) {
  const std::string header =
      number(1, 4, true) + number(1, 4, true) + std::string("\x08\0\0\0\0", 5);
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + std::string(chunks) +
         png_chunk("IDAT", pack(std::string_view("\0\0", 2))) + png_chunk("IEND", "");
}

std::string with_segment(const std::string& jpeg, unsigned char marker, std::string_view data) {
  return jpeg.substr(0, 2) + '\xFF' + static_cast<char>(marker) + number(data.size() + 2, 2, true) +
         std::string(data) + jpeg.substr(2);
}

std::string make_exif(std::u16string_view author) {
  constexpr std::size_t xp_author = 0x9C9D;
  constexpr std::size_t behind_the_list = 26;
  const std::string text = utf16(author).substr(2) + std::string(2, '\0');
  return std::string("II*\0\x08\0\0\0\x01\0", 10) + number(xp_author, 2, false) +
         number(1, 2, false) + number(text.size(), 4, false) + number(behind_the_list, 4, false) +
         number(0, 4, false) + text;
}

std::string pdf_stream(std::string dictionary, std::string data) {
  if (dictionary.find("/Filter") == std::string::npos) {
    data = pack(data);
    dictionary += " /Filter /FlateDecode";
  }
  return fmt::format("<<{} /Length {}>>\nstream\n{}\nendstream", dictionary, data.size(), data);
}

std::string make_pdf(const std::map<int, std::string>& objects) {
  std::map<int, std::size_t> places;
  std::string out = written(objects, places);
  const std::size_t table = out.size();
  const int size = objects.rbegin()->first + 1;
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", size);
  for (int id = 1; id < size; ++id) {
    const bool known = places.contains(id);
    out += fmt::format("{:010} {} \n", known ? places[id] : 0, known ? "00000 n" : "65535 f");
  }
  return out + fmt::format("trailer <</Size {} /Root 1 0 R>>\n", size) + end_of_file(table);
}

std::string make_packed_pdf(std::map<int, std::string> objects, const std::string& object,
                            std::size_t padding) {
  constexpr int packed = 20;
  constexpr int holder = 21;
  constexpr int table = 22;
  const std::string list = fmt::format("{} 0 ", packed);
  objects[holder] = pdf_stream(fmt::format("/Type /ObjStm /N 1 /First {}", list.size()),
                               list + object + std::string(padding, ' '));
  std::map<int, std::size_t> places;
  std::string out = written(objects, places);
  places[table] = out.size();
  std::string rows;
  for (int id = 0; id <= table; ++id) {
    const bool known = places.contains(id);
    rows += number(id == packed ? 2 : known ? 1 : 0, 1, true);
    rows += number(id == packed ? holder : known ? places[id] : 0, 4, true);
    rows += '\0';
  }
  out += fmt::format(
      "{} 0 obj\n{}\nendobj\n", table,
      pdf_stream(fmt::format("/Type /XRef /Size {} /W [1 4 1] /Root 1 0 R", table + 1), rows));
  return out + end_of_file(places[table]);
}

std::string pdf_update(const std::string& file, int id, const std::string& object) {
  const std::size_t mark = file.rfind("startxref\n") + 10;
  const std::string previous = file.substr(mark, file.find('\n', mark) - mark);
  const std::string added = fmt::format("{} 0 obj\n{}\nendobj\n", id, object);
  return added +
         fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer <</Size 6 /Root 1 0 R /Prev {}>>\n", id,
                     file.size(), previous) +
         end_of_file(file.size() + added.size());
}

std::map<int, std::string> pdf_page(const std::string& content, const std::string& page,
                                    const std::string& root) {
  return {
      {1, "<</Type /Catalog /Pages 2 0 R " + root + ">>"},
      {2, "<</Type /Pages /Kids [3 0 R] /Count 1>>"},
      {3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " +
              (page.find("/Resources") == std::string::npos ? "/Resources <</Font <</F1 5 0 R>>>> "
                                                            : std::string()) +
              page + ">>"},
      {4, pdf_stream("", content)},
      {5, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"}};
}

std::string pdf_text_at(int x, int y, const std::string& text) {
  return fmt::format("BT /F1 12 Tf {} {} Td ({}) Tj ET\n", x, y, text);
}

}  // namespace pes::test
