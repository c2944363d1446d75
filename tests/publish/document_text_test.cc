#include "publish/document_text.h"

#include <doctest/doctest.h>

#include "consent/names.h"
#include "publish/searched_text.h"
#include "support/documents.h"
#include "support/files.h"

namespace pes::test {

namespace {

struct File {
  std::string name;
  std::string bytes;
};

DocumentText read_file(const File& file) {
  const TemporaryFolder folder;
  write(folder.path() / file.name, file.bytes);
  return searched_text({file.name, "", folder.path() / file.name});
}

bool names_ada(const DocumentText& document) {
  NameSearch search;
  for (const PersonName& person : people_of("Ada Lovelace")) search.forbid(person, 0);
  return std::any_of(document.texts.begin(), document.texts.end(), [&](const std::string& text) {
    return !search.find(text, Reading::markup).empty();
  });
}

void check_found(const std::vector<File>& files) {
  for (const File& file : files) {
    INFO(file.name);
    const DocumentText document = read_file(file);
    CHECK(document.unread == Unread::nothing);
    CHECK(names_ada(document));
  }
}

void check_unread(Unread reason, const std::vector<File>& files) {
  for (const File& file : files) {
    INFO(file.name);
    CHECK(read_file(file).unread == reason);
  }
}

std::string photo() { return read(repository() / "tests/images/fichiers/tourne.jpg"); }

std::string photo_by_ada() {
  return with_segment(photo(), 0xE1, std::string("Exif\0\0", 6) + make_exif(u"Ada Lovelace"));
}

std::string odt(const std::string& body, const std::string& meta = "<m/>") {
  return make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"content.xml", "<o:text xmlns:o=\"o\" xmlns:text=\"t\" xmlns:office=\"f\">" +
                                       body + "</o:text>"},
                   {"meta.xml", meta}});
}

std::string docx(const std::string& body, const std::pair<std::string, std::string>& part = {
                                              "docProps/app.xml", "<Properties/>"}) {
  return make_zip({{"[Content_Types].xml", "<Types/>"},
                   {"word/document.xml", "<w:document xmlns:w=\"w\">" + body + "</w:document>"},
                   part});
}

std::string xlsx(const std::string& strings, const std::string& rows) {
  return make_zip({{"xl/worksheets/sheet1.xml", "<worksheet>" + rows + "</worksheet>"},
                   {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
                   {"xl/printerSettings/printerSettings1.bin", utf16(u"Imprimante")}});
}

const std::string hello = pdf_text_at(72, 700, "Bonjour");

// Words that only their places on the page put together.
std::string kerned(int y) {
  return "BT /F1 12 Tf 72 " + std::to_string(y) + " Td [(A) 1 (da Love) 1 (lace)] TJ ET\n";
}

std::string pdf_with(int number, const std::string& object) {
  auto objects = pdf_page(hello);
  objects[number] = object;
  return make_pdf(objects);
}

}  // namespace

TEST_CASE("documents: words that office programs cut into runs, and what stands between them") {
  check_found(
      {{"span.odt", odt("<text:p>A<text:span>d</text:span>a<text:s/>Love<text:span>lace"
                        "</text:span></text:p>")},
       {"tab.odt", odt("<text:p>A<text:span>da</text:span><text:tab/>Love<text:bookmark/>lace"
                       "</text:p>")},
       {"note.odt", odt("<text:p>A<text:span>da</text:span><text:note><text:p>voir</text:p>"
                        "</text:note> Lovelace</text:p>")},
       {"commentaire.odt", odt("<text:p>Ada Love<office:annotation><text:p>?</text:p>"
                               "</office:annotation>lace</text:p>")},
       {"runs.docx", docx("<w:p><w:r><w:t>Ad</w:t></w:r><w:r><w:t>a Love</w:t></w:r><w:proofErr/>"
                          "<w:r><w:t>lace</w:t></w:r></w:p>")},
       {"retire.docx", docx("<w:p><w:r><w:t>Ada Lo</w:t></w:r><w:del><w:r><w:delText>xx</w:delText>"
                            "</w:r></w:del><w:r><w:t>velace</w:t></w:r></w:p>")},
       {"cellules.xlsx",
        xlsx("<si><t>Ada</t></si><si><t>x</t></si><si><r><t>Love</t></r><r><t>lace</t></r></si>",
             "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row>")},
       {"dedans.xlsx", xlsx("",
                            "<row><c t=\"inlineStr\"><is><r><t>Ad</t></r><r><t>a Lovelace</t>"
                            "</r></is></c></row>")}});
}

TEST_CASE("documents: the first name and the surname in one row of a table") {
  check_found(
      {{"feuille.xlsx",
        xlsx("<si><t>Lovelace</t></si><si><t>Mme</t></si><si><r><t>A</t></r><r><t>da</t></r></si>",
             "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c><v>3</v></c>"
             "<c t=\"s\"><v>2</v></c></row>")},
       {"dedans.xlsx", xlsx("",
                            "<row><c t=\"inlineStr\"><is><t>Ada</t></is></c><c><v>1815</v></c>"
                            "<c t=\"inlineStr\"><is><t>Lovelace</t></is></c></row>")},
       {"tableau.odt", odt("<table-row><table-cell><text:p>Ada</text:p></table-cell><table-cell>"
                           "<text:p>x</text:p><text:p>y</text:p></table-cell><table-cell>"
                           "<text:p>Lovelace</text:p></table-cell></table-row>")},
       {"tableau.docx", docx("<w:tr><w:tc><w:p><w:r><w:t>Love</w:t></w:r><w:r><w:t>lace</w:t></w:r>"
                             "</w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>F</w:t></w:r>"
                             "</w:p></w:tc><w:tc><w:p><w:r><w:t>Ada</w:t></w:r></w:p></w:tc>"
                             "</w:tr>")}});
  const DocumentText two = read_file(
      {"deux.docx", docx("<w:tr><w:tc><w:p><w:r><w:t>Ada</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
                         "<w:t>Un</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Bea"
                         "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Lovelace</w:t></w:r></w:p>"
                         "</w:tc></w:tr>")});
  CHECK_FALSE(names_ada(two));
}

TEST_CASE("documents: properties, authors, other encodings, pictures within") {
  const std::string meta = "<m xmlns:dc=\"d\"><dc:creator>Ada Lovelace</dc:creator></m>";
  check_found(
      {{"auteur.odt", odt("<text:p>x</text:p>", meta)},
       {"champ.odt", odt("<text:user-field-get value=\"Ada&#32;Lovel&#97;ce\"/>")},
       {"note.docx",
        docx("", {"word/comments.xml", "<w:c xmlns:w=\"w\" w:author=\"Ada&#32;Lovelace\"/>"})},
       {"utf16.docx",
        docx("", {"word/footnotes.xml", utf16(u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                                              u"<w><t>Ada Lovelace</t></w>")})},
       {"feuille.xlsx",
        make_zip({{"xl/workbook.xml", "<workbook><sheet name=\"Ada&#32;Lovelace\"/></workbook>"}})},
       {"photo.docx", docx("", {"word/media/image1.jpeg", photo_by_ada()})}});
}

TEST_CASE("documents: what the parts of a PNG say, packed or not, alone and within documents") {
  const std::string packed = pack("Ada Lovelace");
  const std::string exif = make_exif(u"Ada Lovelace");
  std::string digits = "\nexif\n      42\n";
  for (const char byte : exif) {
    constexpr std::string_view hex = "0123456789abcdef";
    digits += hex[static_cast<unsigned char>(byte) >> 4U];
    digits += hex[static_cast<unsigned char>(byte) & 15U];
  }
  const std::vector<std::pair<std::string, std::string>> chunks = {
      {"tEXt", std::string("Author\0Ada Lovelace", 19)},
      {"zTXt", std::string("Author\0\0", 8) + packed},
      {"iTXt", std::string("Author\0\1\0fr\0\0", 13) + packed},
      {"eXIf", exif},
      {"zTXt", std::string("Raw profile type exif\0\0", 23) + pack(digits)},
      {"iCCP", std::string("profil\0\0", 8) + packed},
      {"prIv", "Ada Lovelace"}};
  for (const auto& [name, data] : chunks) {
    const std::string png = make_png(png_chunk(name, data));
    check_found({{name + ".png", png}, {name + ".docx", docx("", {"word/media/a.png", png})}});
  }
  check_unread(Unread::damaged,
               {{"inconnu.png", make_png(png_chunk("prIv", std::string(2000, 'x')))},
                {"coupe.png", make_png("").substr(0, 50)},
                {"faux.png", make_png(png_chunk("zTXt", "Author"))}});
}

TEST_CASE("documents: what a JPEG says before its pixels, and behind them") {
  const std::string xmp =
      std::string("http://ns.adobe.com/xmp/extension/\0", 35) + std::string(40, 'x');
  check_found({{"xp.jpg", photo_by_ada()},
               {"iptc.jpg", with_segment(photo(), 0xED, "Photoshop 3.0 Ada Lovelace")},
               {"suite.jpg",
                with_segment(with_segment(photo(), 0xE1, xmp + "Lovelace"), 0xE1, xmp + "Ada")},
               {"fin.jpg", photo() + utf16(u"Ada Lovelace")}});
  CHECK_FALSE(names_ada(read_file({"rien.jpg", photo()})));
}

TEST_CASE("documents: what the pages of a PDF show, in columns, off the sheet, in hidden layers") {
  const std::string column = pdf_text_at(320, 700, "Autre colonne ici");
  const std::string next = pdf_text_at(320, 686, "suite de la colonne");
  auto layers = pdf_page(hello + "/OC /L BDC " + kerned(600) + "EMC",
                         "/Resources <</Font <</F1 5 0 R>> /Properties <</L 6 0 R>>>>",
                         "/OCProperties <</OCGs [6 0 R] /D <</OFF [6 0 R]>>>>");
  layers[6] = "<</Type /OCG /Name (L)>>";
  check_found(
      {{"page.pdf", make_pdf(pdf_page(pdf_text_at(72, 700, "Ada Lovelace")))},
       {"colonnes.pdf", make_pdf(pdf_page(pdf_text_at(72, 700, "avec Ada") + column +
                                          pdf_text_at(72, 686, "Lovelace et ses amis") + next))},
       {"coupe.pdf", make_pdf(pdf_page(pdf_text_at(72, 700, "avec Ada Love-") + column +
                                       pdf_text_at(72, 686, "lace et ses amis") + next))},
       {"dehors.pdf", make_pdf(pdf_page(hello + kerned(1200)))},
       {"calque.pdf", make_pdf(layers)},
       {"dit.pdf", make_pdf(pdf_page(hello + "/Span <</ActualText (Ada Lovelace)>> BDC " +
                                     pdf_text_at(72, 600, "x") + "EMC"))},
       {"tu.pdf", make_pdf(pdf_page(hello + "/Span <</ActualText (x)>> BDC " +
                                    pdf_text_at(72, 600, "Ada Lovelace") + "EMC"))}});
}

TEST_CASE("documents: every string of every object of a PDF, however it is written") {
  const std::string wide = "<FEFF0041006400610020004C006F00760065006C006100630065>";
  const std::string first = make_pdf(pdf_page(pdf_text_at(72, 700, "Ada Lovelace")));
  check_found(
      {{"note.pdf", pdf_with(6, "<</Type /Annot /Subtype /Text /Contents " + wide + ">>")},
       {"auteur.pdf", pdf_with(6, "<</Type /Annot /Subtype /Text /T <416461204C6F76656C616365>>>")},
       {"champ.pdf", pdf_with(6, "<</FT /Tx /V [[(Ada\\040Love\\\nlace)]]>>")},
       {"script.pdf", pdf_with(6, pdf_stream("", "app.alert('Ada Lovelace')"))},
       {"nom.pdf", pdf_with(6, "<</Ada#20Lovelace 1>>")},
       {"objets.pdf", make_packed_pdf(pdf_page(hello), "<</T " + wide + ">>")},
       {"photo.pdf", pdf_with(6, pdf_stream("/Subtype /Image /Filter /DCTDecode", photo_by_ada()))},
       {"avant.pdf", first + pdf_update(first, 4, pdf_stream("", hello))}});
}

TEST_CASE("documents: what of a PDF is not read is told") {
  auto attached = pdf_page(hello);
  attached[6] = "<</Type /Filespec /F (a.txt) /EF <</F 7 0 R>>>>";
  attached[7] = pdf_stream("/Type /EmbeddedFile", "x");
  auto coded = pdf_page(hello);
  coded[5] =
      "<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts "
      "[<</Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo <</Registry (Adobe) "
      "/Ordering (Identity) /Supplement 0>>>>]>>";
  auto forms =
      pdf_page("/X Do " + hello, "/Resources <</Font <</F1 5 0 R>> /XObject <</X 6 0 R>>>>");
  for (int i = 6; i < 18; ++i) {
    forms[i] = pdf_stream("/Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X " +
                              std::to_string(i + 1) + " 0 R>>>>",
                          "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do ");
  }
  forms[18] = pdf_stream("/Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f");
  std::string crowd;
  for (int i = 0; i < 6000; ++i) crowd += pdf_text_at(i % 500, i * 7 % 800, "mot");
  const std::string plain = make_pdf(pdf_page(hello));
  check_unread(Unread::nothing, {{"page.pdf", plain}});
  check_unread(Unread::attachment, {{"jointe.pdf", make_pdf(attached)}});
  check_unread(Unread::letters, {{"police.pdf", make_pdf(coded)}});
  check_unread(Unread::scan, {{"scan.pdf", make_pdf(pdf_page("0 0 9 9 re f"))}});
  check_unread(
      Unread::swelling,
      {{"formes.pdf", make_pdf(forms)},
       {"foule.pdf", make_pdf(pdf_page(crowd))},
       {"bombe.pdf", make_packed_pdf(pdf_page(hello), "<<>>", std::size_t{70} << 20U)},
       {"flux.pdf", pdf_with(6, pdf_stream("", std::string(std::size_t{70} << 20U, ' ')))}});
  check_unread(Unread::damaged, {{"coupe.pdf", plain.substr(0, plain.size() / 2)},
                                 {"apres.pdf", plain + "Ada Lovelace"},
                                 {"faux.pdf", "Bonjour"}});
}

TEST_CASE("documents: what of an office document is not read is told") {
  const std::string inner = xlsx("<si><t>x</t></si>", "");
  std::string hidden = docx("");
  hidden.insert(hidden.rfind("PK\x01\x02"), hidden.substr(0, 60));
  check_unread(Unread::part,
               {{"objet.docx", docx("", {"word/embeddings/a.bin", "\xD0\xCF\x11\xE0"})},
                {"dedans.docx", docx("", {"word/embeddings/a.xlsx", inner})},
                {"macro.docx", docx("", {"word/vbaProject.bin", "x"})},
                {"entite.odt", odt("", "<!DOCTYPE m [<!ENTITY a 'Ada'>]><m/>")}});
  check_unread(
      Unread::encoding,
      {{"page.docx", docx("", {"word/a.xml", "<?xml version='1.0' encoding='IBM850'?><a/>"})}});
  check_unread(
      Unread::swelling,
      {{"zeros.docx",
        docx("", {"word/a.xml", "<a>" + std::string(std::size_t{70} << 20U, ' ') + "</a>"})}});
  check_unread(Unread::damaged, {{"coupe.docx", docx("").substr(0, 200)},
                                 {"xml.docx", docx("<a>")},
                                 {"photo.docx", docx("", {"word/media/a.png", "\x89PNG"})}});
  CHECK(read_file({"cache.docx", hidden}).unread != Unread::nothing);
}

TEST_CASE("documents: texts are UTF-8, folded lines, UTF-7 and base64 are looked through") {
  check_found({{"rencontre.ics", "SUMMARY:Avec Ada Love\r\n lace\r\n"},
               {"utf7.txt", "+AEEAZABh- +AEwAbwB2AGUAbABhAGMAZQ-"},
               {"fond.css",
                "a{background:url(data:image/svg+xml;base64,"
                "PHN2Zz48dGV4dD5BZGEgTG92ZWxhY2U8L3RleHQ+PC9zdmc+)}"},
               {"CNAME", "Ada Lovelace"}});
  check_unread(Unread::nothing, {{"a.csv", "Été;1\r\nAoût;2\r\n"}, {"a.txt", "2+A=b-a"}});
  check_unread(Unread::encoding,
               {{"latin.csv", "\xC9t\xE9"},
                {"utf16.txt", utf16(u"Ada Lovelace")},
                {"utf32.txt", std::string("A\0\0\0d\0\0\0a\0\0\0", 12)},
                {"echappe.txt", "\x1B$B"},
                {"latin.xml", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>"}});
  check_unread(Unread::part, {{"entite.svg", "<!DOCTYPE svg [<!ENTITY a 'Ada'>]><svg>&a;</svg>"},
                              {"octets.css", "a{src:url(data:font/woff;base64,d09GRgABAAD/)}"},
                              {"code.ics", "ATTACH;ENCODING=BASE64:QWRh\r\n"}});
  check_unread(Unread::damaged, {{"faux.txt", "%PDF-1.7"}, {"rtf.txt", "{\\rtf1 Ad\\'61}"}});
}

TEST_CASE("documents: base64 in an address, however the address is written") {
  const std::string ada = "QWRhIExvdmVsYWNl";
  for (const char* mark : {";BASE64,", ";Base64&#44;", "&#59;base64&comma;", "&semi;base&#x36;4,",
                           "; base64 ,", ";base\n64,", ";base64%2C", ";base64\\2c ", ";\\62 ase64,",
                           ";base\\\n64,", ";base64\\x2c", "\\u003bbase64,"}) {
    check_found({{"a.css", std::string("data:text/plain") + mark + ada}});
  }
  check_unread(Unread::nothing, {{"a.css", "a{b:c;base64:1}d;base6,4,"}});
}

TEST_CASE("documents: whatever is of no accepted kind is not read") {
  for (const char* name : {"a.rtf", "a.eml", "a.doc", "a.zip", "a.gz", "a.tar", "a.mp4", "a.gif",
                           "a.ico", "a.docm", "a.epub", "a.woff", "a.bin", "a."}) {
    check_unread(Unread::kind, {{name, "Bonjour"}});
  }
}

TEST_CASE("documents: the tables of a font") {
  check_unread(Unread::damaged,
               {{"a.woff2", "wOF2"}, {"b.woff2", "wOF2" + std::string(60, '\xFF')}});
}

}  // namespace pes::test
