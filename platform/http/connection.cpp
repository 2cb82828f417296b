// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/connection.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include <algorithm>
#include <array>

namespace parvis::http {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::size_t first_read_bytes = 1024;
constexpr std::size_t drain_bytes = 256 * 1024;
constexpr std::chrono::milliseconds drain_time{2'000};

auto into(boost::system::error_code& error) {
    return asio::redirect_error(asio::use_awaitable, error);
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

bool is_websocket_upgrade(Request const& request, bool upgrade_flag) {
    return upgrade_flag && request.method == Method::get &&
           equal_without_case(request.header("Upgrade").value_or(""), "websocket");
}

} // namespace

asio::awaitable<void> serve(std::shared_ptr<Server::Listener> listener, asio::ip::tcp::socket socket) {
    auto const connection = std::make_shared<ServerConnection>(std::move(listener), std::move(socket));
    co_await connection->run();
}

void stop_when_idle(ServerConnection& connection) {
    connection.stop_when_idle();
}

void close_at_once(ServerConnection& connection) {
    connection.close_at_once();
}

ServerConnection::ServerConnection(std::shared_ptr<Server::Listener> listener, asio::ip::tcp::socket socket)
    : listener_(std::move(listener)), buffer_(2 * listener_->options.limits.header_bytes + first_read_bytes),
      deadline_(listener_->io) {
    boost::system::error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    auto const remote = socket.remote_endpoint(ignored);
    peer_ = remote.address().to_string();
    if (listener_->tls) {
        stream_.emplace(std::move(socket), *listener_->tls);
    } else {
        stream_.emplace(std::move(socket));
    }
    listener_->connections.insert(this);
}

ServerConnection::~ServerConnection() {
    listener_->connections.erase(this);
    if (listener_->stopped) {
        asio::post(listener_->io, [listener = listener_] { listener->check_stopped(); });
    }
}

void ServerConnection::stop_when_idle() {
    if (waits_for_request_ && stream_) {
        stream_->socket().cancel();
    }
}

void ServerConnection::close_at_once() {
    if (stream_) {
        stream_->close();
    }
}

void ServerConnection::limit(std::chrono::milliseconds time) {
    expired_ = false;
    deadline_.expires_after(time);
    deadline_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        auto const self = weak.lock();
        if (error || !self || !self->stream_ || self->deadline_.expiry() > std::chrono::steady_clock::now()) {
            return;
        }
        self->expired_ = true;
        boost::system::error_code ignored;
        self->stream_->socket().cancel(ignored);
    });
}

void ServerConnection::no_limit() {
    deadline_.expires_at(std::chrono::steady_clock::time_point::max());
}

asio::awaitable<void> ServerConnection::run() {
    auto after = co_await begin() ? After::next_request : After::close;
    while (after == After::next_request && !listener_->stopping) {
        after = co_await serve_request();
    }
    if (after != After::upgraded) {
        co_await finish();
    }
}

asio::awaitable<bool> ServerConnection::begin() {
    if (auto* tls = stream_->tls(); tls != nullptr) {
        boost::system::error_code error;
        limit(listener_->options.limits.header_time);
        co_await tls->async_handshake(asio::ssl::stream_base::server, into(error));
        if (error) {
            log::debug("tls_handshake_failed", {{"cause", error.message()}});
            co_return false;
        }
    }
    if (listener_->connections.size() <= listener_->options.limits.connections) {
        co_return true;
    }
    Exchange exchange;
    exchange.request = std::make_shared<Request>();
    exchange.response =
        listener_->problem(*exchange.request, fail(ErrorCode::unavailable, "too_many_connections"));
    input_left_ = true;
    co_await write(exchange, Connection::close);
    co_return false;
}

asio::awaitable<bool> ServerConnection::wait_for_request() {
    if (buffer_.size() > 0) {
        co_return true;
    }
    buffer_.shrink_to_fit();
    boost::system::error_code error;
    limit(listener_->options.limits.idle_time);
    waits_for_request_ = true;
    auto const bytes = co_await stream_->async_read_some(buffer_.prepare(first_read_bytes), into(error));
    waits_for_request_ = false;
    buffer_.commit(bytes);
    co_return !error;
}

asio::awaitable<Result<ServerConnection::Arrival>> ServerConnection::read_header(Parser& parser) {
    boost::system::error_code error;
    limit(listener_->options.limits.header_time);
    co_await beast::http::async_read_header(*stream_, buffer_, parser, into(error));
    no_limit();
    if (!error) {
        co_return Arrival::complete;
    }
    input_left_ = true;
    if (error == beast::http::error::header_limit || error == beast::http::error::buffer_overflow) {
        co_return fail(ErrorCode::too_large, "headers_too_large", {},
                       {{"max_bytes", std::to_string(listener_->options.limits.header_bytes)}});
    }
    if (expired_) {
        co_return fail(ErrorCode::timeout, "request_timeout");
    }
    if (error.category() == beast::http::make_error_code(beast::http::error::bad_method).category() &&
        error != beast::http::error::end_of_stream && error != beast::http::error::partial_message) {
        co_return fail(ErrorCode::invalid_input, "request_malformed", {}, {{"cause", error.message()}});
    }
    co_return Arrival::lost;
}

asio::awaitable<Result<ServerConnection::Arrival>> ServerConnection::read_body(Parser& parser,
                                                                               std::size_t max_bytes) {
    auto const too_large = [&] {
        return fail(ErrorCode::too_large, "body_too_large", {}, {{"max_bytes", std::to_string(max_bytes)}});
    };
    if (parser.content_length().value_or(0) > max_bytes) {
        input_left_ = true;
        co_return too_large();
    }
    parser.body_limit(max_bytes);
    boost::system::error_code error;
    limit(listener_->options.limits.body_time);
    if (!parser.is_done() && beast::iequals(parser.get()[beast::http::field::expect], "100-continue")) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(*stream_, asio::buffer(go_on), into(error));
    }
    if (!error && !parser.is_done()) {
        co_await beast::http::async_read(*stream_, buffer_, parser, into(error));
    }
    no_limit();
    if (!error) {
        co_return Arrival::complete;
    }
    input_left_ = true;
    if (error == beast::http::error::body_limit) {
        co_return too_large();
    }
    if (expired_) {
        co_return fail(ErrorCode::timeout, "request_timeout");
    }
    if (error == beast::http::error::bad_chunk || error == beast::http::error::bad_chunk_extension) {
        co_return fail(ErrorCode::invalid_input, "request_malformed", {}, {{"cause", error.message()}});
    }
    co_return Arrival::lost;
}

void ServerConnection::fill(Exchange& exchange, Parser const& parser) const {
    auto const& message = parser.get();
    exchange.request = std::make_shared<Request>();
    auto& request = *exchange.request;
    request.method = method_named(std::string_view(message.method_string()));
    for (auto const& field : message) {
        request.headers.add(std::string(field.name_string()), std::string(field.value()));
    }
    request.host = lower(request.header("Host").value_or(""));
    request.language = language_from_accept(request.header("Accept-Language").value_or(""));
    request.client_address = listener_->proxies.client_address(peer_, request.headers);
    request.secure = listener_->tls.has_value() || listener_->proxies.says_secure(peer_, request.headers);
}

asio::awaitable<ServerConnection::After> ServerConnection::serve_request() {
    if (!co_await wait_for_request()) {
        co_return After::close;
    }
    Exchange exchange;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(listener_->options.limits.header_bytes));
    parser.body_limit(boost::none);
    auto const header = co_await read_header(parser);
    if (!header) {
        fill(exchange, parser);
        exchange.response = listener_->problem(*exchange.request, header.error());
        co_return co_await write(exchange, Connection::close);
    }
    if (*header == Arrival::lost) {
        co_return After::close;
    }
    fill(exchange, parser);
    co_return co_await answer(parser, exchange);
}

bool ServerConnection::passes_before(Exchange& exchange) const {
    if (!listener_->options.before) {
        return true;
    }
    auto response = listener_->options.before(*exchange.request);
    if (response) {
        exchange.response = std::move(*response);
    }
    return !response;
}

asio::awaitable<ServerConnection::After> ServerConnection::answer(Parser& parser, Exchange& exchange) {
    auto& request = *exchange.request;
    auto const target = parse_target(std::string_view(parser.get().target()));
    if (target) {
        request.path = target->path;
        request.query = target->query;
        exchange.segments = target->segments;
    }
    auto const link = listener_->links.find(request.path);
    auto const is_link = link != listener_->links.end();
    auto match =
        target && !is_link ? listener_->router.match(request.method, exchange.segments) : Router::Match{};
    auto const [files, below] = listener_->find_files(exchange.segments);
    if (!target) {
        exchange.response = listener_->problem(request, target.error());
    } else if (auto const refusal = listener_->access.refuse(request, is_link)) {
        exchange.response = listener_->problem(request, *refusal);
    } else if (is_link) {
        exchange.route = "link";
        if (upgrade(parser, exchange, *link->second)) {
            co_return After::upgraded;
        }
    } else if (match.route != nullptr) {
        co_return co_await answer_route(parser, exchange, std::move(match));
    } else if (files != nullptr && (files->contains(below) || files->is_folder(below))) {
        exchange.route = "static";
        exchange.response = co_await listener_->answer_file(listener_, exchange.request, files, below);
    } else if (!match.allowed.empty()) {
        exchange.response =
            request.method == Method::options
                ? Response::no_content()
                : listener_->problem(request, fail(ErrorCode::invalid_input, "method_not_allowed"));
        exchange.response.headers.emplace_back("Allow", allow_list(match.allowed));
    } else {
        exchange.response = listener_->problem(request, fail(ErrorCode::not_found, "route_unknown"));
    }
    input_left_ = !parser.is_done() || parser.content_length_remaining().value_or(0) > 0;
    co_return co_await write(exchange, parser.keep_alive() && !input_left_ ? Connection::keep_alive
                                                                           : Connection::close);
}

asio::awaitable<ServerConnection::After> ServerConnection::answer_route(Parser& parser, Exchange& exchange,
                                                                        Router::Match match) {
    auto& request = *exchange.request;
    auto const& route = *match.route;
    exchange.route = route.pattern;
    request.params = std::move(match.params);
    auto const keep_alive = parser.keep_alive() ? Connection::keep_alive : Connection::close;
    if (!passes_before(exchange)) {
        input_left_ = !parser.is_done();
        co_return co_await write(exchange, input_left_ ? Connection::close : keep_alive);
    }
    auto const body = co_await read_body(
        parser, route.options.max_body_bytes.value_or(listener_->options.limits.body_bytes));
    if (!body) {
        exchange.response = listener_->problem(request, body.error());
        co_return co_await write(exchange, Connection::close);
    }
    if (*body == Arrival::lost) {
        co_return After::close;
    }
    request.body = std::move(parser.get().body());
    auto outcome = co_await listener_->call(listener_, &route, exchange.request);
    if (outcome) {
        exchange.response = std::move(*outcome);
    } else {
        exchange.response = listener_->problem(request, outcome.error());
    }
    if (!exchange.response.header("Cache-Control")) {
        exchange.response.headers.emplace_back("Cache-Control", "no-store");
    }
    co_return co_await write(exchange, keep_alive);
}

bool ServerConnection::upgrade(Parser& parser, Exchange& exchange, UpgradeTarget& target) {
    auto& request = *exchange.request;
    if (!is_websocket_upgrade(request, parser.upgrade())) {
        exchange.response = listener_->problem(request, fail(ErrorCode::invalid_input, "upgrade_required"));
        exchange.response.headers.emplace_back("Upgrade", "websocket");
        return false;
    }
    if (buffer_.size() > 0) { // a client speaks again only after our answer
        exchange.response = listener_->problem(request, fail(ErrorCode::invalid_input, "request_malformed"));
        return false;
    }
    if (!passes_before(exchange)) {
        return false;
    }
    no_limit();
    exchange.response.status = 101;
    listener_->report(*exchange.request, exchange.response.status, exchange.route, exchange.began, 0);
    Upgrade handover;
    handover.request = std::move(request);
    handover.problem_text = listener_->options.problem_text;
    handover.handshake =
        std::make_unique<UpgradeHandshake>(UpgradeHandshake{std::move(*stream_), parser.release()});
    stream_.reset();
    target.take(std::move(handover));
    return true;
}

asio::awaitable<ServerConnection::After> ServerConnection::write(Exchange& exchange, Connection connection) {
    auto& response = exchange.response;
    apply_conditions(*exchange.request, response);
    listener_->access.add_security_headers(response, exchange.request->path, exchange.request->secure);
    connection = listener_->stopping ? Connection::close : connection;
    auto const head = header_block(response, connection);
    auto const is_head = exchange.request->method == Method::head;
    std::array<asio::const_buffer, 2> const buffers{
        asio::buffer(head), is_head ? asio::const_buffer() : asio::buffer(response.content())};
    boost::system::error_code error;
    limit(listener_->options.limits.write_time);
    auto const bytes = co_await asio::async_write(*stream_, buffers, into(error));
    no_limit();
    listener_->report(*exchange.request, exchange.response.status, exchange.route, exchange.began, bytes);
    co_return error || connection == Connection::close ? After::close : After::next_request;
}

asio::awaitable<void> ServerConnection::finish() {
    boost::system::error_code error;
    limit(drain_time);
    if (auto* tls = stream_->tls(); tls != nullptr && !input_left_) {
        co_await tls->async_shutdown(into(error));
    }
    stream_->socket().shutdown(asio::socket_base::shutdown_send, error);
    std::array<char, 4096> unread{};
    for (std::size_t drained = 0; input_left_ && !error && drained < drain_bytes;) {
        drained += co_await stream_->socket().async_read_some(asio::buffer(unread), into(error));
    }
    no_limit();
    stream_->close();
}

Upgrade::Upgrade() = default;
Upgrade::Upgrade(Upgrade&&) noexcept = default;
Upgrade& Upgrade::operator=(Upgrade&&) noexcept = default;
Upgrade::~Upgrade() = default;

} // namespace parvis::http
