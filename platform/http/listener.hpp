// SPDX-License-Identifier: EUPL-1.2
// What a running server shares with its connections. Inside platform/http only.
#pragma once

#include "platform/http/access.hpp"
#include "platform/http/forwarded.hpp"
#include "platform/http/server.hpp"
#include "platform/http/target.hpp"
#include "platform/http/upgrade.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace parvis::http {

class ServerConnection;

struct Server::Listener : std::enable_shared_from_this<Listener> {
    Listener(boost::asio::io_context& context, Workers& pool, Router routes, ServerOptions given);

    struct Mount {
        std::vector<std::string> prefix;
        StaticFiles* files;
    };
    /// The files that hold this path, and the segments below their prefix.
    std::pair<StaticFiles*, std::vector<std::string>>
    find_files(std::vector<std::string> const& segments) const;

    Result<void> listen();
    Result<void> load_certificate();
    boost::asio::awaitable<void> accept_all(std::shared_ptr<Listener> self);
    void begin_stop(std::function<void()> when_stopped);
    void check_stopped();
    void close_now();

    // Coroutines: `self` keeps the server's state while they wait.
    static boost::asio::awaitable<Result<Response>> call(std::shared_ptr<Listener> self, Route const* route,
                                                         std::shared_ptr<Request const> request);
    static boost::asio::awaitable<Response> answer_file(std::shared_ptr<Listener> self,
                                                        std::shared_ptr<Request const> request,
                                                        StaticFiles* files, std::vector<std::string> below);
    Response problem(Request const& request, Error const& error) const;
    void report(Request const& request, unsigned status, std::string const& route,
                std::chrono::steady_clock::time_point began, std::size_t bytes) const;

    boost::asio::io_context& io;
    Workers& workers;
    Router router;
    ServerOptions options;
    Access access;
    TrustedProxies proxies;
    std::map<std::string, UpgradeTarget*, std::less<>> links;
    std::vector<Mount> mounts;

    std::optional<boost::asio::ssl::context> tls;
    boost::asio::ip::tcp::acceptor acceptor;
    boost::asio::steady_timer stop_timer;
    std::unordered_set<ServerConnection*> connections; ///< those alive
    std::size_t links_closing = 0;
    std::function<void()> stopped;
    bool stopping = false;
};

/// Serves one accepted socket until it is closed or upgraded.
boost::asio::awaitable<void> serve(std::shared_ptr<Server::Listener> listener,
                                   boost::asio::ip::tcp::socket socket);
/// Closes it when it only waits for a request, else after the answer under way.
void stop_when_idle(ServerConnection& connection);
void close_at_once(ServerConnection& connection);

} // namespace parvis::http
