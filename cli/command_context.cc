#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "text/spelling.h"
#include "text/visible.h"
#include "theme/context.h"
#include "theme/record_context.h"

namespace pes {

namespace {

// The names of the page's layout, and under "carte" those of the card that stands for the page.
nlohmann::ordered_json show(const Plan& plan, const Page& page) {
  std::vector<std::string> cards;
  for (const Entry& entry : plan.site.entries) {
    cards.push_back("<!-- " + entry.address + " -->");
  }
  auto names = shared_context(plan.site);
  names.update(page_context(plan.site, page, cards));
  if (page.entry) names[card_layout] = card_context(plan.site, plan.site.entries[*page.entry]);
  return names;
}

}  // namespace

int context(const Options& options, const Console& console) {
  const Settings settings = settings_of(options);
  Diagnostics found;
  Content content = read_content_model(settings, found);
  const auto plan = plan_site(settings, content, found);
  found.sort(content.files);
  if (!plan) {
    console.report(found, content.files, Severity::error);
    return 1;
  }
  const auto& pages = plan->site.pages;
  const auto page = std::find_if(pages.begin(), pages.end(),
                                 [&](const Page& p) { return p.address == options.address; });
  if (page == pages.end()) {
    std::vector<std::string> known;
    for (const Page& p : pages) known.push_back(p.address);
    const auto guess = nearest(options.address, known);
    std::string text = fmt::format(
        fmt::runtime(console.say({"pes: aucune page à l'adresse {}\n", "pes: no page at {}\n"})),
        visible(options.address));
    if (guess) {
      text +=
          fmt::format(fmt::runtime(console.say({"vouliez-vous dire {} ?\n", "did you mean {}?\n"})),
                      visible(*guess));
    }
    Console::complain(text);
    return 2;
  }
  Console::print(visible_json(show(*plan, *page).dump(2)) + "\n");
  return 0;
}

}  // namespace pes
