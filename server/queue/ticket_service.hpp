// SPDX-License-Identifier: EUPL-1.2
// Saves tickets so that their appointments follow. Inside a write transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/queue/ticket.hpp"

namespace parvis::queue {

/// As save_ticket, and the appointment of the ticket takes the same step. Errors: conflict "ticket_changed",
/// "appointment_changed_meanwhile".
Result<void> save_and_follow(db::Session& session, QueueTicket const& ticket, Instant now);
/// The appointment takes the step of a ticket that is saved already.
Result<void> follow_with_appointment(db::Session& session, QueueTicket const& ticket, Instant now);

} // namespace parvis::queue
