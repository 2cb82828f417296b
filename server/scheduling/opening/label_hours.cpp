// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/opening/label_hours.hpp"

#include <set>

namespace parvis::scheduling {

LabelHours label_hours(std::vector<kiosk_protocol::OpeningPeriod> const& week) {
    LabelHours found;
    std::set<int> days;
    for (auto const& period : week) {
        found.minutes_a_week += period.to_minute - period.from_minute;
        days.insert(period.weekday);
    }
    found.days = static_cast<int>(days.size());
    found.enough = found.minutes_a_week >= label_minutes_a_week && found.days >= label_days;
    return found;
}

} // namespace parvis::scheduling
