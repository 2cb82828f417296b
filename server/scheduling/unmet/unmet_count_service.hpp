// SPDX-License-Identifier: EUPL-1.2
// Who may read how often somebody asked in vain. Blocks: worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/unmet/unmet_count.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

struct UnmetCounts {
    std::string time_zone; ///< in which months are counted
    std::vector<UnmetCount> counts;
};
BOOST_DESCRIBE_STRUCT(UnmetCounts, (), (time_zone, counts))

class UnmetCountService {
  public:
    /// Must outlive this object.
    explicit UnmetCountService(db::Database& database);

    /// Between two days, both included, at most 366. Coordinators and administrators: of the whole network;
    /// partner managers: of their own bodies. Errors: not_found "network_unknown", forbidden "role_missing",
    /// invalid_input "plan_span_wrong" (/to; most).
    Result<UnmetCounts> counts(identity::Caller const& caller, NetworkId const& network, LocalDate from,
                               LocalDate to);

  private:
    db::Database& database_;
};

} // namespace parvis::scheduling
