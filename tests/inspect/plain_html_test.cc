#include "inspect/plain_html.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "support/both_ways.h"
#include "support/files.h"

namespace pes::test {

namespace {

bool is_plain(std::string_view html) { return html_both_ways(html).taken; }

// Both ways to read give the same.
void check_alike(std::string_view html) {
  const BothWays ways = html_both_ways(html);
  if (ways.short_way == ways.long_way) return;
  INFO(std::string(html));
  CHECK(ways.short_way == ways.long_way);
}

}  // namespace

TEST_CASE("plain html: nearly every page of every example is read the short way, alike") {
  std::size_t pages = 0;
  std::size_t plain = 0;
  for (const auto& [path, bytes] : read_tree(repository() / "tests/sites")) {
    if (!path.ends_with(".html")) continue;
    check_alike(bytes);
    ++pages;
    plain += is_plain(bytes) ? 1 : 0;
  }
  CHECK(pages > 50);
  CHECK(plain * 2 > pages);
}

TEST_CASE("plain html: what it takes gives the tree of the standard") {
  for (const char* body :
       {"<p>un <em>deux</em> trois</p>", "<p>&lt;&gt;&amp;&quot;&#39;&#x2019; Va & vient; &</p>",
        "<pre>\n\n a\n</pre>", "<pre><code>\na</code></pre>",
        "<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>", "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
        "<input type=\"text\" disabled/><br /><hr>",
        "<table><caption>c</caption><colgroup><col></colgroup><thead>\n<tr><th scope='col'>a</th>"
        "</tr></thead></table>",
        "<select><optgroup label=\"x\"><option>a</option></optgroup><option>b</option></select>",
        "<script type=\"application/ld+json\">{\"a\": \"</\"}</script>",
        "<script src=\"/a.js\"></script>", "<p>&#32;</p>",
        "<a href=\"?a=1&amp;b=2\" title='\"'>x</a>"}) {
    const std::string html = page_with(body);
    check_alike(html);
    INFO(html);
    CHECK(is_plain(html) == (std::string_view(body).find("\"</\"") == std::string_view::npos));
  }
}

TEST_CASE("plain html: it leaves alone what makes a reader guess") {
  for (const char* body : {"<p>a<div>b</div></p>",
                           "<p>a",
                           "<b><p>a</b></p>",
                           "<a>x<a>y</a></a>",
                           "<li>a</li>",
                           "<ul><li>a<li>b</ul>",
                           "<table><tr><td>a</td></tr></table>",
                           "<table>x</table>",
                           "<table><tbody><p>x</p></tbody></table>",
                           "<P>a</P>",
                           "<p class=a>b</p>",
                           "<p id=\"a\" id=\"b\">c</p>",
                           "<p id=\"a\"class=\"b\">c</p>",
                           "<div/>",
                           "<svg></svg>",
                           "&nbsp;",
                           "a &; b",
                           "&amp",
                           "&#128;",
                           "&#xD800;",
                           "<!-- a -->",
                           "<pre>&#10;a</pre>",
                           "<pre>&#x0A;</pre>",
                           "<pre>&#10;&#10;<b>a</b></pre>",
                           "a\f",
                           "<p>\f</p>",
                           "<p>\r</p>",
                           "a\x01",
                           "a\xFF",
                           "\uFDD0",
                           "<h1>a<h2>b</h2></h1>",
                           "<title>a</title>",
                           "<frame>",
                           "</p>",
                           "<dd>a</dd>",
                           "<option>a</option>",
                           "<select><p>a</p></select>",
                           "<textarea>\na</textarea>",
                           "<form><form></form></form>",
                           "<button><button></button></button>",
                           "<p a<b>x</p>",
                           "<script><!-- </script>",
                           "<noscript>a</noscript>",
                           "<p title=\"a>b</p>"}) {
    const std::string html = page_with(body);
    check_alike(html);
    INFO(html);
    CHECK_FALSE(is_plain(html));
  }
  for (const char* html : {"", "<p>a</p>", "<!doctype html>", "<!doctype html><html></html>",
                           "<!doctype html><html><head></head><body></body></html>x",
                           "<!doctype html><html><head></head>x<body></body></html>",
                           "<!doctype html><html><head><p>a</p></head><body></body></html>",
                           "<!doctype html><html><body></body></html>",
                           "<!doctype html><html><head></head><body></body><p>a</p></html>",
                           "<!doctype html PUBLIC \"\"><html><head></head><body></body></html>"}) {
    check_alike(html);
    CHECK_FALSE(is_plain(html));
  }
}

TEST_CASE("plain html: pages torn at random are read alike") {
  constexpr auto scraps = std::to_array<std::string_view>({"<p>",        "</p>",
                                                           "<div>",      "</div>",
                                                           "<li>",       "</li>",
                                                           "<ul>",       "</ul>",
                                                           "<a>",        "</a>",
                                                           "<b>",        "</b>",
                                                           "<table>",    "<tr>",
                                                           "</tr>",      "<td>",
                                                           "</td>",      "<tbody>",
                                                           "</tbody>",   "</table>",
                                                           "<dl>",       "<dt>",
                                                           "</dt>",      "</dl>",
                                                           "<h2>",       "</h2>",
                                                           "<select>",   "<option>",
                                                           "</option>",  "</select>",
                                                           "<pre>",      "</pre>",
                                                           "<button>",   "</button>",
                                                           "<form>",     "</form>",
                                                           "<br>",       "<img alt=\"\">",
                                                           "x",          " ",
                                                           "\n",         "&amp;",
                                                           "&",          "<",
                                                           ">",          "\"",
                                                           "<script>",   "</script>",
                                                           "<span>",     "</span>",
                                                           "<title>",    "</title>",
                                                           "</body>",    "</html>",
                                                           "</head>",    "<body>",
                                                           "<link>",     "<meta>",
                                                           "<style>",    "</style>",
                                                           "<em>",       "</em>",
                                                           "<colgroup>", "<col>"});
  const std::string whole = page_with(
      "<main><h1>a</h1><ul><li><a href=\"/\">b</a></li></ul><p>c <em>d</em></p><dl><dt>e</dt>"
      "<dd>f</dd></dl><table><caption>g</caption><tbody><tr><td>h</td></tr></tbody></table>"
      "<pre>\ni</pre><select><option>j</option></select></main>");
  std::mt19937 random(7);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  std::size_t plain = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string html = whole;
    for (std::size_t scrap = 0; scrap < 1 + below(3); ++scrap) {
      // Where a tag or a text begins or ends.
      std::size_t at = below(html.size());
      at = html.find_first_of("<>", at);
      if (at == std::string::npos) continue;
      at += html[at] == '>' ? 1 : 0;
      if (below(3) == 0) {
        const std::size_t end = html.find('>', at);
        if (end != std::string::npos) html.erase(at, end + 1 - at);
      } else {
        html.insert(at, scraps[below(scraps.size())]);
      }
    }
    check_alike(html);
    plain += is_plain(html) ? 1 : 0;
  }
  CHECK(plain > 100);
}

}  // namespace pes::test
