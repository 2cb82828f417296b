// SPDX-License-Identifier: EUPL-1.2
// The client's side of a link: connects, reconnects, resumes, and sees each command through.
#pragma once

#include "platform/ws/protocol.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace parvis::ws {

/// connecting: a try is running. waiting: between tries. connected: welcomed. refused: the server said no
/// (see the problem); tries go on slowly. replaced: another client took the link; no more tries. stopped: by
/// stop().
enum class LinkState { connecting, connected, waiting, refused, replaced, stopped };
std::string_view to_string(LinkState state);

struct LinkClientOptions {
    std::string url{};        ///< ws:// or wss://host[:port]/path
    std::string trust_file{}; ///< PEM of the certificates to trust for wss; "": those of the system
    std::string origin{};     ///< Origin header; "": none
    std::vector<std::pair<std::string, std::string>> headers{}; ///< e.g. Cookie

    bool expects_challenge = false;
    /// What to say first; resume is filled in by the client. `nonce` is "" without a challenge.
    std::function<Hello(std::string const& nonce)> hello{};
    /// After welcome, before any message. Not resumed: the next message is a snapshot.
    std::function<void(bool resumed)> on_welcome{};
    /// Each numbered message once, in order, "done" and "refused" excepted.
    std::function<void(boost::json::object const& message)> on_message{};
    std::function<void(std::span<std::byte const> bytes)> on_binary{};
    /// `problem` is what the server said, or why the try failed (unavailable "connect_failed", "link_silent",
    /// "link_lost", "tls_untrusted"; timeout "connect_timeout").
    std::function<void(LinkState state, std::optional<Error> const& problem)> on_state{};

    std::chrono::milliseconds connect_patience{
        6'000}; ///< shorter ones keep some networks from ever recovering
    std::chrono::milliseconds ping_every{5'000};
    std::chrono::milliseconds dead_after{10'000};
    std::chrono::milliseconds back_off_first{500};
    std::chrono::milliseconds back_off_limit{10'000};
    std::chrono::milliseconds refused_wait{30'000};
    std::size_t text_bytes = 16 * 1024 * 1024; ///< largest message taken
    std::size_t binary_bytes = 8 * 1024 * 1024;
    std::size_t unsent_binary_bytes = 8 * 1024 * 1024;
};

using AnswerHandler = std::function<void(Result<boost::json::value> answer)>;

/// All on the io thread; callbacks too, never from inside a call of this class. `io` must outlive it.
class LinkClient {
  public:
    /// Starts connecting at the next turn of `io`. Throws std::invalid_argument for a URL it cannot use.
    LinkClient(boost::asio::io_context& io, LinkClientOptions options);
    /// As stop().
    ~LinkClient();
    LinkClient(LinkClient const&) = delete;
    LinkClient& operator=(LinkClient const&) = delete;

    /// `command` has "type"; `id` goes in. Sent now, or when there is a connection; re-sent with the same id
    /// after a reconnect until answered. `on_answer` (may be empty) gets the result, or the Error of the
    /// refusal.
    void send_command(std::string id, boost::json::object command, AnswerHandler on_answer);
    /// Forgets a command: it is not re-sent, and its answer is ignored. False when it is not pending.
    bool forget_command(std::string const& id);
    /// False when not connected or too much is queued.
    bool send_binary(std::vector<std::byte> bytes);
    std::size_t queued_bytes() const;
    bool connected() const;
    LinkState state() const;
    /// Version agreed on; 0 before the first welcome.
    int protocol() const;
    /// Commands without an answer yet.
    std::size_t pending() const;
    /// Ends the current wait and tries at once (the network is back).
    void retry_now();
    /// Closes and never connects again. Handlers of pending commands are dropped uncalled.
    void stop();

  private:
    class Session;
    std::shared_ptr<Session> session_;
};

} // namespace parvis::ws
