// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_event_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"

#include <stdexcept>

namespace parvis::scheduling {

namespace {

constexpr char insert_first[] =
    "INSERT INTO appointment_event (appointment_id, kind, network_id, root_id, sequence, occurred_at)"
    " SELECT :id, 'confirmed', :network, :root, 0, CAST(:occurred_at AS BIGINT)"
    " WHERE NOT EXISTS (SELECT 1 FROM appointment_event WHERE appointment_id = :same)";
// Without a look beforehand: on PostgreSQL two that look beside one another, where both write, cannot both be
// serialised.
constexpr char insert_booked[] =
    "INSERT INTO appointment_event (appointment_id, kind, network_id, root_id, sequence, occurred_at)"
    " VALUES (:id, 'confirmed', :network, :root, 0, :occurred_at)";
constexpr char select_version[] = "SELECT root_id, sequence FROM appointment_event"
                                  " WHERE appointment_id = :id ORDER BY sequence DESC LIMIT 1";
constexpr char insert_next[] =
    "INSERT INTO appointment_event (appointment_id, kind, network_id, root_id, sequence, occurred_at)"
    " VALUES (:id, :kind, :network, :root, :sequence, :occurred_at) ON CONFLICT DO NOTHING";
constexpr char select_new[] =
    "SELECT appointment_id, kind, network_id, root_id, sequence, occurred_at FROM appointment_event"
    " WHERE spread_at IS NULL ORDER BY occurred_at, appointment_id LIMIT :most";
constexpr char update_spread[] = "UPDATE appointment_event SET spread_at = :now WHERE appointment_id = :id"
                                 " AND kind = :kind AND spread_at IS NULL";
constexpr char delete_old[] =
    "DELETE FROM appointment_event WHERE spread_at < :before AND NOT EXISTS (SELECT 1 FROM appointment"
    " WHERE appointment.appointment_id = appointment_event.appointment_id AND starts_at >= :same)";

void record_first(db::Session& session, AppointmentId const& id, Appointment const& from, Instant at) {
    long long const occurred = at.ms;
    session.sql() << insert_first, soci::use(id.text()), soci::use(from.network_id.text()),
        soci::use(id.text()), soci::use(occurred), soci::use(id.text());
}

/// The next version of the event that `from` is a version of.
void record_next(db::Session& session, AppointmentId const& id, AppointmentEventKind kind,
                 Appointment const& from, Instant at) {
    // Booked before events were written down: its first version was told by nobody.
    std::string root = from.appointment_id.text();
    int sequence = 0;
    session.sql() << select_version, soci::use(from.appointment_id.text()), soci::into(root),
        soci::into(sequence);
    ++sequence;
    std::string const word(json::enum_name(kind));
    long long const occurred = at.ms;
    session.sql() << insert_next, soci::use(id.text()), soci::use(word), soci::use(from.network_id.text()),
        soci::use(root), soci::use(sequence), soci::use(occurred);
}

Instant moment_of(Appointment const& appointment) {
    return appointment.ended_at.value_or(appointment.confirmed_at.value_or(appointment.created_at));
}

} // namespace

void record_booked(db::Session& session, Appointment const& appointment) {
    if (appointment.state != AppointmentState::confirmed) {
        return;
    }
    long long const occurred = moment_of(appointment).ms;
    session.sql() << insert_booked, soci::use(appointment.appointment_id.text()),
        soci::use(appointment.network_id.text()), soci::use(appointment.appointment_id.text()),
        soci::use(occurred);
}

void record_event_of(db::Session& session, Appointment const& appointment) {
    auto const at = moment_of(appointment);
    bool const was_booked = appointment.confirmed_at.has_value();
    if (appointment.state == AppointmentState::confirmed) {
        record_first(session, appointment.appointment_id, appointment, at);
    } else if (appointment.state == AppointmentState::moved && !was_booked) {
        record_first(session, appointment.moved_to.value(), appointment, at);
    } else if (appointment.state == AppointmentState::moved) {
        record_next(session, appointment.moved_to.value(), AppointmentEventKind::moved, appointment, at);
    } else if (appointment.state == AppointmentState::cancelled && was_booked) {
        record_next(session, appointment.appointment_id, AppointmentEventKind::cancelled, appointment, at);
    }
}

std::vector<AppointmentEvent> new_events(db::Session& session, int most) {
    std::vector<AppointmentEvent> found;
    std::string id;
    std::string kind;
    std::string network;
    std::string root;
    int sequence = 0;
    long long occurred = 0;
    soci::statement st =
        (session.sql().prepare << select_new, soci::use(most), soci::into(id), soci::into(kind),
         soci::into(network), soci::into(root), soci::into(sequence), soci::into(occurred));
    st.execute();
    while (st.fetch()) {
        found.push_back({db::id_of<AppointmentId>(id), db::word_of<AppointmentEventKind>(kind),
                         db::id_of<NetworkId>(network), db::id_of<AppointmentId>(root), sequence,
                         Instant{occurred}});
    }
    return found;
}

bool mark_spread(db::Session& session, AppointmentEvent const& event, Instant now) {
    long long const at = now.ms;
    std::string const kind(json::enum_name(event.kind));
    soci::statement st = (session.sql().prepare << update_spread, soci::use(at),
                          soci::use(event.appointment_id.text()), soci::use(kind));
    st.execute(true);
    return db::changed(st) == 1;
}

std::int64_t forget_events(db::Session& session, Instant starts_before) {
    long long const before = starts_before.ms;
    soci::statement st = (session.sql().prepare << delete_old, soci::use(before), soci::use(before));
    st.execute(true);
    return db::changed(st);
}

} // namespace parvis::scheduling
