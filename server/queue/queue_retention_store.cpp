// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_retention_store.hpp"

#include "platform/db/sql.hpp"
#include "server/queue/queue_store.hpp"

namespace parvis::queue {

namespace {

constexpr char erase_circumstances[] = "UPDATE queue_ticket SET urgent = NULL, appointment_id = NULL"
                                       " WHERE (urgent IS NOT NULL OR appointment_id IS NOT NULL)"
                                       " AND ended_at < :before";
constexpr char erase_advisers[] =
    "UPDATE queue_ticket SET adviser_id = NULL WHERE adviser_id IS NOT NULL AND ended_at < :before";
constexpr char erase_actors[] =
    "UPDATE queue_act SET actor_id = NULL WHERE actor_id IS NOT NULL AND recorded_at < :before";
constexpr char erase_closers[] =
    "UPDATE queue_closing SET closed_by = NULL WHERE closed_by IS NOT NULL AND closed_at < :before";
constexpr char erase_makers_of_screens[] =
    "UPDATE wall_display SET made_by = NULL WHERE made_by IS NOT NULL AND made_at < :before";

std::int64_t run(db::Session& session, char const* statement, Instant before) {
    long long const limit = before.ms;
    soci::statement st = (session.sql().prepare << statement, soci::use(limit));
    st.execute(true);
    return db::changed(st);
}

} // namespace

Result<Erased> apply_retention(db::Database& database, Instant now) {
    return database.write([&](db::Session& session) -> Result<Erased> {
        take_turn(session);
        Erased erased;
        erased.circumstances = run(session, erase_circumstances, now - circumstances_kept_for);
        for (auto const* statement : {erase_advisers, erase_actors, erase_closers, erase_makers_of_screens}) {
            erased.staff += run(session, statement, now - staff_kept_for);
        }
        return erased;
    });
}

} // namespace parvis::queue
