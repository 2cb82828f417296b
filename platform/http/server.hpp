// SPDX-License-Identifier: EUPL-1.2
// The HTTP server: plain or TLS, HTTP/1.1 with keep-alive, routes on workers, pages, and links (WebSocket).
#pragma once

#include "platform/http/problem.hpp"
#include "platform/http/router.hpp"
#include "platform/http/static_files.hpp"
#include "platform/http/workers.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace parvis::http {

class UpgradeTarget;

/// PEM files. TLS 1.2 at least.
struct TlsFiles {
    std::string certificate_chain;
    std::string private_key;
};

/// Every excess is answered with a problem: 431 headers_too_large, 413 body_too_large, 408 request_timeout,
/// 503 too_many_connections, 503 server_busy, 504 handler_timeout.
struct Limits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    std::chrono::milliseconds header_time{
        10'000}; ///< from the first byte of a request, and for the TLS handshake
    std::chrono::milliseconds body_time{30'000};    ///< for a whole body
    std::chrono::milliseconds idle_time{30'000};    ///< between requests: then closed without a word
    std::chrono::milliseconds write_time{30'000};   ///< for a whole response
    std::chrono::milliseconds handler_time{20'000}; ///< how long a caller waits for a handler
    std::chrono::milliseconds stop_time{5'000};     ///< how long stop() waits for running requests
    std::size_t connections = 2'000;
    std::size_t waiting_jobs = 1'000;
};

/// What was answered, for metrics. `route` is the pattern, "static", "link" or "none"; never a raw path.
struct Answered {
    std::string route;
    Method method;
    unsigned status;
    std::chrono::microseconds duration;
    std::size_t bytes;
};

struct ServerOptions {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6 address
    std::uint16_t port = 0;            ///< 0: any free one, see Server::port
    std::optional<TlsFiles> tls{};
    std::vector<std::string> trusted_proxies{}; ///< addresses or CIDR blocks whose X-Forwarded-* count
    Limits limits{};
    /// Exact Host values that are answered ("localhost:8080"); empty: any. Else 421 "host_not_allowed".
    std::vector<std::string> allowed_hosts{};
    /// Exact origins ("https://parvis.example"). Empty: an Origin header on a link or an unsafe method must
    /// be of the same host as Host. Not empty: it must be one of these, and links and unsafe methods must
    /// carry one. Else 403 "origin_not_allowed".
    std::vector<std::string> allowed_origins{};
    /// Sources added to the Content-Security-Policy: {"connect-src", "wss://relay.example"}.
    std::vector<std::pair<std::string, std::string>> content_security{};
    /// What pages may ask the person for, by the beginning of their path: {"/visit/", "camera"}. Elsewhere
    /// the Permissions-Policy denies camera, microphone, geolocation and display-capture.
    std::vector<std::pair<std::string, std::string>> page_features{};
    /// Sentences of problems; empty: English status names only.
    ProblemText problem_text{};
    /// Before each routed request and each upgrade (not for static files), on the io thread: must not block.
    /// A response ends the request: rate limits, page tokens. Path parameters and body are not there yet.
    std::function<std::optional<Response>(Request const&)> before{};
    /// After each answer, on the io thread.
    std::function<void(Answered const&)> answered{};
};

/// Lives on the io thread; `io`, `workers` and everything added must outlive it.
class Server {
  public:
    Server(boost::asio::io_context& io, Workers& workers, Router router, ServerOptions options);
    ~Server();
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    /// WebSocket upgrades of that exact path go to `target` (a ws::LinkServer). Before start().
    void add_link(std::string path, UpgradeTarget& target);
    /// Files of `files` below `prefix` ("/" or "/voices/"); the longest prefix wins, routes win over files.
    /// Before start().
    void add_files(std::string prefix, StaticFiles& files);

    /// Listens. Errors: unavailable "listen_failed" (address, port, cause), invalid_input
    /// "listen_address_invalid", "tls_certificate_unreadable", "tls_key_unreadable" (path, cause),
    /// "trusted_proxy_invalid" (value).
    Result<void> start();
    std::uint16_t port() const;
    std::size_t open_connections() const;

    /// Ordered: accepts no more, closes idle connections, lets running requests end (Limits::stop_time),
    /// closes links with 4010, then calls `stopped` once on the io thread.
    void stop(std::function<void()> stopped);

    struct Listener; ///< of platform/http itself

  private:
    std::shared_ptr<Listener> listener_;
};

} // namespace parvis::http
