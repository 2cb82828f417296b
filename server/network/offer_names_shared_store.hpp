// SPDX-License-Identifier: EUPL-1.2
// What people call an offer, for whoever shows many of them: less than directory_shared_store.hpp reads, in
// one question. Reads only; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/network/offer.hpp"

#include <map>
#include <optional>
#include <string>

namespace parvis::network {

struct OfferNames {
    std::string site;
    std::string acronym; ///< of the body
    kiosk_protocol::PlainWords subject_label;
};

/// Nothing: no such offer.
std::optional<OfferNames> names_of_offer(db::Session& session, OfferId const& offer);
/// Of all offers that the group answers, at any site.
std::map<OfferId, OfferNames> names_of_offers(db::Session& session, AdviserGroupId const& group);

} // namespace parvis::network
