#include "site/links.h"

#include <fmt/format.h>

#include <algorithm>

#include "images/alternative.h"
#include "images/format.h"
#include "site/picture_markup.h"
#include "text/markup.h"
#include "text/spelling.h"

namespace pes {

namespace {

constexpr std::string_view media_prefix = "content/medias/";
// Behind so many findings, nobody reads what was probably meant by each.
constexpr std::size_t most_suggestions = 200;

// Joins a folder and a relative path; empty if it climbs out of content/.
std::string join(std::string_view folder, std::string_view relative) {
  std::vector<std::string_view> parts;
  const std::string whole = fmt::format("{}{}", folder, relative);
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string_view part = std::string_view(whole).substr(at, end - at);
    if (part == "..") {
      if (parts.empty()) return "";
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  return fmt::format("{}", fmt::join(parts, "/"));
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

}  // namespace

LinkBook::LinkBook(std::span<const Record> records, std::span<const Decision> decisions,
                   std::span<const std::string> media, const SourceFiles& files, TextImages images,
                   BaseUrl base)
    : files_(files),
      images_(std::move(images)),
      base_(std::move(base)),
      media_(media.begin(), media.end()) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i].kind->has_body) continue;
    const Place place{record_address(records[i]), decisions[i].reason, records[i].broken};
    by_path_[files[records[i].file].path] = place;
    add_addresses(records[i], place);
  }
}

// An address that several records fill is shown as soon as one of them is.
void LinkBook::add_address(const std::string& address, const Place& place) {
  Place& known =
      by_address_.try_emplace(address, Place{address, place.reason, false}).first->second;
  if (place.reason == Reason::none) known.reason = Reason::none;
  known.broken = known.broken || place.broken;
}

void LinkBook::add_addresses(const Record& record, const Place& place) {
  add_address(place.address, place);
  for (const Value& old : list_of(field(record, "anciennes_adresses"))) {
    add_address(std::string(text_of(&old)), place);
  }
  if (record.kind->role != Role::achievement) return;
  const std::string_view territory = text_of(field(record, "territoire"));
  if (!territory.empty()) add_address(term_address("territoires", territory), place);
  for (const Value& theme : list_of(field(record, "themes"))) {
    add_address(term_address("themes", text_of(&theme)), place);
  }
  if (const auto date = date_of(field(record, "date"))) {
    add_address(fmt::format("/annees/{}/", static_cast<int>(date->year())), place);
  }
}

Reason LinkBook::reason_at(std::string_view address) const {
  const auto place = by_address_.find(address);
  return place == by_address_.end() ? Reason::none : place->second.reason;
}

LinkedBody LinkBook::convert(const Record& record, const Decision& decision,
                             const ShortcutBook& shortcuts, const Typography& typography,
                             Diagnostics& out) const {
  LinkedBody linked;
  const Conversion text{record, decision, linked, out};
  const MarkdownHooks hooks{
      [&](std::string_view destination, Span span) { return resolve(destination, span, text); },
      [&](const ImageUse& use) { return show_image(use, text); },
      [&](std::string_view inside, Span span) { return shortcuts.expand(inside, span, out); },
      typography};
  linked.body =
      convert_markdown(record.file, files_[record.file].text, record.body_begin, hooks, out);
  return linked;
}

std::string LinkBook::content_path(const Record& from, std::string_view path) const {
  if (path.starts_with(media_address)) return fmt::format("content{}", path);
  return join(folder_of(files_[from.file].path), path);
}

LinkTarget LinkBook::resolve(std::string_view destination, Span span,
                             const Conversion& text) const {
  const std::size_t hash = std::min(destination.find('#'), destination.size());
  const std::string_view written = destination.substr(0, hash);
  const std::string_view anchor =
      hash < destination.size() ? destination.substr(hash + 1) : std::string_view{};
  if (written.empty() && !anchor.empty()) {
    text.body.links.push_back({record_address(text.record), std::string(anchor), span});
    return {};
  }
  const std::string path = decode_percent(written);
  if (path.starts_with('/') && !path.starts_with("//") && !path.starts_with(media_address)) {
    const auto record = by_address_.find(path);
    const Place place = record != by_address_.end() ? record->second : Place{path};
    return follow_record(place, anchor, span, text.body, text.out);
  }
  const std::string target = content_path(text.record, path);
  if (const auto record = by_path_.find(target); record != by_path_.end()) {
    return follow_record(record->second, anchor, span, text.body, text.out);
  }
  if (target.starts_with(media_prefix) && media_.contains(target.substr(media_prefix.size()))) {
    return follow_media(target.substr(media_prefix.size()), span, text);
  }
  report_broken(target, destination, span, text.out);
  return {};
}

LinkTarget LinkBook::follow_media(const std::string& file, Span span,
                                  const Conversion& text) const {
  if (images_.book.is_image(file)) {
    const ImageSet* images = publish_image(file, span, text);
    if (images == nullptr) return {LinkTarget::Form::unwrap, {}};
    return {LinkTarget::Form::rewrite, base_.link("/" + images->widest().path)};
  }
  text.body.media.push_back(file);
  return {LinkTarget::Form::rewrite, base_.link(std::string(media_address) + encode_path(file))};
}

std::string LinkBook::show_image(const ImageUse& use, const Conversion& text) const {
  const std::string path = decode_percent(use.destination);
  if (path.find(':') < path.find_first_of("/?#") || path.starts_with("//")) {
    text.out.add(Rule::external_image, use.span, {use.destination});
    return "";
  }
  const std::string target = content_path(text.record, path);
  const std::string file(target.starts_with(media_prefix) ? target.substr(media_prefix.size())
                                                          : std::string());
  if (!media_.contains(file)) {
    report_broken(target, use.destination, use.span, text.out);
    return "";
  }
  if (const auto fault = alternative_fault(use.alternative, file, use.title)) {
    text.out.add(Rule::poor_alternative, use.span, {*fault});
  }
  if (!images_.book.is_image(file)) {
    text.out.add(Rule::image_format, use.span, {file, format_name(ImageFormat::none)});
    return "";
  }
  const ImageSet* images = publish_image(file, use.span, text);
  if (images == nullptr) return "";
  return picture_markup(*images, use.alternative, use.title, images_.specs.sizes, base_);
}

// Nothing comes back for a picture that cannot or must not be published.
const ImageSet* LinkBook::publish_image(const std::string& file, Span span,
                                        const Conversion& text) const {
  images_.book.report(file, span, text.out);
  const ImageFacts* facts = images_.book.find(file);
  if (facts == nullptr) return nullptr;
  const bool withheld = images_.withheld.contains(file);
  if (withheld || !text.decision.images) {
    text.out.add(Rule::hidden_photo, span, {reason_text(Reason::not_covered)});
    return nullptr;
  }
  text.body.images.push_back({plan_images(file, *facts, Crop::whole, {}, images_.specs), span});
  return &text.body.images.back().images;
}

LinkTarget LinkBook::follow_record(const Place& place, std::string_view anchor, Span span,
                                   LinkedBody& body, Diagnostics& out) const {
  if (place.broken) return {};
  if (place.reason != Reason::none) {
    out.add(Rule::link_to_hidden, span, {reason_text(place.reason)});
    return {LinkTarget::Form::unwrap, {}};
  }
  body.links.push_back({place.address, std::string(anchor), span});
  const std::string suffix = anchor.empty() ? "" : fmt::format("#{}", anchor);
  return {LinkTarget::Form::rewrite, base_.link(encode_path(place.address)) + suffix};
}

void LinkBook::report_broken(std::string_view path, std::string_view destination, Span span,
                             Diagnostics& out) const {
  Diagnostic& broken = out.add(Rule::broken_link, span, {destination});
  if (out.all().size() > most_suggestions) return;
  std::vector<std::string> candidates;
  for (const auto& [known, place] : by_path_) candidates.push_back(known);
  for (const std::string& known : media_) {
    candidates.push_back(std::string(media_prefix) + known);
  }
  broken.nearest = nearest(path, candidates);
}

void check_links(std::span<const LinkUse> links,
                 const std::map<std::string, std::vector<std::string>>& anchors, Diagnostics& out) {
  for (const LinkUse& link : links) {
    const auto page = anchors.find(link.address);
    if (page == anchors.end()) {
      Diagnostic& unknown = out.add(Rule::unknown_address, link.span, {link.address});
      if (out.all().size() > most_suggestions) continue;
      std::vector<std::string> known;
      for (const auto& [address, ids] : anchors) known.push_back(address);
      unknown.nearest = nearest(link.address, known);
      continue;
    }
    const auto& ids = page->second;
    if (link.anchor.empty() || std::find(ids.begin(), ids.end(), link.anchor) != ids.end()) {
      continue;
    }
    Diagnostic& broken =
        out.add(Rule::broken_anchor, link.span, {link.anchor, ids.empty() ? "—" : some_of(ids)});
    if (out.all().size() <= most_suggestions) broken.nearest = nearest(link.anchor, ids);
  }
}

}  // namespace pes
