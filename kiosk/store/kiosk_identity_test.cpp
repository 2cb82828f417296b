// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/kiosk_identity.hpp"
#include "kiosk/store/state_folder.hpp"
#include "kiosk/store/test_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace parvis::kiosk {
namespace {

namespace fs = std::filesystem;

TEST(KioskKey, is_made_once_and_found_again) {
    TestFolder const folder;
    auto const file = folder.path() / "kiosk.key";
    auto const made = load_or_make_key(file);
    auto const found = load_or_make_key(file);
    ASSERT_TRUE(made && found);
    EXPECT_EQ(made->public_key(), found->public_key());
}

TEST(KioskKey, can_be_read_by_its_owner_only) {
    TestFolder const folder;
    auto const file = folder.path() / "kiosk.key";
    ASSERT_TRUE(load_or_make_key(file));
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(KioskKey, that_is_damaged_is_neither_used_nor_replaced) {
    TestFolder const folder;
    auto const file = folder.path() / "kiosk.key";
    std::ofstream(file) << "not a key";
    auto const key = load_or_make_key(file);
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().reason, "kiosk_key_damaged");
    EXPECT_EQ(read_file(file)->value(), "not a key");
}

TEST(KioskKey, signs_what_the_server_can_verify) {
    auto const key = crypto::KeyPair::generate();
    auto const signature = crypto::from_base64url(sign_for(key, "parvis-kiosk-link:", "nonce"));
    ASSERT_TRUE(signature);
    EXPECT_TRUE(crypto::verify(key.public_key(), crypto::bytes_of("parvis-kiosk-link:nonce"), *signature));
    EXPECT_FALSE(crypto::verify(key.public_key(), crypto::bytes_of("parvis-pairing:nonce"), *signature));
}

TEST(Pairing, survives_a_restart_and_is_forgotten_when_told) {
    TestFolder const folder;
    auto const file = folder.path() / "pairing.json";
    auto const kiosk_id = KioskId::make({1'700'000'000'000});
    ASSERT_TRUE(save_pairing(file, {"https://parvis.example", kiosk_id, "key"}));

    auto const found = load_pairing(file, "https://parvis.example");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->kiosk_id, kiosk_id);
    EXPECT_EQ((*found)->server_public_key, "key");

    ASSERT_TRUE(forget_pairing(file));
    auto const gone = load_pairing(file, "https://parvis.example");
    ASSERT_TRUE(gone);
    EXPECT_FALSE(*gone);
}

TEST(Pairing, with_another_server_does_not_count) {
    TestFolder const folder;
    auto const file = folder.path() / "pairing.json";
    ASSERT_TRUE(save_pairing(file, {"https://old.example", KioskId::make({1}), "key"}));
    auto const found = load_pairing(file, "https://new.example");
    ASSERT_TRUE(found);
    EXPECT_FALSE(*found);
}

TEST(StateFolder, is_private_and_held_by_one_daemon_at_a_time) {
    TestFolder const folder;
    auto const path = folder.path() / "state";
    {
        auto const first = StateFolder::open(path);
        ASSERT_TRUE(first);
        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
        auto const second = StateFolder::open(path);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().reason, "state_folder_in_use");
    }
    EXPECT_TRUE(StateFolder::open(path));
}

} // namespace
} // namespace parvis::kiosk
