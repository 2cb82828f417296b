// SPDX-License-Identifier: EUPL-1.2
#include "server/publication/embed_page.hpp"

#include "platform/time/zone.hpp"

#include <algorithm>

namespace parvis::publication {

using scheduling::PublicSite;

namespace {

constexpr char style_path[] = "/api/v1/public/embed.css";

std::string minute_of(int minute, Language language) {
    // An instant of 1 January 1970 in UTC shows the same clock.
    return format_time(Instant{minute * 60'000LL}, "UTC", language);
}

std::string const& in(Language language, kiosk_protocol::PlainWords const& words) {
    return language == Language::fr ? words.fr : words.en;
}

std::string digits_of(std::string_view telephone) {
    std::string digits;
    std::ranges::copy_if(telephone, std::back_inserter(digits),
                         [](char c) { return c == '+' || (c >= '0' && c <= '9'); });
    return digits;
}

} // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string opening_words(PublicSite const& site, std::string const& zone, Instant now, Language language,
                          text::Catalogue const& catalogue) {
    auto const local = to_local(now, zone);
    auto const today = local.date();
    int const minute = local.minutes_of_day();
    auto const day = std::ranges::find(site.days, today, &scheduling::ComingDay::day);
    if (day != site.days.end()) {
        for (auto const& period : day->hours) {
            if (minute < period.to_minute) {
                bool const is_open = period.from_minute <= minute;
                return catalogue.say(
                    language, is_open ? "embed.open_until" : "embed.opens_at",
                    {{"hour", minute_of(is_open ? period.to_minute : period.from_minute, language)}});
            }
        }
    }
    std::string const why =
        day != site.days.end() && day->reason
            ? catalogue.say(language, "embed.closed_today", {{"why", in(language, *day->reason)}})
            : catalogue.say(language, "embed.closed");
    for (auto const& next : site.days) {
        if (next.day > today && !next.hours.empty()) {
            return why + " " +
                   catalogue.say(
                       language, "embed.opens_on",
                       {{"day", catalogue.say(language, "poster.day_" + std::to_string(weekday(next.day)))},
                        {"hour", minute_of(next.hours.front().from_minute, language)}});
        }
    }
    return why;
}

std::string embed_page(scheduling::PublicNetwork const& network, std::vector<PublicSite> const& sites,
                       std::string const& origin, Instant now, Language language,
                       text::Catalogue const& catalogue) {
    auto const say = [&](char const* key, text::Arguments const& arguments = {}) {
        return escaped(catalogue.say(language, key, arguments));
    };
    auto const link = [&](std::string const& address, std::string const& words) {
        return "<a href=\"" + escaped(address) + "\" target=\"_blank\" rel=\"noopener\">" + words + "</a>";
    };
    auto const portal = origin + "/portal/";
    std::string page = "<!doctype html>\n<html lang=\"" +
                       std::string(language == Language::fr ? "fr" : "en") +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                       say("embed.title") + "</title>\n<link rel=\"stylesheet\" href=\"" + style_path +
                       "\">\n</head>\n<body>\n<main>\n<h1>" + say("embed.title") +
                       "</h1>\n<p class=\"network\">" + escaped(network.name) + "</p>\n<ul>\n";
    for (auto const& site : sites) {
        page += "<li>\n<h2>" + link(portal + "?site=" + site.site_id.text(), escaped(site.name)) +
                "</h2>\n<p>" + escaped(site.address + ", " + site.commune) + "</p>\n<p class=\"open\">" +
                escaped(opening_words(site, network.time_zone, now, language, catalogue)) +
                "</p>\n<p><a href=\"tel:" + digits_of(site.telephone) + "\">" + escaped(site.telephone) +
                "</a></p>\n<p class=\"book\">" +
                link(portal + "?site=" + site.site_id.text(), say("embed.book", {{"name", site.name}})) +
                "</p>\n</li>\n";
    }
    page += "</ul>\n<p>" + link(portal, say("embed.find")) + "</p>\n</main>\n</body>\n</html>\n";
    return page;
}

} // namespace parvis::publication
