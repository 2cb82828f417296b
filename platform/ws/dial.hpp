// SPDX-License-Identifier: EUPL-1.2
// The way from a URL to a connected, trusted stream.
#pragma once

#include "platform/http/stream.hpp"
#include "platform/ws/socket.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <optional>

namespace parvis::ws {

/// A try under way, so that it can be given up.
struct Dialling {
    std::optional<boost::asio::ip::tcp::resolver> resolver;
    std::optional<http::Stream> stream;
    bool given_up = false;
};

/// Fills dialling->stream: name, each of its addresses in turn, TLS with the name checked. unavailable
/// "connect_failed", "tls_untrusted" (host, cause).
boost::asio::awaitable<std::optional<Error>> connect(boost::asio::io_context& io,
                                                     std::shared_ptr<Dialling> dialling, DialTarget target);
/// connect() then ends soon.
void give_up(Dialling& dialling);

} // namespace parvis::ws
