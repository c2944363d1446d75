#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "consent/consent.h"
#include "diagnostics/diagnostic.h"
#include "images/image_book.h"
#include "impact/shortcut.h"
#include "records/markdown.h"
#include "records/record.h"
#include "site/addresses.h"

namespace pes {

/// A place in the content that names an address of this site, to be checked once all pages are
/// known.
struct LinkUse {
  std::string address;  ///< "/projets/recyclerie/"
  std::string anchor;   ///< Without `#`; empty for none.
  Span span;
};

/// A picture that is published, and where it is asked for.
struct SiteImage {
  ImageSet images;
  Span span;
};

/// A Markdown body with what it depends on.
struct LinkedBody {
  Body body;
  std::vector<LinkUse> links;
  std::vector<std::string> media;  ///< Documents below content/medias/ that it links.
  std::vector<SiteImage> images;   ///< Pictures that it shows or links.
};

/// What the conversion of a text must know of the pictures that it may show.
struct TextImages {
  const ImageBook& book;
  ImageSpecs specs;
  std::set<std::string> withheld;  ///< See withheld_media().
};

/// Knows where the files of content/ come to lie on the site.
class LinkBook {
 public:
  LinkBook(std::span<const Record> records, std::span<const Decision> decisions,
           std::span<const std::string> media, const SourceFiles& files, TextImages images,
           BaseUrl base);

  /// Why nothing is shown at an address that content could fill; `none` for every other address.
  [[nodiscard]] Reason reason_at(std::string_view address) const;

  /// Converts the body of a record; links to records and media become addresses, and links to what
  /// is not published lose their link. Pictures are shown where the decision about the record and
  /// every photo of the same file allow it. Shortcuts become figures.
  [[nodiscard]] LinkedBody convert(const Record& record, const Decision& decision,
                                   const ShortcutBook& shortcuts, const Typography& typography,
                                   Diagnostics& out) const;

 private:
  struct Place {
    std::string address;
    Reason reason = Reason::none;
    bool broken = false;  ///< Its own mistakes are reported; links to it are taken as good.
  };
  void add_address(const std::string& address, const Place& place);
  void add_addresses(const Record& record, const Place& place);
  // A text while it is converted.
  struct Conversion {
    const Record& record;
    const Decision& decision;
    LinkedBody& body;
    Diagnostics& out;
  };
  LinkTarget resolve(std::string_view destination, Span span, const Conversion& text) const;
  LinkTarget follow_media(const std::string& file, Span span, const Conversion& text) const;
  std::string show_image(const ImageUse& use, const Conversion& text) const;
  const ImageSet* publish_image(const std::string& file, Span span, const Conversion& text) const;
  [[nodiscard]] std::string content_path(const Record& from, std::string_view path) const;
  LinkTarget follow_record(const Place& place, std::string_view anchor, Span span, LinkedBody& body,
                           Diagnostics& out) const;
  void report_broken(std::string_view path, std::string_view destination, Span span,
                     Diagnostics& out) const;

  const SourceFiles& files_;
  TextImages images_;
  BaseUrl base_;
  std::map<std::string, Place, std::less<>> by_path_;  ///< "content/projets/x.md"
  /// Of records, of their old addresses, and of what gathers them.
  std::map<std::string, Place, std::less<>> by_address_;
  std::set<std::string, std::less<>> media_;
};

/// Reports links whose page or heading does not exist.
///
/// Shape: `anchors` has every address of the site, with the heading ids of its page.
void check_links(std::span<const LinkUse> links,
                 const std::map<std::string, std::vector<std::string>>& anchors, Diagnostics& out);

}  // namespace pes
