// SPDX-License-Identifier: EUPL-1.2
// Writes a network's places, bodies and offers: used by the demo, and later by the coordinator's pages.
// Inside a write transaction of the caller; worker thread. Ids are made by the caller, so that repeating is a
// unique violation.
#pragma once

#include "platform/db/database.hpp"
#include "server/network/offer.hpp"

#include <string>
#include <vector>

namespace parvis::network {

using TerritoryId = Id<struct TerritoryTag>;

struct NewNetwork {
    NetworkId network_id;
    std::string name;
    std::string time_zone;
    bool is_demo{};
};

struct NewSubject {
    std::string subject;
    kiosk_protocol::PlainWords label;
    std::string pictogram;
    int importance{};
};

struct NewPartner {
    PartnerId partner_id;
    std::string acronym;
    kiosk_protocol::PlainWords name;
};

void add_network(db::Session& session, NewNetwork const& network);
void add_subject(db::Session& session, NetworkId const& network, NewSubject const& subject);
void add_territory(db::Session& session, NetworkId const& network, TerritoryId const& territory,
                   std::string const& name);
void add_site(db::Session& session, NetworkId const& network, TerritoryId const& territory,
              kiosk_protocol::SiteCard const& site);
void add_kiosk(db::Session& session, NetworkId const& network, SiteId const& site, RoomId const& room,
               kiosk_protocol::KioskCard const& kiosk);
void add_partner(db::Session& session, NetworkId const& network, NewPartner const& partner);
void add_group(db::Session& session, NetworkId const& network, PartnerId const& partner,
               AdviserGroupId const& group, std::string const& name);
void add_offer(db::Session& session, Offer const& offer);

} // namespace parvis::network
