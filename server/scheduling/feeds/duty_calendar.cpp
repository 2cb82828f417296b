// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/feeds/duty_calendar.hpp"

#include "platform/json/encode.hpp"
#include "platform/text/catalogue.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace parvis::scheduling {

namespace {

std::string listed(std::vector<std::string> const& names) {
    std::string text;
    for (auto const& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

bool is_in(DutyPart const& part, FeedEntry const& entry) {
    auto const& opening = part.opening;
    return entry.supply_id == opening.supply_id && opening.from <= entry.starts_at &&
           entry.starts_at < opening.to;
}

/// The same for good: a session keeps its supply, its day and its place in the day. A closure may cut it into
/// pieces, of which the first keeps the name.
std::string uid_of(Opening const& opening, int piece) {
    auto const uid = opening.supply_id.text() + "-" + to_iso(opening.day) + "-" + std::to_string(opening.leg);
    return uid + (piece == 1 ? "" : "-" + std::to_string(piece)) + "@parvis";
}

CalendarEvent event_of(DutyPart const& part, int piece, std::int64_t appointments, Language language) {
    CalendarEvent event;
    event.uid = uid_of(part.opening, piece);
    event.sequence = static_cast<int>(part.revision);
    event.starts_at = part.opening.from;
    event.ends_at = part.opening.to;
    event.summary = part.instead_of.empty()
                        ? text::say(language, "message.feed_duty", {{"acronym", part.acronym}})
                        : text::say(language, "message.feed_duty_instead",
                                    {{"acronym", part.acronym}, {"names", listed(part.instead_of)}});
    event.description = text::say(language, "message.feed_duty_detail",
                                  {{"modality", std::string(json::enum_name(part.modality))},
                                   {"on_site", std::string(part.on_site ? "yes" : "no")},
                                   {"count", appointments},
                                   {"on_duty", static_cast<std::int64_t>(part.on_duty)}});
    event.location = listed(part.sites);
    return event;
}

} // namespace

CalendarEvent event_of(FeedEntry const& entry, Language language) {
    auto const& motive = language == Language::en ? entry.motive_en : entry.motive_fr;
    CalendarEvent event;
    event.uid = entry.appointment_id.text() + "@parvis";
    event.sequence = static_cast<int>(entry.revision);
    event.starts_at = entry.starts_at;
    event.ends_at = entry.starts_at + std::chrono::minutes(entry.minutes);
    event.summary = text::say(
        language, "message.feed_title",
        {{"door", std::string(json::enum_name(entry.door))}, {"acronym", entry.acronym}, {"motive", motive}});
    event.location = entry.site;
    return event;
}

std::vector<CalendarEvent> duty_events(std::vector<DutyPart> const& parts,
                                       std::vector<FeedEntry> const& booked, Language language) {
    std::vector<CalendarEvent> events;
    std::map<std::tuple<SupplyId, LocalDate, int>, int> pieces;
    for (auto const& part : parts) {
        auto const piece = ++pieces[{part.opening.supply_id, part.opening.day, part.opening.leg}];
        std::vector<CalendarEvent> appointments;
        for (auto const& entry : booked) {
            if (is_in(part, entry)) {
                appointments.push_back(event_of(entry, language));
            }
        }
        events.push_back(event_of(part, piece, static_cast<std::int64_t>(appointments.size()), language));
        if (part.on_duty == 1) {
            std::ranges::move(appointments, std::back_inserter(events));
        }
    }
    return events;
}

} // namespace parvis::scheduling
