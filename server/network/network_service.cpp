// SPDX-License-Identifier: EUPL-1.2
#include "server/network/network_service.hpp"

#include "server/network/network_store.hpp"

#include <set>

namespace parvis::network {

Result<NetworkOverview> overview(db::Database& database, identity::Caller const& caller) {
    std::set<NetworkId> networks;
    for (auto const& membership : caller.memberships) {
        networks.insert(membership.network_id);
    }
    return database.read([&](db::Session& session) -> Result<NetworkOverview> {
        NetworkOverview seen;
        for (auto const& network : networks) {
            seen.networks.push_back(network_view(session, network).value());
        }
        return seen;
    });
}

} // namespace parvis::network
