#pragma once

#include <string>
#include <vector>

#include "schema/known_values.h"
#include "schema/value.h"

namespace pes {

/// The configuration of Sveltia CMS, which Decap CMS reads too: a form for each kind of record.
///
/// `editing` is the field `redaction` of site.yml, or nullptr: then nothing that is typed is kept.
///
/// Shape:  JSON, which is YAML too: the file `config.yml` that both programs look for. A field that
///         is not always written in one way is left out, as a form would drop the values that it
///         does not understand; what no field is about stays as it is.
/// Source: the documentation of Sveltia CMS 0.2, and the JSON Schema that comes with it.
std::string cms_config(const KnownValues& known, const Value* editing);

/// The fields that cms_config() leaves out of the forms: « bilan.chiffres.personnes ».
std::vector<std::string> fields_left_out(const KnownValues& known);

/// The address of the forge without what follows the host: « https://framagit.org ». Empty for a
/// trial.
std::string forge_origin(const Value& editing);

}  // namespace pes
