// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/walk_in/walk_in_service.hpp"

#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"
#include "server/scheduling/walk_in/walk_in_store.hpp"

#include <algorithm>

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_days = 62;

Result<void> check(db::Session& session, NetworkId const& network, WalkInForm const& form) {
    if (form.partner_id) {
        auto const its_network = network_of(session, *form.partner_id);
        if (!its_network || *its_network != network) {
            return fail(ErrorCode::not_found, "partner_unknown", "/partner_id");
        }
    }
    if (form.motive_id) {
        auto const known = motive(session, *form.motive_id);
        if (!known || known->partner_id != form.partner_id) {
            return fail(ErrorCode::invalid_input, "motive_unknown", "/motive_id");
        }
    }
    return {};
}

} // namespace

WalkInService::WalkInService(db::Database& database, Clock const& clock)
    : database_(database), clock_(clock) {}

Result<WalkIn> WalkInService::record(Caller const& caller, WalkInId const& id, WalkInForm const& form) {
    auto const* mediator = caller.mediator_at(form.site_id);
    if (mediator == nullptr) {
        return fail(ErrorCode::forbidden, "not_your_site", "/site_id");
    }
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<WalkIn> {
        if (auto const fits = check(session, mediator->network_id, form); !fits) {
            return fits.error();
        }
        WalkIn const told{id,
                          form.site_id,
                          form.guidance,
                          form.partner_id,
                          form.motive_id,
                          std::min(form.occurred_at.value_or(now), now)};
        insert_walk_in(session, mediator->network_id, told, now);
        auto const kept = find_walk_in(session, id);
        bool const is_it = kept && kept->site_id == told.site_id && kept->guidance == told.guidance &&
                           kept->partner_id == told.partner_id && kept->motive_id == told.motive_id;
        return is_it ? Result<WalkIn>(*kept) : fail(ErrorCode::conflict, "walk_in_id_taken");
    });
}

Result<WalkInCounts> WalkInService::counts(Caller const& caller, NetworkId const& network, LocalDate from,
                                           LocalDate to) {
    if (!may_change_places(caller, network)) {
        return refuse_change(caller, network, "network_unknown");
    }
    if (to < from || add_days(from, most_days) <= to) {
        return fail(ErrorCode::invalid_input, "plan_span_wrong", "/to",
                    {{"most", std::to_string(most_days)}});
    }
    return database_.read([&](db::Session& session) -> Result<WalkInCounts> {
        auto const zone = time_zone_of(session, network);
        if (!zone) {
            return zone.error();
        }
        auto const found =
            walk_ins_of(session, network, to_instant(from, 0, *zone), to_instant(add_days(to, 1), 0, *zone));
        return WalkInCounts{*zone, counts_of(found, *zone)};
    });
}

} // namespace parvis::scheduling
