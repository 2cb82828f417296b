// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/hmac.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace parvis::crypto {
namespace {

TEST(Random, TokensAreUrlSafeLongAndNeverTheSame) {
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) {
        tokens.insert(random_token());
    }
    EXPECT_EQ(tokens.size(), 1000U);
    EXPECT_EQ(tokens.begin()->size(), 43U);
    for (auto const& token : tokens) {
        EXPECT_TRUE(from_base64url(token));
    }
    EXPECT_TRUE(random_bytes(0).empty());
}

TEST(Random, ACodeUsesItsWholeAlphabetAndNothingElse) {
    std::set<char> seen;
    for (int i = 0; i < 200; ++i) {
        auto const code = random_code(8, "ABC234");
        EXPECT_EQ(code.size(), 8U);
        seen.insert(code.begin(), code.end());
    }
    EXPECT_EQ(seen, (std::set<char>{'2', '3', '4', 'A', 'B', 'C'}));
}

TEST(Password, IsAcceptedOnlyAsItWasSet) {
    auto const hash = hash_password("Rocamadour 46500", test_password_cost);
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(verify_password(hash, "Rocamadour 46500"));
    EXPECT_FALSE(verify_password(hash, "rocamadour 46500"));
    EXPECT_FALSE(verify_password(hash, ""));
}

TEST(Password, TwoHashesOfOnePasswordDiffer) {
    EXPECT_NE(hash_password("same", test_password_cost), hash_password("same", test_password_cost));
}

TEST(Password, ATextThatIsNoHashAcceptsNothing) {
    for (std::string const text : {"", "secret", "$argon2id$", "$argon2id$v=19$m=65536,t=2,p=1$AAAA$AAAA"}) {
        EXPECT_FALSE(verify_password(text, "secret")) << text;
    }
    EXPECT_FALSE(verify_password(std::string(500, 'x'), "secret"));
}

TEST(Password, TheUsualCostIsAtLeast64MebibytesAndTwoPasses) {
    auto const hash = hash_password("x");
    EXPECT_NE(hash.find("$m=65536,t=2,p=1$"), std::string::npos) << hash;
    EXPECT_FALSE(password_needs_rehash(hash));
    EXPECT_TRUE(password_needs_rehash(hash_password("x", test_password_cost)));
    EXPECT_TRUE(password_needs_rehash(std::string(500, 'x')));
}

TEST(Signature, HoldsForItsMessageAndKeyOnly) {
    auto const pair = KeyPair::generate();
    auto const signature = pair.sign(bytes_of("scan:2 pages"));
    EXPECT_TRUE(verify(pair.public_key(), bytes_of("scan:2 pages"), signature));
    EXPECT_FALSE(verify(pair.public_key(), bytes_of("scan:3 pages"), signature));
    EXPECT_FALSE(verify(KeyPair::generate().public_key(), bytes_of("scan:2 pages"), signature));
    EXPECT_FALSE(verify(pair.public_key(), bytes_of("scan:2 pages"), ByteView(signature).first(63)));
}

TEST(Signature, AgreesWithTheFirstVectorOfRfc8032) {
    auto const pair =
        KeyPair::from_seed(*from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
            .value();
    EXPECT_EQ(hex(pair.public_key()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(hex(pair.sign({})), "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                  "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
}

TEST(Signature, AKeyComesBackFromItsSeed) {
    auto const pair = KeyPair::generate();
    auto const again = KeyPair::from_seed(pair.seed()).value();
    EXPECT_EQ(again.public_key(), pair.public_key());
    EXPECT_FALSE(KeyPair::from_seed(random_bytes(31)));
    EXPECT_FALSE(public_key_from(random_bytes(33)));
    EXPECT_EQ(public_key_from(pair.public_key()), pair.public_key());
}

TEST(Hash, AgreesWithPublishedVectors) {
    EXPECT_EQ(hex(sha256(bytes_of("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(blake2b({})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    // RFC 2202, case 2
    EXPECT_EQ(hmac_sha1_base64("Jefe", "what do ya want for nothing?"),
              base64(*from_hex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")));
    // RFC 4231, case 2
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Hash, PieceByPieceGivesTheHashOfTheWhole) {
    Sha256 pieces;
    pieces.update(bytes_of("a"));
    pieces.update({});
    pieces.update(bytes_of("bc"));
    EXPECT_EQ(pieces.finish(), sha256(bytes_of("abc")));
}

TEST(Hash, AKeyChangesTheHashAndMustBeLongEnough) {
    auto const one = random_bytes(32);
    auto const other = random_bytes(32);
    EXPECT_EQ(blake2b_keyed(one, bytes_of("x")), blake2b_keyed(one, bytes_of("x")));
    EXPECT_NE(blake2b_keyed(one, bytes_of("x")), blake2b_keyed(other, bytes_of("x")));
    EXPECT_NE(blake2b_keyed(one, bytes_of("x")), blake2b(bytes_of("x")));
    EXPECT_THROW((void)blake2b_keyed(random_bytes(15), {}), std::invalid_argument);
}

TEST(Base64, GoesThereAndBackForEveryLength) {
    for (std::size_t length = 0; length < 70; ++length) {
        auto const bytes = random_bytes(length);
        EXPECT_EQ(from_base64(base64(bytes)), bytes);
        EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
        EXPECT_EQ(from_hex(hex(bytes)), bytes);
    }
    EXPECT_EQ(base64(bytes_of("fo")), "Zm8=");
    EXPECT_EQ(base64url(Bytes{0xfb, 0xff}), "-_8");
}

TEST(Base64, OneValueHasOneSpelling) {
    for (auto const* text :
         {"Zm8", "Zm8==", "Zm8=\n", " Zm8=", "Zm9=", "Zm8=Zm8=", "Z", "Zm-_", "Zm8=x", "===="}) {
        EXPECT_FALSE(from_base64(text)) << text;
    }
    for (auto const* text : {"Zm8=", "Z", "Zm+/", "Zm9", "-_8 "}) {
        EXPECT_FALSE(from_base64url(text)) << text;
    }
    for (auto const* text : {"a", "0g", "00:11", "0 "}) {
        EXPECT_FALSE(from_hex(text)) << text;
    }
}

TEST(Secrets, AreEqualOnlyWhenEveryByteIs) {
    EXPECT_TRUE(constant_time_equal("token", "token"));
    EXPECT_TRUE(constant_time_equal("", ""));
    EXPECT_FALSE(constant_time_equal("token", "tokem"));
    EXPECT_FALSE(constant_time_equal("token", "token "));
}

TEST(Secrets, AreGoneAfterTheWipe) {
    Bytes secret{1, 2, 3};
    wipe(secret);
    EXPECT_EQ(secret, Bytes(3, 0));
    std::string text = "secret";
    wipe(text);
    EXPECT_TRUE(text.empty());
}

} // namespace
} // namespace parvis::crypto
