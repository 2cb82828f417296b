// SPDX-License-Identifier: EUPL-1.2
// How many places one address may hold at once: a page in a loop must not empty a day. Pure.
#pragma once

#include "server/scheduling/appointments/appointment.hpp"

#include <map>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// A family behind one address books for several people; a public computer serves several families.
inline constexpr std::size_t most_holds_of_an_address = 20;

/// One thread at a time. Lives in memory: after a restart everybody begins anew.
class HoldLimit {
  public:
    /// Notes the hold. Known already: welcome. Error: rate_limited "too_many_holds" (retry_after_seconds).
    Result<void> note(std::string const& address, AppointmentId const& id, Instant now);

  private:
    struct Hold {
        AppointmentId appointment_id;
        Instant at;
    };
    void forget(Instant before);

    std::map<std::string, std::vector<Hold>> holds_;
};

} // namespace parvis::scheduling
