// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/dial.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace parvis::ws {

namespace asio = boost::asio;

struct Trust {
    asio::ssl::context context{asio::ssl::context::tls_client};
};

Result<std::shared_ptr<Trust>> load_trust(std::string const& file) {
    auto trust = std::make_shared<Trust>();
    SSL_CTX_set_min_proto_version(trust->context.native_handle(), TLS1_2_VERSION);
    trust->context.set_verify_mode(asio::ssl::verify_peer);
    boost::system::error_code error;
    if (file.empty()) {
        trust->context.set_default_verify_paths(error);
    } else {
        trust->context.load_verify_file(file, error);
    }
    if (error) {
        return fail(ErrorCode::invalid_input, "trust_file_unreadable", {},
                    {{"path", file}, {"cause", error.message()}});
    }
    return trust;
}

asio::awaitable<std::optional<Error>> connect(asio::io_context& io, std::shared_ptr<Dialling> dialling,
                                              DialTarget target) {
    boost::system::error_code error;
    auto const into = [&error] { return asio::redirect_error(asio::use_awaitable, error); };
    auto const failed = [&](char const* reason) {
        return fail(ErrorCode::unavailable, reason, {},
                    {{"host", target.url.host}, {"cause", error.message()}});
    };
    dialling->resolver.emplace(io);
    auto const endpoints =
        co_await dialling->resolver->async_resolve(target.url.host, target.url.port, into());
    if (error || dialling->given_up) {
        co_return failed("connect_failed");
    }
    asio::ip::tcp::socket fresh(io);
    dialling->stream = target.url.secure ? http::Stream(std::move(fresh), target.trust->context)
                                         : http::Stream(std::move(fresh));
    auto& tcp = dialling->stream->socket();
    error = asio::error::host_not_found;
    for (auto const& entry : endpoints) {
        boost::system::error_code ignored;
        tcp.close(ignored);
        co_await tcp.async_connect(entry.endpoint(), into());
        if (!error || dialling->given_up) {
            break;
        }
    }
    if (error || dialling->given_up) {
        co_return failed("connect_failed");
    }
    boost::system::error_code ignored;
    tcp.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (auto* tls = dialling->stream->tls(); tls != nullptr) {
        SSL_set_tlsext_host_name(tls->native_handle(), target.url.host.c_str());
        tls->set_verify_callback(asio::ssl::host_name_verification(target.url.host));
        co_await tls->async_handshake(asio::ssl::stream_base::client, into());
        if (error) {
            co_return failed("tls_untrusted");
        }
    }
    co_return std::nullopt;
}

void give_up(Dialling& dialling) {
    dialling.given_up = true;
    if (dialling.resolver) {
        dialling.resolver->cancel();
    }
    if (dialling.stream) {
        dialling.stream->close();
    }
}

} // namespace parvis::ws
