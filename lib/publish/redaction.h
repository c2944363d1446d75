#pragma once

#include <string>
#include <vector>

#include "publish/output_file.h"
#include "schema/value.h"
#include "site/page.h"

namespace pes {

/// Where the online editor is published.
inline constexpr std::string_view editor_address = "/admin/";

/// The online editor: its page, the program with what it loads, and its configuration; see
/// cms_config().
///
/// `editing` is the field `redaction` of site.yml.
std::vector<OutputFile> editor_files(const Value& editing, std::string config);

/// The files of editor_files(), whether it is published or not: nothing else may lie there.
std::vector<std::string> editor_paths();

/// The headers of the editor, which loads more than other pages: from the forge that holds the
/// records, and what it makes itself. It opens a window to sign in.
std::vector<std::pair<std::string, std::string>> editor_headers(const BaseUrl& base,
                                                                const Value& editing);

}  // namespace pes
