#include <algorithm>

#include "images/picture_blocks.h"
#include "publish/document_text.h"
#include "publish/wide_text.h"

namespace pes {

std::size_t most_unpacked(std::size_t size) {
  constexpr std::size_t least = std::size_t{1} << 18U;
  constexpr std::size_t most = std::size_t{64} << 20U;
  constexpr std::size_t usual = 40;
  return std::clamp(usual * size, least, most);
}

void append_picture(const std::string& bytes, DocumentText& out) {
  auto blocks = picture_blocks(bytes);
  if (!blocks) return out.miss(Unread::damaged);
  for (PictureBlock& block : *blocks) append_readings(std::move(block.bytes), out.texts);
}

}  // namespace pes
