// SPDX-License-Identifier: EUPL-1.2
// A real server with links on loopback, a client that says whatever a test wants, and a line between them to
// cut.
#pragma once

#include "platform/http/server.hpp"
#include "platform/json/parse.hpp"
#include "platform/ws/link_client.hpp"
#include "platform/ws/link_server.hpp"
#include "platform/ws/socket.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace parvis::ws::testing {

using namespace std::chrono_literals;

/// Runs `io` on this thread until the condition holds; false after 20 s.
inline bool run_until(boost::asio::io_context& io, std::function<bool()> const& condition) {
    auto const deadline = std::chrono::steady_clock::now() + 20s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        io.restart();
        io.run_one_for(50ms);
    }
    return true;
}

/// Lets in every token but "wrong" and "revoked"; answers "echo" with the command's "value", "fail" with a
/// conflict, keeps "hold".
class RecordingApplication : public LinkApplication {
  public:
    LinkServer* server = nullptr;
    std::vector<std::string> events;
    std::vector<Command> commands;
    std::vector<std::vector<std::byte>> binaries;
    std::string nonce;
    Peer last_peer;
    LinkId last_link;
    std::function<void(Result<Peer>)> undecided; ///< to be called by the test

    void authenticate(http::Request const&, Hello const& hello, std::string const& challenge,
                      std::function<void(Result<Peer>)> answer) override {
        nonce = challenge;
        if (hello.token == "wrong") {
            answer(fail(ErrorCode::unauthenticated, "token_unknown"));
        } else if (hello.token == "revoked") {
            answer(fail(ErrorCode::forbidden, "kiosk_revoked"));
        } else if (hello.token == "undecided") {
            undecided = std::move(answer);
        } else {
            answer(Peer{"page", hello.token, hello.language});
        }
    }
    void opened(LinkId link, Peer const& peer) override {
        last_link = link;
        last_peer = peer;
        events.push_back("opened");
        server->send(link, {{"type", "snapshot"}, {"state", "empty"}});
    }
    void resumed(LinkId) override { events.push_back("resumed"); }
    void suspended(LinkId) override { events.push_back("suspended"); }
    void closed(LinkId) override { events.push_back("closed"); }
    void received(LinkId link, Command command) override {
        commands.push_back(command);
        if (command.type == "echo") {
            auto const* value = command.message.if_contains("value");
            server->answer(link, command.id, value != nullptr ? *value : boost::json::value(nullptr));
        } else if (command.type == "fail") {
            server->answer(link, command.id, fail(ErrorCode::conflict, "already_taken", "/value"));
        } else if (command.type != "hold") {
            server->answer(link, command.id, fail(ErrorCode::unsupported, "message_type_unknown", "/type"));
        }
    }
    void received_binary(LinkId, std::span<std::byte const> bytes) override {
        binaries.emplace_back(bytes.begin(), bytes.end());
    }
};

/// HTTP server, worker and LinkServer on one loop that the test runs.
struct Site {
    explicit Site(LinkServerOptions options = {}, http::ServerOptions http_options = {})
        : links(io, application, clock, options), workers(io, 1), http(io, workers, {}, http_options) {
        application.server = &links;
        http.add_link("/link", links);
        auto const started = http.start();
        if (!started) {
            throw std::runtime_error(describe(started.error()));
        }
    }
    bool until(std::function<bool()> const& condition) { return run_until(io, condition); }
    std::string url() const { return "ws://127.0.0.1:" + std::to_string(http.port()) + "/link"; }

    boost::asio::io_context io;
    SystemClock clock;
    RecordingApplication application;
    LinkServer links;
    http::Workers workers;
    http::Server http;
};

/// A WebSocket that speaks only when told to.
struct RawLink {
    explicit RawLink(Site& at, std::vector<std::pair<std::string, std::string>> headers = {}) : site(at) {
        SocketEvents events;
        events.opened = [this] { is_open = true; };
        events.text = [this](std::string const& text) {
            received.push_back(json::parse(text, text.size()).value().as_object());
        };
        events.binary = [this](std::vector<std::byte> const& bytes) { binaries.push_back(bytes); };
        events.closed = [this](Closed const& how) {
            is_open = false;
            end = how;
        };
        socket = Socket::dial(site.io, {*http::parse_link_url(site.url()), nullptr, std::move(headers)},
                              {16 * 1024 * 1024, 16 * 1024 * 1024}, std::move(events));
        site.until([this] { return is_open || end; });
    }
    ~RawLink() {
        socket->abort();
        site.until([this] { return end.has_value(); });
    }

    void say(boost::json::object const& message) { socket->send_text(json::serialize(message)); }
    void hello(std::string const& token = "ada", std::optional<Resume> resume = {}, int lowest = 1,
               int highest = 2) {
        Hello hello;
        hello.token = token;
        hello.lowest = lowest;
        hello.highest = highest;
        hello.language = Language::en;
        hello.resume = std::move(resume);
        say(to_json(hello));
    }
    /// The next message not seen yet; empty when the socket ends instead.
    boost::json::object next() {
        site.until([this] { return !received.empty() || end; });
        if (received.empty()) {
            return {};
        }
        auto message = std::move(received.front());
        received.pop_front();
        return message;
    }
    /// The code with which the server closed; 0 when it does not.
    int close_code() {
        return site.until([this] { return end.has_value(); }) ? end->code : 0;
    }
    void cut() {
        socket->abort();
        site.until([this] { return end.has_value(); });
    }

    Site& site;
    std::shared_ptr<Socket> socket;
    std::deque<boost::json::object> received;
    std::vector<std::vector<std::byte>> binaries;
    bool is_open = false;
    std::optional<Closed> end;
};

inline std::string text(boost::json::object const& message, char const* name) {
    auto const* member = message.if_contains(name);
    return member != nullptr && member->is_string() ? std::string(member->get_string()) : "";
}

inline Resume resume_from(boost::json::object const& welcome, std::uint64_t received) {
    return {text(welcome, "epoch"), text(welcome, "link"), received};
}

inline boost::json::object echo(std::string const& id, int value) {
    return {{"id", id}, {"type", "echo"}, {"value", value}};
}

} // namespace parvis::ws::testing
