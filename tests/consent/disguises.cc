#include "disguises.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>

#include "name_texts.h"
#include "text/utf8.h"

namespace pes::test {

namespace {

using Write = std::function<std::string(const Somebody&)>;

std::vector<char32_t> characters(const std::string& text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_character(text, at));
  return out;
}

std::string encode(char32_t character) {
  std::string out;
  append_character(out, character);
  return out;
}

std::string each(const std::string& text, const std::function<std::string(char32_t)>& change) {
  std::string out;
  for (const char32_t c : characters(text)) out += change(c);
  return out;
}

bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z'; }

std::string plain(const std::string& text) { return fold(text); }

std::string capital(const std::string& folded) {
  std::string out = folded;
  bool begins = true;
  for (char& c : out) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ' || c == '-';
  }
  return out;
}

std::string shouted(const std::string& text) {
  std::string out = plain(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// « Jean-Pierre de La Tour » as one word of an address.
std::string slug(const std::string& text, const std::string& between) {
  std::string out = plain(text);
  for (const char* sign : {" ", "-", "’", "'"}) out = replaced(out, sign, between);
  return out;
}

std::string whole(const Somebody& p) { return p.first + " " + p.last; }
std::string reversed(const Somebody& p) { return p.last + " " + p.first; }

// Behind the second character of the surname.
std::string within(const Somebody& p, const std::string& sign) {
  std::string last;
  std::size_t count = 0;
  for (const char32_t c : characters(p.last)) {
    last += encode(c);
    if (++count == 2) last += sign;
  }
  return p.first + " " + last;
}

std::string first_word(const std::string& text, const std::string& separators) {
  return text.substr(0, text.find_first_of(separators));
}

std::string last_word(const std::string& text, const std::string& separators) {
  const std::size_t at = text.find_last_of(separators);
  return at == std::string::npos ? text : text.substr(at + 1);
}

bool has_particle(const Somebody& p) { return p.last.find(' ') != std::string::npos; }
bool is_double(const std::string& name) { return name.find('-') != std::string::npos; }

// 24 ways.
void add_spellings(List& out) {
  const Somebody& p = out.person();
  out.family("casse et accents", Reading::text);
  out.add("as it stands", whole(p));
  out.add("lower case", capital(plain(whole(p))));
  out.add("no capital", plain(whole(p)));
  out.add("shouted", shouted(whole(p)));
  out.add("surname shouted", p.first + " " + shouted(p.last));
  out.add("first name shouted", shouted(p.first) + " " + p.last);
  std::string decomposed;
  for (const char32_t c : characters(whole(p))) {
    decomposed += encode(c);
    if (c == U'e' || c == U'a') decomposed += "\u0301";
  }
  out.add("accents added", decomposed);
  out.add("wide letters",
          each(whole(p), [](char32_t c) { return encode(is_ascii_letter(c) ? c + 0xFEE0 : c); }));
  const auto separators =
      std::to_array<std::pair<const char*, const char*>>({{"no-break space", "\u00A0"},
                                                          {"narrow space", "\u202F"},
                                                          {"two spaces", "  "},
                                                          {"line end", "\n"},
                                                          {"hyphen", "-"},
                                                          {"dash", "–"},
                                                          {"underscore", "_"},
                                                          {"dot", "."},
                                                          {"tab", "\t"},
                                                          {"middle dot", "·"},
                                                          {"slash", "/"},
                                                          {"plus", "+"},
                                                          {"ideographic space", "\u3000"},
                                                          {"no-break hyphen", "\u2011"},
                                                          {"quad", "\u2001"},
                                                          {"semicolon", ";"}});
  for (const auto& [form, sign] : separators) out.add(form, p.first + sign + p.last);
}

// 30 ways.
void add_invisible_signs(List& out) {
  out.family("signes invisibles", Reading::text);
  constexpr auto signs = std::to_array<char32_t>(
      {0xAD,   0x34F,  0x61C,  0x115F, 0x17B4, 0x180B, 0x180E, 0x200B,  0x200C,  0x200D,
       0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2063, 0x2066, 0x2067,  0x2068,  0x2069,
       0x206A, 0x206F, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0x1D173, 0xE0001, 0xE0061});
  for (const char32_t sign : signs) {
    out.add(fmt::format("U+{:04X}", static_cast<std::uint32_t>(sign)),
            within(out.person(), encode(sign)));
  }
}

std::string as_escape(const Somebody& p, const char* form) {
  return each(whole(p), [&](char32_t c) {
    if (c == U' ') return std::string(" ");
    return c > 0xFFFF ? encode(c) : fmt::format(fmt::runtime(form), static_cast<std::uint32_t>(c));
  });
}

// The escape of the first letter alone; the rest of the name stays.
std::string first_escaped(const Somebody& p, const char* form) {
  const std::vector<char32_t> letters = characters(p.first);
  std::string out = fmt::format(fmt::runtime(form), static_cast<std::uint32_t>(letters[0]));
  for (std::size_t i = 1; i < letters.size(); ++i) out += encode(letters[i]);
  return out + " " + p.last;
}

// 30 ways.
void add_escapes(List& out) {
  const Somebody& p = out.person();
  out.family("échappements", Reading::text);
  constexpr auto forms =
      std::to_array<std::pair<const char*, const char*>>({{"HTML decimal", "&#{};"},
                                                          {"HTML hexadecimal", "&#x{:X};"},
                                                          {"HTML zeros", "&#{:07};"},
                                                          {"HTML small x", "&#x{:x};"},
                                                          {"JSON", "\\u{:04x}"},
                                                          {"JavaScript braces", "\\u{{{:x}}}"},
                                                          {"CSS with a space", "\\{:x} "},
                                                          {"CSS of six", "\\{:06x}"}});
  for (const auto& [name, form] : forms) {
    // A style sheet takes one space as the end of an escape.
    const bool style = std::string_view(name).starts_with("CSS of");
    out.add(std::string(name) + ", all",
            style ? replaced(as_escape(p, form), " ", "  ") + " " : as_escape(p, form));
    out.add(std::string(name) + ", first", first_escaped(p, form));
  }
  out.add("HTML without semicolon, first", first_escaped(p, "&#{}"));
  out.add("HTML hexadecimal without semicolon", as_escape(p, "&#x{:X}"));
  const auto hex = [](char32_t c) {
    return c < 0x100 ? fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c))
                     : fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
  };
  out.add("JavaScript \\x, all", each(p.first, hex) + " " + each(p.last, hex));
  out.add("JavaScript \\x, first", hex(characters(p.first)[0]) +
                                       each(p.first,
                                            [first = true](char32_t c) mutable {
                                              return std::exchange(first, false) ? std::string()
                                                                                 : encode(c);
                                            }) +
                                       " " + p.last);
  out.add("percent, all", percent(whole(p)));
  out.add("percent space", p.first + "%20" + p.last);
  out.add("Markdown hyphen", p.first + "\\-" + p.last);
  out.add("Markdown underscore", p.first + "\\_" + p.last);
  out.add("backslash within", within(p, "\\"));
  out.add("backslash before the space", p.first + "\\ " + p.last);
  out.add("line end of JSON", "\\n" + p.first + "\\n" + p.last);
  out.add("soft hyphen by name", within(p, "&shy;"));
  out.add("space by name", p.first + "&nbsp;" + p.last);
  out.add("invisible by number", within(p, "&#8203;"));
}

using Map = std::function<char32_t(char32_t)>;

std::string mapped(const std::string& text, const Map& map) {
  return each(text, [&](char32_t c) { return encode(is_ascii_letter(c) ? map(c) : c); });
}

Map alphabet(char32_t capital_a, char32_t small_a) {
  return [=](char32_t c) { return c >= U'a' ? small_a + (c - U'a') : capital_a + (c - U'A'); };
}

char32_t among(std::u32string_view from, std::u32string_view to, char32_t c) {
  const std::size_t at = from.find(c);
  return at == std::u32string_view::npos ? c : to[at];
}

// 20 ways.
void add_lookalikes(List& out) {
  const Somebody& p = out.person();
  out.family("lettres travesties", Reading::text);
  const auto add = [&](const char* form, const Map& map) { out.add(form, mapped(whole(p), map)); };
  add("bold", alphabet(0x1D400, 0x1D41A));
  add("bold italic", alphabet(0x1D468, 0x1D482));
  add("bold script", alphabet(0x1D4D0, 0x1D4EA));
  add("bold fraktur", alphabet(0x1D56C, 0x1D586));
  add("sans", alphabet(0x1D5A0, 0x1D5BA));
  add("sans bold", alphabet(0x1D5D4, 0x1D5EE));
  add("monospace", alphabet(0x1D670, 0x1D68A));
  add("circled", alphabet(0x24B6, 0x24D0));
  add("parenthesised", [](char32_t c) { return 0x249C + ((c | 0x20U) - U'a'); });
  add("squared", [](char32_t c) { return 0x1F130 + ((c | 0x20U) - U'a'); });
  add("Cyrillic small", [](char32_t c) { return among(U"aceopxyi", U"асеорхуі", c); });
  add("Cyrillic capitals", [](char32_t c) { return among(U"ABCEHKMOPTX", U"АВСЕНКМОРТХ", c); });
  add("Greek small", [](char32_t c) { return among(U"ovi", U"ονι", c); });
  add("Greek capitals", [](char32_t c) { return among(U"ABEHIKMOPTXZ", U"ΑΒΕΗΙΚΜΟΡΤΧΖ", c); });
  add("dotless i", [](char32_t c) { return c == U'i' ? U'ı' : c; });
  add("barred l", [](char32_t c) { return among(U"lL", U"łŁ", c); });
  add("barred d", [](char32_t c) { return among(U"dD", U"đĐ", c); });
  add("barred o", [](char32_t c) { return among(U"oO", U"øØ", c); });
  add("barred h and t", [](char32_t c) { return among(U"hHtT", U"ħĦŧŦ", c); });
  out.add("modifier apostrophe", "l’équipe dʼ" + whole(p));
}

// 16 ways.
void add_orders(List& out) {
  const Somebody& p = out.person();
  out.family("ordre et casse", Reading::text);
  out.add("reversed", reversed(p));
  out.add("reversed, shouted surname", shouted(p.last) + " " + p.first);
  out.add("reversed, comma", p.last + ", " + p.first);
  out.add("reversed, shouted, comma", shouted(p.last) + ", " + p.first);
  out.add("reversed, all shouted", shouted(reversed(p)));
  out.add("reversed, brackets", p.last + " (" + p.first + ")");
  out.add("reversed, line end", p.last + "\n" + p.first);
  out.alone("cells", plain(p.last) + ";" + plain(p.first));
  out.alone("cells in order", "nom;prenom\n" + p.first + ";" + p.last);
  out.alone("quoted cells", "\"" + p.last + "\",\"" + p.first + "\"");
  out.add("address of mail", slug(p.first, "-") + "." + slug(p.last, "-") + "@exemple.invalid");
  out.add("address of mail, reversed", slug(p.last, "") + "." + slug(p.first, "") + "@x.invalid");
  out.alone("slug", "/equipe/" + slug(whole(p), "-") + "/");
  out.alone("slug, reversed", "/equipe/" + slug(reversed(p), "-") + ".pdf");
  out.alone("file name", slug(whole(p), "_") + ".jpg");
  out.alone("run together", "@" + slug(whole(p), ""));
}

// 44 ways.
void add_persons(List& out) {
  const Somebody& p = out.person();
  out.family("civilité et nom", Reading::text);
  for (const char* form : {"Mme", "M.", "Mr", "Mlle", "Madame", "Monsieur", "Mademoiselle", "Dr",
                           "Me", "Pr", "Docteur", "MADAME"}) {
    out.add(form, std::string(form) + " " + p.last);
  }
  out.add("shouted surname", "Mme " + shouted(p.last));
  out.alone("slug", "/portrait-de-mme-" + slug(p.last, "-") + "/");

  out.family("mot entre les deux", Reading::text);
  out.add("middle name", p.first + " Marie " + p.last);
  out.add("two middle names", p.first + " Marie Jeanne " + p.last);
  out.add("middle initial", p.first + " M. " + p.last);
  out.add("nickname in quotes", p.first + " « Mimi » " + p.last);
  out.add("nickname in English quotes", p.first + " \"Mimi\" " + p.last);
  out.add("nickname in brackets", p.first + " (Mimi) " + p.last);
  out.add("said nickname", p.first + ", dite Mimi, " + p.last);
  out.add("role in brackets", p.first + " (présidente) " + p.last);
  out.add("title between", p.last + ", Mme " + p.first);
  out.add("title in brackets", shouted(p.last) + " (Mme) " + p.first);
  out.add("other surname first", p.first + " Zylberstein-" + p.last);
  out.add("shared surname", p.first + " et Lucien " + p.last);
  out.add("shared surname, ampersand", p.first + " & Lucien " + p.last);
  out.add("reversed with middle name", shouted(p.last) + " Marie " + p.first);
  out.alone("slug with initial", "/" + slug(p.first, "-") + "-m-" + slug(p.last, "-") + "/");
  out.add("particle added", p.first + " de " + p.last);

  out.family("moitié du nom double", Reading::text);
  const std::string half = is_double(p.last) ? first_word(p.last, "-") : "";
  const std::string other = is_double(p.last) ? last_word(p.last, "-") : "";
  const auto if_double = [&](const std::string& text) { return half.empty() ? "" : text; };
  out.add("first half", if_double(p.first + " " + half));
  out.add("second half", if_double(p.first + " " + other));
  out.add("halves without hyphen", if_double(p.first + " " + half + " " + other));
  out.add("halves run together", if_double(p.first + " " + half + plain(other)));
  out.add("halves exchanged", if_double(p.first + " " + other + "-" + half));
  out.add("first half, reversed", if_double(shouted(half) + " " + p.first));
  out.add("form of address", if_double("Mme " + half));

  out.family("particule", Reading::text);
  const auto if_particle = [&](const std::string& text) { return has_particle(p) ? text : ""; };
  out.add("dropped", if_particle(p.first + " " + last_word(p.last, " ’")));
  out.add("form of address", if_particle("M. " + last_word(p.last, " ’")));
  out.add("run together", if_particle(p.first + " " + capital(slug(p.last, ""))));

  out.family("initiales du prénom composé", Reading::text);
  const bool compound = is_double(p.first);
  const std::string j = first_word(p.first, "-").substr(0, 1);
  const std::string second = last_word(p.first, "-").substr(0, 1);
  const auto if_compound = [&](const std::string& text) { return compound ? text : ""; };
  out.add("J.-P.", if_compound(j + ".-" + second + ". " + p.last));
  out.add("J-P", if_compound(j + "-" + second + " " + p.last));
  out.add("JP", if_compound(j + second + " " + p.last));
  out.add("J. P., reversed", if_compound(shouted(p.last) + " " + j + ". " + second + "."));
}

// 36 ways.
void add_markup(List& out) {
  const Somebody& p = out.person();
  out.family("balises et attributs", Reading::markup);
  const auto tagged = [&](const std::string& tag) {
    return "<" + tag + ">" + p.first + "</" + tag + "> " + p.last;
  };
  for (const char* tag : {"b", "em", "strong", "span", "a", "i", "mark", "abbr", "small", "u"}) {
    out.add(std::string("first name in ") + tag, tagged(tag));
  }
  for (const char* tag : {"b", "em", "span", "wbr", "i", "sub"}) {
    out.add(std::string("surname split by ") + tag, within(p, std::string("<") + tag + ">"));
  }
  out.add("surname split by a comment", within(p, "<!-- > -->"));
  out.add("own element", within(p, "<x-y></x-y>"));
  out.add("line break", p.first + "<br>" + p.last);
  out.add("paragraphs", p.first + "</p><p>" + p.last);
  out.add("cells", "<table><td>" + p.last + "</td><td>" + p.first + "</td></table>");
  out.add("terms", "<dl><dt>" + p.first + "</dt><dd>" + p.last + "</dd></dl>");
  for (const char* name : {"title", "alt", "aria-label", "content", "data-x", "value"}) {
    out.add(std::string("attribute ") + name, fmt::format("<p {}=\"{}\">x</p>", name, whole(p)));
  }
  out.add("address", "<a href=\"/" + slug(whole(p), "-") + "/\">x</a>");
  out.add("address of mail",
          "<a href=\"mailto:" + slug(p.first, "") + "." + slug(p.last, "") + "@x.invalid\">x</a>");
  out.add("comment", "<!-- " + whole(p) + " -->");
  out.add("text of SVG", "<svg><text><tspan>" + p.first + "</tspan> " + p.last + "</text></svg>");
  out.add("JSON-LD", "<script type=\"application/ld+json\">{\"n\": \"" + as_escape(p, "\\u{:04x}") +
                         "\"}</script>");
  out.add("style", "<style>p::after{content:\"" + replaced(as_escape(p, "\\{:06x}"), " ", "  ") +
                       "\"}</style>");
  out.add("form of address in bold", "<b>Mme</b> " + p.last);
  out.add("middle name in bold", p.first + " <b>Marie</b> " + p.last);
}

std::size_t add_all(List& out) {
  add_spellings(out);
  add_invisible_signs(out);
  add_escapes(out);
  add_lookalikes(out);
  add_orders(out);
  add_persons(out);
  add_markup(out);
  return out.ways();
}

}  // namespace

std::string percent(const std::string& text) {
  std::string out;
  for (const char c : text) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::vector<NameText> disguises(const Somebody& person) {
  List out(person);
  const std::size_t ways = add_all(out);
  if (ways != disguise_count) throw std::logic_error(fmt::format("{} disguises", ways));
  return out.take();
}

}  // namespace pes::test
