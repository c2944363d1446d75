#include "text/markup.h"

#include <doctest/doctest.h>

namespace pes::test {

TEST_CASE("markup: what means something in HTML is escaped, the slash is not") {
  CHECK(escape_markup("<a href=\"x\">L'été & /</a>") ==
        "&lt;a href=&quot;x&quot;&gt;L&#39;été &amp; /&lt;/a&gt;");
}

TEST_CASE("markup: paths are encoded and decoded") {
  CHECK(encode_path("/medias/été 1.jpg") == "/medias/%C3%A9t%C3%A9%201.jpg");
  CHECK(decode_percent("%C3%A9t%C3%A9%201.jpg") == "été 1.jpg");
  CHECK(decode_percent("100%") == "100%");
  CHECK(decode_percent("%zz") == "%zz");
}

}  // namespace pes::test
