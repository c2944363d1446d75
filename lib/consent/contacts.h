#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace pes {

enum class ContactKind : std::uint8_t { email, phone, social_security, bank_account };

/// « un numéro de téléphone »
Text contact_name(ContactKind kind);

/// A way to reach or to identify a person, found in a text.
///
/// Units: bytes of the text.
struct Contact {
  ContactKind kind = ContactKind::email;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string plain;  ///< Comparable: "0380123456", "nom@exemple.org".
};

/// Finds e-mail addresses, French phone numbers, French social-security numbers and IBANs, by
/// rising place. Digits may stand apart by spaces of any kind, dots, hyphens and slashes as people
/// group them; « @ » may be written « [at] » or « (arobase) ».
///
/// Source: RFC 5322 (as people write it), the numbering plan of ARCEP, INSEE (key modulo 97), ISO
///         13616 (IBAN, key modulo 97).
std::vector<Contact> find_contacts(std::string_view text);

/// The same, without the glance that most texts are done with (see contact_hints.h).
std::vector<Contact> find_contacts_thoroughly(std::string_view text);

}  // namespace pes
