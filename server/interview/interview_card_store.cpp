// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_card_store.hpp"

#include "server/interview/record_store.hpp"
#include "server/network/directory_shared_store.hpp"

namespace parvis::interview {

InterviewCard card_of(db::Session& session, Interview interview) {
    // The rows that an interview refers to are guarded by foreign keys: not finding them is a broken
    // database.
    auto offer = network::offer(session, interview.offer_id).value();
    auto place = network::place_of_kiosk(session, interview.kiosk_id).value();
    auto wiped = is_live(interview) ? std::nullopt : wiped_of(session, interview.interview_id);
    return {std::move(interview), std::move(offer), std::move(place), wiped};
}

} // namespace parvis::interview
