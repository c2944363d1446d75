#include <fmt/format.h>

#include "pipeline.h"
#include "pipeline/base.h"
#include "pipeline/erased.h"
#include "publish/name_check.h"
#include "records/typography_check.h"
#include "theme/form_context.h"
#include "theme/render.h"
#include "theme/report_context.h"
#include "theme/specimen.h"
#include "theme/template_check.h"

namespace pes {

namespace {

// For a text on paper: no link, no picture.
MarkdownHooks plain_hooks(const Typography& typography) {
  return {[](std::string_view, Span) {
            return LinkTarget{LinkTarget::Form::unwrap, {}};
          },
          [](const ImageUse&) { return std::string(); },
          [](std::string_view inside, Span) { return fmt::format("{{{{{}}}}}", inside); },
          typography};
}

}  // namespace

std::optional<std::string> render_report(const Settings& settings, Content& content,
                                         const Site& site, int year, Diagnostics& out) {
  const std::string layout(report_layout);
  const auto theme = read_theme(settings.source, layout, {}, content.files, out);
  if (!theme) return std::nullopt;
  check_templates(*theme, report_vocabularies(), content.files, out);
  if (out.has_errors()) return std::nullopt;
  const auto context = report_context(site, content.records, year, settings.when);
  const OutputFile file{"rapport.html", Renderer(*theme, layout).render(context), {}};
  const ErasureSearch erasures = find_erased(settings, content, out);
  NameCheck names({content.records, content.decisions, content.files, content.accepted, &erasures},
                  site);
  names.search(Purpose::report, {&file, 1}, settings.workers, out);
  names.report(out);
  if (out.has_errors()) return std::nullopt;
  return file.bytes;
}

std::optional<std::string> render_consent_form(const Settings& settings, Content& content,
                                               std::size_t record, Diagnostics& out) {
  const Record* site = content.settings();
  const std::string layout(form_layout);
  Diagnostics of_theme;
  const auto theme = read_theme(settings.source, layout, {}, content.files, of_theme);
  if (theme) check_templates(*theme, form_vocabularies(), content.files, of_theme);
  const bool usable = site != nullptr && theme && !of_theme.has_errors();
  out.append(std::move(of_theme));
  if (!usable) return std::nullopt;
  const Record& asked = content.records[record];
  const std::string& text = content.files[asked.file].text;
  Diagnostics reported_before;
  const Typography typography(proper_names(content.records));
  const Body body = convert_markdown(asked.file, text, asked.body_begin, plain_hooks(typography),
                                     reported_before);
  const auto context =
      form_context({*site, asked, body.html, base_of(settings, site), settings.when.day});
  return Renderer(*theme, layout).render(context);
}

}  // namespace pes
