#pragma once

#include <string_view>

namespace pes {

/// False for a text in which find_contacts_thoroughly() finds nothing: no at sign in any form, no
/// nine digits near one another, no beginning of an account number, and no character that would
/// have to be looked at to know. Reads each byte once.
bool may_hold_contacts(std::string_view text);

}  // namespace pes
