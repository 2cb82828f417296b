// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::identity {
namespace {

class Accounts : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    std::vector<SignedOut> signed_out;
    AccountService accounts{world.database(), world.clock,
                            [this](SignedOut const& out) { signed_out.push_back(out); },
                            crypto::test_password_cost};

    Result<SignedIn> sign_in(std::string const& password, std::string const& address = "192.0.2.7") {
        return accounts.sign_in("Marie@exemple.fr", password, address);
    }
    std::string reason(Result<SignedIn> const& outcome) { return outcome.ok() ? "" : outcome.error().reason; }
};

TEST_P(Accounts, the_right_password_signs_in_and_the_cookie_tells_who_asks) {
    auto const marie = world.account("marie", Role::adviser, world.caf);
    auto const signed_in = sign_in(testing::World::password);
    ASSERT_TRUE(signed_in.ok());
    auto const caller = accounts.caller_of_token(signed_in->token);
    ASSERT_TRUE(caller.ok());
    EXPECT_EQ(caller->account_id, marie.account_id);
    EXPECT_NE(caller->adviser_for(world.caf), nullptr);
    EXPECT_EQ(caller->adviser_for(world.carsat), nullptr);
}

TEST_P(Accounts, a_wrong_password_and_an_unknown_address_get_the_same_answer) {
    world.account("marie", Role::adviser, world.caf);
    EXPECT_EQ(reason(sign_in("une autre phrase longue")), "credentials_wrong");
    EXPECT_EQ(reason(accounts.sign_in("personne@exemple.fr", testing::World::password, "192.0.2.7")),
              "credentials_wrong");
}

TEST_P(Accounts, wrong_passwords_make_the_next_try_wait_even_with_the_right_one) {
    world.account("marie", Role::adviser, world.caf);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(reason(sign_in("une autre phrase longue")), "credentials_wrong");
    }
    auto const delayed = sign_in(testing::World::password, "192.0.2.8");
    EXPECT_EQ(reason(delayed), "sign_in_delayed");
    world.clock.advance(std::chrono::seconds(1));
    EXPECT_TRUE(sign_in(testing::World::password).ok());
}

TEST_P(Accounts, a_session_ends_after_twelve_hours) {
    world.account("marie", Role::adviser, world.caf);
    auto const signed_in = sign_in(testing::World::password);
    world.clock.advance(session_length);
    EXPECT_FALSE(accounts.caller_of_token(signed_in->token).ok());
}

TEST_P(Accounts, signing_out_ends_this_session_only) {
    world.account("marie", Role::adviser, world.caf);
    auto const desk = sign_in(testing::World::password);
    auto const home = sign_in(testing::World::password);
    auto const session = accounts.caller_of_token(desk->token).value().session;
    ASSERT_TRUE(accounts.sign_out(desk->token).ok());
    ASSERT_EQ(signed_out.size(), 1U);
    EXPECT_EQ(signed_out[0].session, session);
    EXPECT_FALSE(accounts.caller_of_token(desk->token).ok());
    EXPECT_TRUE(accounts.caller_of_token(home->token).ok());
}

TEST_P(Accounts, signing_out_everywhere_ends_every_session_and_says_so_to_open_links) {
    auto const marie = world.account("marie", Role::adviser, world.caf);
    auto const desk = sign_in(testing::World::password);
    auto const home = sign_in(testing::World::password);
    ASSERT_TRUE(accounts.sign_out_everywhere(desk->caller).ok());
    EXPECT_FALSE(accounts.caller_of_token(home->token).ok());
    ASSERT_EQ(signed_out.size(), 1U);
    EXPECT_EQ(signed_out[0].account, marie.account_id);
    EXPECT_EQ(signed_out[0].session, std::nullopt);
}

TEST_P(Accounts, a_disabled_account_is_out_at_once_and_stays_out) {
    auto const marie = world.account("marie", Role::adviser, world.caf);
    auto const admin = world.account("admin", Role::administrator);
    auto const signed_in = sign_in(testing::World::password);
    ASSERT_TRUE(accounts.set_disabled(admin, marie.account_id, true).ok());
    EXPECT_FALSE(accounts.caller_of_token(signed_in->token).ok());
    EXPECT_EQ(reason(sign_in(testing::World::password)), "credentials_wrong");
    ASSERT_TRUE(accounts.set_disabled(admin, marie.account_id, false).ok());
    EXPECT_TRUE(sign_in(testing::World::password).ok());
}

TEST_P(Accounts, only_an_administrator_of_the_network_makes_and_lists_accounts) {
    auto const marie = world.account("marie", Role::adviser, world.caf);
    NewAccount const wanted{
        "paul@exemple.fr", "Paul",       "fr", testing::World::password, world.network, Role::technician,
        std::nullopt,      std::nullopt, {}};
    EXPECT_EQ(accounts.create(marie, wanted).error().reason, "role_missing");
    EXPECT_EQ(accounts.list(marie).error().reason, "role_missing");
    auto const admin = world.account("admin", Role::administrator);
    EXPECT_TRUE(accounts.create(admin, wanted).ok());
    EXPECT_EQ(accounts.list(admin)->size(), 3u);
}

TEST_P(Accounts, two_accounts_cannot_share_an_address) {
    world.account("marie", Role::adviser, world.caf);
    auto const admin = world.account("admin", Role::administrator);
    NewAccount const twin{
        "MARIE@exemple.fr", "Marie",      "fr", testing::World::password, world.network, Role::technician,
        std::nullopt,       std::nullopt, {}};
    auto const refused = accounts.create(admin, twin);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().reason, "email_taken");
    EXPECT_EQ(refused.error().pointer, "/email");
}

TEST_P(Accounts, an_account_that_was_disabled_three_months_ago_keeps_no_name_and_no_address) {
    auto const marie = world.account("marie", Role::adviser, world.caf);
    auto const admin = world.account("admin", Role::administrator);
    ASSERT_TRUE(accounts.set_disabled(admin, marie.account_id, true).ok());
    world.clock.advance(std::chrono::hours(91 * 24));
    accounts.apply_retention();
    auto const listed = accounts.list(admin).value();
    for (auto const& account : listed) {
        if (account.account_id == marie.account_id) {
            EXPECT_EQ(account.name, "");
            EXPECT_EQ(account.email.find("marie"), std::string::npos);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(On, Accounts, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::identity
