// SPDX-License-Identifier: EUPL-1.2
// Writes motives. Inside a write transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/motives/motive.hpp"

namespace parvis::scheduling {

/// Made, or changed: network and body stay. An ended one is offered again.
void save_motive(db::Session& session, Motive const& motive);
void end_motive(db::Session& session, MotiveId const& motive, Instant now);

} // namespace parvis::scheduling
