// SPDX-License-Identifier: EUPL-1.2
#include "server/network/network_service.hpp"

#include "server/fleet/kiosk_health_shared_store.hpp"
#include "server/network/network_store.hpp"

#include <set>

namespace parvis::network {

using identity::Role;

namespace {

void add_self_tests(db::Session& session, NetworkView& network) {
    for (auto& kiosk : network.kiosks) {
        kiosk.self_test = fleet::health_of(session, kiosk.kiosk_id).self_test;
    }
}

} // namespace

Result<NetworkOverview> overview(db::Database& database, identity::Caller const& caller) {
    std::set<NetworkId> networks;
    for (auto const& membership : caller.memberships) {
        networks.insert(membership.network_id);
    }
    return database.read([&](db::Session& session) -> Result<NetworkOverview> {
        NetworkOverview seen;
        for (auto const& network : networks) {
            auto& view = seen.networks.emplace_back(network_view(session, network).value());
            if (caller.has(Role::technician, network) || caller.has(Role::administrator, network)) {
                add_self_tests(session, view);
            }
        }
        return seen;
    });
}

} // namespace parvis::network
