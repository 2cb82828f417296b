// SPDX-License-Identifier: EUPL-1.2
// Events for the calendars of others (iCalendar, RFC 5545; as messages RFC 5546), through libical. Pure; any
// thread.
#pragma once

#include "platform/time/instant.hpp"

#include <string>
#include <vector>

namespace parvis {

/// request: this is the event, also when it changed. cancel: it does not take place. publish: for a feed that
/// is read, not sent.
enum class CalendarMethod { request, cancel, publish };

/// Times are written in UTC: every calendar shows them in the zone of whoever looks, without a VTIMEZONE.
struct CalendarEvent {
    std::string uid;    ///< for good; the same for all versions of one event
    int sequence = 0;   ///< grows with each version
    Instant written_at; ///< of this version
    Instant starts_at;
    Instant ends_at;
    std::string summary;
    std::string description;
    std::string location;
    std::string organizer_name;
    std::string organizer;     ///< mail address; "" in a feed
    std::string attendee;      ///< mail address; "" in a feed
    bool is_cancelled = false; ///< also without `cancel`, in a feed
};

/// "REQUEST", "CANCEL", "PUBLISH"
std::string to_string(CalendarMethod method);

/// A whole calendar: lines end with CRLF and have at most 75 octets.
std::string calendar_text(CalendarMethod method, std::vector<CalendarEvent> const& events);

} // namespace parvis
