// SPDX-License-Identifier: EUPL-1.2
// Use cases of walk-ins who needed neither a ticket nor an appointment. Blocks: worker thread. The id is
// chosen by the caller: asking again changes nothing.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/walk_in/walk_in.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

struct WalkInCounts {
    std::string time_zone; ///< in which days are counted
    std::vector<WalkInCount> counts;
};
BOOST_DESCRIBE_STRUCT(WalkInCounts, (), (time_zone, counts))

class WalkInService {
  public:
    /// Both must outlive this object.
    WalkInService(db::Database& database, Clock const& clock);

    /// The mediator of the site. Errors: forbidden "not_your_site"; not_found "partner_unknown"
    /// (/partner_id); invalid_input "motive_unknown" (/motive_id: not one of that body); conflict
    /// "walk_in_id_taken".
    Result<WalkIn> record(identity::Caller const& caller, WalkInId const& id, WalkInForm const& form);
    /// Between two days, both included, at most 62; coordinators and administrators of the network. Errors:
    /// not_found "network_unknown", forbidden "role_missing", invalid_input "plan_span_wrong" (/to; most).
    Result<WalkInCounts> counts(identity::Caller const& caller, NetworkId const& network, LocalDate from,
                                LocalDate to);

  private:
    db::Database& database_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
