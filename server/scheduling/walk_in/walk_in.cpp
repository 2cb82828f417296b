// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/walk_in/walk_in.hpp"

#include <map>
#include <utility>

namespace parvis::scheduling {

std::vector<WalkInCount> counts_of(std::vector<WalkIn> const& walk_ins, std::string_view time_zone) {
    std::map<std::pair<LocalDate, SiteId>, WalkInCount> counts;
    for (auto const& one : walk_ins) {
        auto const day = to_local(one.occurred_at, time_zone).date();
        auto& count =
            counts.try_emplace({day, one.site_id}, WalkInCount{day, one.site_id, 0, 0}).first->second;
        ++(one.guidance == Guidance::solved_here ? count.solved_here : count.in_person);
    }
    std::vector<WalkInCount> list;
    for (auto& [key, count] : counts) {
        list.push_back(std::move(count));
    }
    return list;
}

} // namespace parvis::scheduling
