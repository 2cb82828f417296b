// SPDX-License-Identifier: EUPL-1.2
// What is offered to somebody who asks for a subject at a site: always three ways, as far as the network has
// them. Pure.
#pragma once

#include "server/scheduling/slots/slot_search.hpp"
#include "server/scheduling/slots/unmet_request.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace parvis::scheduling {

/// here: at the site where they ask; nearby: at another one; remote: without going anywhere.
BOOST_DEFINE_ENUM_CLASS(ProposalKind, here, nearby, remote)

inline constexpr std::size_t proposals_wanted = 3;
inline constexpr int nearby_metres = 30'000;

struct Proposal {
    ProposalKind kind{};
    Slot slot;
    std::vector<Door> doors; ///< by which of them; one is chosen at the booking
    int metres = 0;          ///< to a nearby site
};

/// Without an appointment at a nearby site: when nothing better fills the three.
struct NearbyWindow {
    SiteId site_id;
    OpenSpan span;
    int metres{};
};

/// The best of each kind first, in the order here, nearby, remote; then the next of each, until there are
/// three. Each list is in its own order of merit.
std::vector<Proposal> three_of(std::vector<Proposal> const& here, std::vector<Proposal> const& nearby,
                               std::vector<Proposal> const& remote);

/// Why there is no slot: `ground` is that of the whole time in which one could be booked.
UnmetReason reason_for_none(SearchGround ground, SlotWish wish, Instant now);

} // namespace parvis::scheduling
