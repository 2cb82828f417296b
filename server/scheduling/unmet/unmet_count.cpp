// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/unmet/unmet_count.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace parvis::scheduling {

std::vector<UnmetCount> counts_of(std::vector<UnmetWish> const& wishes, std::string_view time_zone) {
    std::map<std::tuple<LocalDate, MotiveId, std::optional<SiteId>, UnmetReason>, UnmetCount> counts;
    for (auto const& one : wishes) {
        auto month = to_local(one.occurred_at, time_zone).date();
        month.day = 1;
        UnmetCount const none{month, one.site_id, one.partner_id, one.motive_id, one.motive_label, one.reason,
                              0};
        ++counts.try_emplace({month, one.motive_id, one.site_id, one.reason}, none).first->second.count;
    }
    std::vector<UnmetCount> list;
    for (auto& [key, count] : counts) {
        list.push_back(std::move(count));
    }
    std::ranges::stable_sort(list, [](UnmetCount const& a, UnmetCount const& b) {
        return std::tuple(a.month, -a.count) < std::tuple(b.month, -b.count);
    });
    return list;
}

} // namespace parvis::scheduling
