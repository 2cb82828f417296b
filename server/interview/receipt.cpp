// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/receipt.hpp"

#include "platform/json/encode.hpp"
#include "platform/time/zone.hpp"

namespace parvis::interview {

namespace {

std::string in(Language language, PlainWords const& words) {
    return language == Language::en ? words.en : words.fr;
}

std::string date_of(std::string const& iso, std::string const& zone, Language language) {
    LocalDate date;
    return parse_iso(iso, date) ? format_date(to_instant(date, 12 * 60, zone), zone, language) : iso;
}

} // namespace

ReceiptSheet words_of(Receipt const& receipt, text::Catalogue const& catalogue) {
    auto const language = receipt.language;
    auto const& zone = receipt.site.time_zone;
    auto const say = [&](std::string_view key, text::Arguments const& arguments = {}) {
        return catalogue.say(language, key, arguments);
    };
    ReceiptSheet sheet;
    sheet.language = std::string(tag(language));
    sheet.title = say("receipt.title");
    sheet.facts = {
        {say("receipt.date"),
         say("receipt.date_value", {{"date", format_date(receipt.held_at, zone, language)},
                                    {"time", format_time(receipt.held_at, zone, language)}})},
        {say("receipt.place"), receipt.site.name + ", " + receipt.site.commune},
        {say("receipt.with"), say("receipt.with_value", {{"adviser", receipt.adviser_name},
                                                         {"partner", in(language, receipt.partner.name)},
                                                         {"acronym", receipt.partner.acronym}})},
        {say("receipt.about"), in(language, receipt.subject_label)},
    };
    sheet.code_label = say("receipt.code");
    sheet.code = receipt.code;
    sheet.outcome = say("receipt.outcome." + std::string(json::enum_name(receipt.outcome)));
    sheet.done_title = say("receipt.done");
    sheet.done = receipt.done;
    sheet.steps_title = say("receipt.next_steps");
    for (auto const& step : receipt.next_steps) {
        sheet.steps.push_back(
            {step.what, say("receipt.who", {{"who", step.who}}),
             step.by_date ? say("receipt.by_date", {{"date", date_of(*step.by_date, zone, language)}}) : ""});
    }
    sheet.nothing_to_do = say("receipt.nothing_to_do");
    sheet.help = say("receipt.help", {{"telephone", receipt.site.telephone}, {"site", receipt.site.name}});
    return sheet;
}

} // namespace parvis::interview
