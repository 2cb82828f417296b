// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/line_view.hpp"

#include "server/queue/line_order.hpp"
#include "server/queue/place_in_line.hpp"

#include <algorithm>

namespace parvis::queue {

namespace {

template <class Predicate>
void add_those(std::vector<ShownTicket>& shown, Line const& line, Predicate predicate) {
    auto const from = std::ssize(shown);
    for (auto const& ticket : line.tickets) {
        if (predicate(ticket)) {
            shown.push_back({ticket, std::nullopt, std::nullopt, std::nullopt});
        }
    }
    std::sort(shown.begin() + from, shown.end(), [](ShownTicket const& a, ShownTicket const& b) {
        return std::pair(a.ticket.arrived_at, a.ticket.ticket_id) <
               std::pair(b.ticket.arrived_at, b.ticket.ticket_id);
    });
}

} // namespace

std::optional<std::string> closed_with(Closings const& closings, SiteId const& site) {
    auto const there = closings.at.find(site);
    return there == closings.at.end() ? closings.everywhere : std::optional(there->second);
}

std::int32_t waiting_in(std::vector<ShownTicket> const& shown) {
    return static_cast<std::int32_t>(
        std::ranges::count_if(shown, [](ShownTicket const& one) { return one.position.has_value(); }));
}

std::int32_t receivable_in(std::vector<ShownTicket> const& shown) {
    return static_cast<std::int32_t>(std::ranges::count_if(
        shown, [](ShownTicket const& one) { return one.position.has_value() && !one.held_up; }));
}

std::vector<ShownTicket> shown_order(Line const& line, Instant now) {
    std::vector<ShownTicket> shown;
    shown.reserve(line.tickets.size());
    add_those(shown, line, [](QueueTicket const& ticket) { return is_held(ticket); });
    Spreads const spreads(line.measured);
    auto const waiting = line_of(line.tickets, now);
    // Who was called by number alone has no interview yet, and takes an adviser up all the same.
    Ahead ahead{{}, spreads.typical(), line.on_duty, std::max(line.taken, static_cast<int>(shown.size()))};
    for (auto const& ticket : waiting) {
        ahead.people.push_back(spreads.of(ticket.motive_id, ticket.subject));
    }
    auto const waits = estimates_along(ahead);
    for (std::size_t place = 0; place < waiting.size(); ++place) {
        auto const reason = held_up(waiting[place], line.kiosks, now);
        shown.push_back(
            {waiting[place], static_cast<std::int32_t>(place) + 1, reason, wait_while(reason, waits[place])});
    }
    add_those(shown, line,
              [&](QueueTicket const& ticket) { return is_in_line(ticket) && !is_callable(ticket, now); });
    return shown;
}

TicketView view_of(ShownTicket const& shown, TicketNames const& names, Standing const& standing,
                   Instant now) {
    auto const& ticket = shown.ticket;
    TicketView view;
    view.ticket_id = ticket.ticket_id;
    view.number = ticket.number;
    view.site_id = ticket.site_id;
    view.site_name = names.site;
    view.offer_id = ticket.offer_id;
    view.acronym = names.acronym;
    view.subject_label = names.subject_label;
    view.motive_id = ticket.motive_id;
    view.motive_label = names.motive_label;
    view.state = ticket.state;
    view.appointment_id = ticket.appointment_id;
    view.appointment_at = ticket.appointment_at;
    view.from_home = ticket.from_home;
    view.handed_on_by = names.handed_on_by;
    view.arrived_at = ticket.arrived_at;
    view.waited_minutes =
        static_cast<std::int32_t>(std::chrono::floor<std::chrono::minutes>(waited(ticket, now)).count());
    view.urgent = ticket.urgent;
    view.back_at = ticket.back_at;
    view.expected_at = ticket.expected_at;
    view.parked_for = ticket.parked_for;
    view.position = shown.position;
    view.held_up = shown.held_up;
    view.wanted_kiosk_id = ticket.wanted_kiosk_id;
    view.wait = shown.wait;
    view.kiosk_id = ticket.kiosk_id;
    view.interview_id = ticket.interview_id;
    view.calls = ticket.calls;
    view.called_at = ticket.called_at;
    view.end = ticket.end;
    view.message = ticket.message;
    view.allowed_actions = allowed_actions(standing, ticket);
    return view;
}

} // namespace parvis::queue
