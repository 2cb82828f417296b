// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/handed_on_store.hpp"

#include "platform/db/once.hpp"
#include "platform/db/row.hpp"

namespace parvis::queue {

namespace {

std::string const select_moves =
    "SELECT t.ticket_id, a.name, COALESCE((SELECT MIN(p.acronym) FROM membership m JOIN partner p ON"
    " p.partner_id = m.partner_id WHERE m.account_id = a.account_id AND m.role = 'adviser'), '')"
    " FROM queue_ticket t JOIN queue_act q ON q.ticket_id = t.ticket_id AND q.act = 'move'"
    " JOIN account a ON a.account_id = q.actor_id WHERE ";
// The last row of a ticket is its newest move.
constexpr char oldest_first[] = " ORDER BY q.occurred_at, q.recorded_at, q.act_id";

std::map<TicketId, HandedOn> read(db::Session& session, std::string const& condition, std::string const& id) {
    std::map<TicketId, HandedOn> found;
    std::string ticket;
    HandedOn by;
    auto rows = db::once(session, select_moves + condition + oldest_first, soci::use(id), soci::into(ticket),
                         soci::into(by.name), soci::into(by.acronym));
    rows.execute();
    while (rows.fetch()) {
        found.insert_or_assign(db::id_of<TicketId>(ticket), by);
    }
    return found;
}

} // namespace

std::map<TicketId, HandedOn> handed_on_in(db::Session& session, AdviserGroupId const& group) {
    return read(session, "t.group_id = :id AND t.state NOT IN ('finished', 'left', 'closed')", group.text());
}

std::optional<HandedOn> handed_on(db::Session& session, TicketId const& ticket) {
    auto const found = read(session, "t.ticket_id = :id", ticket.text());
    return found.empty() ? std::nullopt : std::optional(found.begin()->second);
}

} // namespace parvis::queue
