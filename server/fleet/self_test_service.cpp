// SPDX-License-Identifier: EUPL-1.2
#include "server/fleet/self_test_service.hpp"

#include "server/identity/audit_shared_store.hpp"
#include "server/network/directory_shared_store.hpp"

#include <utility>

namespace parvis::fleet {

using identity::Role;

SelfTestService::SelfTestService(db::Database& database, Clock const& clock, TellKiosk tell_kiosk)
    : database_(database), clock_(clock), tell_kiosk_(std::move(tell_kiosk)) {}

Result<SelfTestOrder> SelfTestService::order(identity::Caller const& caller, KioskId const& kiosk) {
    auto const place =
        database_.read([&](db::Session& session) { return network::place_of_kiosk(session, kiosk); });
    if (!place) {
        return place.error();
    }
    if (!caller.has(Role::technician, place->network_id) &&
        !caller.has(Role::administrator, place->network_id)) {
        return fail(ErrorCode::forbidden, "role_missing");
    }
    auto const now = clock_.now();
    if (auto const told = tell_kiosk_(kiosk); !told) {
        return told.error();
    }
    auto const noted = database_.write([&](db::Session& session) -> Result<void> {
        identity::append_audit(session,
                               {"self_test_ordered", identity::trail_name(caller.account_id),
                                identity::trail_name(kiosk), "", now},
                               now);
        return {};
    });
    return noted ? Result<SelfTestOrder>(SelfTestOrder{now}) : noted.error();
}

} // namespace parvis::fleet
