// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/scene.hpp"

#include <gtest/gtest.h>

namespace parvis::interview {
namespace {

TEST(AScene, no_longer_asks_for_an_outcome_that_was_saved_while_it_was_read) {
    auto const adviser = AccountId::make(Instant{1});
    InterviewCard card;
    card.interview.interview_id = InterviewId::make(Instant{1});
    card.interview.kiosk_id = KioskId::make(Instant{1});
    card.interview.adviser_id = adviser;
    card.interview.state = InterviewState::ended;
    Scene scene;
    scene.advisers[adviser].awaiting_outcome = card;
    scene.apply(card);
    EXPECT_TRUE(scene.advisers.at(adviser).awaiting_outcome);
    card.interview.has_outcome = true;
    scene.apply(card);
    EXPECT_FALSE(scene.advisers.at(adviser).awaiting_outcome);
}

} // namespace
} // namespace parvis::interview
