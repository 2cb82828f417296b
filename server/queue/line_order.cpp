// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/line_order.hpp"

#include <algorithm>
#include <tuple>

namespace parvis::queue {

Instant place_for(Instant arrived_at, std::optional<Instant> before) {
    auto const behind = before ? std::max(arrived_at, *before + site_spacing) : arrived_at;
    return std::min(behind, arrived_at + most_set_back);
}

Instant place_at(QueueTicket const& ticket, Instant now) {
    if (!ticket.appointment_at || now < *ticket.appointment_at) {
        return ticket.place_at;
    }
    auto const due = std::max(*ticket.appointment_at, ticket.arrived_at);
    return std::min(ticket.place_at, due - appointment_lead);
}

bool is_callable(QueueTicket const& ticket, Instant now) {
    return ticket.state == TicketState::waiting ||
           (ticket.state == TicketState::away && ticket.back_at <= now);
}

bool goes_before(QueueTicket const& a, QueueTicket const& b, Instant now) {
    return std::tuple(!a.urgent, place_at(a, now), a.arrived_at, a.ticket_id) <
           std::tuple(!b.urgent, place_at(b, now), b.arrived_at, b.ticket_id);
}

std::vector<QueueTicket> line_of(std::span<QueueTicket const> tickets, Instant now) {
    std::vector<QueueTicket> line;
    std::ranges::copy_if(tickets, std::back_inserter(line),
                         [&](QueueTicket const& ticket) { return is_callable(ticket, now); });
    std::ranges::sort(line,
                      [&](QueueTicket const& a, QueueTicket const& b) { return goes_before(a, b, now); });
    return line;
}

std::optional<QueueTicket> next_of(std::span<QueueTicket const> tickets, Instant now,
                                   std::function<bool(QueueTicket const&)> const& has_kiosk) {
    QueueTicket const* first = nullptr;
    for (auto const& ticket : tickets) {
        if (is_callable(ticket, now) && has_kiosk(ticket) && (!first || goes_before(ticket, *first, now))) {
            first = &ticket;
        }
    }
    return first ? std::optional(*first) : std::nullopt;
}

} // namespace parvis::queue
