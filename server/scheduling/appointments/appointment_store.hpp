// SPDX-License-Identifier: EUPL-1.2
// SQL of appointments. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/slots/unmet_request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

// Whoever is to be told of a change reads it afterwards: insert_ and save_appointment write down what became
// of it in the same transaction (appointment_event_store.hpp).

/// False when the id or the code is known already: nothing was saved then. Does not claim its place.
bool insert_appointment(db::Session& session, Appointment const& appointment, Instant recorded_at);
/// The same for what another one, which was saved before, has moved to: it goes on with the events of that
/// one.
bool insert_moved(db::Session& session, Appointment const& appointment, Instant recorded_at);
/// Saves a changed appointment over the revision just before it; false when somebody else changed it
/// meanwhile. Motives do not change. Does not claim or give back a place.
bool save_appointment(db::Session& session, Appointment const& appointment);

std::optional<Appointment> find_appointment(db::Session& session, AppointmentId const& id);
std::optional<Appointment> find_appointment_by_code(db::Session& session, std::string const& code);
/// Those of a site between two instants, in order of time, whatever became of them; moved ones not.
std::vector<Appointment> appointments_at(db::Session& session, SiteId const& site, Instant from, Instant to);
/// Those of a group between two instants, likewise.
std::vector<Appointment> appointments_of(db::Session& session, network::AdviserGroupId const& group,
                                         Instant from, Instant to);
/// Requested ones of a site, in order of time.
std::vector<Appointment> requests_at(db::Session& session, SiteId const& site);
/// Who comes to a site, with few words: what a search by name goes through.
struct NamedAppointment {
    AppointmentId appointment_id;
    Instant starts_at;
    std::string first_name;
};
std::vector<NamedAppointment> named_appointments_at(db::Session& session, SiteId const& site, Instant from);
/// Held places that nobody confirmed in time, oldest first, at most `most`.
std::vector<Appointment> expired_holds(db::Session& session, Instant now, int most);

/// A second telling with the same id changes nothing.
void insert_unmet_request(db::Session& session, UnmetRequest const& request, Instant recorded_at);

} // namespace parvis::scheduling
