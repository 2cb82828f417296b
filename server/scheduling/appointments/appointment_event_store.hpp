// SPDX-License-Identifier: EUPL-1.2
// What became of appointments, kept until everybody concerned has been told. Inside a transaction of
// platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/appointments/appointment_event.hpp"

#include <vector>

namespace parvis::scheduling {

/// For an appointment that is written for the first time and is not another one moved.
void record_booked(db::Session& session, Appointment const& appointment);
/// Writes down what the appointment has become, if that concerns anybody: it was confirmed, moved on, or was
/// cancelled after it had been confirmed. In the transaction that saves it; a second time changes nothing.
void record_event_of(db::Session& session, Appointment const& appointment);

/// Those that nothing followed from yet, oldest first, at most `most`. Reads only.
std::vector<AppointmentEvent> new_events(db::Session& session, int most);
/// False when somebody else was faster.
bool mark_spread(db::Session& session, AppointmentEvent const& event, Instant now);
/// Of appointments before that moment.
std::int64_t forget_events(db::Session& session, Instant starts_before);

} // namespace parvis::scheduling
