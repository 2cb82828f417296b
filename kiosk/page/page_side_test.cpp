// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/page/page_side.hpp"
#include "kiosk/page/page_token.hpp"
#include "kiosk/page/paper_routes.hpp"
#include "kiosk/store/test_folder.hpp"
#include "platform/http/server.hpp"
#include "platform/json/json.hpp"
#include "platform/ws/link_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>

#include <future>

namespace parvis::kiosk {
namespace {

using namespace kiosk_protocol;
namespace asio = boost::asio;

constexpr char token[] = "the-page-token";

class Listener final : public PageListener {
  public:
    to_page::Snapshot page_snapshot() override { return snapshot; }
    void page_asked(PageCommand command, CommandAnswer answer) override {
        commands.push_back(std::move(command));
        answer(boost::json::value(boost::json::object{}));
    }
    void page_presence_changed(bool now_present) override { present = now_present; }

    to_page::Snapshot snapshot;
    std::vector<PageCommand> commands;
    bool present = false;
};

std::uint16_t free_port() {
    asio::io_context io;
    asio::ip::tcp::acceptor const acceptor(io, {asio::ip::make_address("127.0.0.1"), 0});
    return acceptor.local_endpoint().port();
}

/// The daemon's page server with nothing behind it, its io thread in the background.
class PageServer : public testing::Test {
  protected:
    PageServer() {
        add_paper_routes(router, routes);
        http::ServerOptions options;
        options.port = port;
        options.allowed_hosts = {host};
        options.allowed_origins = {"http://" + host};
        server.emplace(io, workers, std::move(router), std::move(options));
        server->add_link("/local/link", page.links());
        EXPECT_TRUE(server->start());
    }

    template <class Condition>
    bool until(Condition reached) {
        auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!reached() && std::chrono::steady_clock::now() < end) {
            io.restart();
            io.run_one_for(std::chrono::milliseconds(20));
        }
        return reached();
    }

    /// The status line of the answer to a raw request.
    std::string ask(std::string const& request) {
        auto answer = std::async(std::launch::async, [this, request] {
            asio::io_context own;
            asio::ip::tcp::socket socket(own);
            socket.connect({asio::ip::make_address("127.0.0.1"), port});
            asio::write(socket, asio::buffer(request));
            std::string text;
            boost::system::error_code end;
            asio::read(socket, asio::dynamic_buffer(text), end);
            return text;
        });
        until([&] { return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready; });
        return answer.get();
    }
    std::string paper_request(std::string const& id, std::string const& headers) const {
        return "GET /local/papers/" + id + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n";
    }
    static bool says(std::string const& answer, std::string const& text) {
        return answer.find(text) != std::string::npos;
    }
    std::unique_ptr<ws::LinkClient> open_page(std::string const& with_token, std::string const& origin) {
        ws::LinkClientOptions options;
        options.url = "ws://" + host + "/local/link";
        options.origin = origin;
        options.hello = [with_token](std::string const&) {
            ws::Hello hello;
            hello.token = with_token;
            return hello;
        };
        options.on_message = [this](boost::json::object const& message) { heard.push_back(message); };
        options.on_binary = [this](std::span<std::byte const> bytes) { binary_bytes += bytes.size(); };
        options.on_state = [this](ws::LinkState state, std::optional<Error> const& problem) {
            last_state = state;
            last_problem = problem ? problem->reason : "";
        };
        return std::make_unique<ws::LinkClient>(io, std::move(options));
    }

    SystemClock clock;
    asio::io_context io;
    http::Workers workers{io, 2};
    std::uint16_t port = free_port();
    std::string host = "127.0.0.1:" + std::to_string(port);
    PaperTray tray;
    std::optional<InterviewId> running;
    int received = 0;
    PaperRoutes routes{tray, token, clock, [this] { return running; },
                       [this](InterviewId const&) {
                           ++received;
                           return Result<void>();
                       }};
    Listener listener;
    PageSide page{io, clock, token, listener};
    http::Router router;
    std::optional<http::Server> server;
    std::vector<boost::json::object> heard;
    std::size_t binary_bytes = 0;
    ws::LinkState last_state = ws::LinkState::connecting;
    std::string last_problem;
};

TEST_F(PageServer, gives_a_paper_to_the_page_that_knows_the_token_and_to_nobody_else) {
    Paper paper;
    paper.paper_id = PaperId::make(clock.now());
    paper.media_type = "application/pdf";
    std::string const content = "%PDF-the-paper";
    ASSERT_TRUE(tray.put(paper, std::as_bytes(std::span(content))));
    auto const id = paper.paper_id.text();
    auto const good_host = "Host: " + host + "\r\n";

    auto const given = ask(paper_request(id, good_host + "X-Page-Token: the-page-token\r\n"));
    EXPECT_TRUE(says(given, "HTTP/1.1 200"));
    EXPECT_TRUE(says(given, content));
    EXPECT_TRUE(says(given, "Cache-Control: no-store"));

    auto const without = ask(paper_request(id, good_host));
    EXPECT_TRUE(says(without, "HTTP/1.1 401"));
    EXPECT_TRUE(says(without, "page_token_wrong"));
    EXPECT_FALSE(says(without, content));
    auto const wrong = ask(paper_request(id, good_host + "X-Page-Token: the-page-tokem\r\n"));
    EXPECT_TRUE(says(wrong, "HTTP/1.1 401"));
    auto const other_host = ask(paper_request(id, "Host: evil.example\r\nX-Page-Token: the-page-token\r\n"));
    EXPECT_TRUE(says(other_host, "host_not_allowed"));
    EXPECT_FALSE(says(other_host, content));
}

TEST_F(PageServer, takes_a_file_for_the_interview_that_runs_only) {
    auto const post = [&](std::string const& origin, std::string const& type) {
        std::string const body = "%PDF-1.4";
        return ask("POST /local/papers HTTP/1.1\r\nConnection: close\r\nHost: " + host +
                   "\r\nOrigin: " + origin + "\r\nX-Page-Token: the-page-token\r\nContent-Type: " + type +
                   "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    };
    auto const own = "http://" + host;
    EXPECT_TRUE(says(post(own, "application/pdf"), "no_interview_running"));
    running = InterviewId::make(clock.now());
    EXPECT_TRUE(says(post(own, "text/html"), "media_type_not_accepted"));
    EXPECT_TRUE(says(post("http://evil.example", "application/pdf"), "origin_not_allowed"));
    EXPECT_TRUE(tray.empty());
    auto const taken = post(own, "application/pdf");
    EXPECT_TRUE(says(taken, "HTTP/1.1 201"));
    EXPECT_TRUE(says(taken, "Cache-Control: no-store"));
    ASSERT_EQ(tray.list().size(), 1U);
    EXPECT_EQ(tray.list().front().state, PaperState::waiting);
    EXPECT_EQ(received, 1);
}

TEST_F(PageServer, has_the_browser_forget_everything_for_its_own_page_only_and_lets_it_keep_no_answer) {
    auto const forget = [&](std::string const& with_token) {
        return ask("POST /local/forget HTTP/1.1\r\nConnection: close\r\nHost: " + host +
                   "\r\nOrigin: http://" + host + "\r\nX-Page-Token: " + with_token +
                   "\r\nContent-Length: 0\r\n\r\n");
    };
    auto const forgotten = forget(token);
    EXPECT_TRUE(says(forgotten, "HTTP/1.1 204")) << forgotten;
    EXPECT_TRUE(says(forgotten, R"(Clear-Site-Data: "cache", "cookies", "storage")")) << forgotten;
    EXPECT_TRUE(says(forgotten, "Cache-Control: no-store")) << forgotten;
    auto const stranger = forget("guessed");
    EXPECT_TRUE(says(stranger, "HTTP/1.1 401"));
    EXPECT_FALSE(says(stranger, "Clear-Site-Data"));
    EXPECT_TRUE(says(stranger, "Cache-Control: no-store"));
}

TEST_F(PageServer, opens_the_link_for_its_own_page_and_shows_everything_first) {
    listener.snapshot.idle_seconds = 60;
    auto const client = open_page(token, "http://" + host);
    ASSERT_TRUE(until([&] { return !heard.empty(); }));
    EXPECT_EQ(heard.front().at("type"), "snapshot");
    EXPECT_EQ(heard.front().at("idle_seconds"), 60);
    EXPECT_TRUE(listener.present);
}

TEST_F(PageServer, refuses_the_link_with_a_wrong_token) {
    auto const client = open_page("guessed", "http://" + host);
    ASSERT_TRUE(until([&] { return last_state == ws::LinkState::refused; }));
    EXPECT_EQ(last_problem, "page_token_wrong");
    EXPECT_TRUE(heard.empty());
}

TEST_F(PageServer, refuses_the_link_to_a_page_of_another_origin) {
    auto const client = open_page(token, "http://evil.example");
    ASSERT_TRUE(until([&] { return !last_problem.empty(); }));
    EXPECT_FALSE(client->connected());
    EXPECT_FALSE(listener.present);
}

TEST_F(PageServer, answers_commands_it_knows_and_refuses_others_by_name) {
    auto const client = open_page(token, "http://" + host);
    ASSERT_TRUE(until([&] { return client->connected(); }));
    std::optional<Result<boost::json::value>> bell;
    std::optional<Result<boost::json::value>> unknown;
    std::optional<Result<boost::json::value>> malformed;
    client->send_command("1", {{"type", "bell"}, {"ringing", true}},
                         [&](auto answer) { bell = std::move(answer); });
    client->send_command("2", {{"type", "dance"}}, [&](auto answer) { unknown = std::move(answer); });
    client->send_command("3", {{"type", "bell"}, {"ringing", "yes"}},
                         [&](auto answer) { malformed = std::move(answer); });
    ASSERT_TRUE(until([&] { return bell && unknown && malformed; }));
    EXPECT_TRUE(bell->ok());
    ASSERT_EQ(listener.commands.size(), 1U);
    EXPECT_TRUE(std::get<from_page::Bell>(listener.commands.front()).ringing);
    EXPECT_EQ(unknown->error().code, ErrorCode::unsupported);
    EXPECT_EQ(unknown->error().reason, "message_type_unknown");
    EXPECT_EQ(malformed->error().pointer, "/ringing");
}

TEST_F(PageServer, sends_preview_pieces_and_bounds_what_waits_for_a_slow_page) {
    auto const client = open_page(token, "http://" + host);
    ASSERT_TRUE(until([&] { return client->connected() && listener.present; }));
    constexpr std::size_t piece = 256U << 10U;
    // The page reads nothing while these come: this thread is busy here.
    for (std::uint32_t i = 0; i < 100; ++i) {
        page.preview({1, std::vector<std::byte>(piece)});
    }
    std::size_t const most = PageSide::pending_preview_bytes + (2U << 20U) + piece;
    ASSERT_TRUE(until([&] { return binary_bytes >= PageSide::pending_preview_bytes - piece; }));
    EXPECT_LE(binary_bytes, most);
}

TEST(PageToken, is_the_same_after_a_restart_of_the_daemon_and_new_after_a_boot) {
    TestFolder const folder;
    auto const first = load_or_make_page_token(folder.path(), "boot-1");
    ASSERT_TRUE(first);
    EXPECT_GE(first->size(), 43U);
    EXPECT_EQ(*load_or_make_page_token(folder.path(), "boot-1"), *first);
    EXPECT_NE(*load_or_make_page_token(folder.path(), "boot-2"), *first);
    EXPECT_FALSE(current_boot_id().empty());
}

} // namespace
} // namespace parvis::kiosk
