// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "server/identity/kiosk_key_service.hpp"
#include "server/identity/pairing.hpp"
#include "server/identity/pairing_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::identity {
namespace {

using kiosk_protocol::PairingState;

class Pairings : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    ServerKey key = load_or_make_server_key(world.database()).value();
    std::vector<KioskId> revoked;
    PairingService pairings{world.database(), world.clock, key,
                            [this](KioskId id) { revoked.push_back(id); }};
    crypto::KeyPair kiosk_key = crypto::KeyPair::generate();
    Caller technician = world.account("tech", Role::technician);

    kiosk_protocol::Pairing begin() {
        return pairings.begin({crypto::base64url(kiosk_key.public_key())}).value();
    }
    std::string claim(std::string const& code, std::optional<KioskId> kiosk = std::nullopt) {
        auto const done =
            pairings.claim(technician, {code, kiosk.value_or(world.bretenoux.kiosk_id)}, "192.0.2.7");
        return done.ok() ? "paired" : done.error().reason;
    }
    std::string sign(std::string const& text) {
        return crypto::base64url(kiosk_key.sign(crypto::bytes_of(text)));
    }
    std::string prove(std::string const& nonce, std::string const& signature) {
        auto const proven = prove_kiosk(world.database(), {world.bretenoux.kiosk_id, signature}, nonce);
        return proven.ok() ? "proven" : proven.error().reason;
    }
};

TEST_P(Pairings, a_code_typed_by_a_technician_pairs_the_kiosk_which_then_proves_itself) {
    auto const pairing = begin();
    EXPECT_EQ(claim(pairing.code), "paired");
    auto const status =
        pairings.status(pairing.pairing_id, {sign("parvis-pairing:" + pairing.pairing_id.text())}).value();
    EXPECT_EQ(status.state, PairingState::paired);
    EXPECT_EQ(status.kiosk_id, world.bretenoux.kiosk_id);
    EXPECT_EQ(status.server_public_key, key.public_key());
    EXPECT_EQ(prove("nonce", sign("parvis-kiosk-link:nonce")), "proven");
    EXPECT_EQ(prove("another nonce", sign("parvis-kiosk-link:nonce")), "kiosk_signature_wrong");
}

TEST_P(Pairings, a_code_may_be_typed_in_small_letters_with_spaces) {
    auto code = begin().code;
    code.insert(4, " - ");
    for (auto& c : code) {
        c = static_cast<char>(std::tolower(c));
    }
    EXPECT_EQ(claim(code), "paired");
}

TEST_P(Pairings, a_code_works_once) {
    auto const code = begin().code;
    EXPECT_EQ(claim(code), "paired");
    EXPECT_EQ(claim(code, world.salviac.kiosk_id), "pairing_code_used");
}

TEST_P(Pairings, a_code_expires_after_ten_minutes) {
    auto const pairing = begin();
    world.clock.advance(pairing_lifetime);
    EXPECT_EQ(claim(pairing.code), "pairing_code_expired");
    auto const proof = sign("parvis-pairing:" + pairing.pairing_id.text());
    EXPECT_EQ(pairings.status(pairing.pairing_id, {proof})->state, PairingState::expired);
}

TEST_P(Pairings, guessing_codes_makes_the_next_guess_wait) {
    auto const code = begin().code;
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(claim("AAAAAAAA"), "pairing_code_wrong");
    }
    EXPECT_EQ(claim(code), "pairing_delayed");
    world.clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(claim(code), "paired");
}

TEST_P(Pairings, only_the_daemon_that_began_may_learn_the_outcome) {
    auto const pairing = begin();
    auto const stranger = crypto::KeyPair::generate();
    auto const forged =
        crypto::base64url(stranger.sign(crypto::bytes_of("parvis-pairing:" + pairing.pairing_id.text())));
    EXPECT_EQ(pairings.status(pairing.pairing_id, {forged}).error().reason, "kiosk_signature_wrong");
}

TEST_P(Pairings, a_paired_kiosk_must_be_revoked_before_it_is_paired_again) {
    EXPECT_EQ(claim(begin().code), "paired");
    kiosk_key = crypto::KeyPair::generate();
    EXPECT_EQ(claim(begin().code), "kiosk_already_paired");
    ASSERT_TRUE(pairings.revoke(technician, world.bretenoux.kiosk_id).ok());
    EXPECT_EQ(claim(begin().code), "paired");
}

TEST_P(Pairings, revoking_counts_at_once) {
    EXPECT_EQ(claim(begin().code), "paired");
    ASSERT_TRUE(pairings.revoke(technician, world.bretenoux.kiosk_id).ok());
    EXPECT_EQ(revoked, std::vector{world.bretenoux.kiosk_id});
    EXPECT_EQ(prove("nonce", sign("parvis-kiosk-link:nonce")), "kiosk_revoked");
    EXPECT_EQ(pairings.revoke(technician, world.bretenoux.kiosk_id).error().reason, "kiosk_not_paired");
}

TEST_P(Pairings, an_adviser_may_neither_pair_nor_revoke) {
    auto const adviser = world.account("marie", Role::adviser, world.caf);
    auto const code = begin().code;
    EXPECT_EQ(pairings.claim(adviser, {code, world.bretenoux.kiosk_id}, "192.0.2.7").error().reason,
              "role_missing");
    EXPECT_EQ(pairings.revoke(adviser, world.bretenoux.kiosk_id).error().reason, "role_missing");
}

TEST_P(Pairings, the_server_keeps_its_signing_key_over_a_restart) {
    EXPECT_EQ(load_or_make_server_key(world.database())->public_key(), key.public_key());
}

INSTANTIATE_TEST_SUITE_P(On, Pairings, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::identity
