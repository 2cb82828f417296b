// SPDX-License-Identifier: EUPL-1.2
// The network as every feature reads it inside its own transaction: places, kiosks, bodies and what they
// offer. Reads only; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/network/offer.hpp"

#include <vector>

namespace parvis::network {

/// Errors: not_found/kiosk_unknown.
Result<KioskPlace> place_of_kiosk(db::Session& session, KioskId const& kiosk);
Result<kiosk_protocol::SiteCard> site_card(db::Session& session, SiteId const& site);
std::vector<KioskPlace> kiosks_of_site(db::Session& session, SiteId const& site);
/// Kiosks of every site where one of these groups has an offer, by site name then kiosk name.
std::vector<KioskPlace> kiosks_served_by(db::Session& session, std::vector<AdviserGroupId> const& groups);
std::vector<Offer> offers_at_site(db::Session& session, SiteId const& site);
/// Errors: not_found/offer_unknown.
Result<Offer> offer(db::Session& session, OfferId const& offer);
std::vector<AdviserGroupId> groups_of(db::Session& session, AccountId const& adviser);

} // namespace parvis::network
