#include <algorithm>
#include <string_view>

#include "publish/document_text.h"
#include "text/utf8.h"

namespace pes {

namespace {

constexpr std::size_t prologue = 1024;
constexpr std::string_view zip_entry = "PK\x03\x04";
constexpr std::string_view gzip_mark = "\x1F\x8B";
constexpr std::string_view tar_mark = "ustar";
constexpr std::size_t tar_mark_at = 257;

}  // namespace

DocumentForm form_of(const std::string& bytes) {
  if (bytes.substr(0, prologue).find("%PDF-") != std::string::npos) return DocumentForm::pdf;
  if (bytes.find(zip_entry) < prologue || bytes.starts_with(gzip_mark) ||
      bytes.substr(std::min(tar_mark_at, bytes.size()), tar_mark.size()) == tar_mark) {
    return DocumentForm::archive;
  }
  const bool plain = !find_invalid_utf8(bytes) && bytes.find('\0') == std::string::npos;
  return plain ? DocumentForm::text : DocumentForm::unknown;
}

}  // namespace pes
