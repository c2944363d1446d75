#pragma once

#include <cstddef>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <vector>

namespace pes {

/// True if the streams that hold a file's objects unpack to more than `most` bytes, or are packed
/// in another way than programs do: they are unpacked whole before anything of the file is known.
bool unpacks_too_far(std::string_view bytes, std::size_t most);

/// The filters of a stream, in the order in which they unpack it.
std::vector<std::string> filters_of(QPDFObjectHandle stream_dictionary);

/// True if a font tells which letters its glyphs are, without which its text cannot be read.
///
/// Source: ISO 32000-1, 9.10.2.
bool says_letters(QPDFObjectHandle font);

/// True if pages draw forms within forms for so long that more than `most` bytes of content, each
/// counted as often as it is drawn, would be read.
///
/// Shape: `contents` are the streams, unpacked.
bool draws_too_much(std::vector<QPDFPageObjectHelper>& pages,
                    const std::map<QPDFObjGen, std::string>& contents, std::size_t most);

}  // namespace pes
