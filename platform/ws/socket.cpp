// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/socket.hpp"

#include "platform/http/spawn.hpp"
#include "platform/ws/dial.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>

namespace parvis::ws {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t piece_bytes = 64 * 1024;  ///< one frame: control frames go between, progress shows
constexpr std::size_t kept_capacity = 8 * 1024; ///< larger read buffers are given back after their message

auto into(boost::system::error_code& error) {
    return asio::redirect_error(asio::use_awaitable, error);
}

struct Outgoing {
    bool is_text;
    std::string text;
    std::vector<std::byte> bytes;
    std::size_t written = 0;

    asio::const_buffer rest() const {
        auto const whole = is_text ? asio::buffer(text) : asio::buffer(bytes);
        return whole + written;
    }
};

class BeastSocket final : public Socket, public std::enable_shared_from_this<BeastSocket> {
  public:
    BeastSocket(asio::io_context& io, SocketLimits limits, SocketEvents events)
        : io_(io), limits_(limits), events_(std::move(events)), patience_(io) {}

    asio::awaitable<void> run_accepted(std::shared_ptr<BeastSocket> self, http::Upgrade upgrade);
    asio::awaitable<void> run_dialled(std::shared_ptr<BeastSocket> self, DialTarget target);

    void send_text(std::string text) override {
        unsent_text_ += text.size();
        enqueue({true, std::move(text), {}});
    }
    void send_binary(std::vector<std::byte> bytes) override {
        unsent_binary_ += bytes.size();
        enqueue({false, {}, std::move(bytes)});
    }
    void close(std::uint16_t code, std::string_view reason, Unsent unsent,
               std::chrono::milliseconds patience) override;
    void abort() override;
    std::size_t unsent_text_bytes() const override { return unsent_text_; }
    std::size_t unsent_binary_bytes() const override { return unsent_binary_; }
    std::chrono::milliseconds stalled_for() const override {
        return queue_.empty()
                   ? std::chrono::milliseconds(0)
                   : std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - progress_at_);
    }

  private:
    using WebSocket = websocket::stream<http::Stream, false>; // false: without permessage-deflate

    asio::awaitable<std::optional<Error>> shake_hands(DialTarget target);
    void open(http::Stream stream);
    void established();
    void read();
    void on_read(boost::system::error_code error);
    void deliver();
    void enqueue(Outgoing message);
    void write();
    void on_written(boost::system::error_code error, std::size_t bytes);
    void say_goodbye();
    void ended(std::optional<Error> failure = {});

    asio::io_context& io_;
    SocketLimits limits_;
    SocketEvents events_;
    std::shared_ptr<Dialling> dialling_ = std::make_shared<Dialling>();
    std::unique_ptr<WebSocket> socket_;
    beast::flat_buffer incoming_;
    std::deque<Outgoing> queue_;
    std::size_t unsent_text_ = 0;
    std::size_t unsent_binary_ = 0;
    Clock::time_point progress_at_{};
    asio::steady_timer patience_;    ///< until a goodbye must have been answered
    std::uint16_t goodbye_code_ = 0; ///< 0: nobody closes yet
    std::string goodbye_reason_;
    bool is_open_ = false;
    bool is_writing_ = false;
    bool said_goodbye_ = false;
    bool is_over_ = false;
};

void BeastSocket::open(http::Stream stream) {
    socket_ = std::make_unique<WebSocket>(std::move(stream));
    websocket::stream_base::timeout timeouts{};
    timeouts.handshake_timeout = std::chrono::seconds(10);
    timeouts.idle_timeout = websocket::stream_base::none();
    timeouts.keep_alive_pings = false;
    socket_->set_option(timeouts);
    socket_->read_message_max(
        0); // limits_ are looked at while reading, so that a problem can be sent before closing
    socket_->auto_fragment(false);
}

asio::awaitable<void> BeastSocket::run_accepted(std::shared_ptr<BeastSocket>, http::Upgrade upgrade) {
    open(std::move(upgrade.handshake->stream));
    boost::system::error_code error;
    co_await socket_->async_accept(upgrade.handshake->request, into(error));
    if (error || is_over_) {
        ended();
        co_return;
    }
    established();
}

asio::awaitable<void> BeastSocket::run_dialled(std::shared_ptr<BeastSocket>, DialTarget target) {
    auto failure = co_await connect(io_, dialling_, target);
    if (!failure && !is_over_) {
        failure = co_await shake_hands(target);
    }
    if (failure || is_over_) {
        ended(std::move(failure));
        co_return;
    }
    established();
}

asio::awaitable<std::optional<Error>> BeastSocket::shake_hands(DialTarget target) {
    open(std::move(*dialling_->stream));
    dialling_->stream.reset();
    socket_->set_option(
        websocket::stream_base::decorator([headers = target.headers](websocket::request_type& request) {
            for (auto const& [name, value] : headers) {
                request.set(name, value);
            }
        }));
    boost::system::error_code error;
    websocket::response_type response;
    co_await socket_->async_handshake(response, target.url.authority, target.url.path, into(error));
    if (error == websocket::error::upgrade_declined) {
        co_return fail(ErrorCode::unavailable, "upgrade_refused", {},
                       {{"status", std::to_string(response.result_int())}});
    }
    if (error) {
        co_return fail(ErrorCode::unavailable, "connect_failed", {},
                       {{"host", target.url.host}, {"cause", error.message()}});
    }
    co_return std::nullopt;
}

void BeastSocket::established() {
    is_open_ = true;
    if (events_.opened) {
        events_.opened();
    }
    read();
    write();
}

void BeastSocket::read() {
    if (is_over_) {
        return;
    }
    socket_->async_read_some(
        incoming_, 0,
        [self = shared_from_this()](boost::system::error_code error, std::size_t) { self->on_read(error); });
}

void BeastSocket::on_read(boost::system::error_code error) {
    if (error || is_over_) {
        ended();
        return;
    }
    auto const limit = socket_->got_text() ? limits_.text_bytes : limits_.binary_bytes;
    if (incoming_.size() > limit) {
        if (goodbye_code_ == 0) {
            events_.too_large();
        }
        return; // the close to come reads what is left
    }
    if (socket_->is_message_done()) {
        deliver();
    }
    read();
}

void BeastSocket::deliver() {
    auto const data = incoming_.cdata();
    if (goodbye_code_ == 0) {
        if (socket_->got_text()) {
            events_.text(std::string(static_cast<char const*>(data.data()), data.size()));
        } else if (events_.binary) {
            auto const* first = static_cast<std::byte const*>(data.data());
            events_.binary(std::vector<std::byte>(first, first + data.size()));
        }
    }
    incoming_.clear();
    if (incoming_.capacity() > kept_capacity) {
        incoming_.shrink_to_fit();
    }
}

void BeastSocket::enqueue(Outgoing message) {
    if (is_over_ || goodbye_code_ != 0) {
        (message.is_text ? unsent_text_ : unsent_binary_) -= message.rest().size();
        return;
    }
    if (queue_.empty()) {
        progress_at_ = Clock::now();
    }
    queue_.push_back(std::move(message));
    write();
}

void BeastSocket::write() {
    if (!is_open_ || is_writing_ || is_over_ || said_goodbye_) {
        return;
    }
    if (queue_.empty()) {
        if (goodbye_code_ != 0) {
            say_goodbye();
        }
        return;
    }
    auto const& front = queue_.front();
    auto const rest = front.rest();
    auto const piece = asio::buffer(rest, piece_bytes);
    is_writing_ = true;
    if (front.written == 0) {
        socket_->text(front.is_text);
    }
    socket_->async_write_some(
        piece.size() == rest.size(), piece,
        [self = shared_from_this()](boost::system::error_code error, std::size_t bytes) {
            self->on_written(error, bytes);
        });
}

void BeastSocket::on_written(boost::system::error_code error, std::size_t bytes) {
    is_writing_ = false;
    if (is_over_) {
        return;
    }
    if (error) {
        if (!said_goodbye_) {
            abort();
        }
        return;
    }
    auto& front = queue_.front();
    progress_at_ = Clock::now();
    front.written += bytes;
    (front.is_text ? unsent_text_ : unsent_binary_) -= bytes;
    if (front.rest().size() == 0) {
        queue_.pop_front();
    }
    write();
}

void BeastSocket::close(std::uint16_t code, std::string_view reason, Unsent unsent,
                        std::chrono::milliseconds patience) {
    if (is_over_ || goodbye_code_ != 0) {
        return;
    }
    goodbye_code_ = code;
    goodbye_reason_ = std::string(reason);
    patience_.expires_after(patience);
    patience_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        auto const self = weak.lock();
        if (!error && self) {
            self->abort();
        }
    });
    if (unsent == Unsent::is_dropped) {
        while (queue_.size() > (is_writing_ ? 1U : 0U)) {
            auto const& back = queue_.back();
            (back.is_text ? unsent_text_ : unsent_binary_) -= back.rest().size();
            queue_.pop_back();
        }
        if (is_open_) {
            say_goodbye();
            return;
        }
    }
    if (!is_open_) {
        abort();
        return;
    }
    asio::post(io_, [self = shared_from_this()] { self->write(); });
}

void BeastSocket::say_goodbye() {
    if (said_goodbye_) {
        return;
    }
    said_goodbye_ = true;
    websocket::close_reason const reason(static_cast<websocket::close_code>(goodbye_code_), goodbye_reason_);
    socket_->async_close(reason, [self = shared_from_this()](boost::system::error_code) { self->ended(); });
}

void BeastSocket::abort() {
    if (is_over_) {
        return;
    }
    give_up(*dialling_);
    if (socket_) {
        socket_->next_layer().close();
    }
    asio::post(io_, [self = shared_from_this()] { self->ended(); });
}

void BeastSocket::ended(std::optional<Error> failure) {
    if (is_over_) {
        return;
    }
    is_over_ = true;
    patience_.cancel();
    Closed closed;
    closed.failure = std::move(failure);
    if (socket_ && socket_->reason().code != websocket::close_code::none) {
        closed.code = socket_->reason().code;
        closed.reason = std::string(socket_->reason().reason.c_str());
    } else if (goodbye_code_ != 0) {
        closed.code = goodbye_code_;
        closed.reason = goodbye_reason_;
    }
    if (socket_) {
        socket_->next_layer().close();
    }
    give_up(*dialling_);
    queue_.clear();
    unsent_text_ = unsent_binary_ = 0;
    // The events hold whoever made this socket: let go of them.
    auto const events = std::exchange(events_, {});
    if (events.closed) {
        events.closed(closed);
    }
}

} // namespace

std::shared_ptr<Socket> Socket::accept(asio::io_context& io, http::Upgrade upgrade, SocketLimits limits,
                                       SocketEvents events) {
    auto socket = std::make_shared<BeastSocket>(io, limits, std::move(events));
    http::spawn(io, socket->run_accepted(socket, std::move(upgrade)), "link_accept");
    return socket;
}

std::shared_ptr<Socket> Socket::dial(asio::io_context& io, DialTarget target, SocketLimits limits,
                                     SocketEvents events) {
    auto socket = std::make_shared<BeastSocket>(io, limits, std::move(events));
    http::spawn(io, socket->run_dialled(socket, std::move(target)), "link_dial");
    return socket;
}

} // namespace parvis::ws
