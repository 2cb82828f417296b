// SPDX-License-Identifier: EUPL-1.2
// Who may do what in the queue. Pure. A mediator sees and does everything at their own site, whatever the
// body; an adviser sees the lines of their own groups over all sites, and nothing of other bodies.
#pragma once

#include "server/identity/caller.hpp"
#include "server/queue/queue_view.hpp"

#include <vector>

namespace parvis::queue {

/// What a caller is to a ticket.
struct Standing {
    bool mediator = false; ///< of its site
    bool adviser = false;  ///< of its group, while they are an adviser of its body
    bool holder = false;   ///< the adviser who called it
    bool held = false;     ///< by any adviser
};
Standing standing_of(identity::Caller const& caller, std::vector<AdviserGroupId> const& groups,
                     QueueTicket const& ticket);
inline bool may_see(Standing const& standing) {
    return standing.mediator || standing.adviser || standing.holder;
}
/// By standing alone, whatever the state.
bool may_do(Standing const& standing, TicketActKind act);
/// What a page may offer now.
std::vector<TicketActKind> allowed_actions(Standing const& standing, QueueTicket const& ticket);
/// Partner managers of the body, and the advisers of the group.
bool may_close(identity::Caller const& caller, std::vector<AdviserGroupId> const& groups,
               PartnerId const& partner, AdviserGroupId const& group);

} // namespace parvis::queue
