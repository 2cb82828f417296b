// SPDX-License-Identifier: EUPL-1.2
// What a body does at a site, where a kiosk stands, and the tiles that follow from both. Pure.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "kiosk_protocol/interview.hpp"

#include <set>
#include <string>
#include <vector>

namespace parvis::network {

using AdviserGroupId = Id<struct AdviserGroupTag>;
using RoomId = Id<struct RoomTag>;

/// Where a kiosk stands.
struct KioskPlace {
    NetworkId network_id;
    kiosk_protocol::KioskCard kiosk;
    kiosk_protocol::SiteCard site;
    bool paired{};
};

/// What a partner does at a site: who answers (the group), about what, and in which weekly windows (local
/// minutes).
struct Offer {
    OfferId offer_id;
    NetworkId network_id;
    SiteId site_id;
    PartnerId partner_id;
    AdviserGroupId group_id;
    kiosk_protocol::PartnerCard partner;
    std::string subject;
    kiosk_protocol::PlainWords subject_label;
    std::string pictogram;
    std::vector<kiosk_protocol::OpeningPeriod> windows;
};

/// Pure: whether an offer is open at `now`, given the groups that have an adviser signed in and not closed.
kiosk_protocol::OfferEntry entry_of(Offer const& offer, std::set<AdviserGroupId> const& present, Instant now,
                                    std::string const& time_zone);

/// Pure: at most six tiles in the order of the subjects' importance; what does not fit is gathered under
/// "other".
std::vector<kiosk_protocol::SubjectTile> tiles_of(std::vector<Offer> const& offers,
                                                  std::set<AdviserGroupId> const& present, Instant now,
                                                  std::string const& time_zone);

} // namespace parvis::network
