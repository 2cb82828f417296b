// SPDX-License-Identifier: EUPL-1.2
// The use cases of this feature, made once by the composition root.
#pragma once

#include "server/interview/interview_service.hpp"
#include "server/interview/outcome_service.hpp"
#include "server/interview/presence_service.hpp"
#include "server/interview/record_service.hpp"

namespace parvis::interview {

struct Services {
    /// Both must outlive this object. Subscribe to `feed` before anything runs.
    Services(db::Database& database, Clock const& clock)
        : interviews(database, clock, feed), outcomes(database, clock, feed), records(database, clock, feed),
          presence(database, clock) {}
    Services(Services const&) = delete;
    Services& operator=(Services const&) = delete;

    ChangeFeed feed;
    InterviewService interviews;
    OutcomeService outcomes;
    RecordService records;
    PresenceService presence;
};

} // namespace parvis::interview
