// SPDX-License-Identifier: EUPL-1.2
// What bodies offer, as booking reads it: the terms of motives, and the ground of a search without what is
// taken. Inside the caller's transaction, so that a booking and a closure that is declared beside it see each
// other.
#pragma once

#include "platform/db/database.hpp"
#include "platform/result/result.hpp"
#include "server/scheduling/slots/near_sites.hpp"
#include "server/scheduling/slots/slot_search.hpp"

#include <map>
#include <memory>
#include <vector>

namespace parvis::scheduling {

/// Of all motives of one appointment together: durations added up, the strictest notice and limit.
struct Terms {
    NetworkId network_id;
    PartnerId partner_id;
    int minutes{};
    int notice_least_minutes{};
    int notice_most_days{};
    int cancellation_limit_minutes{};
};

struct OfferQuery {
    std::vector<MotiveId> motives; ///< a supply must serve all of them, by appointment and by this door
    std::vector<SiteId> sites;     ///< empty: whatever site
    Door door{};                   ///< decides which hours are looked up: those of kiosks, of sites, or none
    Instant from;                  ///< openings that touch [from, to)
    Instant to;
};

struct Offered {
    SearchGround ground; ///< openings, sites and kiosks with their hours; nothing taken
    std::map<SupplyId, network::AdviserGroupId> groups;
};

/// What one booking needs to know.
struct OnOffer {
    Terms terms;
    std::shared_ptr<Offered const> offered;
};

/// May be called by any thread; each call inside a transaction of its caller.
class SupplyBook {
  public:
    virtual ~SupplyBook() = default;
    /// Errors: invalid_input "motives_missing", "motives_too_many" (most), "motive_unknown"
    /// (/motives/<n>), "motives_of_several_bodies".
    virtual Result<Terms> terms(db::Session& session, std::vector<MotiveId> const& motives) const = 0;
    /// Shared with whoever asks the same: in a large network it is thousands of openings.
    virtual std::shared_ptr<Offered const> offered(db::Session& session, OfferQuery const& query) const = 0;
    /// Both, for the motives of the query. Errors: as terms().
    virtual Result<OnOffer> on_offer(db::Session& session, OfferQuery const& query) const {
        auto const found = terms(session, query.motives);
        return found ? Result<OnOffer>(OnOffer{*found, offered(session, query)}) : found.error();
    }
    /// When somebody may come to a site for these motives without an appointment: windows of [from, to) or
    /// longer ones, in order, while the site is open.
    virtual std::vector<OpenSpan> windows(db::Session& session, std::vector<MotiveId> const& motives,
                                          SiteId const& site, Instant from, Instant to) const = 0;
    /// Other sites of its network within `metres` as the crow flies, nearest first; none when nobody said
    /// where it is.
    virtual std::vector<NearSite> sites_near(db::Session& session, SiteId const& site, int metres) const = 0;
};

} // namespace parvis::scheduling
