// SPDX-License-Identifier: EUPL-1.2
// What the routes of booking read from a query string.
#pragma once

#include "platform/http/message.hpp"
#include "server/scheduling/slots/slot_query.hpp"

namespace parvis::scheduling {

struct QueryDays {
    LocalDate from;
    LocalDate to;
};
/// ?from=2026-03-01&to=2026-03-14. Errors: invalid_input "date_invalid" (/from, /to).
Result<QueryDays> days_in_query(http::Request const& request);
/// ?motives=<id>,<id>&door=kiosk&from=...&to=...&moving=<id>. Errors: invalid_input "motives_missing",
/// "motive_unknown" (/motives/<n>), "value_unknown" (/door), not_found "appointment_unknown" (/moving).
Result<SlotQuery> slots_in_query(http::Request const& request);

} // namespace parvis::scheduling
