// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link_test_support.hpp"

#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

namespace parvis::ws {
namespace {

using namespace testing;

TEST(LinkServer, welcomes_a_hello_and_begins_with_the_snapshot) {
    Site site;
    RawLink page(site);
    page.hello("ada");
    auto const welcome = page.next();
    EXPECT_EQ(text(welcome, "type"), "welcome");
    EXPECT_EQ(welcome.at("protocol"), 2);
    EXPECT_EQ(welcome.at("resumed"), false);
    EXPECT_EQ(text(welcome, "epoch"), site.links.epoch().text());
    auto const snapshot = page.next();
    EXPECT_EQ(text(snapshot, "type"), "snapshot");
    EXPECT_EQ(snapshot.at("seq"), 1);
    EXPECT_EQ(site.application.last_peer.subject, "ada");
    EXPECT_EQ(site.application.last_peer.language, Language::en);
}

TEST(LinkServer, sends_a_fresh_nonce_when_links_must_prove_themselves) {
    Site site({.challenge = true});
    RawLink first(site);
    auto const challenge = first.next();
    EXPECT_EQ(text(challenge, "type"), "challenge");
    EXPECT_EQ(text(challenge, "nonce").size(), 43U);
    first.hello();
    EXPECT_EQ(text(first.next(), "type"), "welcome");
    EXPECT_EQ(site.application.nonce, text(challenge, "nonce"));
    RawLink second(site);
    EXPECT_NE(text(second.next(), "nonce"), text(challenge, "nonce"));
}

TEST(LinkServer, answers_commands_by_their_id) {
    Site site;
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    page.say(echo("c1", 7));
    page.say({{"id", "c2"}, {"type", "fail"}});
    page.say({{"id", "c3"}, {"type", "juggle"}});
    auto const done = page.next();
    EXPECT_EQ(text(done, "type"), "done");
    EXPECT_EQ(text(done, "id"), "c1");
    EXPECT_EQ(done.at("result"), 7);
    auto const refused = page.next();
    EXPECT_EQ(text(refused, "type"), "refused");
    EXPECT_EQ(refused.at("problem").at("code"), "already_taken");
    EXPECT_EQ(refused.at("problem").at("pointer"), "/value");
    EXPECT_EQ(refused.at("problem").at("status"), 409);
    EXPECT_EQ(page.next().at("problem").at("code"), "message_type_unknown");
    page.say({{"type", "ping"}, {"received", 4}});
    EXPECT_EQ(text(page.next(), "type"), "pong") << "an unknown command does not end the link";
}

TEST(LinkServer, replays_what_was_missed_after_a_reconnect) {
    Site site;
    boost::json::object welcome;
    {
        RawLink page(site);
        page.hello();
        welcome = page.next();
        page.next();
        page.cut();
    }
    ASSERT_TRUE(site.until([&] { return site.application.events.back() == "suspended"; }));
    site.links.send(site.application.last_link, {{"type", "news"}, {"n", 1}});
    site.links.send(site.application.last_link, {{"type", "news"}, {"n", 2}});
    RawLink again(site);
    again.hello("ada", resume_from(welcome, 1));
    EXPECT_EQ(again.next().at("resumed"), true);
    EXPECT_EQ(again.next().at("seq"), 2);
    EXPECT_EQ(again.next().at("seq"), 3);
    EXPECT_EQ(site.application.events, (std::vector<std::string>{"opened", "suspended", "resumed"}));
}

TEST(LinkServer, gives_a_snapshot_to_links_of_another_epoch) {
    Site site;
    RawLink page(site);
    page.hello("ada", Resume{EpochId::make(Instant{5}).text(), LinkId::make(Instant{5}).text(), 3});
    EXPECT_EQ(page.next().at("resumed"), false);
    EXPECT_EQ(text(page.next(), "type"), "snapshot");
}

TEST(LinkServer, does_not_let_another_person_resume_a_link) {
    Site site;
    boost::json::object welcome;
    {
        RawLink page(site);
        page.hello("ada");
        welcome = page.next();
    }
    RawLink thief(site);
    thief.hello("mallory", resume_from(welcome, 0));
    EXPECT_EQ(thief.next().at("resumed"), false);
}

TEST(LinkServer, forgets_a_link_whose_socket_stays_away) {
    Site site({.keep = 60ms, .tick = 10ms});
    {
        RawLink page(site);
        page.hello();
        page.next();
    }
    ASSERT_TRUE(site.until([&] { return site.application.events.back() == "closed"; }));
    EXPECT_EQ(site.links.counts().links, 0U);
}

TEST(LinkServer, never_executes_a_command_twice) {
    Site site;
    boost::json::object welcome;
    {
        RawLink page(site);
        page.hello();
        welcome = page.next();
        page.next();
        page.say(echo("c1", 1));
        page.say({{"id", "c2"}, {"type", "hold"}});
        site.until([&] { return site.application.commands.size() == 2; });
        page.cut();
    }
    RawLink again(site);
    again.hello("ada", resume_from(welcome, 1));
    EXPECT_EQ(again.next().at("resumed"), true);
    EXPECT_EQ(text(again.next(), "id"), "c1") << "the answer is replayed";
    again.say(echo("c1", 1));
    EXPECT_EQ(text(again.next(), "id"), "c1") << "and given again to who asks again";
    again.say({{"id", "c2"}, {"type", "hold"}});
    again.say(echo("c3", 3));
    EXPECT_EQ(text(again.next(), "id"), "c3");
    site.links.answer(site.application.last_link, "c2", boost::json::value("late"));
    EXPECT_EQ(text(again.next(), "id"), "c2");
    EXPECT_EQ(site.application.commands.size(), 3U);
    EXPECT_EQ(site.links.counts().doubles, 2U);
}

TEST(LinkServer, speaks_the_version_before) {
    Site site;
    RawLink page(site);
    page.hello("ada", {}, 1, 1);
    EXPECT_EQ(page.next().at("protocol"), 1);
    EXPECT_EQ(site.application.last_peer.protocol, 1);
}

TEST(LinkServer, refuses_versions_it_does_not_speak_and_names_its_own) {
    Site site;
    RawLink page(site);
    page.hello("ada", {}, 3, 4);
    auto const problem = page.next();
    EXPECT_EQ(text(problem, "code"), "protocol_unsupported");
    EXPECT_EQ(problem.at("arguments").at("lowest"), "1");
    EXPECT_EQ(problem.at("arguments").at("highest"), "2");
    EXPECT_EQ(page.close_code(), 4000);
}

TEST(LinkServer, closes_strangers_with_4001_and_the_revoked_with_4003) {
    Site site;
    RawLink stranger(site);
    stranger.hello("wrong");
    EXPECT_EQ(text(stranger.next(), "code"), "token_unknown");
    EXPECT_EQ(stranger.close_code(), 4001);
    RawLink revoked(site);
    revoked.hello("revoked");
    EXPECT_EQ(text(revoked.next(), "code"), "kiosk_revoked");
    EXPECT_EQ(revoked.close_code(), 4003);
}

TEST(LinkServer, replaces_a_socket_by_another_that_resumes_the_same_link) {
    Site site;
    RawLink first(site);
    first.hello();
    auto const welcome = first.next();
    first.next();
    RawLink second(site);
    second.hello("ada", resume_from(welcome, 1));
    EXPECT_EQ(second.next().at("resumed"), true);
    EXPECT_EQ(first.close_code(), 4009);
    site.links.send(site.application.last_link, {{"type", "news"}});
    EXPECT_EQ(text(second.next(), "type"), "news");
    EXPECT_EQ(site.application.events, (std::vector<std::string>{"opened", "suspended", "resumed"}));
}

TEST(LinkServer, begins_anew_for_a_page_that_resumes_in_another_protocol_version) {
    Site site;
    RawLink first(site);
    first.hello();
    auto const welcome = first.next();
    RawLink second(site);
    second.hello("ada", resume_from(welcome, 1), 1, 1);
    EXPECT_EQ(second.next().at("resumed"), false);
    EXPECT_EQ(first.close_code(), 4009);
    EXPECT_EQ(site.application.events, (std::vector<std::string>{"opened", "suspended", "closed", "opened"}));
}

TEST(LinkServer, carries_bytes_both_ways) {
    Site site({.unsent_binary_bytes = 1000});
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    page.socket->send_binary(std::vector<std::byte>(300'000, std::byte{7}));
    ASSERT_TRUE(site.until([&] { return site.application.binaries.size() == 1; }));
    EXPECT_EQ(site.application.binaries[0].size(), 300'000U);
    EXPECT_TRUE(site.links.send_binary(site.application.last_link, std::vector<std::byte>(900)));
    EXPECT_FALSE(site.links.send_binary(site.application.last_link, std::vector<std::byte>(2000)));
    ASSERT_TRUE(site.until([&] { return page.binaries.size() == 1; }));
    EXPECT_EQ(page.binaries[0].size(), 900U);
}

TEST(LinkServer, ends_a_link_after_its_last_message) {
    Site site;
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    site.links.send(site.application.last_link, {{"type", "farewell"}});
    site.links.close(site.application.last_link, CloseReason::forbidden);
    EXPECT_EQ(text(page.next(), "type"), "farewell");
    EXPECT_EQ(page.close_code(), 4003);
    EXPECT_EQ(site.application.events, (std::vector<std::string>{"opened", "closed"}));
}

TEST(LinkServer, tells_its_links_when_the_server_stops) {
    Site site;
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    bool stopped = false;
    site.http.stop([&] { stopped = true; });
    EXPECT_EQ(page.close_code(), 4010);
    EXPECT_TRUE(site.until([&] { return stopped; }));
    EXPECT_EQ(site.http.open_connections(), 0U);
}

} // namespace
} // namespace parvis::ws
