// SPDX-License-Identifier: EUPL-1.2
// The server's side of links: many of them, each surviving the loss of its socket for a minute.
#pragma once

#include "platform/http/upgrade.hpp"
#include "platform/time/instant.hpp"
#include "platform/ws/protocol.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace parvis::ws {

/// What a program does with its links. Every call comes on the io thread and must not block. For one link the
/// order is opened, then any of received, suspended, resumed, then closed, exactly once, and nothing after
/// it. None of them is called from inside send, answer or close.
class LinkApplication {
  public:
    virtual ~LinkApplication() = default;
    /// Who is this? `upgrade` lives only during the call; `nonce` is "" for links without a challenge.
    /// `answer` must be called once, now or later, on the io thread; an Error closes the socket:
    /// unauthenticated and expired 4001, forbidden 4003, unavailable and timeout 4014, anything else 4000.
    /// Called again when a link resumes (it resumes only for the same kind and subject). Peer::protocol need
    /// not be filled.
    virtual void authenticate(http::Request const& upgrade, Hello const& hello, std::string const& nonce,
                              std::function<void(Result<Peer>)> answer) = 0;
    /// A new link, after its welcome: must send the snapshot, now or soon.
    virtual void opened(LinkId link, Peer const& peer) = 0;
    /// The socket is back, and what was missed is on its way.
    virtual void resumed(LinkId link) = 0;
    /// The socket is lost; messages are kept for when it comes back.
    virtual void suspended(LinkId link) = 0;
    /// Commands arrive in order, without waiting for earlier answers; each must end in exactly one answer().
    /// A type that the application does not know is answered with unsupported "message_type_unknown". Doubles
    /// do not arrive.
    virtual void received(LinkId link, Command command) = 0;
    virtual void received_binary(LinkId link, std::span<std::byte const> bytes);
    /// Gone for good. Answers and messages for it are dropped from now on.
    virtual void closed(LinkId link) = 0;
};

struct LinkServerOptions {
    bool challenge = false; ///< send a nonce first (32 bytes, base64url), which hello.proof must sign
    int lowest_protocol = 1;
    int highest_protocol = 2;
    std::chrono::milliseconds keep{60'000};       ///< a link without a socket lives this long
    std::chrono::milliseconds hello_time{10'000}; ///< from socket to hello
    std::chrono::milliseconds silence{
        25'000}; ///< a socket that says nothing (pings come every 5 s) is given up
    std::chrono::milliseconds unsent_time{15'000};     ///< slow reader
    std::size_t unsent_bytes = 4 * 1024 * 1024;        ///< slow reader, text only
    std::size_t unsent_binary_bytes = 8 * 1024 * 1024; ///< send_binary refuses above
    std::size_t text_bytes = 256 * 1024;               ///< largest text frame taken
    std::size_t binary_bytes = 1024 * 1024;            ///< largest binary frame taken
    std::size_t replay_messages = 512;
    std::size_t replay_bytes = 1024 * 1024;
    std::size_t remembered_answers = 512;
    double commands_per_second = 64;
    double command_burst = 128;
    std::chrono::milliseconds tick{1'000}; ///< how often the time limits above are looked at
};

/// Since the start; for metrics.
struct LinkCounts {
    std::size_t links = 0;   ///< now, with or without a socket
    std::size_t sockets = 0; ///< now
    std::uint64_t opened = 0;
    std::uint64_t resumed = 0;
    std::uint64_t received = 0; ///< commands, doubles included
    std::uint64_t doubles = 0;
    std::uint64_t sent = 0; ///< numbered messages
    std::uint64_t slow_readers = 0;
    std::uint64_t refused = 0; ///< sockets closed because of a problem
};

/// All on the io thread; no locks. `io`, `application` and `clock` must outlive it.
class LinkServer final : public http::UpgradeTarget {
  public:
    LinkServer(boost::asio::io_context& io, LinkApplication& application, Clock const& clock,
               LinkServerOptions options = {});
    ~LinkServer() override;
    LinkServer(LinkServer const&) = delete;
    LinkServer& operator=(LinkServer const&) = delete;

    /// Numbers the message and sends it, or keeps it until the socket is back. `message` has "type". Unknown
    /// links are ignored: they were closed meanwhile.
    void send(LinkId const& link, boost::json::object message);
    /// The one answer to a command: "done" with its result, or "refused" with problem details in the peer's
    /// language.
    void answer(LinkId const& link, std::string const& command_id, Result<boost::json::value> result);
    /// Not numbered, not replayed. False when there is no socket or too much is queued already.
    bool send_binary(LinkId const& link, std::vector<std::byte> bytes);
    /// Not yet taken by the network; 0 without a socket.
    std::size_t queued_bytes(LinkId const& link) const;
    /// Ends the link for good; closed() follows. Messages sent before still go out first.
    void close(LinkId const& link, CloseReason reason);
    bool is_connected(LinkId const& link) const;
    /// Null when the link is gone. Valid until the next call.
    Peer const* peer(LinkId const& link) const;

    EpochId const& epoch() const;
    LinkCounts counts() const;

    void take(http::Upgrade upgrade) override;
    void shut_down(std::chrono::milliseconds limit, std::function<void()> done) override;

  private:
    class Hub;
    std::shared_ptr<Hub> hub_;
};

} // namespace parvis::ws
