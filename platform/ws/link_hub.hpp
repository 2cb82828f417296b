// SPDX-License-Identifier: EUPL-1.2
// The links of a server and the sockets they come and go with. Inside platform/ws only.
#pragma once

#include "platform/ws/link.hpp"
#include "platform/ws/link_server.hpp"
#include "platform/ws/socket.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace parvis::ws {

class LinkServer::Hub : public std::enable_shared_from_this<Hub> {
  public:
    Hub(boost::asio::io_context& context, LinkApplication& app, Clock const& wall_clock,
        LinkServerOptions given);

    void take(http::Upgrade upgrade);
    void shut_down(std::chrono::milliseconds limit, std::function<void()> done);
    void abandon();

    void send(LinkId const& id, std::string text);
    void answer(LinkId const& id, std::string const& command_id, Result<boost::json::value> result);
    bool send_binary(LinkId const& id, std::vector<std::byte> bytes);
    std::size_t queued_bytes(LinkId const& id) const;
    void close(LinkId const& id, CloseReason reason);
    Link* find(LinkId const& id);
    Link const* find(LinkId const& id) const;
    LinkCounts counts() const;

    EpochId const epoch;

  private:
    /// A socket, from upgrade to end.
    struct Attachment {
        std::uint64_t number = 0;
        std::shared_ptr<Socket> socket;
        std::unique_ptr<http::Request> request; ///< until the peer is known
        std::string nonce;
        Language language = Language::fr;
        LinkId link; ///< empty until welcomed
        bool is_checking = false;
        bool is_closing = false;
        SteadyTime opened_at;
        SteadyTime heard_at;
    };

    SocketEvents events_for(std::uint64_t number);
    Attachment* attachment(std::uint64_t number);
    Attachment const* socket_of(LinkId const& id) const;
    Attachment* socket_of(LinkId const& id);

    void opened(Attachment& from);
    void heard(Attachment& from, std::string const& text);
    void greet(Attachment& from, boost::json::object message);
    void recognised(std::uint64_t number, Hello const& hello, int protocol, Result<Peer> peer);
    Link* resumable(Hello const& hello, Peer const& peer);
    void welcome(Attachment& to, Link& link, bool resumed);
    void ping(Attachment& from, boost::json::object const& message);
    void command(Attachment& from, boost::json::object message);
    void refuse(Attachment& to, Error const& error, CloseReason reason);
    void complain(Attachment& to, Error const& error);
    void drop(Attachment& attachment, CloseReason reason, Unsent unsent);
    void ended(std::uint64_t number, Closed const& closed);
    void detach(Link& link);
    void forget(LinkId const& id);
    void check_reader(LinkId const& id);

    void start_ticking();
    void tick();
    void check_shut_down();

    boost::asio::io_context& io_;
    LinkApplication& application_;
    Clock const& clock_;
    LinkServerOptions const options_;
    http::ProblemText problem_text_;
    std::unordered_map<std::uint64_t, Attachment> attachments_;
    std::unordered_map<LinkId, Link> links_;
    std::uint64_t last_number_ = 0;
    boost::asio::steady_timer ticker_;
    bool is_ticking_ = false;
    bool is_stopping_ = false; ///< no call to the application any more
    std::function<void()> shut_down_done_;
    LinkCounts counts_;
};

} // namespace parvis::ws
