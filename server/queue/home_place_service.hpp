// SPDX-License-Identifier: EUPL-1.2
// What a visit from home shares with arrivals and acts at a site. Inside a write transaction of the caller,
// which has begun with take_turn; worker thread.
#pragma once

#include "server/queue/queue_service.hpp"
#include "server/scheduling/appointments/appointment.hpp"

namespace parvis::queue {

/// The offer under which the body's line stands at the appointment's site: that of the subject, else any of
/// the group.
std::optional<network::Offer> offer_for(db::Session& session, scheduling::Appointment const& appointment);
/// As QueueService::take_in, by the citizen themselves.
Result<QueueTicket> take_by_citizen(db::Session& session, TicketId const& id, TakeTicket const& wish,
                                    BookedTurn const& booked, Instant now);
/// Who joined from home and is done with leaves a place that rings no more; nothing for others.
void end_home_place_of(db::Session& session, QueueTicket const& ticket, Instant now);

} // namespace parvis::queue
