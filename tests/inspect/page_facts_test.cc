#include "inspect/page_facts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "inspect/page_references.h"

namespace pes::test {

namespace {

PageFacts read(std::string_view html) {
  HtmlReader reader;
  return read_page(reader, html);
}

// A page that is right but for what `body` has.
PageFacts read_body(const std::string& body) {
  return read("<!doctype html><html lang=\"fr\"><head><title>t</title></head><body><h1>t</h1>" +
              body + "</body></html>");
}

std::vector<Rule> rules_in(const PageFacts& facts) {
  std::vector<Rule> rules;
  for (const PageFinding& finding : facts.findings) rules.push_back(finding.rule);
  return rules;
}

void check_breaks(Rule rule, std::initializer_list<const char*> bodies) {
  for (const char* body : bodies) {
    INFO(body);
    CHECK(rules_in(read_body(body)) == std::vector{rule});
  }
}

void check_passes(std::initializer_list<const char*> bodies) {
  for (const char* body : bodies) {
    const PageFacts facts = read_body(body);
    INFO(body, facts.findings.empty() ? "" : rule_code(facts.findings.front().rule));
    CHECK(facts.findings.empty());
  }
}

std::vector<std::string> urls(const PageFacts& facts, PageReference::Use use) {
  std::vector<std::string> found;
  for (const PageReference& reference : facts.references) {
    if (reference.use == use) found.push_back(reference.url);
  }
  return found;
}

using Urls = std::vector<std::string>;
using Use = PageReference::Use;

}  // namespace

TEST_CASE("page: broken markup") {
  check_breaks(Rule::malformed_html,
               {"<p><b>x</p></b>", "</div>", "<p class=a class=b>x</p>", "<div>", "<p>&nosuch;</p>",
                "<table><p>x</p><caption>c</caption></table>"});
  check_passes({"<ul><li>a<li>b</ul>", "<p>a<p>b", "<br/>", "<p>&eacute;&#233; & x</p>",
                "<svg aria-hidden=\"true\"><path d=\"M0 0\"/></svg>"});
}

TEST_CASE("page: broken markup says after which line") {
  const PageFacts facts = read(
      "<!doctype html>\n<html lang=fr>\n<title>t</title>\n<h1>t</h1>\n<p>a</p>\n</div>\n<p>b</p>\n"
      "<p>c</p>\n");

  REQUIRE(facts.findings.size() == 1);
  CHECK(facts.findings[0].detail.fr == "ligne 5");
}

TEST_CASE("page: ids") {
  check_breaks(Rule::duplicate_id, {"<p id=a></p><p id=a></p><p id=a></p>",
                                    "<p id=a></p><svg aria-hidden=true><g id=a /></svg>"});
  check_passes({"<p id=a></p><p id=A></p>", "<p id=a></p><template><p id=a></p></template>",
                "<p id=a></p><a name=a></a>"});
  CHECK(read_body("<p id='b'></p><a name='a'></a><p id='é&amp;'></p>").ids == Urls{"a", "b", "é&"});
}

TEST_CASE("page: names of links and buttons") {
  check_breaks(Rule::missing_name,
               {"<a href=/></a>", "<a href=/> &nbsp; </a>", "<a href=/><img src=x alt=''></a>",
                "<a href=/><span aria-hidden=true>x</span></a>", "<a href=/ aria-label=' '></a>",
                "<a href=/ aria-labelledby=nobody></a>", "<button></button>", "<input type=button>",
                "<input type=image src=x>", "<div role=button></div>",
                "<details><summary></summary></details>", "<iframe src=x></iframe>"});
  check_passes({"<a href=/>x</a>", "<a href=/><img src=x alt=y></a>", "<a href=/ title=x></a>",
                "<a href=/ aria-label=x></a>", "<p id=n>x</p><a href=/ aria-labelledby=n></a>",
                "<a></a>", "<a href=/><svg><title>x</title></svg></a>", "<button>x</button>",
                "<input type=submit>", "<input type=button value=x>",
                "<iframe src=x title=y></iframe>", "<template><a href=/></a></template>"});
}

TEST_CASE("page: names of fields") {
  check_breaks(
      Rule::missing_name,
      {"<input>", "<input placeholder=x>", "<select><option>x</option></select>",
       "<textarea>x</textarea>", "<label for=a></label><input id=a>",
       "<label for=a>x</label><input id=b>", "<label><select><option>x</option></select></label>"});
  check_passes({"<input type=hidden>", "<label for=a>x</label><input id=a>",
                "<label>x <input></label>", "<input aria-label=x>",
                "<label>x <select><option>y</option></select></label>"});
}

TEST_CASE("page: navigations") {
  check_breaks(Rule::unclear_navigation,
               {"<nav>a</nav><nav>b</nav>", "<nav>a</nav><nav aria-label=x>b</nav>",
                "<nav aria-label=x>a</nav><div role=navigation aria-label=x>b</div>"});
  check_passes({"<nav>a</nav>", "<nav aria-label=x>a</nav><nav aria-label=y>b</nav>",
                "<nav aria-labelledby=t><h2 id=t>x</h2></nav><nav aria-label=y>b</nav>"});
}

TEST_CASE("page: alternatives of images") {
  check_breaks(Rule::missing_alternative,
               {"<img src=x>", "<div aria-hidden=true><p><img src=x></p></div>",
                "<svg role=img></svg>", "<svg role=img><title> </title></svg>"});
  check_passes({"<img src=x alt=''>", "<img src=x alt=y>", "<svg role=img aria-label=x></svg>",
                "<svg role=img><title>x</title></svg>",
                "<svg role=img aria-labelledby=t><g><title id=t>x</title></g></svg>"});
}

TEST_CASE("page: headings") {
  check_breaks(Rule::heading_order, {"<h3>x</h3>", "<h1>x</h1>", "<h2>x</h2><h4>y</h4>"});
  check_breaks(Rule::empty_heading, {"<h2></h2>", "<h2><span> </span></h2>"});
  check_passes({"<h2>x</h2><h3>y</h3><h2>z</h2>", "<h2><img src=x alt=y></h2>",
                "<template><h6></h6></template>"});
  CHECK(rules_in(read("<!doctype html><html lang=fr><title>t</title><h2>x</h2>")) ==
        std::vector{Rule::heading_order});
}

TEST_CASE("page: tables") {
  check_breaks(Rule::unclear_table,
               {"<table><tr><td>x</table>", "<table><caption></caption><tr><td>x</table>",
                "<table><caption>c</caption><tr><th>x</table>"});
  check_passes({"<table><caption>c</caption><tr><th scope=col>x</table>",
                "<table role=presentation><tr><td>x</table>",
                "<table aria-label=c><tr><td>x</table>"});
}

TEST_CASE("page: languages") {
  check_breaks(Rule::unknown_language, {"<p lang=francais>x</p>", "<p lang=xx>x</p>"});
  check_passes({"<p lang=en>x</p>", "<p lang=frp>x</p>", "<p lang=''>x</p>"});
  CHECK(rules_in(read("<!doctype html><title>t</title><h1>t</h1>")) ==
        std::vector{Rule::unknown_language});
  CHECK(rules_in(read("<!doctype html><html lang=xx><title>t</title><h1>t</h1>")) ==
        std::vector{Rule::unknown_language});
}

TEST_CASE("page: scripts and styles that stand in the page") {
  check_breaks(
      Rule::inline_script,
      {"<script>x()</script>", "<script type=module>x</script>",
       "<script type='Text/JavaScript; charset=utf-8'>x</script>",
       "<script type=importmap>{}</script>", "<p onclick=x>y</p>", "<svg onload=x></svg>",
       "<a href=javascript:x>y</a>", "<a href='&#106;ava&#10;script:x'>y</a>",
       "<a href=' JAVASCRIPT:x'>y</a>", "<iframe title=t srcdoc=x></iframe>",
       "<svg><a href='javascript:x'>t</a></svg>", "<svg><a xlink:href='javascript:x'>t</a></svg>",
       "<form action=javascript:x></form>", "<iframe title=t src='data:text/html,x'></iframe>",
       "<a href='data:text/html,x'>y</a>", "<script src='data:,x'></script>",
       "<template><p onclick=x></p></template>", "<script></script>"});
  check_breaks(Rule::inline_style,
               {"<p style=''>x</p>", "<style>p{}</style>", "<svg><style>p{}</style></svg>",
                "<svg><g style='fill:red'/></svg>"});
  check_passes({"<script src=/x.js></script>", "<script type=module src=/x.js></script>",
                "<script type=text/plain>x</script>", "<svg fill=red></svg>",
                "<img src='data:image/gif;base64,R0' alt=''>", "<p data-onclick=x>y</p>"});
}

TEST_CASE("page: data blocks") {
  check_breaks(Rule::bad_data_block, {"<script type=application/ld+json>{'a': 1}</script>",
                                      "<script type='application/json; x'>{\"a\": 1,}</script>",
                                      "<script type=application/ld+json></script>"});
  check_passes({"<script type=application/ld+json>{\"a\": \"<b>\"}</script>",
                "<script type=application/json>[123456789012345678901234567890]</script>"});
}

TEST_CASE("page: what is fetched, what is only followed") {
  const PageFacts facts = read_body(
      "<link rel=stylesheet href=/a.css><link rel=canonical href=/c><link rel=preconnect href=//d>"
      "<link rel='alternate stylesheet' href=/e.css><a href='/f?a=1&amp;b=2' ping=/g>x</a>"
      "<form action=/h></form><script src=/i.js></script><meta property=og:image content=/j.jpg>"
      "<meta http-equiv=Refresh content='3; URL=\"/k\"'><video src=/l poster=/m "
      "preload=none></video>"
      "<object data=/n></object><svg aria-hidden=true><use href=/o.svg#x /></svg>"
      "<template><img src=/p alt=''></template>");

  CHECK(facts.findings.empty());
  CHECK(urls(facts, Use::link) == Urls{"/c", "/f?a=1&b=2", "/j.jpg"});
  CHECK(urls(facts, Use::loaded) == Urls{"/a.css", "/e.css", "/i.js", "/n", "/o.svg#x"});
  CHECK(urls(facts, Use::optional) == Urls{"//d", "/g", "/h", "/k", "/l", "/m", "/p"});
}

TEST_CASE("page: of a picture one file is counted") {
  const PageFacts facts = read_body(
      "<picture><source type=image/webp srcset='/480.webp 480w, /960.webp 960w, /1440.webp 1440w'>"
      "<img src=/960.jpg srcset='/480.jpg 480w' alt='' loading=lazy></picture>"
      "<img src=/x.jpg alt=''>");

  CHECK(urls(facts, Use::lazy) == Urls{"/960.webp"});
  CHECK(urls(facts, Use::loaded) == Urls{"/x.jpg"});
  CHECK(urls(facts, Use::optional) == Urls{"/480.webp", "/1440.webp", "/480.jpg", "/960.jpg"});
}

TEST_CASE("page: sets of sources") {
  const auto all = [](std::string_view text) {
    Urls found;
    for (const ImageCandidate& image : parse_source_set(text)) found.emplace_back(image.url);
    return found;
  };
  CHECK(all("/a,b.jpg 480w, /c.jpg 2x") == Urls{"/a,b.jpg", "/c.jpg"});
  CHECK(all(" /a.jpg , /b.jpg,/c.jpg 1w ,") == Urls{"/a.jpg", "/b.jpg,/c.jpg"});
  CHECK(all("/a.jpg, /b.jpg") == Urls{"/a.jpg", "/b.jpg"});
  CHECK(all("data:image/png;base64,AA== 1x, /b") == Urls{"data:image/png;base64,AA==", "/b"});
  CHECK(all(" , ,").empty());
  CHECK(parse_source_set("/a.jpg 480w")[0].width == 480);
}

TEST_CASE("page: the likely source is the widest up to 960 pixels, or what its length needs") {
  const auto likely = [](std::string_view set, std::string_view sizes) {
    const auto candidates = parse_source_set(set);
    return candidates[likely_candidate(candidates, sizes)].width;
  };
  CHECK(likely("a 1440w, b 960w, c 480w", "100vw") == 960);
  CHECK(likely("a 1440w, b 1200w", "") == 1200);
  CHECK(likely("a 480w, b 960w", "5rem") == 480);
  CHECK(likely("a 480w, b 960w", "300px") == 480);
  CHECK(likely("a 480w, b 960w", "(min-width: 60em) 40em, 100vw") == 960);
}

TEST_CASE("page: elements are counted without templates") {
  CHECK(read_body("").elements == 5);
  CHECK(read_body("<p>x</p><template><p></p></template><svg><g/></svg>").elements == 9);
}

TEST_CASE("page: ten thousand elements in one another") {
  std::string open;
  std::string close;
  for (int i = 0; i < 10'000; ++i) {
    open += "<div>";
    close += "</div>";
  }
  const PageFacts facts = read_body(open + close);

  CHECK(facts.findings.empty());
  CHECK(facts.elements == 10'005);
}

TEST_CASE("page: more than can be read in good time is refused") {
  std::string html;
  for (int i = 0; i < 30'001; ++i) html += "<b>";

  CHECK(rules_in(read(html)) == std::vector{Rule::malformed_html});
}

TEST_CASE("page: anything can be read") {
  const std::string page =
      "<!doctype html><html lang=\"fr\"><base href=/x><body><h1 id=\"é\">t&amp;</h1><table><tr><th>"
      "<svg><a xlink:href=\"#x\"><title>t</title></a></svg><picture><source srcset=\"a 1w,b 2w\">"
      "<img></picture><template><p></template><!-- c --><script>\"</script><label><input></label>";
  HtmlReader reader;
  for (std::size_t i = 0; i < page.size(); ++i) {
    read_page(reader, page.substr(0, i));
    read_page(reader, page.substr(i));
    std::string broken = page;
    broken[i] = static_cast<char>(i % 2 == 0 ? 0 : 0xFF);
    read_page(reader, broken);
  }
  CHECK(rules_in(read("")).size() >= 2);
}

}  // namespace pes::test
