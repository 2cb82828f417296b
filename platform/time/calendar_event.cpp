// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/calendar_event.hpp"

#include <algorithm>
#include <libical/ical.h>
#include <memory>

namespace parvis {

namespace {

constexpr char product[] = "-//Parvis//Parvis//FR";

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
struct FreeText {
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};

icalproperty_method method_of(CalendarMethod method) {
    switch (method) {
    case CalendarMethod::cancel:
        return ICAL_METHOD_CANCEL;
    case CalendarMethod::publish:
        return ICAL_METHOD_PUBLISH;
    default:
        return ICAL_METHOD_REQUEST;
    }
}

icaltimetype time_of(Instant at) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(at.ms / 1000), 0,
                                         icaltimezone_get_utc_timezone());
}

/// A parameter cannot hold a quotation mark (RFC 5545 section 3.2).
std::string parameter_text(std::string text) {
    std::replace(text.begin(), text.end(), '"', '\'');
    return text;
}

void add_people(icalcomponent* component, CalendarEvent const& event) {
    if (!event.organizer.empty()) {
        auto* organizer = icalproperty_new_organizer(("mailto:" + event.organizer).c_str());
        if (!event.organizer_name.empty()) {
            icalproperty_add_parameter(organizer,
                                       icalparameter_new_cn(parameter_text(event.organizer_name).c_str()));
        }
        icalcomponent_add_property(component, organizer);
    }
    if (!event.attendee.empty()) {
        auto* attendee = icalproperty_new_attendee(("mailto:" + event.attendee).c_str());
        // They said yes when they booked: no calendar shall ask them again.
        icalproperty_add_parameter(attendee, icalparameter_new_partstat(ICAL_PARTSTAT_ACCEPTED));
        icalproperty_add_parameter(attendee, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
        icalcomponent_add_property(component, attendee);
    }
}

icalcomponent* component_of(CalendarEvent const& event, bool cancelled) {
    auto* component = icalcomponent_new_vevent();
    auto const add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
    add(icalproperty_new_uid(event.uid.c_str()));
    add(icalproperty_new_sequence(event.sequence));
    add(icalproperty_new_dtstamp(time_of(event.written_at)));
    add(icalproperty_new_dtstart(time_of(event.starts_at)));
    add(icalproperty_new_dtend(time_of(event.ends_at)));
    add(icalproperty_new_summary(event.summary.c_str()));
    if (!event.description.empty()) {
        add(icalproperty_new_description(event.description.c_str()));
    }
    if (!event.location.empty()) {
        add(icalproperty_new_location(event.location.c_str()));
    }
    add(icalproperty_new_status(cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    add_people(component, event);
    return component;
}

} // namespace

std::string to_string(CalendarMethod method) {
    return icalproperty_method_to_string(method_of(method));
}

std::string calendar_text(CalendarMethod method, std::vector<CalendarEvent> const& events) {
    std::unique_ptr<icalcomponent, FreeComponent> const calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(product));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(method_of(method)));
    for (auto const& event : events) {
        icalcomponent_add_component(
            calendar.get(), component_of(event, event.is_cancelled || method == CalendarMethod::cancel));
    }
    std::unique_ptr<char, FreeText> const text(icalcomponent_as_ical_string_r(calendar.get()));
    return text ? std::string(text.get()) : std::string();
}

} // namespace parvis
