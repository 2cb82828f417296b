// SPDX-License-Identifier: EUPL-1.2
// Somebody asked and there was nothing to give them here. Counted, so that a network can ask bodies for more.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace parvis::scheduling {

using UnmetId = Id<struct UnmetTag>;

/// nothing_offered: no opening for that subject at that site; all_taken: openings, and every place of them
/// taken; site_closed: openings, and the site or its kiosk closed then; refused: slots were there and suited
/// nobody.
BOOST_DEFINE_ENUM_CLASS(UnmetReason, nothing_offered, all_taken, site_closed, refused)

/// Names nobody.
struct UnmetRequest {
    UnmetId unmet_id; ///< chosen by who asks, so that it counts once
    NetworkId network_id;
    std::optional<SiteId> site_id;
    MotiveId motive_id;
    UnmetReason reason{};
    Instant occurred_at;
};

} // namespace parvis::scheduling
