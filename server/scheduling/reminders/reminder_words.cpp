// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/reminders/reminder_words.hpp"

#include "platform/json/encode.hpp"
#include "platform/time/zone.hpp"

#include <utility>

namespace parvis::scheduling {

namespace {

using kiosk_protocol::PlainWords;

std::string const& in(Language language, PlainWords const& words) {
    return language == Language::en ? words.en : words.fr;
}

std::string joined(Language language, std::vector<PlainWords> const& words, std::string const& between) {
    std::string all;
    for (auto const& one : words) {
        all += (all.empty() ? "" : between) + in(language, one);
    }
    return all;
}

/// "Mairie de Bretenoux, Place des Consuls, Bretenoux", without a commune that the name says already.
std::string place_of(ToldAppointment const& told) {
    std::string place = told.site_name;
    for (auto const* more : {&told.site_address, &told.site_commune}) {
        if (!more->empty() && place.find(*more) == std::string::npos) {
            place += ", " + *more;
        }
    }
    return place;
}

/// Signs that would make one text message cost as three (outside the alphabet of 3GPP TS 23.038), as others
/// that read the same.
std::string in_plain_signs(std::string text) {
    for (auto const& [sign, plain] : {std::pair{"\u00a0", " "}, {"\u202f", " "}, {"\u2019", "'"}}) {
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at)) {
            text.replace(at, std::char_traits<char>::length(sign), plain);
        }
    }
    return text;
}

/// Of an offer; other messages do not say it.
Instant until_of(ToldAppointment const& told) {
    return told.answer_until.value_or(told.starts_at);
}

/// Speaks with the facts that most sentences need.
class Speaker {
  public:
    Speaker(ToldAppointment const& told, text::Catalogue const& catalogue)
        : told_(told),
          catalogue_(catalogue), facts_{{"kind", std::string(json::enum_name(told.kind))},
                                        {"door", std::string(json::enum_name(told.door))},
                                        {"acronym", told.acronym},
                                        {"name", in(told.language, told.partner_name)},
                                        {"date", format_date(told.starts_at, told.time_zone, told.language)},
                                        {"time", format_time(told.starts_at, told.time_zone, told.language)},
                                        {"minutes", std::int64_t{told.minutes}},
                                        {"place", place_of(told)},
                                        {"telephone", told.site_telephone},
                                        {"code", told.code},
                                        {"url", told.portal_url},
                                        {"visit_url", told.visit_url},
                                        {"first_name", told.first_name},
                                        {"papers", joined(told.language, told.papers, ", ")},
                                        {"motives", joined(told.language, told.motives, ", ")},
                                        {"until_date",
                                         format_date(until_of(told), told.time_zone, told.language)},
                                        {"until_time",
                                         format_time(until_of(told), told.time_zone, told.language)}} {}

    std::string operator()(std::string_view key) const { return catalogue_.say(told_.language, key, facts_); }

    /// Of a page and a telephone number, what there is to cancel or move by.
    std::string way_out(char const* both, char const* page, char const* telephone,
                        char const* neither) const {
        bool const by_page = !told_.portal_url.empty();
        if (by_page && !told_.site_telephone.empty()) {
            return (*this)(both);
        }
        return (*this)(by_page ? page : (told_.site_telephone.empty() ? neither : telephone));
    }

  private:
    ToldAppointment const& told_;
    text::Catalogue const& catalogue_;
    text::Arguments facts_;
};

/// An offer is answered first; whoever says yes is told again.
bool joins_by_link(ToldAppointment const& told) {
    return !told.visit_url.empty() && told.kind != MessageKind::offered;
}

} // namespace

std::string portal_address(std::string const& portal_url, MessageKind kind, std::string const& code) {
    auto const host = portal_url.find("://");
    if (host == std::string::npos) {
        return {};
    }
    bool const is_origin = portal_url.find('/', host + 3) == std::string::npos;
    auto address = portal_url + (is_origin ? "/portal" : "");
    address += address.back() == '/' ? "" : "/";
    return address + (kind == MessageKind::offered ? "?step=offer#" + code : "?step=mine");
}

std::string visit_address(std::string const& portal_url, Door door, std::string const& code) {
    auto const host = portal_url.find("://");
    if (door != Door::home || host == std::string::npos) {
        return {};
    }
    auto const path_begins = portal_url.find('/', host + 3);
    auto const path =
        path_begins == std::string::npos ? "/" : std::string_view(portal_url).substr(path_begins);
    bool const is_known = path == "/" || path == "/portal" || path == "/portal/";
    return is_known ? portal_url.substr(0, path_begins) + "/visit/#" + code : std::string();
}

Letter letter_of(ToldAppointment const& told, text::Catalogue const& catalogue) {
    Speaker const say(told, catalogue);
    std::string text =
        say(told.first_name.empty() ? "message.hello" : "message.hello_name") + "\n\n" + say("message.news");
    if (told.kind == MessageKind::cancelled) {
        return {say("message.subject"),
                text + "\n\n" + say(told.site_telephone.empty() ? "message.bye" : "message.new_one") + "\n"};
    }
    text += "\n\n" + say("message.when") + "\n" + say("message.with") + "\n";
    if (!told.motives.empty()) {
        text += say("message.why") + "\n";
    }
    text += say("message.how") + "\n";
    if (joins_by_link(told)) {
        text += say("message.join") + "\n";
    }
    if (!told.papers.empty()) {
        text += "\n" + say("message.bring") + "\n- " + joined(told.language, told.papers, "\n- ") + "\n";
    }
    if (told.kind == MessageKind::offered) {
        text += "\n" + say("message.answer_until") + "\n" + say("message.code") + "\n" +
                say.way_out("message.answer_both", "message.answer_page", "message.answer_telephone",
                            "message.answer_site") +
                "\n" + say("message.answer_nothing") + "\n";
        return {say("message.subject"), text};
    }
    text += "\n" + say("message.code") + "\n" +
            say.way_out("message.change_both", "message.change_page", "message.change_telephone",
                        "message.change_site") +
            "\n";
    return {say("message.subject"), text};
}

std::string text_message_of(ToldAppointment const& told, text::Catalogue const& catalogue) {
    Speaker const say(told, catalogue);
    auto text = say("message.short");
    if (told.kind == MessageKind::offered) {
        return in_plain_signs(text + " " + say("message.short_until") + " " +
                              say.way_out("message.short_answer_both", "message.short_answer_page",
                                          "message.short_answer_telephone", "message.short_code"));
    }
    if (told.kind != MessageKind::cancelled) {
        text += joins_by_link(told) ? " " + say("message.short_join") : "";
        text += told.papers.empty() ? "" : " " + say("message.short_bring");
        text += " " + say.way_out("message.short_both", "message.short_page", "message.short_telephone",
                                  "message.short_code");
    }
    return in_plain_signs(std::move(text));
}

std::string calendar_summary(ToldAppointment const& told, text::Catalogue const& catalogue) {
    return Speaker(told, catalogue)("message.calendar_title");
}

std::string calendar_location(ToldAppointment const& told, text::Catalogue const&) {
    return is_at_site(told.door) ? place_of(told) : std::string();
}

} // namespace parvis::scheduling
