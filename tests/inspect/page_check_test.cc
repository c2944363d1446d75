#include "inspect/page_check.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "diagnostics/report.h"

namespace pes::test {

namespace {

// A site whose pages are given as they come out of the templates.
class Checked {
 public:
  explicit Checked(const std::string& base = "https://exemple.org/") {
    site_.base = parse_base_url(base);
    sources_.push_back({"themes/t/layouts/liste.mustache", "{{> tete}}\n<p id=\"x\">\n"});
    sources_.push_back({"themes/t/partials/tete.mustache", "<h1>\n<a class=\"y\">\n"});
  }

  Checked& page(const std::string& address, const std::string& body) {
    Page page;
    page.address = address;
    page.layout = "liste";
    site_.pages.push_back(page);
    return file(file_of_address(address),
                "<!doctype html><html lang=\"fr\"><head><title>t</title>"
                "</head><body><h1>t</h1>" +
                    body + "</body></html>");
  }

  Checked& file(const std::string& path, const std::string& bytes) {
    files_.push_back({path, bytes, {}});
    return *this;
  }

  // What is found, as « PES0173 message ».
  std::vector<std::string> run(const Budgets& budgets = {}) {
    std::sort(files_.begin(), files_.end(),
              [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
    Diagnostics out;
    const PageRules rules{{{{"liste", 0}}, {{"tete", 1}}}, sources_, budgets};
    const Workers workers(2);
    PageCheck check(site_, files_, rules, workers);
    for (std::size_t i = 0; i < site_.pages.size(); ++i) {
      const auto file = std::find_if(files_.begin(), files_.end(), [&](const OutputFile& f) {
        return f.path == file_of_address(site_.pages[i].address);
      });
      check.read({&i, 1}, {&*file, 1});
    }
    worst_ = check.report(out);
    found_ = out.all();
    std::vector<std::string> lines;
    for (const Diagnostic& d : found_) {
      lines.push_back(rule_code(d.rule) + " " + message(d, Language::en));
    }
    return lines;
  }

  [[nodiscard]] const std::vector<Diagnostic>& found() const { return found_; }
  [[nodiscard]] const std::vector<WorstPage>& worst() const { return worst_; }

 private:
  Site site_;
  SourceFiles sources_;
  std::vector<OutputFile> files_;
  std::vector<Diagnostic> found_;
  std::vector<WorstPage> worst_;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("pages: links that lead somewhere") {
  Checked site;
  site.page("/",
            "<p id=\"été\">x</p><a href=\"#%C3%A9t%C3%A9\">a</a><a href=\"a\">b</a>"
            "<a href=\"/a/?x#p\">c</a><a href=\"https://exemple.org/a/\">d</a>"
            "<a href=\"https://ailleurs.org/\">e</a><a href=\"mailto:a@exemple.org\">f</a>"
            "<a href=\"m/%C3%A9.pdf#page=2\">g</a><img src=\"/m/b%2Cc.jpg\" alt=\"\""
            " srcset=\"/m/b,c.jpg 2x\">");
  site.page("/a/", "<p id=\"p\">x</p><a href=\"..\">a</a>");
  site.file("m/é.pdf", "x").file("m/b,c.jpg", "x");

  CHECK(site.run() == Lines{});
}

TEST_CASE("pages: links that lead nowhere") {
  Checked site;
  site.page("/",
            "<a href=\"/b/\">a</a><a href=\"#nulle-part\">b</a><a href=\"/a/#q\">c</a>"
            "<img src=\"/m/x.jpg\" alt=\"\"><link rel=canonical href=\"https://exemple.org/c\">");
  site.page("/a/", "");

  CHECK(
      site.run() ==
      Lines{"PES0173 \"/b/\" leads to no file of the site: / (template: liste; 1 page).",
            "PES0173 \"/m/x.jpg\" leads to no file of the site: / (template: liste; 1 page).",
            "PES0173 \"https://exemple.org/c\" leads to no file of the site: / (template: liste; 1 "
            "page).",
            "PES0174 \"#nulle-part\" leads to a place that does not exist: / (template: liste; 1 "
            "page).",
            "PES0174 \"/a/#q\" leads to a place that does not exist: / (template: liste; 1 "
            "page)."});
}

TEST_CASE("pages: a forgotten sub-path is a broken link, the rest of the host is not") {
  Checked site("https://exemple.org/realisations");
  site.page("/",
            "<a href=\"/a/\">a</a><a href=\"/realisations/a/\">b</a>"
            "<a href=\"https://exemple.org/contact\">c</a>");
  site.page("/a/", "<a href=\"../\">a</a>");

  CHECK(site.run() ==
        Lines{"PES0173 \"/a/\" leads to no file of the site: / (template: liste; 1 page)."});
}

TEST_CASE("pages: requests to other hosts") {
  for (const char* body :
       {"<img src=\"https://x.net/a\" alt=\"\">", "<script src=//x.net/a></script>",
        "<link rel=icon href=//x.net/a>", "<link rel=preload as=font href=//x.net/a>",
        "<link rel=dns-prefetch href=//x.net>", "<img alt='' srcset='//x.net/a 1x'>",
        "<iframe title=t src=//x.net></iframe>", "<form action=//x.net></form>",
        "<button formaction=//x.net>b</button>", "<object data=//x.net></object>",
        "<video src=//x.net></video>", "<video poster=//x.net></video>",
        "<meta http-equiv=refresh content='0;url=//x.net'>", "<a href=/ ping=//x.net>a</a>",
        "<svg aria-hidden=true><image href=//x.net /></svg>", "<base href=//x.net>",
        "<template><img src=//x.net alt=''></template>"}) {
    Checked site;
    site.page("/", body);

    const Lines lines = site.run();
    INFO(body);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("PES0169"));
  }
}

TEST_CASE("pages: style sheets are followed, and what they ask for is weighed") {
  Checked site;
  site.page("/", "<link rel=stylesheet href=/css/a.css>");
  site.file("css/a.css", "@import 'b.css'; p { src: url(x.woff2), url(//x.net/y) }");
  site.file("css/b.css", "@import 'a.css'; p { src: url(/f.woff2) }").file("f.woff2", "123456");

  CHECK(site.run() == Lines{"PES0169 \"//x.net/y\" would be requested from another site: "
                            "/css/a.css.",
                            "PES0173 \"x.woff2\" leads to no file of the site: /css/a.css."});
  CHECK(site.worst()[static_cast<std::size_t>(Measure::requests)].value == 4);
}

TEST_CASE("pages: a style sheet may lead to a page, and to a place on it") {
  Checked site;
  site.page("/", "<p id=x>x</p><link rel=stylesheet href=/a.css>");
  site.file("a.css", "p { src: url(/), url(/#x), url(#y) }");

  CHECK(site.run().empty());
  site.file("b.css", "p { src: url(/#y) }");
  const Lines lines = site.run();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].ends_with(": /b.css."));
}

TEST_CASE("pages: a mistake of a template is told once, at its place") {
  Checked site;
  for (int i = 0; i < 30; ++i) {
    site.page(fmt::format("/{}/", i),
              "<p id=\"x\"></p><p id=\"x\"></p><a class=\"y\" href=/0/></a>");
  }

  CHECK(
      site.run() ==
      Lines{"PES0161 the id \"x\" is given to several elements of /0/ (template: liste; 30 pages).",
            "PES0162 <a class=\"y\" href=/0/> has no name: /0/ (template: liste; 30 pages)."});
  CHECK(site.found()[0].span.file == 0);
  CHECK(site.found()[0].span.offset == 14);
  CHECK(site.found()[1].span.file == 1);
  CHECK(site.found()[1].span.offset == 5);
}

TEST_CASE("pages: of many different mistakes ten are told, and how many more there are") {
  Checked site;
  for (int i = 0; i < 25; ++i)
    site.page(fmt::format("/{}/", i), fmt::format("<a href=/x{}>x</a>", i));

  const Lines lines = site.run();
  CHECK(lines.size() == 10);
  CHECK(lines.back().find(", and 15 more") != std::string::npos);
}

TEST_CASE("pages: over the budget, the worst page is named") {
  Checked site;
  site.page("/a/", "<p>x</p>").page("/b/", "<p>x</p><p>y</p>").page("/c/", "");
  Budgets budgets;
  budgets.list_elements = 5;

  CHECK(
      site.run(budgets) ==
      Lines{"PES0175 page too heavy: 7 elements; budget: 5, for /b/ (template: liste; 2 pages)."});
  CHECK(site.worst()[0].address == "/b/");
  CHECK(site.worst()[0].value == 7);
}

TEST_CASE("pages: requests are counted once for each file, lazy images only by weight") {
  Checked site;
  site.page("/",
            "<link rel=stylesheet href=/s.css><link rel=icon href=/i.png><a href=/b.jpg>x</a>"
            "<img src=/i.png alt=''><img src=/l.jpg alt='' loading=lazy><a href=#>x</a>");
  site.file("s.css", "").file("i.png", std::string(1000, 'x')).file("b.jpg", "x");
  site.file("l.jpg", std::string(500'000, 'x'));
  site.run();

  CHECK(site.worst()[1].value == 3);
  CHECK(site.worst()[3].value > 501'000);
  CHECK(site.worst()[3].value < 502'000);
}

TEST_CASE("pages: relative addresses start from <base>") {
  Checked site;
  site.page("/", "<base href=\"/a/\"><a href=\"b.pdf\">x</a>");
  site.file("a/b.pdf", "x").page("/a/", "");

  CHECK(site.run() == Lines{});
}

}  // namespace pes::test
