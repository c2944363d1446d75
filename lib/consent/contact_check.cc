#include "consent/contact_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "consent/contacts.h"
#include "diagnostics/each.h"
#include "text/html_pieces.h"
#include "text/utf8.h"

namespace pes {

namespace {

bool is_text(const Field& field) {
  return field.type == Type::text || field.type == Type::url || field.type == Type::path ||
         field.type == Type::media || field.type == Type::slug;
}

// Whole contacts, and domains with their at sign.
using PlainContacts = std::set<std::string>;

// Hosts where anybody may have an address.
constexpr auto everybody_s = std::to_array<std::string_view>(
    {"@bbox.fr", "@free.fr", "@gmail.com", "@gmx.fr", "@hotmail.com", "@hotmail.fr", "@icloud.com",
     "@laposte.net", "@live.fr", "@numericable.fr", "@orange.fr", "@outlook.com", "@outlook.fr",
     "@proton.me", "@protonmail.com", "@sfr.fr", "@wanadoo.fr", "@yahoo.com", "@yahoo.fr"});

std::string domain_of(const std::string& address) { return address.substr(address.find('@')); }

// « @exemple.org », for every address there.
std::optional<std::string> read_domain(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('@')) return std::nullopt;
  const std::string address = fmt::format("nom{}", text);
  const std::vector<Contact> found = find_contacts(address);
  if (found.size() != 1 || found.front().begin != 0 || found.front().end != address.size()) {
    return std::nullopt;
  }
  const std::string domain = domain_of(found.front().plain);
  const bool known = std::find(everybody_s.begin(), everybody_s.end(), domain) != everybody_s.end();
  return known ? std::nullopt : std::optional(domain);
}

PlainContacts allowed_contacts(const Record& site, Diagnostics& out) {
  PlainContacts allowed;
  const auto allow = [&](const Value& value) {
    const std::vector<Contact> contacts = find_contacts(text_of(&value));
    for (const Contact& contact : contacts) allowed.insert(contact.plain);
    return !contacts.empty();
  };
  for (const Value& contact : list_of(field(site, "contacts_autorises"))) {
    if (allow(contact)) continue;
    if (const auto domain = read_domain(text_of(&contact))) {
      allowed.insert(*domain);
    } else {
      out.add(Rule::unclear_contact, contact.span);
    }
  }
  for (const Member& notice : object_of(field(site, "mentions_legales"))) allow(notice.value);
  return allowed;
}

// A body without its tags, and where each byte of it comes from.
struct BareText {
  std::string text;
  std::vector<std::size_t> origin;
};

// « 06 12<b> 34</b> 56 78 » is published without them.
BareText without_tags(std::string_view body) {
  BareText bare;
  for (std::size_t at = 0; at < body.size();) {
    const HtmlPiece piece = html_piece_at(body, at);
    if (piece.form == HtmlPiece::Form::text) {
      for (std::size_t i = 0; i < piece.written.size(); ++i) bare.origin.push_back(at + i);
      bare.text += piece.written;
    } else if (place_of_tag(piece.name) != HtmlPlace::within) {
      bare.origin.push_back(at);
      bare.text += ' ';
    }
    at += piece.written.size();
  }
  return bare;
}

class Scanner {
 public:
  Scanner(const PlainContacts& allowed, const SourceFiles& files, Diagnostics& out)
      : allowed_(allowed), files_(files), out_(out) {}

  void scan(const Record& record) {
    for (std::size_t i = 0; i < record.values.size(); ++i) {
      scan(record.values[i], record.kind->fields[i]);
    }
    if (!record.kind->has_body || record.body_begin == 0) return;
    const std::string_view body =
        std::string_view(files_[record.file].text).substr(record.body_begin);
    PlainContacts found;
    for (const Contact& contact : find_contacts(body)) {
      report_in_body(contact, record, contact.begin, contact.end);
      found.insert(contact.plain);
    }
    if (body.find('<') == std::string_view::npos) return;
    const BareText bare = without_tags(body);
    for (const Contact& contact : find_contacts(bare.text)) {
      if (found.contains(contact.plain)) continue;
      report_in_body(contact, record, bare.origin[contact.begin], bare.origin[contact.end - 1] + 1);
    }
  }

 private:
  void scan(const Value& value, const Field& field) {
    if (const auto* list = std::get_if<List>(&value.data)) {
      for (const Value& item : *list) scan(item, field);
    } else if (const auto* object = std::get_if<Object>(&value.data)) {
      scan_members(*object, field);
    } else if (is_text(field)) {
      for (const Contact& contact : find_contacts(text_of(&value))) report(contact, value.span);
    }
  }

  void scan_members(const Object& object, const Field& field) {
    const bool figures = field.type == Type::figures || field.type == Type::partition;
    for (const Member& member : object) {
      if (figures) {
        scan_figure(member.value);
        continue;
      }
      const auto inner = std::find_if(field.fields.begin(), field.fields.end(),
                                      [&](const Field& known) { return known.name == member.key; });
      if (inner != field.fields.end()) scan(member.value, *inner);
    }
  }

  // Figures hold a single text, the reason of a negative one.
  void scan_figure(const Value& value) {
    for (const Member& member : object_of(&value)) {
      if (std::holds_alternative<Object>(member.value.data)) scan_figure(member.value);
      if (member.key != "motif") continue;
      for (const Contact& contact : find_contacts(text_of(&member.value))) {
        report(contact, member.value.span);
      }
    }
  }

  void report_in_body(const Contact& contact, const Record& record, std::size_t begin,
                      std::size_t end) {
    report(contact, {record.file, static_cast<std::uint32_t>(record.body_begin + begin),
                     static_cast<std::uint32_t>(end - begin)});
  }

  void report(const Contact& contact, Span span) {
    const bool domain =
        contact.kind == ContactKind::email && allowed_.contains(domain_of(contact.plain));
    if (!domain && !allowed_.contains(contact.plain)) {
      out_.add(Rule::contact_in_text, span, {contact_name(contact.kind)});
    }
  }

  const PlainContacts& allowed_;
  const SourceFiles& files_;
  Diagnostics& out_;
};

}  // namespace

void check_contacts(std::span<const Record> records, const Record* site, const SourceFiles& files,
                    const Workers& workers, Diagnostics& out) {
  const PlainContacts allowed = site != nullptr ? allowed_contacts(*site, out) : PlainContacts{};
  for_each_with_findings(workers, records.size(), out, [&](std::size_t i, Diagnostics& found) {
    Scanner(allowed, files, found).scan(records[i]);
  });
}

}  // namespace pes
