// SPDX-License-Identifier: EUPL-1.2
// Who is asking: a signed-in account with its memberships, and the questions every use case asks of it.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/result/result.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::identity {

BOOST_DEFINE_ENUM_CLASS(Role, mediator, adviser, partner_manager, coordinator, technician, funder,
                        administrator)

/// One role in one network; advisers and partner managers within one partner, mediators at one site.
struct Membership {
    NetworkId network_id;
    Role role{};
    std::optional<PartnerId> partner_id;
    std::optional<SiteId> site_id;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (network_id, role, partner_id, site_id))

struct Caller {
    AccountId account_id;
    std::string name;
    std::string language; // "fr" or "en"
    std::vector<Membership> memberships;
    std::string session = {}; // which of their sessions asks, as a hash; never on the wire

    bool has(Role role) const;
    bool has(Role role, NetworkId const& network) const;
    /// The membership that lets the caller act as `role` for this partner or site; nullptr when there is
    /// none.
    Membership const* adviser_for(PartnerId const& partner) const;
    Membership const* mediator_at(SiteId const& site) const;
};
BOOST_DESCRIBE_STRUCT(Caller, (), (account_id, name, language, memberships))

} // namespace parvis::identity
