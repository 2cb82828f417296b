// SPDX-License-Identifier: EUPL-1.2
// One accepted connection. Inside platform/http only; compiles Beast.
#pragma once

#include "platform/http/listener.hpp"
#include "platform/http/response_writer.hpp"
#include "platform/http/stream.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace parvis::http {

/// Reads requests one after the other, each within its limits, and answers them. Lives in the coroutine
/// serve().
class ServerConnection : public std::enable_shared_from_this<ServerConnection> {
  public:
    ServerConnection(std::shared_ptr<Server::Listener> listener, boost::asio::ip::tcp::socket socket);
    ~ServerConnection();

    boost::asio::awaitable<void> run();
    void stop_when_idle();
    void close_at_once();

  private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    enum class After { next_request, close, upgraded };
    enum class Arrival { complete, lost };
    struct Exchange {
        std::shared_ptr<Request> request;
        Response response;
        std::string route = "none";
        std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
        std::vector<std::string> segments;
    };

    boost::asio::awaitable<bool> begin();
    boost::asio::awaitable<After> serve_request();
    boost::asio::awaitable<bool> wait_for_request();
    boost::asio::awaitable<Result<Arrival>> read_header(Parser& parser);
    boost::asio::awaitable<Result<Arrival>> read_body(Parser& parser, std::size_t max_bytes);
    boost::asio::awaitable<After> answer(Parser& parser, Exchange& exchange);
    boost::asio::awaitable<After> answer_route(Parser& parser, Exchange& exchange, Router::Match match);
    bool upgrade(Parser& parser, Exchange& exchange, UpgradeTarget& target);
    boost::asio::awaitable<After> write(Exchange& exchange, Connection connection);
    boost::asio::awaitable<void> finish();

    void fill(Exchange& exchange, Parser const& parser) const;
    bool passes_before(Exchange& exchange) const;
    void limit(std::chrono::milliseconds time);
    void no_limit();

    std::shared_ptr<Server::Listener> listener_;
    std::optional<Stream> stream_; ///< gone once upgraded
    std::string peer_;
    boost::beast::flat_buffer buffer_;
    boost::asio::steady_timer deadline_;
    bool expired_ = false;
    bool waits_for_request_ = false;
    bool input_left_ = false; ///< something was not read: closing at once would reset the answer away
};

} // namespace parvis::http
