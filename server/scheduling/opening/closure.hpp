// SPDX-License-Identifier: EUPL-1.2
// Somebody does not answer, or a place cannot be used, for a time. Pure.
#pragma once

#include "platform/result/result.hpp"
#include "platform/time/instant.hpp"
#include "server/network/offer.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace parvis::scheduling {

using ClosureId = Id<struct ClosureTag>;

/// Without a group: the whole body. `reason` is told to mediators, and through them to citizens.
struct BodyClosure {
    ClosureId closure_id;
    NetworkId network_id;
    PartnerId partner_id;
    std::optional<network::AdviserGroupId> group_id;
    Instant from;
    Instant to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(BodyClosure, (), (closure_id, network_id, partner_id, group_id, from, to, reason))

/// Of a whole site, of one of its rooms, or of one kiosk.
struct PlaceClosure {
    ClosureId closure_id;
    SiteId site_id;
    std::optional<network::RoomId> room_id;
    std::optional<KioskId> kiosk_id;
    Instant from;
    Instant to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlaceClosure, (), (closure_id, site_id, room_id, kiosk_id, from, to, reason))

/// Errors (invalid_input): closure_span_wrong (/to: after the beginning, by two years at most),
/// closure_reason_missing, closure_reason_too_long (most) at /reason.
Result<void> check_closure(Instant from, Instant to, std::string const& reason);

} // namespace parvis::scheduling
