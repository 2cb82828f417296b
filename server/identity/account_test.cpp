// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account.hpp"

#include <gtest/gtest.h>

namespace parvis::identity {
namespace {

NewAccount a_good_account() {
    Instant const now{1'772'614'800'000};
    return {"marie.lafon@caf46.fr",    "Marie Lafon",        "fr",
            "une phrase assez longue", NetworkId::make(now), Role::adviser,
            PartnerId::make(now),      std::nullopt,         {}};
}

void expect_refused(NewAccount const& account, std::string const& reason, std::string const& pointer) {
    auto const checked = check(account);
    ASSERT_FALSE(checked.ok());
    EXPECT_EQ(checked.error().reason, reason);
    EXPECT_EQ(checked.error().pointer, pointer);
}

TEST(Account, an_account_with_everything_it_needs_is_accepted) {
    EXPECT_TRUE(check(a_good_account()).ok());
}

TEST(Account, an_address_without_domain_is_refused_and_named) {
    for (auto const* email :
         {"marie", "marie@", "@caf46.fr", "marie@caf46", "a@b@c.fr", "ma rie@caf46.fr", ""}) {
        auto account = a_good_account();
        account.email = email;
        expect_refused(account, "email_malformed", "/email");
    }
}

TEST(Account, a_short_password_is_refused) {
    auto account = a_good_account();
    account.password = "onze lettre";
    expect_refused(account, "password_too_short", "/password");
}

TEST(Account, an_adviser_belongs_to_a_body_and_a_mediator_to_a_site) {
    auto adviser = a_good_account();
    adviser.partner_id.reset();
    expect_refused(adviser, "partner_missing", "/partner_id");
    auto mediator = a_good_account();
    mediator.role = Role::mediator;
    expect_refused(mediator, "site_missing", "/site_id");
}

TEST(Account, an_address_is_the_same_in_capitals_and_with_spaces_around) {
    EXPECT_EQ(normal_email("  Marie.Lafon@CAF46.fr "), "marie.lafon@caf46.fr");
}

} // namespace
} // namespace parvis::identity
