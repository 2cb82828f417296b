// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/caller.hpp"

#include <algorithm>

namespace parvis::identity {
namespace {

template <class Predicate>
Membership const* first(std::vector<Membership> const& memberships, Predicate predicate) {
    auto const found = std::ranges::find_if(memberships, predicate);
    return found == memberships.end() ? nullptr : &*found;
}

} // namespace

bool Caller::has(Role role) const {
    return first(memberships, [&](Membership const& m) { return m.role == role; }) != nullptr;
}

bool Caller::has(Role role, NetworkId const& network) const {
    return first(memberships,
                 [&](Membership const& m) { return m.role == role && m.network_id == network; }) != nullptr;
}

Membership const* Caller::adviser_for(PartnerId const& partner) const {
    return first(memberships,
                 [&](Membership const& m) { return m.role == Role::adviser && m.partner_id == partner; });
}

Membership const* Caller::mediator_at(SiteId const& site) const {
    return first(memberships,
                 [&](Membership const& m) { return m.role == Role::mediator && m.site_id == site; });
}

} // namespace parvis::identity
