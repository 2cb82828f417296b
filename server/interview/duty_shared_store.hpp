// SPDX-License-Identifier: EUPL-1.2
// How many advisers of a group are there, for every feature that tells people what to expect. Reads only;
// worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/network/offer.hpp"

namespace parvis::interview {

struct Duty {
    int on_duty = 0; ///< a page open, and available
    int taken = 0;   ///< of these: calling, or in an interview
};

Duty duty_of(db::Session& session, network::AdviserGroupId const& group);

} // namespace parvis::interview
