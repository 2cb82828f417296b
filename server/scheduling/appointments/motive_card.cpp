// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/motive_card.hpp"

#include <algorithm>

namespace parvis::scheduling {

using kiosk_protocol::PlainWords;

MotiveCard card_of(Motive const& motive) {
    return {motive.motive_id, motive.partner_id,       motive.subject, motive.label,
            motive.acronym,   motive.duration_minutes, motive.papers,  motive.communes};
}

std::vector<PlainWords> papers_of(std::vector<MotiveCard> const& motives) {
    std::vector<PlainWords> papers;
    for (auto const& motive : motives) {
        for (auto const& paper : motive.papers) {
            bool const is_known = std::ranges::any_of(papers, [&](PlainWords const& known) {
                return known.fr == paper.fr && known.en == paper.en;
            });
            if (!is_known) {
                papers.push_back(paper);
            }
        }
    }
    return papers;
}

} // namespace parvis::scheduling
