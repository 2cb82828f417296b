// SPDX-License-Identifier: EUPL-1.2
// What became of an appointment, as those who are told of it know it: a citizen, their calendar, another
// program. Pure.
#pragma once

#include "server/scheduling/appointments/appointment.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace parvis::scheduling {

/// moved: it is the appointment that took the place of another.
BOOST_DEFINE_ENUM_CLASS(AppointmentEventKind, confirmed, moved, cancelled)

/// `root_id`: the appointment as it was booked first, the same through all moves; `sequence` counts its
/// versions from 0 (iCalendar: UID and SEQUENCE).
struct AppointmentEvent {
    AppointmentId appointment_id;
    AppointmentEventKind kind{};
    NetworkId network_id;
    AppointmentId root_id;
    int sequence{};
    Instant occurred_at;

    friend bool operator==(AppointmentEvent const&, AppointmentEvent const&) = default;
};

} // namespace parvis::scheduling
