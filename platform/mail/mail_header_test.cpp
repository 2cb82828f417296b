// SPDX-License-Identifier: EUPL-1.2
#include "platform/crypto/crypto.hpp"
#include "platform/mail/mail_header.hpp"

#include <gtest/gtest.h>

namespace parvis::mail {
namespace {

TEST(AMailHeader, leaves_plain_words_alone_and_encodes_the_others) {
    EXPECT_EQ(header_text("Your appointment"), "Your appointment");
    EXPECT_EQ(header_text("Rappel : été"), "=?UTF-8?B?UmFwcGVsIDogw6l0w6k=?=");
    EXPECT_EQ(header_text("=?UTF-8?B?"), "=?UTF-8?B?PT9VVEYtOD9CPw==?=") << "it would be read as encoded";
}

TEST(AMailHeader, never_cuts_a_letter_in_two_and_keeps_words_short) {
    std::string accents;
    for (int i = 0; i < 60; ++i) {
        accents += "é";
    }
    auto const encoded = header_text("x" + accents);
    std::string decoded;
    for (std::size_t at = 0; at < encoded.size();) {
        auto const end = std::min(encoded.find("\r\n ", at), encoded.size());
        auto const word = encoded.substr(at, end - at);
        EXPECT_LE(word.size(), 75u);
        auto const bytes = crypto::from_base64(word.substr(10, word.size() - 12)).value();
        EXPECT_NE(static_cast<unsigned char>(bytes.front()) & 0xc0, 0x80) << "begins inside a letter";
        decoded.append(bytes.begin(), bytes.end());
        at = end == encoded.size() ? end : end + 3;
    }
    EXPECT_EQ(decoded, "x" + accents);
}

TEST(AMailHeader, no_text_begins_a_header_of_its_own) {
    EXPECT_EQ(header_text("Rappel\r\nBcc: all@example.fr"), "Rappel  Bcc: all@example.fr");
    EXPECT_EQ(header_mailbox("A \"B\"\r\nX", "a@b.fr"), "\"A \\\"B\\\"  X\" <a@b.fr>");
}

TEST(AMailHeader, an_address_that_could_say_more_than_an_address_is_not_deliverable) {
    EXPECT_TRUE(is_deliverable("odette.l-b+rdv@exemple.fr"));
    for (auto const* bad : {"", "a", "@b.fr", "a@", "a b@c.fr", "a@b.fr>", "a@b.fr\r\nRCPT TO:<x@y.fr>",
                            "a,b@c.fr", "zoé@exemple.fr", "a@b@c.fr"}) {
        EXPECT_FALSE(is_deliverable(bad)) << bad;
    }
}

TEST(AMailHeader, dates_are_those_of_rfc_5322) {
    EXPECT_EQ(header_date({1'772'614'800'000}), "Wed, 4 Mar 2026 09:00:00 +0000");
}

TEST(AMailHeader, lines_end_as_the_protocol_wants) {
    EXPECT_EQ(with_line_ends("a\nb\r\nc"), "a\r\nb\r\nc");
}

} // namespace
} // namespace parvis::mail
