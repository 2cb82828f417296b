// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/ticket.hpp"

#include "platform/json/encode.hpp"

#include <algorithm>
#include <utility>

namespace parvis::queue {

namespace {

Error not_now(QueueTicket const& ticket, char const* reason) {
    if (is_over(ticket)) {
        return fail(ErrorCode::conflict, "ticket_over");
    }
    return fail(ErrorCode::conflict, reason, "", {{"state", std::string(json::enum_name(ticket.state))}});
}

void become(QueueTicket& ticket, TicketState state) {
    ticket.state = state;
    ++ticket.revision;
}

/// The clock of waiting stops: when they were called, if they were.
void pause(QueueTicket& ticket, Instant now) {
    if (!ticket.paused_at) {
        ticket.paused_at = is_held(ticket) ? ticket.called_at : now;
    }
}

/// Whatever kept them from waiting is over.
void clear_stop(QueueTicket& ticket, Instant now) {
    if (ticket.paused_at) {
        ticket.paused_ms += std::max<std::int64_t>((now - *ticket.paused_at).count(), 0);
    }
    ticket.paused_at.reset();
    ticket.back_at.reset();
    ticket.expected_at.reset();
    ticket.parked_for.reset();
    ticket.called_at.reset();
    ticket.met_at.reset();
    ticket.kiosk_id.reset();
    ticket.adviser_id.reset();
    ticket.interview_id.reset();
    ticket.calls = 0;
}

void wait_again(QueueTicket& ticket, Instant now) {
    clear_stop(ticket, now);
    become(ticket, TicketState::waiting);
}

void end(QueueTicket& ticket, TicketState state, TicketEnd how, Instant now) {
    ticket.expected_at.reset();
    ticket.end = how;
    ticket.ended_at = now;
    become(ticket, state);
}

} // namespace

bool is_over(QueueTicket const& ticket) {
    return ticket.state == TicketState::finished || ticket.state == TicketState::left ||
           ticket.state == TicketState::closed;
}

bool is_held(QueueTicket const& ticket) {
    return ticket.state == TicketState::called || ticket.state == TicketState::in_interview;
}

bool is_in_line(QueueTicket const& ticket) {
    return !is_over(ticket) && !is_held(ticket);
}

Result<QueueTicket> called(QueueTicket ticket, Call const& call, Instant now) {
    bool const back = ticket.state == TicketState::away && ticket.back_at <= now;
    if (ticket.state != TicketState::waiting && !back) {
        return not_now(ticket, "ticket_not_waiting");
    }
    if (back) {
        // They are expected since the moment they named.
        clear_stop(ticket, Instant(*ticket.back_at));
    }
    ticket.expected_at.reset();
    ticket.call_id = call.call_id;
    ticket.adviser_id = call.adviser_id;
    ticket.kiosk_id = call.kiosk_id;
    ticket.interview_id = call.interview_id;
    ticket.called_at = now;
    ticket.calls = 1;
    become(ticket, TicketState::called);
    return ticket;
}

Result<QueueTicket> unanswered(QueueTicket ticket, Instant now) {
    if (ticket.state != TicketState::called) {
        return not_now(ticket, "ticket_not_called");
    }
    if (ticket.calls >= most_calls) {
        return parked(std::move(ticket), ParkReason::no_answer, now);
    }
    ++ticket.calls;
    become(ticket, TicketState::called);
    return ticket;
}

Result<QueueTicket> sent_away(QueueTicket ticket, Instant back_at, Instant now) {
    if (ticket.state != TicketState::waiting && ticket.state != TicketState::away) {
        return not_now(ticket, "ticket_not_waiting");
    }
    if (back_at <= now) {
        return fail(ErrorCode::invalid_input, "back_at_past", "/back_at");
    }
    if (back_at > now + longest_absence) {
        return fail(ErrorCode::invalid_input, "back_at_too_far", "/back_at",
                    {{"hours", std::to_string(longest_absence.count())}});
    }
    pause(ticket, now);
    ticket.expected_at.reset();
    ticket.back_at = back_at;
    become(ticket, TicketState::away);
    return ticket;
}

Result<QueueTicket> came_back(QueueTicket ticket, Instant now) {
    if (ticket.state != TicketState::away) {
        return not_now(ticket, "ticket_not_away");
    }
    wait_again(ticket, now);
    return ticket;
}

Result<QueueTicket> parked(QueueTicket ticket, ParkReason reason, Instant now) {
    if (ticket.state != TicketState::waiting && !is_held(ticket)) {
        return not_now(ticket, "ticket_not_waiting");
    }
    pause(ticket, now);
    ticket.expected_at.reset();
    ticket.parked_for = reason;
    ticket.adviser_id.reset();
    ticket.kiosk_id.reset();
    become(ticket, TicketState::parked);
    return ticket;
}

Result<QueueTicket> put_back(QueueTicket ticket, Instant now) {
    if (!is_held(ticket)) {
        return not_now(ticket, "ticket_not_called");
    }
    pause(ticket, now);
    wait_again(ticket, now);
    return ticket;
}

Result<QueueTicket> unparked(QueueTicket ticket, Instant now) {
    if (ticket.state != TicketState::parked) {
        return not_now(ticket, "ticket_not_parked");
    }
    wait_again(ticket, now);
    return ticket;
}

Result<QueueTicket> moved(QueueTicket ticket, Destination const& to, Instant now) {
    if (is_over(ticket)) {
        return not_now(ticket, "ticket_over");
    }
    if (to.offer_id == ticket.offer_id) {
        return fail(ErrorCode::conflict, "ticket_there_already", "/offer_id");
    }
    if (is_held(ticket)) {
        pause(ticket, now);
    }
    if (to.group_id != ticket.group_id) {
        ticket.appointment_at.reset();
    }
    if (to.subject != ticket.subject) {
        ticket.motive_id.reset();
    }
    ticket.offer_id = to.offer_id;
    ticket.partner_id = to.partner_id;
    ticket.group_id = to.group_id;
    ticket.subject = to.subject;
    wait_again(ticket, now);
    return ticket;
}

Result<QueueTicket> announced(QueueTicket ticket, int in_minutes, Instant now) {
    if (ticket.state != TicketState::waiting && ticket.state != TicketState::away) {
        return not_now(ticket, "ticket_not_waiting");
    }
    if (in_minutes < 1 || in_minutes > longest_announcement_minutes) {
        return fail(ErrorCode::invalid_input, "value_out_of_range", "/in_minutes",
                    {{"lowest", "1"}, {"highest", std::to_string(longest_announcement_minutes)}});
    }
    ticket.expected_at = now + std::chrono::minutes(in_minutes);
    ++ticket.revision;
    return ticket;
}

Result<QueueTicket> made_urgent(QueueTicket ticket, std::optional<UrgentReason> reason) {
    if (is_over(ticket)) {
        return not_now(ticket, "ticket_over");
    }
    if (ticket.urgent != reason) {
        ticket.urgent = reason;
        ++ticket.revision;
    }
    return ticket;
}

Result<QueueTicket> met(QueueTicket ticket, Instant now) {
    if (ticket.state != TicketState::called) {
        return not_now(ticket, "ticket_not_called");
    }
    ticket.met_at = now;
    become(ticket, TicketState::in_interview);
    return ticket;
}

Result<QueueTicket> finished(QueueTicket ticket, Instant now) {
    if (ticket.state != TicketState::in_interview) {
        return not_now(ticket, "ticket_not_met");
    }
    end(ticket, TicketState::finished, TicketEnd::served, now);
    return ticket;
}

Result<QueueTicket> left(QueueTicket ticket, TicketEnd reason, Instant now) {
    if (is_over(ticket) || ticket.state == TicketState::in_interview) {
        return not_now(ticket, "ticket_not_waiting");
    }
    end(ticket, TicketState::left, reason, now);
    return ticket;
}

QueueTicket closed(QueueTicket ticket, std::string const& message, Instant now) {
    if (is_in_line(ticket)) {
        ticket.message = message;
        end(ticket, TicketState::closed, TicketEnd::line_closed, now);
    }
    return ticket;
}

QueueTicket day_over(QueueTicket ticket, Instant now) {
    if (ticket.state == TicketState::in_interview) {
        end(ticket, TicketState::finished, TicketEnd::served, now);
    } else if (!is_over(ticket)) {
        end(ticket, TicketState::closed, TicketEnd::day_over, now);
    }
    return ticket;
}

std::chrono::milliseconds waited(QueueTicket const& ticket, Instant now) {
    auto const from = std::max(ticket.arrived_at, ticket.appointment_at.value_or(ticket.arrived_at));
    auto until = ticket.ended_at.value_or(now);
    for (auto const& stop : {ticket.called_at, ticket.paused_at}) {
        until = std::min(until, stop.value_or(until));
    }
    auto const total = (until - from) - std::chrono::milliseconds(ticket.paused_ms);
    return std::max(total, std::chrono::milliseconds(0));
}

std::optional<std::chrono::milliseconds> walked(QueueTicket const& ticket) {
    if (!ticket.met_at || !ticket.called_at) {
        return std::nullopt;
    }
    return *ticket.met_at - *ticket.called_at;
}

std::optional<TicketEnd> unmet(QueueTicket const& ticket) {
    return ticket.end == TicketEnd::served ? std::nullopt : ticket.end;
}

} // namespace parvis::queue
