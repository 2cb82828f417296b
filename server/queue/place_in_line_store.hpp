// SPDX-License-Identifier: EUPL-1.2
// Who stands before one person, counted by the database in the order of line_order.hpp. Inside a transaction
// of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/queue/place_in_line.hpp"

#include <vector>

namespace parvis::queue {

/// Those who may be called now and go before the ticket. Who was forgotten on a day before `today` is not in
/// the line.
std::vector<PeopleAhead> people_ahead(db::Session& session, QueueTicket const& ticket, LocalDate today,
                                      Instant now);
/// How many of the line are called, or with an adviser.
int held_in_line(db::Session& session, AdviserGroupId const& group, LocalDate today);

} // namespace parvis::queue
