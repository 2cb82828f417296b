// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/ticket_service.hpp"

#include "server/queue/home_place_service.hpp"
#include "server/queue/queue_store.hpp"
#include "server/scheduling/appointments/appointment_service.hpp"

namespace parvis::queue {

using scheduling::AppointmentState;
using scheduling::CancelReason;

namespace {

AppointmentState state_of_appointment(TicketState state) {
    switch (state) {
    case TicketState::waiting:
    case TicketState::away:
    case TicketState::parked:
        return AppointmentState::arrived;
    case TicketState::called:
        return AppointmentState::called;
    case TicketState::in_interview:
        return AppointmentState::in_interview;
    case TicketState::finished:
        return AppointmentState::finished;
    case TicketState::left:
    case TicketState::closed:
        return AppointmentState::cancelled;
    }
    return AppointmentState::arrived;
}

/// Why somebody who came was not served.
CancelReason reason_of(std::optional<TicketEnd> end) {
    if (end == TicketEnd::gave_up) {
        return CancelReason::citizen_prevented;
    }
    return end == TicketEnd::sent_elsewhere ? CancelReason::no_longer_needed
                                            : CancelReason::adviser_prevented;
}

} // namespace

Result<void> follow_with_appointment(db::Session& session, QueueTicket const& ticket, Instant now) {
    return ticket.appointment_id
               ? scheduling::AppointmentService::follow_in(session, *ticket.appointment_id,
                                                           state_of_appointment(ticket.state),
                                                           reason_of(ticket.end), now)
               : Result<void>();
}

Result<void> save_and_follow(db::Session& session, QueueTicket const& ticket, Instant now) {
    if (!save_ticket(session, ticket)) {
        return fail(ErrorCode::conflict, "ticket_changed");
    }
    end_home_place_of(session, ticket, now);
    return follow_with_appointment(session, ticket, now);
}

} // namespace parvis::queue
