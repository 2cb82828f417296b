// SPDX-License-Identifier: EUPL-1.2
// SQL that tells from the acts who moved somebody to the line they are in. Inside a transaction of
// platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/queue/queue_view.hpp"

#include <map>
#include <optional>

namespace parvis::queue {

/// Of those who are in the line now, by the newest move; who came there by themselves is left out.
std::map<TicketId, HandedOn> handed_on_in(db::Session& session, AdviserGroupId const& group);
std::optional<HandedOn> handed_on(db::Session& session, TicketId const& ticket);

} // namespace parvis::queue
