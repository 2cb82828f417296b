// SPDX-License-Identifier: EUPL-1.2
// What an offer of the waiting list holds, given back or taken. Inside a write transaction; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/waiting/waiting_list.hpp"

namespace parvis::scheduling {

/// The place becomes an appointment of whoever was asked. Errors of confirmed(); conflict
/// "appointment_changed_meanwhile".
Result<void> take_offered_place(db::Session& session, Offer const& offer, ActingAs by, Instant now);
/// The place is free again, and what it knew of them is gone. When it was given back already, that alone.
/// Conflict "appointment_changed_meanwhile".
Result<void> give_back_offered_place(db::Session& session, Offer const& offer, ActingAs by,
                                     CancelReason reason, Instant now);

} // namespace parvis::scheduling
