// SPDX-License-Identifier: EUPL-1.2
// A network as anybody may know it: its places, subjects and bodies. Inside a transaction of the caller;
// reads only; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/network/network_view.hpp"

#include <string>
#include <vector>

namespace parvis::network {

struct NetworkCard {
    NetworkId network_id;
    std::string name;
    bool is_demo{};
    std::string time_zone; ///< IANA
};
struct SubjectCard {
    std::string subject;
    kiosk_protocol::PlainWords label;
    std::string pictogram;
};

/// By name.
std::vector<NetworkCard> networks(db::Session& session);
/// Errors: not_found/network_unknown.
Result<NetworkCard> network_card(db::Session& session, NetworkId const& network);
/// In the order of their importance.
std::vector<SubjectCard> subjects_of(db::Session& session, NetworkId const& network);
/// By acronym.
std::vector<PartnerRow> partners_of(db::Session& session, NetworkId const& network);
/// Errors: not_found/partner_unknown.
Result<PartnerRow> partner_row(db::Session& session, PartnerId const& partner);
/// By commune, then name.
std::vector<SiteId> sites_of(db::Session& session, NetworkId const& network);

} // namespace parvis::network
