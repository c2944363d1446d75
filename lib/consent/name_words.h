#pragma once

#include <span>
#include <string_view>

namespace pes {

// Words that stand around names and within them, folded.

/// « m », « mme », « docteur », « soeur »: what may stand before a name.
bool is_form_of_address(std::string_view folded);

std::span<const std::string_view> forms_of_address();

/// Those that mean somebody before any surname; « père Noël » and « je me rose » do not.
bool is_civil_address(std::string_view folded);

/// Of these, the ones that are no other word of French, in small letters either.
bool is_certain_address(std::string_view folded);

/// « mmes », « messieurs »: what may stand before several surnames.
bool is_address_of_several(std::string_view folded);

/// Opening words such as « le » and « notre », which are no part of a name when others follow.
bool is_article(std::string_view folded);

/// What stands before a noun: an article, « du », « cet », « aux ».
bool is_determiner(std::string_view folded);

/// « de », « la », « van »: a part of some surnames.
bool is_particle(std::string_view folded);

/// « et », « avec »: what stands between people.
bool is_joiner(std::string_view folded);

/// « née », « dite »: what stands before another name of the same person.
bool announces_other_name(std::string_view folded);

/// What a group, or somebody without a name, is called: « bénévoles », « présidente ».
bool is_collective_noun(std::string_view folded);

/// « nom », « prénom », « last name »: what stands before the parts of a name in forms and data.
bool is_name_label(std::string_view folded);

/// What one person is called: « maire », « présidente ».
bool is_office(std::string_view folded);

/// First names that are words of French too: « claire », « jean », « rose ».
bool is_common_word(std::string_view folded);

}  // namespace pes
