#include "publish/package.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace pes {

namespace {

constexpr std::string_view entry_mark = "PK\x03\x04";

std::size_t count_marks(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(entry_mark); at != std::string_view::npos;
       at = bytes.find(entry_mark, at + entry_mark.size())) {
    ++count;
  }
  return count;
}

class Unpacker {
 public:
  Unpacker(const std::string& bytes, std::size_t most)
      : bytes_(bytes), most_(most), archive_(archive_read_new(), archive_read_free) {
    archive_read_support_format_zip_seekable(archive_.get());
  }

  Package unpack() {
    if (!bytes_.starts_with(entry_mark)) return {{}, Unread::damaged};
    int state = archive_read_open_memory(archive_.get(), bytes_.data(), bytes_.size());
    archive_entry* entry = nullptr;
    while (out_.unread == Unread::nothing && (state == ARCHIVE_OK || state == ARCHIVE_WARN)) {
      state = archive_read_next_header(archive_.get(), &entry);
      if (state == ARCHIVE_OK || state == ARCHIVE_WARN) read(entry);
    }
    if (out_.unread == Unread::nothing && state != ARCHIVE_EOF) out_.unread = Unread::damaged;
    if (out_.unread == Unread::nothing && count_marks(bytes_) != out_.parts.size()) {
      out_.unread = Unread::part;
    }
    return std::move(out_);
  }

 private:
  void read(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);
    PackagePart part{name != nullptr ? name : "", {}};
    const bool ascii = std::all_of(part.path.begin(), part.path.end(), [](char c) {
      return c >= ' ' && static_cast<unsigned char>(c) < 0x7F;
    });
    if (archive_entry_is_encrypted(entry) != 0) return miss(Unread::locked);
    if (name == nullptr || !ascii) return miss(Unread::part);
    std::array<char, 16384> buffer{};
    la_ssize_t got = 0;
    while ((got = archive_read_data(archive_.get(), buffer.data(), buffer.size())) > 0) {
      part.bytes.append(buffer.data(), static_cast<std::size_t>(got));
      unpacked_ += static_cast<std::size_t>(got);
      if (unpacked_ > most_) return miss(Unread::swelling);
    }
    if (got < 0) return miss(Unread::damaged);
    out_.parts.push_back(std::move(part));
  }

  void miss(Unread reason) { out_.unread = reason; }

  const std::string& bytes_;
  std::size_t most_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  Package out_;
  std::size_t unpacked_ = 0;
};

}  // namespace

Package unpack_package(const std::string& bytes, std::size_t most) {
  return Unpacker(bytes, most).unpack();
}

}  // namespace pes
