// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_store.hpp"

#include "platform/db/kept.hpp"
#include "platform/db/once.hpp"
#include "platform/db/row.hpp"
#include "platform/json/encode.hpp"
#include "server/queue/line_order.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/queue/queue_store_rows.hpp"

#include <algorithm>

namespace parvis::queue {

namespace {

constexpr char insert_statement[] =
    "INSERT INTO queue_ticket (ticket_id, network_id, site_id, offer_id, partner_id, group_id, subject, "
    "motive_id,"
    " wanted_kiosk_id, day, number, state, revision, appointment_id, appointment_at, arrived_at, place_at,"
    " due_place_at, paused_ms, calls, ended_at, end_reason, message, recorded_at)"
    " VALUES (:ticket_id, :network_id, :site_id, :offer_id, :partner_id, :group_id, :subject,"
    " NULLIF(:motive_id, ''), NULLIF(:wanted_kiosk_id, ''), :day, :number, :state, :revision,"
    " NULLIF(:appointment_id, ''), NULLIF(CAST(:appointment_at AS BIGINT), CAST(-1 AS BIGINT)), :arrived_at,"
    " :place_at, NULLIF(CAST(:due_place_at AS BIGINT), CAST(-1 AS BIGINT)), 0, 0,"
    " NULLIF(CAST(:ended_at AS BIGINT), CAST(-1 AS BIGINT)), NULLIF(:end_reason, ''), :message, :recorded_at)"
    " ON CONFLICT DO NOTHING";

// A unique index that refuses says so by an exception on both databases; what it guards is asked for in the
// update.
constexpr char update_statement[] =
    "UPDATE queue_ticket SET offer_id = :offer_id, partner_id = :partner_id, group_id = :group_id,"
    " subject = :subject, motive_id = NULLIF(:motive_id, ''), state = :state, revision = :revision,"
    " appointment_at = NULLIF(CAST(:appointment_at AS BIGINT), CAST(-1 AS BIGINT)),"
    " due_place_at = NULLIF(CAST(:due_place_at AS BIGINT), CAST(-1 AS BIGINT)), urgent = NULLIF(:urgent, ''),"
    " back_at = NULLIF(CAST(:back_at AS BIGINT), CAST(-1 AS BIGINT)),"
    " expected_at = NULLIF(CAST(:expected_at AS BIGINT), CAST(-1 AS BIGINT)), parked_for = "
    "NULLIF(:parked_for, ''),"
    " paused_at = NULLIF(CAST(:paused_at AS BIGINT), CAST(-1 AS BIGINT)), paused_ms = :paused_ms,"
    " call_id = NULLIF(:call_id, ''), adviser_id = NULLIF(:adviser_id, ''), kiosk_id = NULLIF(:kiosk_id, ''),"
    " interview_id = NULLIF(:interview_id, ''), calls = :calls,"
    " called_at = NULLIF(CAST(:called_at AS BIGINT), CAST(-1 AS BIGINT)),"
    " met_at = NULLIF(CAST(:met_at AS BIGINT), CAST(-1 AS BIGINT)),"
    " ended_at = NULLIF(CAST(:ended_at AS BIGINT), CAST(-1 AS BIGINT)), end_reason = NULLIF(:end_reason, ''),"
    " message = :message WHERE ticket_id = :id AND revision = :expected";
constexpr char select_last_place[] =
    "SELECT COALESCE(MAX(place_at), -1) FROM queue_ticket WHERE site_id = :site AND group_id = :group"
    " AND arrived_at <= :arrived AND state NOT IN ('finished', 'left', 'closed')";

constexpr char keep_number[] =
    "INSERT INTO queue_number (site_id, day, newest) VALUES (:site, :day, :number) ON CONFLICT (site_id, day)"
    " DO UPDATE SET newest = CASE WHEN queue_number.newest < excluded.newest THEN excluded.newest"
    " ELSE queue_number.newest END";
constexpr char next_number[] =
    "INSERT INTO queue_number (site_id, day, newest) VALUES (:site, :day, 1) ON CONFLICT (site_id, day)"
    " DO UPDATE SET newest = queue_number.newest + 1 RETURNING newest";
constexpr char count_number[] =
    "SELECT COUNT(*) FROM queue_ticket WHERE site_id = :site AND day = :day AND number = :number";

std::string in_line(std::string const& number) {
    return select_tickets + "WHERE t.state IN ('waiting', 'away') AND" + a_kiosk_is_free(number);
}
/// The head of the line in each of its three orders; those who are urgent are few. The rule decides between
/// them.
std::string const select_heads =
    "SELECT * FROM (" + in_line("1") +
    "AND t.group_id = :group_1 AND COALESCE(t.back_at, 0) <= :now_1 AND t.day >= :today_1"
    " ORDER BY t.place_at, t.arrived_at, t.ticket_id LIMIT 1) first_by_place UNION ALL SELECT * FROM (" +
    in_line("2") +
    "AND t.group_id = :group_2 AND COALESCE(t.back_at, 0) <= :now_2 AND t.day >= :today_2 AND "
    "t.appointment_at IS NOT NULL"
    " AND t.appointment_at <= :due ORDER BY t.due_place_at, t.arrived_at, t.ticket_id LIMIT 1) first_due"
    " UNION ALL SELECT * FROM (" +
    in_line("3") +
    "AND t.group_id = :group_3 AND COALESCE(t.back_at, 0) <= :now_3 AND t.day >= :today_3 AND t.urgent IS "
    "NOT NULL) all_urgent";

constexpr char select_fact[] =
    "SELECT state, COALESCE(end_reason, ''), COALESCE(accepted_at, -1), COALESCE(ended_at, -1) FROM interview"
    " WHERE interview_id = :id";
std::string const held_in_interview = "WHERE t.state IN ('called', 'in_interview') AND t.interview_id = :id";
std::string const all_to_settle =
    "WHERE t.state IN ('called', 'in_interview') AND EXISTS (SELECT 1 FROM interview i WHERE"
    " i.interview_id = t.interview_id AND (i.state = 'ended' OR (i.state = 'running' AND t.state = "
    "'called')))";

constexpr char insert_act_statement[] =
    "INSERT INTO queue_act (act_id, ticket_id, act, actor_id, occurred_at, recorded_at)"
    " VALUES (:act_id, :ticket_id, :act, NULLIF(:actor_id, ''), :occurred_at, :recorded_at) ON CONFLICT DO "
    "NOTHING";
constexpr char select_act[] = "SELECT ticket_id, act, COALESCE(actor_id, ''), occurred_at FROM queue_act"
                              " WHERE act_id = :id";
constexpr char select_served[] =
    "SELECT COALESCE(motive_id, ''), subject, ended_at - called_at FROM queue_ticket WHERE group_id = :group"
    " AND state = 'finished' AND called_at IS NOT NULL AND ended_at > :since ORDER BY ended_at DESC LIMIT "
    "400";

constexpr char select_body[] =
    "SELECT g.network_id, g.partner_id, p.acronym, n.time_zone FROM adviser_group g"
    " JOIN partner p ON p.partner_id = g.partner_id JOIN network n ON n.network_id = g.network_id"
    " WHERE g.group_id = :group";
constexpr char open_states[] = "t.state NOT IN ('finished', 'left', 'closed') ";

/// Far enough that the time of any appointment has come.
constexpr Instant always{9'000'000'000'000'000};

long long due_place(QueueTicket const& ticket) {
    return ticket.appointment_at ? place_at(ticket, always).ms : no_instant;
}

/// The interview is there: a call begins both in one transaction.
InterviewFact fact_of(db::Session& session, InterviewId const& interview) {
    std::string state;
    std::string reason;
    long long accepted = no_instant;
    long long ended = no_instant;
    session.sql() << select_fact, soci::use(interview.text()), soci::into(state), soci::into(reason),
        soci::into(accepted), soci::into(ended);
    InterviewFact fact;
    fact.state = db::word_of<kiosk_protocol::InterviewState>(state);
    fact.end_reason = json::parse_enum<kiosk_protocol::EndReason>(reason);
    fact.accepted_at = instant_of(accepted);
    fact.ended_at = instant_of(ended);
    return fact;
}

} // namespace

bool insert_ticket(db::Session& session, QueueTicket const& ticket, Instant recorded_at) {
    TicketRow const row(ticket);
    long long const due = due_place(ticket);
    long long const recorded = recorded_at.ms;
    auto const saved = db::change_once(
        session, insert_statement, soci::use(row.ticket), soci::use(row.network), soci::use(row.site),
        soci::use(row.offer), soci::use(row.partner), soci::use(row.group), soci::use(row.subject),
        soci::use(row.motive), soci::use(row.wanted_kiosk), soci::use(row.day), soci::use(row.number),
        soci::use(row.state), soci::use(row.revision), soci::use(row.appointment),
        soci::use(row.appointment_at), soci::use(row.arrived), soci::use(row.place), soci::use(due),
        soci::use(row.ended), soci::use(row.end), soci::use(row.message), soci::use(recorded));
    return saved == 1;
}

bool save_ticket(db::Session& session, QueueTicket const& ticket) {
    TicketRow const row(ticket);
    long long const due = due_place(ticket);
    long long const expected = row.revision - 1;
    auto const saved = db::change_once(
        session, update_statement, soci::use(row.offer), soci::use(row.partner), soci::use(row.group),
        soci::use(row.subject), soci::use(row.motive), soci::use(row.state), soci::use(row.revision),
        soci::use(row.appointment_at), soci::use(due), soci::use(row.urgent), soci::use(row.back),
        soci::use(row.expected), soci::use(row.parked_for), soci::use(row.paused_at), soci::use(row.paused),
        soci::use(row.call), soci::use(row.adviser), soci::use(row.kiosk), soci::use(row.interview),
        soci::use(row.calls), soci::use(row.called), soci::use(row.met), soci::use(row.ended),
        soci::use(row.end), soci::use(row.message), soci::use(row.ticket), soci::use(expected));
    return saved == 1;
}

std::optional<QueueTicket> find_ticket(db::Session& session, TicketId const& id) {
    return select_one(session, "WHERE t.ticket_id = :id", id.text());
}

std::optional<QueueTicket> find_ticket_of(db::Session& session,
                                          scheduling::AppointmentId const& appointment) {
    return select_one(session, "WHERE t.appointment_id = :id", appointment.text());
}

std::optional<QueueTicket> held_by(db::Session& session, AccountId const& adviser) {
    return select_one(session, "WHERE t.adviser_id = :id AND t.state IN ('called', 'in_interview')",
                      adviser.text());
}

std::vector<QueueTicket> open_tickets_of(db::Session& session, AdviserGroupId const& group) {
    return select_where(session, std::string("WHERE t.group_id = :id AND ") + open_states, group.text());
}

std::vector<QueueTicket> open_tickets_of(db::Session& session, SiteId const& site) {
    return select_where(session, std::string("WHERE t.site_id = :id AND ") + open_states, site.text());
}

std::vector<QueueTicket> open_tickets_before(db::Session& session, LocalDate day) {
    return select_where(session, std::string("WHERE t.day < :day AND ") + open_states, to_iso(day));
}

std::optional<Instant> last_place(db::Session& session, AdviserGroupId const& group, SiteId const& site,
                                  Instant arrived_at) {
    long long place = no_instant;
    long long const arrived = arrived_at.ms;
    session.sql() << select_last_place, soci::use(site.text()), soci::use(group.text()), soci::use(arrived),
        soci::into(place);
    return place == no_instant ? std::nullopt : std::optional(Instant{place});
}

int give_number(db::Session& session, SiteId const& site, LocalDate day, std::optional<int> wanted) {
    auto const on = to_iso(day);
    if (wanted) {
        int taken = 0;
        session.sql() << count_number, soci::use(site.text()), soci::use(on), soci::use(*wanted),
            soci::into(taken);
        if (taken == 0) {
            session.sql() << keep_number, soci::use(site.text()), soci::use(on), soci::use(*wanted);
            return *wanted;
        }
    }
    int number = 0;
    session.sql() << next_number, soci::use(site.text()), soci::use(on), soci::into(number);
    return number;
}

void take_turn(db::Session& session) {
    // LOCK TABLE takes no snapshot: the next statement sees what is committed
    // by then.
    if (session.dialect() == db::Dialect::postgresql) {
        session.sql() << "LOCK TABLE queue_turn IN EXCLUSIVE MODE";
    }
}

std::optional<QueueTicket> next_in_line(db::Session& session, AdviserGroupId const& group, LocalDate today,
                                        Instant now) {
    auto const& in = group.text();
    auto const day = to_iso(today);
    auto const at = now.ms;
    auto const sight = booking_sight(now);
    auto const since = sight.since.ms;
    auto const soon = sight.soon.ms;
    auto const candidates =
        db::select_kept<TicketRow>(session, select_heads, since, soon, at, in, at, day, since, soon, at, in,
                                   at, day, at, since, soon, at, in, at, day);
    return next_of(candidates, now, [](QueueTicket const&) { return true; });
}

std::vector<HeldTicket> to_settle(db::Session& session) {
    std::vector<HeldTicket> found;
    for (auto& ticket : select_where(session, all_to_settle)) {
        auto const fact = fact_of(session, ticket.interview_id.value());
        found.push_back({std::move(ticket), fact});
    }
    return found;
}

std::optional<HeldTicket> held_in(db::Session& session, InterviewId const& interview) {
    auto ticket = select_one(session, held_in_interview, interview.text());
    if (!ticket) {
        return std::nullopt;
    }
    return HeldTicket{std::move(*ticket), fact_of(session, interview)};
}

bool insert_act(db::Session& session, ActRow const& act, Instant recorded_at) {
    std::string const actor = act.actor_id ? act.actor_id->text() : "";
    long long const occurred = act.occurred_at.ms;
    long long const recorded = recorded_at.ms;
    auto const saved = db::change_once(session, insert_act_statement, soci::use(act.act_id.text()),
                                       soci::use(act.ticket_id.text()), soci::use(act.act), soci::use(actor),
                                       soci::use(occurred), soci::use(recorded));
    return saved == 1;
}

std::optional<ActRow> find_act(db::Session& session, TicketActId const& id) {
    ActRow found{id, {}, {}, {}, {}};
    std::string ticket;
    std::string actor;
    long long occurred = 0;
    session.sql() << select_act, soci::use(id.text()), soci::into(ticket), soci::into(found.act),
        soci::into(actor), soci::into(occurred);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    found.ticket_id = db::id_of<TicketId>(ticket);
    found.actor_id = db::optional_id_of<AccountId>(actor);
    found.occurred_at = Instant{occurred};
    return found;
}

std::vector<Measured> served_by(db::Session& session, AdviserGroupId const& group, Instant since) {
    std::vector<Measured> found;
    std::string motive;
    std::string subject;
    long long duration = 0;
    long long const after = since.ms;
    auto rows = db::once(session, select_served, soci::use(group.text()), soci::use(after),
                         soci::into(motive), soci::into(subject), soci::into(duration));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(
            {db::optional_id_of<scheduling::MotiveId>(motive), subject, std::chrono::milliseconds(duration)});
    }
    return found;
}

std::optional<LineBody> body_of(db::Session& session, AdviserGroupId const& group) {
    LineBody body;
    std::string network;
    std::string partner;
    session.sql() << select_body, soci::use(group.text()), soci::into(network), soci::into(partner),
        soci::into(body.acronym), soci::into(body.time_zone);
    if (!session.sql().got_data()) {
        return std::nullopt;
    }
    body.network_id = db::id_of<NetworkId>(network);
    body.partner_id = db::id_of<PartnerId>(partner);
    return body;
}

} // namespace parvis::queue
