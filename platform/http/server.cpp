// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/server.hpp"

#include "platform/http/listener.hpp"
#include "platform/http/spawn.hpp"
#include "platform/log/log.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <span>
#include <stdexcept>

namespace parvis::http {

namespace asio = boost::asio;

Server::Listener::Listener(asio::io_context& context, Workers& pool, Router routes, ServerOptions given)
    : io(context), workers(pool), router(std::move(routes)), options(std::move(given)),
      access(options.allowed_hosts, options.allowed_origins, options.content_security, options.page_features),
      acceptor(context), stop_timer(context) {}

std::pair<StaticFiles*, std::vector<std::string>>
Server::Listener::find_files(std::vector<std::string> const& segments) const {
    Mount const* best = nullptr;
    for (auto const& mount : mounts) {
        auto const matches = segments.size() > mount.prefix.size() &&
                             std::ranges::equal(mount.prefix, std::span(segments).first(mount.prefix.size()));
        if (matches && (best == nullptr || mount.prefix.size() > best->prefix.size())) {
            best = &mount;
        }
    }
    if (best == nullptr) {
        return {nullptr, {}};
    }
    return {best->files,
            {segments.begin() + static_cast<std::ptrdiff_t>(best->prefix.size()), segments.end()}};
}

Result<void> Server::Listener::load_certificate() {
    tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_2_VERSION);
    // An idle connection then keeps no record buffers of OpenSSL's own.
    SSL_CTX_set_mode(tls->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    boost::system::error_code error;
    tls->use_certificate_chain_file(options.tls->certificate_chain, error);
    if (error) {
        return fail(ErrorCode::invalid_input, "tls_certificate_unreadable", {},
                    {{"path", options.tls->certificate_chain}, {"cause", error.message()}});
    }
    tls->use_private_key_file(options.tls->private_key, asio::ssl::context::pem, error);
    if (error) {
        return fail(ErrorCode::invalid_input, "tls_key_unreadable", {},
                    {{"path", options.tls->private_key}, {"cause", error.message()}});
    }
    return {};
}

Result<void> Server::Listener::listen() {
    auto trusted = TrustedProxies::parse(options.trusted_proxies);
    if (!trusted) {
        return trusted.error();
    }
    proxies = std::move(*trusted);
    if (options.tls) {
        if (auto loaded = load_certificate(); !loaded) {
            return loaded.error();
        }
    }
    boost::system::error_code error;
    auto const address = asio::ip::make_address(options.address, error);
    if (error) {
        return fail(ErrorCode::invalid_input, "listen_address_invalid", {}, {{"address", options.address}});
    }
    asio::ip::tcp::endpoint const endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error) {
        acceptor.set_option(asio::ip::tcp::acceptor::reuse_address(true), error);
    }
    if (!error) {
        acceptor.bind(endpoint, error);
    }
    if (!error) {
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        return fail(ErrorCode::unavailable, "listen_failed", {},
                    {{"address", options.address},
                     {"port", std::to_string(options.port)},
                     {"cause", error.message()}});
    }
    return {};
}

asio::awaitable<void> Server::Listener::accept_all(std::shared_ptr<Listener> self) {
    while (!self->stopping) {
        boost::system::error_code error;
        auto socket = co_await self->acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (self->stopping) {
            co_return;
        }
        if (error) {
            // Out of file descriptors, most likely: wait for some to be closed instead of spinning.
            log::warn("accept_failed", {{"cause", error.message()}});
            asio::steady_timer pause(self->io, std::chrono::milliseconds(100));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        spawn(self->io, serve(self, std::move(socket)), "http_connection");
    }
}

void Server::Listener::begin_stop(std::function<void()> when_stopped) {
    if (stopping) {
        if (when_stopped) {
            asio::post(io, std::move(when_stopped));
        }
        return;
    }
    stopping = true;
    stopped = std::move(when_stopped);
    boost::system::error_code ignored;
    acceptor.close(ignored);
    auto const all = std::vector(connections.begin(), connections.end());
    for (auto* connection : all) {
        stop_when_idle(*connection);
    }
    links_closing = links.size();
    for (auto const& [path, target] : links) {
        target->shut_down(options.limits.stop_time, [self = shared_from_this()] {
            --self->links_closing;
            self->check_stopped();
        });
    }
    stop_timer.expires_after(options.limits.stop_time);
    stop_timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
        if (!error) {
            log::warn("stop_cut_requests_short", {{"connections", self->connections.size()}});
            self->close_now();
        }
    });
    asio::post(io, [self = shared_from_this()] { self->check_stopped(); });
}

void Server::Listener::check_stopped() {
    if (stopping && connections.empty() && links_closing == 0 && stopped) {
        stop_timer.cancel();
        auto const call = std::exchange(stopped, nullptr);
        call();
    }
}

void Server::Listener::close_now() {
    auto const all = std::vector(connections.begin(), connections.end());
    for (auto* connection : all) {
        close_at_once(*connection);
    }
}

Server::Server(asio::io_context& io, Workers& workers, Router router, ServerOptions options)
    : listener_(std::make_shared<Listener>(io, workers, std::move(router), std::move(options))) {}

Server::~Server() {
    listener_->stopping = true;
    listener_->stopped = nullptr;
    boost::system::error_code ignored;
    listener_->acceptor.close(ignored);
    listener_->stop_timer.cancel();
    listener_->close_now();
}

void Server::add_link(std::string path, UpgradeTarget& target) {
    listener_->links.insert_or_assign(std::move(path), &target);
}

void Server::add_files(std::string prefix, StaticFiles& files) {
    auto const target = parse_target(prefix);
    if (!target || !prefix.ends_with('/')) {
        throw std::invalid_argument("files are mounted at a path that begins and ends with /: " + prefix);
    }
    auto segments = target->segments;
    segments.pop_back();
    listener_->mounts.push_back({std::move(segments), &files});
}

Result<void> Server::start() {
    auto listening = listener_->listen();
    if (!listening) {
        return listening;
    }
    spawn(listener_->io, listener_->accept_all(listener_), "http_accept");
    return {};
}

std::uint16_t Server::port() const {
    boost::system::error_code ignored;
    return listener_->acceptor.local_endpoint(ignored).port();
}

std::size_t Server::open_connections() const {
    return listener_->connections.size();
}

void Server::stop(std::function<void()> stopped) {
    listener_->begin_stop(std::move(stopped));
}

} // namespace parvis::http
