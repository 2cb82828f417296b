// SPDX-License-Identifier: EUPL-1.2
// The columns of one ticket, where SOCI puts them. For the stores of this folder only.
#pragma once

#include "platform/db/once.hpp"
#include "server/queue/ticket.hpp"

#include <string>
#include <vector>

namespace parvis::queue {

// No instant of ours is negative: it stands for NULL between SQL and C++.
inline constexpr long long no_instant = -1;

inline std::optional<Instant> instant_of(long long column) {
    return column == no_instant ? std::nullopt : std::optional(Instant{column});
}
inline long long column_of(std::optional<Instant> instant) {
    return instant ? instant->ms : no_instant;
}

/// A ticket between rows and rules, both ways.
struct TicketRow {
    std::string ticket, network, site, offer, partner, group, subject, motive, wanted_kiosk, day, state;
    std::string appointment, urgent, parked_for, call, adviser, kiosk, interview, end, message;
    long long revision = 0, appointment_at = 0, arrived = 0, place = 0, back = 0, paused_at = 0, paused = 0;
    long long called = 0, met = 0, ended = 0, expected = 0;
    int number = 0;
    int calls = 0;

    TicketRow() = default;
    explicit TicketRow(QueueTicket const& from);
    void bind(soci::statement& st);
    QueueTicket ticket_of() const;
};

/// "SELECT <the columns of TicketRow> FROM queue_ticket t ".
inline std::string const select_tickets =
    "SELECT t.ticket_id, t.network_id, t.site_id, t.offer_id, t.partner_id, t.group_id, t.subject,"
    " COALESCE(t.motive_id, ''), COALESCE(t.wanted_kiosk_id, ''), t.day, t.state,"
    " COALESCE(t.appointment_id, ''), COALESCE(t.urgent, ''), COALESCE(t.parked_for, ''), "
    "COALESCE(t.call_id, ''),"
    " COALESCE(t.adviser_id, ''), COALESCE(t.kiosk_id, ''), COALESCE(t.interview_id, ''),"
    " COALESCE(t.end_reason, ''), t.message,"
    " t.revision, COALESCE(t.appointment_at, -1), t.arrived_at, t.place_at, COALESCE(t.back_at, -1),"
    " COALESCE(t.paused_at, -1), t.paused_ms, COALESCE(t.called_at, -1), COALESCE(t.met_at, -1),"
    " COALESCE(t.ended_at, -1), COALESCE(t.expected_at, -1), t.number, t.calls FROM queue_ticket t ";

struct TextParameter {
    std::string value;
};
struct NumberParameter {
    long long value;
};
inline void add_parameter(soci::statement& st, TextParameter const& parameter) {
    st.exchange(soci::use(parameter.value));
}
inline void add_parameter(soci::statement& st, NumberParameter const& parameter) {
    st.exchange(soci::use(parameter.value));
}

template <class... Parameters>
std::vector<QueueTicket> select_text(db::Session& session, std::string const& query,
                                     Parameters const&... parameters) {
    std::vector<QueueTicket> found;
    TicketRow row;
    soci::statement st(session.sql());
    row.bind(st);
    (add_parameter(st, parameters), ...);
    st.alloc();
    st.prepare(query, soci::details::st_one_time_query);
    st.define_and_bind();
    st.execute();
    while (st.fetch()) {
        found.push_back(row.ticket_of());
    }
    return found;
}

template <class... Parameters>
std::vector<QueueTicket> select_where(db::Session& session, std::string const& condition,
                                      Parameters const&... parameters) {
    return select_text(session, select_tickets + condition, parameters...);
}

template <class... Parameters>
std::optional<QueueTicket> select_one(db::Session& session, std::string const& condition,
                                      Parameters const&... parameters) {
    auto found = select_where(session, condition, parameters...);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

} // namespace parvis::queue
