// SPDX-License-Identifier: EUPL-1.2
#include "server/poster/poster.hpp"

#include "platform/time/zone.hpp"

#include <algorithm>

namespace parvis::poster {

namespace {

using kiosk_protocol::OpeningPeriod;

std::string const& in(Language language, kiosk_protocol::PlainWords const& words) {
    return language == Language::fr ? words.fr : words.en;
}

std::string minute_of(int minute, Language language) {
    // An instant of 1 January 1970 in UTC shows the same clock.
    return format_time(Instant{minute * 60'000LL}, "UTC", language);
}

std::vector<OpeningPeriod> of_weekday(std::vector<OpeningPeriod> const& week, int weekday) {
    std::vector<OpeningPeriod> periods;
    std::ranges::copy_if(week, std::back_inserter(periods),
                         [&](OpeningPeriod const& one) { return one.weekday == weekday; });
    std::ranges::sort(periods, {}, &OpeningPeriod::from_minute);
    return periods;
}

std::string told(std::vector<OpeningPeriod> const& periods, Language language,
                 text::Catalogue const& catalogue) {
    std::string hours;
    for (auto const& period : periods) {
        hours += hours.empty() ? "" : " · ";
        hours += catalogue.say(language, "poster.hours",
                               {{"from", minute_of(period.from_minute, language)},
                                {"to", minute_of(period.to_minute, language)}});
    }
    return hours.empty() ? catalogue.say(language, "poster.closed") : hours;
}

/// Monday to Sunday, neighbours with the same hours together.
std::vector<PosterSheet::Hours> week_of(std::vector<OpeningPeriod> const& week, Language language,
                                        text::Catalogue const& catalogue) {
    std::vector<PosterSheet::Hours> rows;
    auto const name = [&](int weekday) {
        return catalogue.say(language, "poster.day_" + std::to_string(weekday));
    };
    for (int first = 1; first <= 7;) {
        auto const hours = told(of_weekday(week, first), language, catalogue);
        int last = first;
        while (last < 7 && told(of_weekday(week, last + 1), language, catalogue) == hours) {
            ++last;
        }
        auto days = first == last
                        ? name(first)
                        : catalogue.say(language, "poster.days", {{"from", name(first)}, {"to", name(last)}});
        if (days[0] >= 'a' && days[0] <= 'z') {
            days[0] = static_cast<char>(days[0] - 'a' + 'A');
        }
        rows.push_back({std::move(days), hours});
        first = last + 1;
    }
    return rows;
}

} // namespace

PosterSheet words_of(scheduling::PublicNetwork const& network, scheduling::PublicSite const& site,
                     Language language, std::string url, text::Catalogue const& catalogue) {
    PosterSheet sheet;
    sheet.language = language == Language::fr ? "fr" : "en";
    sheet.title = catalogue.say(language, "poster.title", {{"name", site.name}});
    sheet.network = network.name;
    sheet.claim = catalogue.say(language, "poster.claim");
    sheet.promise = catalogue.say(language, "poster.promise");
    for (auto const& subject : network.subjects) {
        if (std::ranges::find(network.motives, subject.subject, &scheduling::MotiveCard::subject) !=
            network.motives.end()) {
            sheet.subjects.push_back({subject.pictogram, in(language, subject.label)});
        }
    }
    for (auto const& body : network.bodies) {
        sheet.bodies += (sheet.bodies.empty() ? "" : " · ") + body.acronym;
    }
    sheet.name = site.name;
    sheet.address = site.address + ", " + site.commune;
    sheet.hours = week_of(site.hours, language, catalogue);
    sheet.telephone = site.telephone;
    sheet.scan = catalogue.say(language, "poster.scan");
    sheet.url = std::move(url);
    return sheet;
}

} // namespace parvis::poster
