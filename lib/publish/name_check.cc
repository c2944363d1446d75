#include "publish/name_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "images/format.h"
#include "images/metadata.h"
#include "publish/document_text.h"
#include "records/files.h"
#include "site/addresses.h"

namespace pes {

namespace {

Reading reading_of(std::string_view path) {
  const bool markup = path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".svg");
  return markup ? Reading::markup : Reading::text;
}

// The layout of a page, or the file itself where no template made it.
std::string template_of(const Site& site, const std::string& path) {
  for (const Page& page : site.pages) {
    if (file_of_address(page.address) == path) return page.layout;
  }
  return "—";
}

bool lies_in(const NameMatch& match, const Span& span) {
  return match.begin >= span.offset && match.end <= span.offset + span.length;
}

class Finder {
 public:
  Finder(const NameContext& context, NameSearch search)
      : context_(context), search_(std::move(search)) {}

  [[nodiscard]] bool has_nothing_to_find() const { return search_.empty(); }

  void look_into(const OutputFile& file) {
    note(file.path, search_.find(file.path, Reading::text));
    std::string copied;
    if (!file.copy_of.empty()) copied = read_bytes(file.copy_of);
    const std::string& bytes = file.copy_of.empty() ? file.bytes : copied;
    // The compressed pixels of a picture are no text.
    const bool pixels = has_image_extension(file.path) && !file.path.ends_with(".svg");
    note(file.path, pixels ? search_.find(metadata_text(bytes), Reading::text)
                           : search_.find(document_text(bytes), reading_of(file.path)));
  }

  void report(const Site& site, Diagnostics& out) const {
    for (const auto& [who, path] : first_) {
      const FileId own = context_.records[who].file;
      out.add(Rule::name_in_output, place_of(who),
              {path, template_of(site, path), context_.files[own].path});
    }
  }

 private:
  void note(const std::string& path, const std::vector<NameMatch>& matches) {
    for (const NameMatch& match : matches) first_.try_emplace(match.who, path);
  }

  [[nodiscard]] bool is_published(FileId file) const {
    for (std::size_t i = 0; i < context_.records.size(); ++i) {
      if (context_.records[i].file == file) return context_.decisions[i].shown();
    }
    return true;
  }

  // Where the name is written in what was published: not in the field that says it rightly.
  [[nodiscard]] Span place_of(std::size_t who) const {
    const Span author = span_of(context_.records[who], "auteur");
    for (FileId file = 0; file < context_.files.size(); ++file) {
      if (!is_published(file)) continue;
      for (const NameMatch& match : search_.find(context_.files[file].text, Reading::markup)) {
        const bool own_field = author.file == file && lies_in(match, author);
        if (match.who != who || own_field) continue;
        return {file, static_cast<std::uint32_t>(match.begin),
                static_cast<std::uint32_t>(match.end - match.begin)};
      }
    }
    return {};
  }

  const NameContext& context_;
  NameSearch search_;
  std::map<std::size_t, std::string> first_;  // person → path
};

}  // namespace

void check_names(const NameContext& context, const Site& site, std::span<const OutputFile> files,
                 Diagnostics& out) {
  Finder finder(context, forbidden_names(context.records, context.decisions));
  if (finder.has_nothing_to_find()) return;
  for (const OutputFile& file : files) finder.look_into(file);
  finder.report(site, out);
}

}  // namespace pes
