#include "theme/template_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "text/spelling.h"
#include "theme/template_sizes.h"
#include "theme/template_tags.h"

namespace pes {

namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t most_lists = 4;
// Behind so many findings, nobody reads what was probably meant by each.
constexpr std::size_t most_suggestions = 200;

std::vector<std::string> split_name(const std::string& name) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t dot = std::min(name.find('.', at), name.size());
    parts.push_back(name.substr(at, dot - at));
    at = dot + 1;
  }
  return parts;
}

// "fiche", "fiche.photo", "fiche.photo.alt"…
void collect_names(const std::string& name, const Vocabulary& inner,
                   std::vector<std::string>& names) {
  names.push_back(name);
  for (const auto& [part, rest] : inner.names) {
    collect_names(fmt::format("{}.{}", name, part), rest, names);
  }
}

// Follows every layout through its partials, with the names that Mustache would see.
class Checker {
 public:
  Checker(const Theme& theme, const SourceFiles& files, Diagnostics& out) : out_(out) {
    for (const auto& [name, layout] : theme.layouts) {
      layouts_[name] = read(layout, files);
    }
    for (const auto& [name, partial] : theme.partials) {
      partials_[name] = read(partial, files);
      partial_names_.push_back(name);
    }
  }

  void check_layout(const std::string& name, const Vocabulary& vocabulary) {
    layout_ = name;
    scopes_ = {&vocabulary};
    included_.clear();
    const SizedTemplate& layout = layouts_.at(name);
    if (sizes_.fits(name, layout)) walk(layout.tags);
  }

  // Partials that no layout reaches still deserve a look at what they include.
  void check_unused() {
    for (const auto& [name, partial] : partials_) {
      if (reached_.contains(name)) continue;
      for (const Tag& tag : partial.tags) {
        if (tag.form == Tag::Form::partial) check_partial_exists(tag);
      }
    }
  }

  [[nodiscard]] bool has_layout(const std::string& name) const { return layouts_.contains(name); }

 private:
  SizedTemplate read(const Template& one, const SourceFiles& files) {
    const std::string& text = files[one.file].text;
    return {one.file, read_tags(one.file, text, out_), text.size()};
  }

  void walk(const std::vector<Tag>& tags) {
    for (const Tag& tag : tags) {
      switch (tag.form) {
        case Tag::Form::variable:
          look_up(tag);
          break;
        case Tag::Form::section:
          enter(tag);
          break;
        case Tag::Form::inverted:
          if (is_too_deep(tag)) break;
          look_up(tag);
          scopes_.push_back(scopes_.back());
          break;
        case Tag::Form::close:
          scopes_.pop_back();
          break;
        case Tag::Form::partial:
          include(tag);
          break;
        case Tag::Form::comment:
          break;
      }
    }
  }

  void enter(const Tag& tag) {
    if (is_too_deep(tag)) return;
    const Vocabulary* found = look_up(tag);
    if (found != nullptr && found->list) check_lists(tag, found);
    scopes_.push_back(found != nullptr ? found : &unknown_);
  }

  // What lies deeper than the first section too deep is not looked at.
  bool is_too_deep(const Tag& tag) {
    if (scopes_.size() <= deepest) return false;
    if (scopes_.back() != &too_deep_) report_depth(tag);
    scopes_.push_back(&too_deep_);
    return true;
  }

  // What is repeated within what is repeated costs the product of all.
  void check_lists(const Tag& tag, const Vocabulary* list) {
    const bool itself = std::find(scopes_.begin(), scopes_.end(), list) != scopes_.end();
    const auto lists = static_cast<std::size_t>(std::count_if(
        scopes_.begin(), scopes_.end(), [](const Vocabulary* scope) { return scope->list; }));
    if (!itself && lists < most_lists) return;
    if (!reported_.insert({tag.span.file, tag.span.offset}).second) return;
    out_.add(Rule::template_nested_lists, tag.span, {tag.name, most_lists});
  }

  void include(const Tag& tag) {
    if (!check_partial_exists(tag)) return;
    reached_.insert(tag.name);
    if (std::find(included_.begin(), included_.end(), tag.name) != included_.end()) {
      if (!reported_.insert({tag.span.file, tag.span.offset}).second) return;
      out_.add(Rule::template_partial_cycle, tag.span,
               {fmt::format("{} → {}", fmt::join(included_, " → "), tag.name)});
      return;
    }
    if (included_.size() > deepest) {
      report_depth(tag);
      return;
    }
    // The same partial in the same place has nothing new to say.
    if (!walked_.insert({tag.name, scopes_}).second) return;
    included_.push_back(tag.name);
    walk(partials_.at(tag.name).tags);
    included_.pop_back();
  }

  void report_depth(const Tag& tag) {
    if (!reported_.insert({tag.span.file, tag.span.offset}).second) return;
    out_.add(Rule::template_too_deep, tag.span, {deepest});
  }

  bool check_partial_exists(const Tag& tag) {
    if (partials_.contains(tag.name)) return true;
    if (!reported_.insert({tag.span.file, tag.span.offset}).second) return false;
    Diagnostic& unknown =
        out_.add(Rule::template_unknown_partial, tag.span, {tag.name, some_of(partial_names_)});
    if (out_.all().size() <= most_suggestions) unknown.nearest = nearest(tag.name, partial_names_);
    return false;
  }

  // Finds a name from the inside out, then its parts, as Mustache does.
  const Vocabulary* look_up(const Tag& tag) {
    if (tag.name == ".") return scopes_.back();
    const std::vector<std::string> parts = split_name(tag.name);
    const Vocabulary* found = nullptr;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend() && found == nullptr; ++scope) {
      if (*scope == &unknown_ || *scope == &too_deep_) return *scope;
      const auto name = (*scope)->names.find(parts.front());
      if (name != (*scope)->names.end()) found = &name->second;
    }
    for (std::size_t i = 1; i < parts.size() && found != nullptr; ++i) {
      const auto name = found->names.find(parts[i]);
      found = name == found->names.end() ? nullptr : &name->second;
    }
    if (found == nullptr) report_unknown(tag);
    return found;
  }

  void report_unknown(const Tag& tag) {
    if (!reported_.insert({tag.span.file, tag.span.offset}).second) return;
    Diagnostic& unknown = out_.add(Rule::template_unknown_name, tag.span, {tag.name, layout_});
    if (out_.all().size() > most_suggestions) return;
    std::vector<std::string> known;
    for (const Vocabulary* scope : scopes_) {
      for (const auto& [name, inner] : scope->names) {
        collect_names(name, inner, known);
      }
    }
    unknown.nearest = nearest(tag.name, known);
  }

  Diagnostics& out_;
  std::map<std::string, SizedTemplate> layouts_;
  std::map<std::string, SizedTemplate> partials_;
  TemplateSizes sizes_{partials_, out_};
  std::vector<std::string> partial_names_;
  std::string layout_;
  std::vector<const Vocabulary*> scopes_;
  std::vector<std::string> included_;
  std::set<std::string> reached_;
  std::set<std::pair<FileId, std::uint32_t>> reported_;
  std::set<std::pair<std::string, std::vector<const Vocabulary*>>> walked_;
  Vocabulary unknown_;   // inside a section whose name is unknown, nothing more is reported
  Vocabulary too_deep_;  // nor inside one that is too deep
};

}  // namespace

void check_templates(const Theme& theme, const std::map<std::string, Vocabulary>& vocabularies,
                     const SourceFiles& files, Diagnostics& out) {
  Checker checker(theme, files, out);
  for (const auto& [layout, vocabulary] : vocabularies) {
    if (checker.has_layout(layout)) {
      checker.check_layout(layout, vocabulary);
    } else {
      const std::string path = fmt::format("themes/{}/layouts/{}.mustache",
                                           theme.folder.parent_path().filename().string(), layout);
      out.add(Rule::missing_layout, {}, {layout, path});
    }
  }
  checker.check_unused();
}

}  // namespace pes
