// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/http_test_support.hpp"
#include "platform/http/tls_test_support.hpp"
#include "platform/ws/line_test_support.hpp"
#include "platform/ws/link_test_support.hpp"

#include <gtest/gtest.h>

namespace parvis::ws {
namespace {

using namespace testing;

/// A client with its notebook, and times short enough for tests.
struct Caller {
    explicit Caller(Site& at, std::string url, std::function<void(LinkClientOptions&)> adjust = {})
        : site(at) {
        LinkClientOptions options;
        options.url = std::move(url);
        options.hello = [](std::string const& nonce) {
            Hello hello;
            hello.token = "ada";
            hello.language = Language::en;
            hello.proof = nonce.empty() ? boost::json::object{} : boost::json::object{{"nonce", nonce}};
            return hello;
        };
        options.on_welcome = [this](bool resumed) { welcomes.push_back(resumed); };
        options.on_message = [this](boost::json::object const& message) { messages.push_back(message); };
        options.on_binary = [this](std::span<std::byte const> bytes) { binary_bytes += bytes.size(); };
        options.on_state = [this](LinkState state, std::optional<Error> const& problem) {
            states.push_back(state);
            last_problem = problem ? problem->reason : "";
        };
        options.ping_every = 20ms;
        options.dead_after = 150ms;
        options.back_off_first = 10ms;
        options.back_off_limit = 40ms;
        options.refused_wait = 30ms;
        if (adjust) {
            adjust(options);
        }
        client = std::make_unique<LinkClient>(site.io, options);
    }
    bool until_connected() {
        return site.until([this] { return client->connected() && !messages.empty(); });
    }
    void command(std::string const& id, std::string const& type, int value = 0) {
        client->send_command(id, {{"type", type}, {"value", value}},
                             [this, id](Result<boost::json::value> const& answer) {
                                 answers[id] = answer ? json::serialize(*answer) : answer.error().reason;
                             });
    }

    Site& site;
    std::vector<bool> welcomes;
    std::vector<boost::json::object> messages;
    std::vector<LinkState> states;
    std::string last_problem;
    std::size_t binary_bytes = 0;
    std::map<std::string, std::string> answers;
    std::unique_ptr<LinkClient> client;
};

TEST(LinkClient, connects_and_gets_the_snapshot_and_its_answers) {
    Site site;
    Caller caller(site, site.url());
    caller.command("c1", "echo", 5); // before there is a connection
    ASSERT_TRUE(caller.until_connected());
    caller.command("c2", "fail");
    ASSERT_TRUE(site.until([&] { return caller.answers.size() == 2; }));
    EXPECT_EQ(text(caller.messages.at(0), "type"), "snapshot");
    EXPECT_EQ(caller.answers["c1"], "5");
    EXPECT_EQ(caller.answers["c2"], "already_taken");
    EXPECT_EQ(caller.client->protocol(), 2);
    EXPECT_EQ(caller.client->pending(), 0U);
}

TEST(LinkClient, proves_itself_when_challenged) {
    Site site({.challenge = true});
    Caller caller(site, site.url(), [](LinkClientOptions& options) { options.expects_challenge = true; });
    ASSERT_TRUE(caller.until_connected());
    EXPECT_EQ(site.application.nonce.size(), 43U);
}

TEST(LinkClient, loses_and_doubles_nothing_over_a_cut) {
    Site site;
    Line line(site.io, site.http.port());
    Caller caller(site, line.url());
    ASSERT_TRUE(caller.until_connected());
    line.cut();
    ASSERT_TRUE(site.until([&] { return site.application.events.back() == "suspended"; }));
    site.links.send(site.application.last_link, {{"type", "news"}, {"n", 1}});
    caller.command("c1", "echo", 1);
    ASSERT_TRUE(site.until([&] { return caller.messages.size() == 2 && caller.answers.size() == 1; }));
    EXPECT_EQ(caller.welcomes, (std::vector<bool>{false, true}));
    EXPECT_EQ(caller.messages.at(1).at("n"), 1);
    EXPECT_EQ(site.application.commands.size(), 1U);
}

TEST(LinkClient, resends_a_command_that_was_not_answered_before_the_cut) {
    Site site;
    Line line(site.io, site.http.port());
    Caller caller(site, line.url());
    ASSERT_TRUE(caller.until_connected());
    caller.command("c1", "hold");
    ASSERT_TRUE(site.until([&] { return site.application.commands.size() == 1; }));
    line.cut();
    ASSERT_TRUE(site.until([&] { return caller.welcomes.size() == 2 && site.links.counts().doubles == 1; }));
    site.links.answer(site.application.last_link, "c1", boost::json::value(true));
    ASSERT_TRUE(site.until([&] { return caller.answers.contains("c1"); }));
    EXPECT_EQ(site.application.commands.size(), 1U);
}

TEST(LinkClient, gives_up_a_line_that_went_silent_and_comes_back) {
    Site site;
    Line line(site.io, site.http.port());
    Caller caller(site, line.url());
    ASSERT_TRUE(caller.until_connected());
    line.freeze();
    ASSERT_TRUE(site.until([&] { return caller.last_problem == "link_silent"; }));
    line.thaw();
    EXPECT_TRUE(site.until([&] { return caller.welcomes.size() == 2; }));
}

TEST(LinkClient, keeps_trying_while_nobody_listens) {
    Site site;
    Line line(site.io, site.http.port());
    line.close();
    Caller caller(site, line.url());
    ASSERT_TRUE(site.until([&] { return std::ranges::count(caller.states, LinkState::waiting) >= 3; }));
    EXPECT_EQ(caller.last_problem, "connect_failed");
    line.open();
    EXPECT_TRUE(caller.until_connected());
}

TEST(LinkClient, is_not_patient_for_ever_with_a_server_that_does_not_answer) {
    Site site;
    Line line(site.io, site.http.port());
    line.freeze();
    Caller caller(site, line.url(), [](LinkClientOptions& options) { options.connect_patience = 50ms; });
    ASSERT_TRUE(site.until([&] { return caller.last_problem == "connect_timeout"; }));
}

TEST(LinkClient, takes_a_snapshot_from_a_new_server_and_resends_there) {
    Site site;
    Line line(site.io, site.http.port());
    Caller caller(site, line.url());
    ASSERT_TRUE(caller.until_connected());
    caller.command("c1", "hold");
    ASSERT_TRUE(site.until([&] { return site.application.commands.size() == 1; }));

    RecordingApplication other_application;
    LinkServer other_links(site.io, other_application, site.clock);
    other_application.server = &other_links;
    http::Server other(site.io, site.workers, {}, {});
    other.add_link("/link", other_links);
    ASSERT_TRUE(other.start());
    line.lead_to(other.port());
    line.cut();

    ASSERT_TRUE(site.until([&] { return other_application.commands.size() == 1; }));
    EXPECT_EQ(caller.welcomes, (std::vector<bool>{false, false}));
    EXPECT_EQ(other_application.commands[0].id, "c1");
    EXPECT_EQ(text(caller.messages.back(), "type"), "snapshot");
}

TEST(LinkClient, reports_a_refusal_and_goes_on_slowly) {
    Site site;
    Caller caller(site, site.url(), [](LinkClientOptions& options) {
        options.hello = [](std::string const&) {
            Hello hello;
            hello.token = "revoked";
            return hello;
        };
    });
    ASSERT_TRUE(site.until([&] { return std::ranges::count(caller.states, LinkState::refused) == 2; }));
    EXPECT_EQ(caller.last_problem, "kiosk_revoked");
}

TEST(LinkClient, does_not_fight_over_a_link_that_another_took) {
    Site site;
    Caller caller(site, site.url());
    ASSERT_TRUE(caller.until_connected());
    RawLink thief(site);
    thief.hello("ada", Resume{site.links.epoch().text(), site.application.last_link.text(), 1});
    ASSERT_TRUE(site.until([&] { return caller.client->state() == LinkState::replaced; }));
    EXPECT_EQ(thief.next().at("resumed"), true);
}

TEST(LinkClient, carries_bytes_both_ways) {
    Site site;
    Caller caller(site, site.url());
    EXPECT_FALSE(caller.client->send_binary(std::vector<std::byte>(10))) << "not connected yet";
    ASSERT_TRUE(caller.until_connected());
    EXPECT_TRUE(caller.client->send_binary(std::vector<std::byte>(200'000)));
    EXPECT_TRUE(site.links.send_binary(site.application.last_link, std::vector<std::byte>(500'000)));
    ASSERT_TRUE(
        site.until([&] { return caller.binary_bytes == 500'000 && !site.application.binaries.empty(); }));
    EXPECT_EQ(site.application.binaries[0].size(), 200'000U);
}

TEST(LinkClient, ends_its_link_when_it_is_stopped) {
    Site site;
    Caller caller(site, site.url());
    ASSERT_TRUE(caller.until_connected());
    caller.client->stop();
    EXPECT_EQ(caller.client->state(), LinkState::stopped);
    EXPECT_TRUE(site.until([&] { return site.application.events.back() == "closed"; }));
}

TEST(LinkClient, forgets_a_command_on_demand) {
    Site site;
    Caller caller(site, site.url());
    caller.command("c1", "echo", 1);
    EXPECT_TRUE(caller.client->forget_command("c1"));
    EXPECT_FALSE(caller.client->forget_command("c1"));
    ASSERT_TRUE(caller.until_connected());
    caller.command("c2", "echo", 2);
    ASSERT_TRUE(site.until([&] { return caller.answers.contains("c2"); }));
    EXPECT_EQ(site.application.commands.size(), 1U);
}

class SecureLink : public ::testing::Test {
  protected:
    SecureLink() {
        http::testing::make_certificate(folder.path(), "localhost");
        certificate = (folder.path() / "certificate.pem").string();
        http::ServerOptions options;
        options.tls = http::TlsFiles{certificate, (folder.path() / "key.pem").string()};
        site.emplace(LinkServerOptions{}, options);
    }
    std::string url(std::string const& host) const {
        return "wss://" + host + ":" + std::to_string(site->http.port()) + "/link";
    }

    http::testing::TemporaryFolder folder;
    std::string certificate;
    std::optional<Site> site;
};

TEST_F(SecureLink, trusts_the_certificate_it_was_given) {
    Caller caller(*site, url("localhost"),
                  [&](LinkClientOptions& options) { options.trust_file = certificate; });
    ASSERT_TRUE(caller.until_connected());
    caller.command("c1", "echo", 3);
    EXPECT_TRUE(site->until([&] { return caller.answers["c1"] == "3"; }));
}

TEST_F(SecureLink, trusts_no_certificate_of_an_unknown_signer) {
    Caller caller(*site, url("localhost"));
    EXPECT_TRUE(site->until([&] { return caller.last_problem == "tls_untrusted"; }));
}

TEST_F(SecureLink, trusts_no_certificate_of_another_host) {
    http::testing::make_certificate(folder.path(), "elsewhere.example");
    http::ServerOptions options;
    options.tls = http::TlsFiles{certificate, (folder.path() / "key.pem").string()};
    Site impostor({}, options);
    auto const address = "wss://localhost:" + std::to_string(impostor.http.port()) + "/link";
    Caller caller(impostor, address, [&](LinkClientOptions& with) { with.trust_file = certificate; });
    EXPECT_TRUE(impostor.until([&] { return caller.last_problem == "tls_untrusted"; }));
    EXPECT_TRUE(impostor.application.events.empty());
}

TEST(LinkClient, names_a_trust_file_it_cannot_read) {
    Site site;
    Caller caller(site, "wss://localhost:1/link",
                  [](LinkClientOptions& options) { options.trust_file = "/nowhere/trust.pem"; });
    EXPECT_TRUE(site.until([&] { return caller.last_problem == "trust_file_unreadable"; }));
}

TEST(LinkClient, refuses_a_url_it_cannot_use) {
    Site site;
    EXPECT_THROW(LinkClient(site.io, {.url = "https://parvis.example/link"}), std::invalid_argument);
}

} // namespace
} // namespace parvis::ws
