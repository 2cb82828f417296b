// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/place_in_line_store.hpp"

#include "platform/db/once.hpp"
#include "platform/db/row.hpp"
#include "server/queue/line_order.hpp"

namespace parvis::queue {

namespace {

// The order of goes_before(): the urgent first, then the place, which an appointment changes when its time
// has come.
constexpr char select_ahead[] =
    "SELECT COALESCE(t.motive_id, ''), t.subject, COUNT(*) FROM queue_ticket t WHERE t.group_id = :group_id"
    " AND t.state IN ('waiting', 'away') AND (t.state = 'waiting' OR t.back_at <= :now) AND t.day >= :today"
    " AND (CASE WHEN t.urgent IS NULL THEN 1 ELSE 0 END, CASE WHEN t.appointment_at <= :now_again THEN"
    " t.due_place_at ELSE t.place_at END, t.arrived_at, t.ticket_id) < (CAST(:rank AS INTEGER),"
    " CAST(:place AS BIGINT), CAST(:arrived AS BIGINT), :ticket) GROUP BY 1, 2";
constexpr char count_held[] = "SELECT COUNT(*) FROM queue_ticket WHERE group_id = :group_id AND day >= :today"
                              " AND state IN ('called', 'in_interview')";

} // namespace

std::vector<PeopleAhead> people_ahead(db::Session& session, QueueTicket const& ticket, LocalDate today,
                                      Instant now) {
    std::vector<PeopleAhead> found;
    auto const day = to_iso(today);
    long long const at = now.ms;
    int const rank = ticket.urgent ? 0 : 1;
    long long const place = place_at(ticket, now).ms;
    long long const arrived = ticket.arrived_at.ms;
    std::string motive;
    std::string subject;
    int people = 0;
    auto rows = db::once(session, select_ahead, soci::use(ticket.group_id.text()), soci::use(at),
                         soci::use(day), soci::use(at), soci::use(rank), soci::use(place), soci::use(arrived),
                         soci::use(ticket.ticket_id.text()), soci::into(motive), soci::into(subject),
                         soci::into(people));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::optional_id_of<scheduling::MotiveId>(motive), subject, people});
    }
    return found;
}

int held_in_line(db::Session& session, AdviserGroupId const& group, LocalDate today) {
    int held = 0;
    auto const day = to_iso(today);
    session.sql() << count_held, soci::use(group.text()), soci::use(day), soci::into(held);
    return held;
}

} // namespace parvis::queue
