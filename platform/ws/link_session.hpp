// SPDX-License-Identifier: EUPL-1.2
// A client's link over all its sockets. Inside platform/ws only.
#pragma once

#include "platform/http/target.hpp"
#include "platform/ws/link.hpp"
#include "platform/ws/link_client.hpp"
#include "platform/ws/socket.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <random>
#include <string>

namespace parvis::ws {

class LinkClient::Session : public std::enable_shared_from_this<Session> {
  public:
    Session(boost::asio::io_context& context, LinkClientOptions given);

    void try_now();
    void stop();
    void send_command(std::string id, boost::json::object command, AnswerHandler on_answer);
    bool forget_command(std::string const& id);
    bool send_binary(std::vector<std::byte> bytes);

    boost::asio::io_context& io;
    LinkClientOptions const options;
    LinkState state = LinkState::connecting;
    int protocol = 0;
    std::shared_ptr<Socket> socket;

    struct Pending {
        std::string id;
        std::string text;
        AnswerHandler on_answer;
    };
    std::deque<Pending> pending; ///< in the order sent

  private:
    SocketEvents events_for(std::uint64_t number);
    void enter(LinkState next, std::optional<Error> const& problem);
    void wait(LinkState next, std::chrono::milliseconds time, std::optional<Error> const& problem);
    void alarm_in(std::chrono::milliseconds time, void (Session::*call)());
    void opened();
    void out_of_patience();
    void check_life();
    void ping();
    void heard(std::string const& text);
    void greet(std::string const& nonce);
    void welcomed(boost::json::object const& message);
    void numbered(boost::json::object const& message, std::uint64_t seq);
    void answered(boost::json::object const& message);
    void closed(Closed const& closed);
    std::chrono::milliseconds back_off();

    http::LinkUrl const url_;
    std::shared_ptr<Trust> trust_;
    std::uint64_t socket_number_ = 0;
    boost::asio::steady_timer alarm_; ///< patience, silence, or the end of a wait: one at a time
    boost::asio::steady_timer ping_timer_;
    SteadyTime heard_at_{};
    std::optional<Resume> resume_;
    std::optional<Error> problem_; ///< what the server, or this side, has against the socket
    int failures_ = 0;
    std::minstd_rand random_{std::random_device{}()};
};

} // namespace parvis::ws
