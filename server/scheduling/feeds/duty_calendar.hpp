// SPDX-License-Identifier: EUPL-1.2
// Appointments and the sessions of one adviser as events of a calendar. Pure; any thread.
#pragma once

#include "platform/text/language.hpp"
#include "platform/time/calendar_event.hpp"
#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

/// An appointment as far as it concerns a calendar.
struct FeedEntry {
    AppointmentId appointment_id;
    SupplyId supply_id;
    std::int64_t revision{};
    Instant starts_at;
    int minutes{};
    Door door{};
    std::string acronym;
    std::string motive_fr; ///< the first one
    std::string motive_en;
    std::string site; ///< may be empty
};

CalendarEvent event_of(FeedEntry const& entry, Language language);

/// One opening in which somebody is on duty.
struct DutyPart {
    Opening opening;
    std::int64_t revision{}; ///< of its supply
    Modality modality{};
    std::string acronym;
    std::vector<std::string> sites;      ///< names
    int on_duty{};                       ///< people, with that one
    std::vector<std::string> instead_of; ///< names
    bool on_site{};                      ///< one goes there
};

/// One event for each part, and one for each appointment in it when nobody else is on duty then. The adviser
/// is bound late: where several are, appointments belong to all of them and are only counted.
std::vector<CalendarEvent> duty_events(std::vector<DutyPart> const& parts,
                                       std::vector<FeedEntry> const& booked, Language language);

} // namespace parvis::scheduling
