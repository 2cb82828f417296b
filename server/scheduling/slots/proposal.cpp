// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/proposal.hpp"

#include <algorithm>
#include <array>

namespace parvis::scheduling {

std::vector<Proposal> three_of(std::vector<Proposal> const& here, std::vector<Proposal> const& nearby,
                               std::vector<Proposal> const& remote) {
    std::vector<Proposal> chosen;
    std::array const kinds{&here, &nearby, &remote};
    auto const longest = std::max({here.size(), nearby.size(), remote.size()});
    for (std::size_t rank = 0; rank < longest; ++rank) {
        for (auto const* kind : kinds) {
            if (rank < kind->size() && chosen.size() < proposals_wanted) {
                chosen.push_back((*kind)[rank]);
            }
        }
    }
    return chosen;
}

UnmetReason reason_for_none(SearchGround ground, SlotWish wish, Instant now) {
    wish.most = 1;
    ground.taken_seats.clear();
    for (auto& kiosk : ground.kiosks) {
        kiosk.taken.clear();
    }
    if (!find_slots(ground, wish, now).empty()) {
        return UnmetReason::all_taken;
    }
    // Without a door that needs the site to be open, is there anything?
    wish.door = Door::telephone;
    wish.site_id.reset();
    return find_slots(ground, wish, now).empty() ? UnmetReason::nothing_offered : UnmetReason::site_closed;
}

} // namespace parvis::scheduling
