// SPDX-License-Identifier: EUPL-1.2
// The steps of planning inside a transaction of the caller: each tells which appointments lost their place by
// it, so that a step may be tried, shown, and taken back. Worker thread. Errors: those of SupplyService.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/displacement/displacement_service.hpp"
#include "server/scheduling/supply/supply_store.hpp"
#include "server/scheduling/supply/supply_view.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace parvis::scheduling {

struct Displaced {
    NetworkId network_id;
    std::vector<AppointmentId> appointments;
};

template <class Value>
struct Stepped {
    Value value;
    Displaced displaced;
};
/// A step that was taken already.
template <class Value>
Stepped<Value> unchanged(Value value) {
    return {std::move(value), {}};
}
struct Done {};

/// Takes a step and takes it back: what is shown is what would be, by the same code. `step(session, now)`
/// gives a Result<Stepped<...>>.
template <class Step>
Result<DisplacedList> displaced_by(db::Database& database, Instant now, Step step) {
    std::optional<DisplacedList> shown;
    auto const outcome = database.write([&](db::Session& session) -> Result<void> {
        shown.reset();
        auto const taken = step(session, now);
        if (!taken) {
            return taken.error();
        }
        auto const& displaced = taken->displaced;
        shown = displaced.appointments.empty()
                    ? DisplacedList{}
                    : displaced_list(session, displaced.network_id, displaced.appointments);
        return fail(ErrorCode::conflict, "only_looked_ahead"); // rolls back
    });
    return shown ? Result<DisplacedList>(std::move(*shown)) : outcome.error();
}

SupplyView supply_view(identity::Caller const& caller, SupplyRecord record);

Result<Stepped<SupplyView>> save_in(db::Session& session, identity::Caller const& caller, SupplyId const& id,
                                    SupplyForm const& form, Instant now);
Result<Stepped<SupplyView>> except_in(db::Session& session, identity::Caller const& caller,
                                      SupplyId const& id, SupplyExcept const& wanted, Instant now);
Result<Stepped<Done>> end_in(db::Session& session, identity::Caller const& caller, SupplyId const& id,
                             SupplyEnd const& wanted, Instant now);
Result<Stepped<SupplyView>> instead_in(db::Session& session, identity::Caller const& caller,
                                       SupplyId const& id, SupplyInstead const& wanted, Instant now);
Result<Stepped<SupplyView>> from_day_in(db::Session& session, identity::Caller const& caller,
                                        SupplyId const& id, SupplyFromDay const& wanted, Instant now);
Result<Stepped<BodyClosure>> save_closure_in(db::Session& session, identity::Caller const& caller,
                                             ClosureId const& id, BodyClosureForm const& form, Instant now);
Result<Stepped<Done>> remove_closure_in(db::Session& session, identity::Caller const& caller,
                                        ClosureId const& id, Instant now);

} // namespace parvis::scheduling
