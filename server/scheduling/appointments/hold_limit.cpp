// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/hold_limit.hpp"

#include <algorithm>

namespace parvis::scheduling {

Result<void> HoldLimit::note(std::string const& address, AppointmentId const& id, Instant now) {
    forget(now - hold_patience);
    auto& holds = holds_[address];
    if (std::ranges::find(holds, id, &Hold::appointment_id) != holds.end()) {
        return {};
    }
    if (holds.size() >= most_holds_of_an_address) {
        auto const left = holds.front().at + hold_patience - now;
        return fail(ErrorCode::rate_limited, "too_many_holds", "",
                    {{"retry_after_seconds", std::to_string(left.count() / 1000 + 1)}});
    }
    holds.push_back({id, now});
    return {};
}

void HoldLimit::forget(Instant before) {
    for (auto& [address, holds] : holds_) {
        std::erase_if(holds, [&](Hold const& hold) { return hold.at <= before; });
    }
    std::erase_if(holds_, [](auto const& entry) { return entry.second.empty(); });
}

} // namespace parvis::scheduling
