// SPDX-License-Identifier: EUPL-1.2
#include "server/program/settings.hpp"

#include <gtest/gtest.h>

namespace parvis {
namespace {

std::string fault(std::vector<std::string> const& arguments) {
    auto const settings = load_settings(arguments, "");
    return settings ? "" : settings.error().pointer;
}

TEST(SettingsOfMessages, are_off_unless_somebody_names_a_server) {
    auto const settings = load_settings({}, "").value();
    EXPECT_TRUE(settings.mail.host.empty());
    EXPECT_TRUE(settings.text_messages.url.empty());
}

TEST(SettingsOfMessages, name_what_is_missing_or_unsafe) {
    EXPECT_EQ(fault({"--mail.host=smtp.example"}), "/mail.from");
    EXPECT_EQ(fault({"--mail.host=smtp.example", "--mail.from=nobody"}), "/mail.from");
    EXPECT_EQ(fault({"--mail.from=rdv@example.fr"}), "/mail.host");
    EXPECT_EQ(fault({"--mail.host=smtp.example", "--mail.from=rdv@example.fr", "--mail.user=rdv"}),
              "/mail.password");
    EXPECT_EQ(fault({"--mail.host=smtp.example", "--mail.from=rdv@example.fr", "--mail.user=rdv",
                     "--mail.password=secret", "--mail.encryption=none"}),
              "/mail.encryption");
    EXPECT_EQ(fault({"--mail.encryption=ssl"}), "/mail/encryption");
    EXPECT_EQ(fault({"--text_messages.url=http://gateway.example/send", "--text_messages.sender=PARVIS"}),
              "/text_messages.url");
    EXPECT_EQ(fault({"--text_messages.url=https://gateway.example/send"}), "/text_messages.sender");
    EXPECT_EQ(fault({"--text_messages.token=secret"}), "/text_messages.url");
    std::string const sender = "--text_messages.sender=PARVIS";
    std::string const kannel = "--text_messages.protocol=kannel";
    std::string const url = "--text_messages.url=http://127.0.0.1:13013/cgi-bin/sendsms";
    std::string const user = "--text_messages.user=parvis";
    std::string const password = "--text_messages.password=secret";
    EXPECT_EQ(fault({kannel}), "/text_messages.url");
    EXPECT_EQ(fault({kannel, url, sender, user}), "/text_messages.password");
    EXPECT_EQ(fault({kannel, url, sender, user, password, "--text_messages.token=secret"}),
              "/text_messages.token");
    EXPECT_EQ(fault({url, sender, user, password}), "/text_messages.protocol");
    EXPECT_EQ(fault({kannel, url, sender, user, password}), "");
    EXPECT_EQ(fault({"--portal_url=rdv.example.fr"}), "/portal_url");
    EXPECT_EQ(fault({"--mail.host=smtp.example", "--mail.from=rdv@example.fr",
                     "--text_messages.url=http://127.0.0.1:9/send", "--text_messages.sender=PARVIS"}),
              "");
}

TEST(SettingsOfMessages, name_the_gateways_there_are) {
    auto const settings = load_settings({"--text_messages.protocol=ovh"}, "");
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().pointer, "/text_messages/protocol");
    EXPECT_NE(describe(settings.error()).find("one of parvis, kannel"), std::string::npos);
}

} // namespace
} // namespace parvis
