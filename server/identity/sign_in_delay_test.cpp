// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/sign_in_delay.hpp"

#include <gtest/gtest.h>

namespace parvis::identity {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(SignInDelay, the_first_three_wrong_passwords_of_an_account_cost_nothing) {
    EXPECT_EQ(sign_in_delay(DelayedBy::account, 2), milliseconds(0));
    EXPECT_EQ(sign_in_delay(DelayedBy::account, 3), seconds(1));
}

TEST(SignInDelay, each_further_failure_doubles_the_wait_up_to_five_minutes) {
    EXPECT_EQ(sign_in_delay(DelayedBy::account, 4), seconds(2));
    EXPECT_EQ(sign_in_delay(DelayedBy::account, 10), seconds(128));
    EXPECT_EQ(sign_in_delay(DelayedBy::account, 12), minutes(5));
    EXPECT_EQ(sign_in_delay(DelayedBy::account, 1'000'000), minutes(5));
}

TEST(SignInDelay, a_body_behind_one_address_is_not_stopped_by_a_few_colleagues) {
    EXPECT_EQ(sign_in_delay(DelayedBy::address, 29), milliseconds(0));
    EXPECT_EQ(sign_in_delay(DelayedBy::address, 30), seconds(1));
}

TEST(SignInDelay, a_try_is_welcome_again_when_the_wait_is_over) {
    Instant const failed{1'000'000};
    EXPECT_EQ(remaining_delay(DelayedBy::account, 4, failed, failed + milliseconds(500)), milliseconds(1500));
    EXPECT_EQ(remaining_delay(DelayedBy::account, 4, failed, failed + seconds(2)), milliseconds(0));
}

} // namespace
} // namespace parvis::identity
