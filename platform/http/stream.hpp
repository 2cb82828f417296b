// SPDX-License-Identifier: EUPL-1.2
// One stream type for plain and TLS connections, so that HTTP and WebSocket code is compiled once. For the
// few files that compile Beast.
#pragma once

#include "platform/http/upgrade.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <memory>
#include <utility>

namespace parvis::http {

/// Meets Beast's AsyncStream. Used by one thread.
class Stream {
  public:
    using Socket = boost::asio::ip::tcp::socket;
    using TlsSocket = boost::asio::ssl::stream<Socket>;
    using executor_type = Socket::executor_type;

    explicit Stream(Socket socket) : plain_(std::make_unique<Socket>(std::move(socket))) {}
    Stream(Socket socket, boost::asio::ssl::context& context)
        : tls_(std::make_unique<TlsSocket>(std::move(socket), context)) {}

    executor_type get_executor() { return socket().get_executor(); }
    Socket& socket() { return tls_ ? tls_->next_layer() : *plain_; }
    /// Null for a plain connection.
    TlsSocket* tls() { return tls_.get(); }

    template <class Buffers, class Token>
    auto async_read_some(Buffers const& buffers, Token&& token) {
        return tls_ ? tls_->async_read_some(buffers, std::forward<Token>(token))
                    : plain_->async_read_some(buffers, std::forward<Token>(token));
    }
    template <class Buffers, class Token>
    auto async_write_some(Buffers const& buffers, Token&& token) {
        return tls_ ? tls_->async_write_some(buffers, std::forward<Token>(token))
                    : plain_->async_write_some(buffers, std::forward<Token>(token));
    }

    void close() {
        boost::system::error_code ignored;
        socket().close(ignored);
    }

  private:
    std::unique_ptr<Socket> plain_;
    std::unique_ptr<TlsSocket> tls_;
};

// What Beast's WebSocket asks of a stream that it did not make, found by argument-dependent lookup.

template <class Handler>
void async_teardown(boost::beast::role_type role, Stream& stream, Handler&& handler) {
    if (stream.tls() != nullptr) {
        stream.tls()->async_shutdown(std::forward<Handler>(handler));
    } else {
        boost::beast::websocket::async_teardown(role, stream.socket(), std::forward<Handler>(handler));
    }
}

inline void beast_close_socket(Stream& stream) {
    stream.close();
}

struct UpgradeHandshake {
    Stream stream;
    boost::beast::http::request<boost::beast::http::string_body> request;
};

} // namespace parvis::http
