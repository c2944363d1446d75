#include "theme/report_context.h"

#include <algorithm>
#include <map>
#include <set>

#include "impact/wording.h"
#include "site/lists.h"
#include "theme/figure_context.h"
#include "theme/record_context.h"

namespace pes {

namespace {

using Json = nlohmann::json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

class ReportContext {
 public:
  ReportContext(const Site& site, std::span<const Record> records, int year, DecisionDay when)
      : site_(site),
        records_(records),
        shown_(records.size()),
        year_(year),
        key_(std::to_string(year)),
        when_(when),
        titles_(programme_titles(site.entries)) {
    for (const Entry& entry : site.entries) {
      shown_[static_cast<std::size_t>(entry.record - records.data())] = true;
    }
    for (const PublishedTotal& published : site.figures) {
      PublishedTotal of_year{published.total, {}, false};
      for (const Dimension dimension : {Dimension::programme, Dimension::territory}) {
        auto part = of_this_year(published, dimension);
        if (part) of_year.breakdowns.emplace(dimension, std::move(*part));
      }
      of_year_.push_back(std::move(of_year));
    }
  }

  [[nodiscard]] Json make() const {
    Json out;
    out["site"] = {{"titre", site_.title},
                   {"description", site_.description},
                   {"organisation", site_.organisation},
                   {"adresse", site_.base.absolute("/")}};
    out["annee"] = key_;
    out["annee_precedente"] = std::to_string(year_ - 1);
    out["date"] = date_context(when_.day);
    out["chiffres"] = figures();
    out["graphiques"] = charts();
    out["dispositifs"] = programmes();
    out["recits"] = testimonials();
    out["cumul"] = totals();
    out["sources"] = sources();
    return out;
  }

 private:
  // A row for every indicator that one of the two years has.
  [[nodiscard]] Json figures() const {
    Json rows = Json::array();
    for (const PublishedTotal& published : site_.figures) {
      const auto now = published_part(published, Dimension::year, key_);
      const auto before = published_part(published, Dimension::year, std::to_string(year_ - 1));
      if (!now && !before) continue;
      rows.push_back({{"nom", published.total->indicator.many},
                      {"nombre", now ? Json(number_of(*now)) : Json()},
                      {"pluriel", now ? Json(noun_for(*now)) : Json()},
                      {"precedent", before ? Json(number_of(*before)) : Json()},
                      {"ecart", difference(now, before)}});
    }
    return list_context(std::move(rows));
  }

  static std::string number_of(const PublishedFigure& figure) {
    return figure.shown == Shown::value ? with_base(word_number(figure), figure.base)
                                        : word_number(figure);
  }

  static Json difference(const std::optional<PublishedFigure>& now,
                         const std::optional<PublishedFigure>& before) {
    if (!now || !before || now->shown != Shown::value || before->shown != Shown::value) {
      return nullptr;
    }
    const bool rate = now->base != Decimal{};
    const Decimal to = rate ? percentage(now->value, now->base) : now->value;
    const Decimal from = rate ? percentage(before->value, before->base) : before->value;
    const Decimal change = add(to, {-from.thousandths}).value_or(Decimal{});
    const std::string sign = change > Decimal{} ? "+" : "";
    return sign + format_number(change) + (rate ? " points" : "");
  }

  // How the years went up to this one, and what this one is made of.
  [[nodiscard]] Json charts() const {
    Json out = Json::array();
    for (std::size_t i = 0; i < of_year_.size(); ++i) {
      const auto years = site_.figures[i].breakdowns.find(Dimension::year);
      if (years == site_.figures[i].breakdowns.end()) continue;
      PublishedTotal shown = of_year_[i];
      shown.breakdowns.emplace(Dimension::year, until_this_year(years->second));
      for (const Dimension dimension :
           {Dimension::year, Dimension::programme, Dimension::territory}) {
        const auto found = shown.breakdowns.find(dimension);
        if (found == shown.breakdowns.end() || found->second.breakdown.parts.empty()) continue;
        const std::string when = dimension == Dimension::year ? "" : "en " + key_;
        out.push_back(chart_context(site_, make_chart(shown, dimension, titles_, when)));
      }
    }
    return list_context(std::move(out));
  }

  // What this year is made of, unless the year itself is masked: its parts would give it away.
  [[nodiscard]] std::optional<PublicBreakdown> of_this_year(const PublishedTotal& published,
                                                            Dimension dimension) const {
    const auto year = published_part(published, Dimension::year, key_);
    if (!year || year->shown != Shown::value) return std::nullopt;
    return publish_breakdown(*published.total, records_, shown_, dimension,
                             {{Dimension::year, key_}});
  }

  // Parts of one year are no longer parts of the whole, so there is nothing to add up to.
  [[nodiscard]] PublicBreakdown until_this_year(const PublicBreakdown& all) const {
    PublicBreakdown out{{Dimension::year, {}, {}, false}, {}};
    for (std::size_t i = 0; i < all.breakdown.parts.size(); ++i) {
      const Part& part = all.breakdown.parts[i];
      if (part.key > key_) continue;
      out.breakdown.parts.push_back(part);
      out.shown.push_back(all.shown[i]);
    }
    out.shown.push_back(Shown::value);
    return out;
  }

  [[nodiscard]] bool is_of_the_year(const Entry& entry) const {
    return is_achievement(entry) && entry.date && entry.decision->allows(Purpose::report) &&
           static_cast<int>(entry.date->year()) == year_;
  }

  [[nodiscard]] Json programmes() const {
    Json out = Json::array();
    for (const Entry& programme : site_.entries) {
      if (programme.record->kind->role != Role::programme) continue;
      Json records = Json::array();
      for (const Entry& entry : site_.entries) {
        const bool own = entry.programme && entry.programme->address == programme.address;
        if (own && is_of_the_year(entry)) {
          records.push_back(
              {{"titre", entry.title},
               {"territoire", entry.territory ? Json(entry.territory->title) : Json()},
               {"adresse", site_.base.absolute(entry.address)}});
        }
      }
      out.push_back({{"titre", programme.title},
                     {"resume", text_or_null(programme.summary)},
                     {"chiffres", programme_figures(programme.record->slug)},
                     {"fiches", list_context(std::move(records))}});
    }
    return list_context(std::move(out));
  }

  [[nodiscard]] Json programme_figures(const std::string& slug) const {
    Json out = Json::array();
    for (const PublishedTotal& of_year : of_year_) {
      const auto figure = published_part(of_year, Dimension::programme, slug);
      if (figure && figure->value != Decimal{}) out.push_back(word_figure(*figure));
    }
    return list_context(std::move(out));
  }

  [[nodiscard]] Json testimonials() const {
    Json out = Json::array();
    for (const Entry& entry : site_.entries) {
      const bool told = field_index(*entry.record->kind, "consentement") >= 0;
      if (!told || !is_of_the_year(entry)) continue;
      out.push_back(record_context(site_, entry));
      out.back()["adresse"] = site_.base.absolute(entry.address);
    }
    return list_context(std::move(out));
  }

  // The totals at the end of the year; of what says no date, the totals as they are.
  [[nodiscard]] Json totals() const {
    std::vector<Indicator> indicators;
    for (const PublishedTotal& published : site_.figures) {
      indicators.push_back(published.total->indicator);
    }
    Diagnostics reported_before;
    const Date last_day{std::chrono::year(year_) / 12 / 31};
    const std::vector<Total> ledger =
        make_ledger(indicators, records_, when_, {.to = last_day}, reported_before);
    Json out = Json::array();
    for (std::size_t i = 0; i < ledger.size(); ++i) {
      const Total& now = *site_.figures[i].total;
      const Total& total = ledger[i].entries.empty() && !now.as_of ? now : ledger[i];
      if (total.entries.empty()) continue;
      out.push_back(figure_context(site_, {published_total(total), total.as_of, {}, 0, {}, {}}));
    }
    return list_context(std::move(out));
  }

  // The statements that are published and speak of one of the two years, or of everything.
  [[nodiscard]] Json sources() const {
    Json out = Json::array();
    for (const Entry& entry : site_.entries) {
      if (entry.record->kind->role != Role::statement) continue;
      const auto of = integer_of(field(*entry.record, "annee"));
      if (of && *of != year_ && *of != year_ - 1) continue;
      out.push_back({{"titre", entry.title},
                     {"source", std::string(text_of(field(*entry.record, "source")))},
                     {"adresse", site_.base.absolute(entry.address)}});
    }
    return list_context(std::move(out));
  }

  const Site& site_;
  std::span<const Record> records_;
  std::vector<bool> shown_;
  int year_;
  std::string key_;
  DecisionDay when_;
  std::map<std::string, std::string> titles_;
  std::vector<PublishedTotal> of_year_;  // what each total of this year is made of
};

}  // namespace

Json report_context(const Site& site, std::span<const Record> records, int year, DecisionDay when) {
  return ReportContext(site, records, year, when).make();
}

std::vector<int> report_years(const Site& site) {
  std::set<int> years;
  for (const Entry& entry : site.entries) {
    if (is_achievement(entry) && entry.date) years.insert(static_cast<int>(entry.date->year()));
  }
  for (const PublishedTotal& published : site.figures) {
    const auto found = published.breakdowns.find(Dimension::year);
    if (found == published.breakdowns.end()) continue;
    for (const Part& part : found->second.breakdown.parts) years.insert(std::stoi(part.key));
  }
  return {years.begin(), years.end()};
}

}  // namespace pes
