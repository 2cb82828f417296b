// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/waiting/waiting_offer_store.hpp"

#include "server/scheduling/appointments/appointment_place_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"

namespace parvis::scheduling {

namespace {

Result<void> save(db::Session& session, Appointment const& appointment) {
    return save_appointment(session, appointment)
               ? Result<void>()
               : fail(ErrorCode::conflict, "appointment_changed_meanwhile");
}

} // namespace

Result<void> take_offered_place(db::Session& session, Offer const& offer, ActingAs by, Instant now) {
    auto const held = find_appointment(session, offer.appointment_id).value();
    auto const taken = confirmed(held, by, held.visitor, now);
    if (!taken) {
        return taken.error();
    }
    return taken->revision == held.revision ? Result<void>() : save(session, *taken);
}

Result<void> give_back_offered_place(db::Session& session, Offer const& offer, ActingAs by,
                                     CancelReason reason, Instant now) {
    auto const before = find_appointment(session, offer.appointment_id).value();
    auto after = cancelled(before, by, reason, 0, now);
    if (!after) {
        return after.error();
    }
    after->revision = before.revision + 1;
    after->code.clear();
    after->visitor = {};
    auto const saved = save(session, *after);
    if (saved) {
        give_back_place(session, before, nullptr);
    }
    return saved;
}

} // namespace parvis::scheduling
