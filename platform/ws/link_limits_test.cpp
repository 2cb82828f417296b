// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link_test_support.hpp"

#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

namespace parvis::ws {
namespace {

using namespace testing;

/// Says hello and then reads nothing until told to.
struct LazyReader {
    explicit LazyReader(Site& at) : site(at), socket(at.io) {
        socket.connect({boost::asio::ip::make_address("127.0.0.1"), site.http.port()});
        socket.non_blocking(true);
        write("GET /link HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        site.until([&] { return !read().empty(); });
        std::string const hello = R"({"type":"hello","protocol":{"lowest":1,"highest":2}})";
        std::string const mask_of_zeros(4, '\0');
        write(std::string{'\x81', static_cast<char>(0x80 | hello.size())} + mask_of_zeros + hello);
        site.until([&] { return !site.application.events.empty(); });
    }
    void write(std::string const& bytes) { boost::asio::write(socket, boost::asio::buffer(bytes)); }
    std::string read() {
        std::string chunk(65536, '\0');
        boost::system::error_code error;
        chunk.resize(socket.read_some(boost::asio::buffer(chunk), error));
        return chunk;
    }
    bool reads_close_frame(std::string const& code_and_reason) {
        std::string all;
        return site.until([&] {
            all += read();
            return all.find(code_and_reason) != std::string::npos;
        });
    }
    void receive_much() {
        site.links.send(site.application.last_link, {{"type", "news"}, {"much", std::string(100'000, 'x')}});
    }

    Site& site;
    boost::asio::ip::tcp::socket socket;
};

constexpr auto code_4008_slow_reader = "\x0f\xa8slow_reader";

TEST(LinkLimits, drops_a_reader_with_too_much_unread_and_says_why) {
    Site site({.unsent_bytes = 256 * 1024});
    LazyReader lazy(site);
    ASSERT_TRUE(site.until([&] {
        lazy.receive_much();
        return site.links.counts().slow_readers == 1;
    }));
    EXPECT_EQ(site.application.events.back(), "suspended");
    EXPECT_TRUE(lazy.reads_close_frame(code_4008_slow_reader));
}

TEST(LinkLimits, drops_a_reader_that_takes_nothing_for_too_long) {
    Site site({.unsent_time = 50ms, .unsent_bytes = 64 * 1024 * 1024, .tick = 10ms});
    LazyReader lazy(site);
    auto const lazy_link = site.application.last_link;
    RawLink idle(site);
    idle.hello("grace");
    ASSERT_TRUE(site.until([&] { return site.application.events.size() == 2; }));
    auto const idle_link = std::exchange(site.application.last_link, lazy_link);
    EXPECT_TRUE(site.until([&] {
        // More than the sockets of both ends hold; on a busy machine its time is over before all of it is
        // told.
        if (site.links.queued_bytes(lazy_link) < 4 * 1024 * 1024) {
            lazy.receive_much();
        }
        return site.links.counts().slow_readers == 1;
    }));
    EXPECT_TRUE(lazy.reads_close_frame(code_4008_slow_reader));
    EXPECT_TRUE(site.links.is_connected(idle_link)) << "an idle link is no slow reader";
}

TEST(LinkLimits, forgets_a_link_that_missed_more_than_is_kept) {
    Site site({.replay_messages = 3});
    {
        RawLink page(site);
        page.hello();
        page.next();
        page.next();
    }
    ASSERT_TRUE(site.until([&] { return site.application.events.back() == "suspended"; }));
    for (int i = 0; i < 5; ++i) {
        site.links.send(site.application.last_link, {{"type", "news"}});
    }
    EXPECT_TRUE(site.until([&] { return site.application.events.back() == "closed"; }));
}

TEST(LinkLimits, refuses_oversize_messages) {
    Site site({.text_bytes = 1000});
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    page.socket->send_text(std::string(5000, ' '));
    auto const problem = page.next();
    EXPECT_EQ(text(problem, "type"), "problem");
    EXPECT_EQ(text(problem, "code"), "message_too_large");
    EXPECT_EQ(page.close_code(), 4013);
}

TEST(LinkLimits, refuses_malformed_json_and_says_where) {
    Site site;
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    page.socket->send_text("{\"id\": ");
    auto const problem = page.next();
    EXPECT_EQ(text(problem, "code"), "json_malformed");
    EXPECT_TRUE(problem.contains("arguments"));
    EXPECT_EQ(page.close_code(), 4000);
    ASSERT_TRUE(site.until([&] { return site.application.events.back() == "suspended"; }));
}

TEST(LinkLimits, refuses_a_command_before_hello) {
    Site site;
    RawLink page(site);
    page.say(echo("c1", 1));
    EXPECT_EQ(text(page.next(), "code"), "hello_expected");
    EXPECT_EQ(page.close_code(), 4000);
    EXPECT_TRUE(site.application.commands.empty());
}

TEST(LinkLimits, refuses_a_command_before_welcome) {
    Site site;
    RawLink page(site);
    page.hello("undecided");
    ASSERT_TRUE(site.until([&] { return site.application.undecided != nullptr; }));
    page.say(echo("c1", 1));
    EXPECT_EQ(text(page.next(), "code"), "hello_expected");
    site.application.undecided(Peer{"page", "ada", Language::en});
    EXPECT_EQ(page.close_code(), 4000);
    EXPECT_TRUE(site.application.events.empty());
}

TEST(LinkLimits, refuses_a_socket_that_never_says_hello) {
    Site site({.hello_time = 30ms, .tick = 10ms});
    RawLink page(site);
    EXPECT_EQ(text(page.next(), "code"), "hello_timeout");
    EXPECT_EQ(page.close_code(), 4000);
}

TEST(LinkLimits, refuses_a_command_without_id_but_keeps_the_link) {
    Site site;
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    page.say({{"type", "echo"}});
    auto const problem = page.next();
    EXPECT_EQ(text(problem, "code"), "field_missing");
    EXPECT_EQ(text(problem, "pointer"), "/id");
    page.say(echo("c1", 1));
    EXPECT_EQ(text(page.next(), "type"), "done");
}

TEST(LinkLimits, refuses_commands_that_come_too_fast) {
    Site site({.commands_per_second = 1, .command_burst = 2});
    RawLink page(site);
    page.hello();
    page.next();
    page.next();
    for (auto const* id : {"a", "b", "c"}) {
        page.say(echo(id, 1));
    }
    EXPECT_EQ(text(page.next(), "type"), "done");
    EXPECT_EQ(text(page.next(), "type"), "done");
    auto const refused = page.next();
    EXPECT_EQ(text(refused, "id"), "c");
    EXPECT_EQ(refused.at("problem").at("code"), "rate_limited");
}

TEST(LinkLimits, gives_up_a_socket_that_says_nothing) {
    Site site({.silence = 40ms, .tick = 10ms});
    RawLink page(site);
    page.hello();
    page.next();
    EXPECT_TRUE(site.until([&] { return site.application.events.back() == "suspended"; }));
}

TEST(LinkLimits, refuses_links_from_pages_of_other_origins) {
    Site site;
    RawLink foreign(site, {{"Origin", "https://elsewhere.example"}});
    ASSERT_TRUE(foreign.end.has_value());
    EXPECT_EQ(foreign.end->failure->reason, "upgrade_refused");
    EXPECT_EQ(foreign.end->failure->arguments.at(0).second, "403");
    RawLink own(site, {{"Origin", "http://127.0.0.1:" + std::to_string(site.http.port())}});
    EXPECT_TRUE(own.is_open);
}

} // namespace
} // namespace parvis::ws
