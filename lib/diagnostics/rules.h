#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "text/language.h"

namespace pes {

/// How much a finding matters, most first.
enum class Severity {
  error,    ///< Nothing is published.
  warning,  ///< `--strict` refuses it.
  advice    ///< For the author to weigh; never refused.
};

/// Who mends a mistake.
enum class Mending {
  by_people,  ///< It has several possible meanings, or needs what only the author knows.
  by_fix      ///< In its usual form it has one meaning, and `pes validate --fix` writes it.
};

/// Everything that pes can find wrong. The value is the number of the stable code: 12 is PES0012.
enum class Rule : std::uint16_t {
  // Files
  file_not_utf8 = 1,
  control_character = 2,
  file_too_large = 3,
  unexpected_file = 4,
  missing_file = 5,
  symbolic_link = 6,
  byte_order_mark = 7,
  decomposed_text = 8,
  pasted_character = 9,

  // YAML
  front_matter_missing = 10,
  front_matter_unclosed = 11,
  front_matter_too_large = 12,
  yaml_syntax = 13,
  yaml_colon_in_value = 14,
  yaml_tab = 15,
  yaml_curly_quotes = 16,
  yaml_unclosed_quote = 17,
  yaml_duplicate_key = 18,
  yaml_anchor = 19,
  yaml_tag = 20,
  yaml_too_deep = 21,
  yaml_several_documents = 22,
  yaml_directive = 23,
  yaml_key = 24,
  yaml_list_item = 25,
  yaml_hash_in_value = 26,
  yaml_space = 27,
  yaml_indentation = 28,
  yaml_missing_space = 29,
  yaml_unclosed_bracket = 44,
  yaml_surplus_bracket = 198,
  yaml_escape = 48,
  yaml_empty_item = 49,
  yaml_missing_colon = 58,
  yaml_glued_comment = 59,
  yaml_text_block = 133,
  yaml_bracket_lines = 134,

  // Fields
  unknown_key = 30,
  missing_field = 31,
  wrong_type = 32,
  french_date = 33,
  impossible_date = 34,
  unknown_choice = 35,
  text_too_long = 36,
  exactly_one = 37,
  order = 38,
  bad_address = 39,
  bad_slug = 40,
  unknown_indicator = 41,
  negative_figure = 42,
  out_of_range = 43,
  misplaced_key = 45,
  comma_list = 46,
  comma_in_word = 47,
  ambiguous_number = 131,
  empty_decision = 135,
  field_in_text = 197,

  // References and addresses
  unknown_record = 50,
  unknown_media = 51,
  same_address = 52,
  reserved_slug = 53,
  empty_slug = 54,
  unknown_address = 55,
  same_title = 56,

  // Markdown
  raw_html = 60,
  lost_words = 57,
  dangerous_link = 61,
  broken_link = 62,
  broken_anchor = 63,
  skipped_heading = 64,
  nesting_too_deep = 65,
  too_many_images = 66,
  link_to_hidden = 67,

  // Consent
  existing_publication = 70,
  withheld = 71,
  consent_without_end = 72,
  consent_too_long = 73,
  hidden_photo = 74,
  bad_proof = 75,
  contact_in_text = 76,
  name_in_output = 77,
  name_of_withheld = 78,
  unclear_name = 79,

  // Impact
  same_period = 80,
  figure_overflow = 81,
  undated_figure = 82,
  partial_overlap = 83,
  covered_exceed = 84,
  programmes_exceed = 85,
  programme_exceeded = 86,
  double_count = 87,
  contradicted_figure = 88,
  unverified_figure = 89,

  // Site
  legal_field_missing = 90,
  file_collision = 91,
  placeholder_address = 92,

  // Indicators and what they allow
  same_indicator = 120,
  figure_needs_statement = 121,
  rate_without_base = 122,
  base_without_rate = 123,
  no_proportion = 124,
  rate_without_cohort = 125,
  share_without_figure = 126,
  unknown_shortcut = 127,
  unknown_shortcut_part = 128,
  shortcut_without_figure = 129,
  future_figure = 130,
  undeclared_fraction = 132,

  // Images
  image_format = 140,
  image_extension = 141,
  image_damaged = 142,
  image_too_large = 143,
  image_animated = 144,
  image_cmyk = 145,
  image_with_location = 146,
  poor_alternative = 147,
  external_image = 148,
  theme_image_metadata = 149,
  erasure_line = 93,
  erasure_key = 94,
  erased_name = 95,
  unsearchable_document = 150,
  unread_document = 151,

  // Published pages
  malformed_html = 160,
  duplicate_id = 161,
  missing_name = 162,
  unclear_navigation = 163,
  missing_alternative = 164,
  heading_order = 165,
  empty_heading = 166,
  unclear_table = 167,
  unknown_language = 168,
  external_request = 169,
  inline_script = 170,
  inline_style = 171,
  bad_data_block = 172,
  broken_page_link = 173,
  broken_page_anchor = 174,
  over_budget = 175,

  // Theme
  unknown_theme = 100,
  missing_layout = 101,
  template_unclosed_tag = 102,
  template_unclosed_section = 103,
  template_crossed_section = 104,
  template_stray_close = 105,
  template_unknown_partial = 106,
  template_partial_cycle = 107,
  template_unknown_name = 108,
  template_bad_tag = 109,
  template_delimiters = 110,
  template_too_deep = 111,
  theme_cycle = 112,
  low_contrast = 113,
  template_too_large = 114,
  template_nested_lists = 115,

  // Typography
  odd_quote = 180,
  unaccented_capital = 181,
  unjoined_ligature = 182,

  // Reports
  more_of_the_same = 183,

  // What a page would refuse, at its line
  blank_heading = 184,
  blank_link = 185,
  too_many_elements = 186,
  unclear_contact = 187,

  // Names
  unclear_author = 190,
  accepted_name_unknown = 191,
  accepted_name_too_long = 192,
  accepted_name_told = 193,
  accepted_name_expired = 194,
  accepted_name_withdrawn = 195,
  accepted_name_of_itself = 196,
};

/// What a rule says. Messages and helps hold places {0}, {1}… for the arguments of a Diagnostic.
struct RuleInfo {
  Rule rule;
  Severity severity;
  Text why;      ///< What the rule is for.
  Text message;  ///< What is wrong, in one sentence.
  Text help;     ///< A way out; empty where the nearest name or the replacement says it all.
  Mending mending = Mending::by_people;
  bool discreet = false;  ///< Its place is shown without the text that stands there.
};

/// All rules, by rising code.
std::span<const RuleInfo> all_rules();

const RuleInfo& rule_info(Rule rule);

/// "PES0012".
std::string rule_code(Rule rule);

}  // namespace pes
