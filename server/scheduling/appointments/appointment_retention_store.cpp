// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_retention_store.hpp"

#include "platform/db/sql.hpp"
#include "server/scheduling/appointments/appointment_event_store.hpp"
#include "server/scheduling/displacement/displacement_store.hpp"
#include "server/scheduling/feeds/calendar_feed_store.hpp"
#include "server/scheduling/feeds/webhook_store.hpp"
#include "server/scheduling/reminders/reminder_store.hpp"
#include "server/scheduling/rota/rota_store.hpp"
#include "server/scheduling/slots/taken_tick_store.hpp"
#include "server/scheduling/waiting/waiting_store.hpp"

namespace parvis::scheduling {

namespace {

constexpr char erase_visitors[] =
    "UPDATE appointment SET code = NULL, first_name = NULL, telephone = NULL, email = NULL, note = NULL"
    " WHERE code IS NOT NULL AND starts_at < :before";
constexpr char drop_hold_motives[] =
    "DELETE FROM appointment_motive WHERE appointment_id IN (SELECT appointment_id FROM appointment"
    " WHERE cancel_reason = 'hold_expired' AND ended_at < :before AND NOT EXISTS (SELECT 1 FROM "
    "citizen_message m"
    " WHERE m.appointment_id = appointment.appointment_id))";
constexpr char drop_holds[] =
    "DELETE FROM appointment WHERE cancel_reason = 'hold_expired' AND ended_at < :before AND NOT EXISTS"
    " (SELECT 1 FROM citizen_message m WHERE m.appointment_id = appointment.appointment_id)";

std::int64_t run(db::Session& session, char const* statement, Instant before) {
    long long const limit = before.ms;
    soci::statement st = (session.sql().prepare << statement, soci::use(limit));
    st.execute(true);
    return db::changed(st);
}

Result<void> forget_past_ticks(db::Database& database, Instant now) {
    auto const before = ticks_of(now - ticks_kept_for, now).from;
    std::optional<ResourceNumber> after = 0;
    while (after) {
        auto const next = database.write([&](db::Session& session) -> Result<std::optional<ResourceNumber>> {
            return forget_ticks(session, before, *after);
        });
        if (!next) {
            return next.error();
        }
        after = *next;
    }
    return {};
}

} // namespace

Result<ErasedAppointments> apply_appointment_retention(db::Database& database, Instant now) {
    auto erased = database.write([&](db::Session& session) -> Result<ErasedAppointments> {
        ErasedAppointments counts;
        counts.visitors = run(session, erase_visitors, now - visitor_kept_for);
        erase_waiting(session, now - visitor_kept_for);
        counts.messages = forget_messages(session, now - visitor_kept_for);
        forget_events(session, now - visitor_kept_for);
        forget_deliveries(session, now - visitor_kept_for);
        forget_displaced(session, now - visitor_kept_for);
        forget_feed_names(session, now - feed_names_kept_for);
        forget_duties(session, to_local(now - duties_kept_for, "Etc/UTC").date());
        run(session, drop_hold_motives, now - expired_hold_kept_for);
        counts.holds = run(session, drop_holds, now - expired_hold_kept_for);
        return counts;
    });
    if (erased) {
        if (auto const forgotten = forget_past_ticks(database, now); !forgotten) {
            return forgotten.error();
        }
    }
    return erased;
}

} // namespace parvis::scheduling
