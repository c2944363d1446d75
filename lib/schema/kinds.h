#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace pes {

/// The form of a field's value; see value.h for what each is decoded to.
enum class Type : std::uint8_t {
  text,       ///< Any text.
  slug,       ///< A part of an address.
  boolean,    ///< oui/non, vrai/faux, true/false.
  integer,    ///< A whole number.
  number,     ///< A number with at most three decimals.
  year,       ///< A year, 1900 to 2100.
  date,       ///< AAAA-MM-JJ.
  period,     ///< P3Y, P18M, P90D.
  choice,     ///< One of `Field::choices`.
  reference,  ///< The slug of a record of the kind `Field::target`.
  media,      ///< A file of content/medias/.
  url,        ///< An address that starts with http:// or https://.
  path,       ///< An address of this site that starts with /.
  colour,     ///< #rrggbb.
  object,     ///< `Field::fields`.
  figures,    ///< For each indicator, a number or what `figure_field` declares.
  partition,  ///< For each programme, figures.
};

/// Where files of content/medias/ lie on the site; « /medias/x.jpg » is read as « x.jpg ».
inline constexpr std::string_view media_address = "/medias/";

struct Choice {
  std::string_view name;
  Text label;
};

/// A demand that ties fields of the same object together.
struct Constraint {
  enum class Form : std::uint8_t {
    required_if,      ///< `field` is required when `other` has one of `values` (none: any but 0).
    required_unless,  ///< `field` is required unless `other` is true.
    exactly_one,      ///< Exactly one of `field` and `other`.
    at_most_one,      ///< Not both of `field` and `other`.
    together,         ///< Both of `field` and `other`, or none.
    ordered           ///< `field`, a date, is not after `other`.
  };
  Form form;
  std::string_view field;
  std::string_view other;
  std::span<const std::string_view> values = {};
};

/// Who may see a field beside the staff who write it.
enum class Exposure : std::uint8_t {
  page,      ///< Templates get it.
  internal,  ///< It steers the build and is never shown.
  personal   ///< It names a person: templates get what the consent allows instead.
};

/// One key that staff can write.
struct Field {
  std::string_view name;
  Type type = Type::text;
  Text label;  ///< What to write, in a few words, for messages and forms.
  bool required = false;
  bool many = false;               ///< A list; a single value is a list of one.
  bool proper_name = false;        ///< A name of others: typography leaves it as it is.
  bool decides = false;            ///< What is public depends on it: no value is no answer.
  bool text_allowed = false;       ///< An object that may be written as its first field alone.
  std::size_t longest = 0;         ///< Characters; 0 is no limit.
  std::int64_t least = INT64_MIN;  ///< Of an integer.
  std::int64_t most = INT64_MAX;
  Exposure exposure = Exposure::page;
  std::span<const Choice> choices = {};
  std::string_view target = {};
  std::span<const Field> fields = {};
  std::span<const Constraint> constraints = {};
};

/// What the site does with the records of a kind.
enum class Role : std::uint8_t {
  settings,     ///< site.yml: no page.
  home,         ///< The home page.
  programme,    ///< What achievements belong to.
  achievement,  ///< Testimonials and projects: listed, gathered and related.
  statement,    ///< Impact figures.
  page          ///< A page at the root of the site.
};

/// One kind of record.
struct Kind {
  std::string_view name;  ///< Also the name of its layout.
  /// Below content/, and first part of the address; empty for singletons.
  std::string_view folder;
  std::string_view file;  ///< Below content/, for the kinds of which there is exactly one.
  Text one;               ///< « un projet »
  Text title;             ///< « Projets »
  Text noun;              ///< « Projet »
  Role role = Role::page;
  bool has_body = true;
  std::vector<Field> fields = {};
  std::vector<Constraint> constraints = {};
};

/// THE table: every kind, with every field. Nothing else lists them.
std::span<const Kind> all_kinds();

/// The fields of a theme's theme.yml, which is no content but is read the same way.
const Kind& theme_settings();

/// The kind of that name.
///
/// Shape: `name` is in the table.
const Kind& kind_named(std::string_view name);

/// Index of a field in `Kind::fields`, or -1.
int field_index(const Kind& kind, std::string_view name);

/// What one figure is made of, when it is not a bare number.
const Field& figure_field();

/// The words for a type in a message: « une date AAAA-MM-JJ ».
Text type_label(Type type);

}  // namespace pes
