// SPDX-License-Identifier: EUPL-1.2
// What the bodies of the demonstration network are asked about, and when they answer: all three ways of
// working, as in the timetables of real networks.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/network/offer.hpp"

#include <map>
#include <string>

namespace parvis {

/// By acronym of the body and by commune, as demo_network.cpp names them.
struct DemoPlaces {
    NetworkId network;
    std::map<std::string, PartnerId> partners;
    std::map<std::string, network::AdviserGroupId> groups;
    std::map<std::string, SiteId> sites;
};

/// Positions of the sites, motives with papers, supply from this week's Monday on. Inside the transaction
/// that makes the network.
void add_demo_planning(db::Session& session, DemoPlaces const& places, Instant now);

} // namespace parvis
