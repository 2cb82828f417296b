// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/unmet/unmet_count_service.hpp"

#include "server/scheduling/supply/supply_policy.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"
#include "server/scheduling/unmet/unmet_count_store.hpp"

#include <algorithm>

namespace parvis::scheduling {

using identity::Caller;

namespace {

constexpr int most_days = 366;

bool plans_somewhere(Caller const& caller, NetworkId const& network) {
    return std::ranges::any_of(caller.memberships, [&](auto const& membership) {
        return membership.partner_id && may_plan(caller, network, *membership.partner_id);
    });
}

} // namespace

UnmetCountService::UnmetCountService(db::Database& database) : database_(database) {}

Result<UnmetCounts> UnmetCountService::counts(Caller const& caller, NetworkId const& network, LocalDate from,
                                              LocalDate to) {
    if (!may_change_places(caller, network) && !plans_somewhere(caller, network)) {
        return refuse_change(caller, network, "network_unknown");
    }
    if (to < from || add_days(from, most_days) <= to) {
        return fail(ErrorCode::invalid_input, "plan_span_wrong", "/to",
                    {{"most", std::to_string(most_days)}});
    }
    return database_.read([&](db::Session& session) -> Result<UnmetCounts> {
        auto const zone = time_zone_of(session, network);
        if (!zone) {
            return zone.error();
        }
        auto wishes = unmet_wishes_of(session, network, to_instant(from, 0, *zone),
                                      to_instant(add_days(to, 1), 0, *zone));
        std::erase_if(wishes,
                      [&](UnmetWish const& one) { return !may_plan(caller, network, one.partner_id); });
        return UnmetCounts{*zone, counts_of(wishes, *zone)};
    });
}

} // namespace parvis::scheduling
