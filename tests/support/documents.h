#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pes::test {

/// A ZIP archive of files: name, bytes.
std::string make_zip(const std::vector<std::pair<std::string, std::string>>& files);

/// What zlib makes of a text.
std::string pack(std::string_view text);

/// UTF-16 with a mark of its order.
std::string utf16(std::u16string_view text, bool big_endian = false);

/// A chunk of a PNG, and a PNG of one pixel with such chunks in it.
std::string png_chunk(std::string_view name, std::string_view data);
std::string make_png(std::string_view chunks);

/// A JPEG with one more segment at its beginning.
std::string with_segment(const std::string& jpeg, unsigned char marker, std::string_view data);

/// EXIF data with an author as Windows writes it (XPAuthor, in UTF-16).
std::string make_exif(std::u16string_view author);

/// A PDF stream, packed unless its dictionary names a filter.
std::string pdf_stream(std::string dictionary, std::string data);

/// A PDF file of these objects, of which 1 is the root.
std::string make_pdf(const std::map<int, std::string>& objects);

/// The same with one object, of the number 20, in an object stream that ends with `padding` spaces.
std::string make_packed_pdf(std::map<int, std::string> objects, const std::string& object,
                            std::size_t padding = 0);

/// What is added to a PDF file of pdf_page() for another version of one object of it.
std::string pdf_update(const std::string& file, int number, const std::string& object);

/// The objects of a PDF file of one page: 1 the root, 3 the page, 4 its content, 5 a font /F1;
/// `page` and `root` are added to the dictionaries of these two.
std::map<int, std::string> pdf_page(const std::string& content, const std::string& page = "",
                                    const std::string& root = "");

/// Content that shows a text at a place of the page.
std::string pdf_text_at(int x, int y, const std::string& text);

}  // namespace pes::test
