// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link_session.hpp"

#include "platform/http/problem.hpp"
#include "platform/json/parse.hpp"
#include "platform/log/log.hpp"

#include <algorithm>
#include <stdexcept>

namespace parvis::ws {

namespace {

using Clock = std::chrono::steady_clock;

http::LinkUrl checked(std::string const& url) {
    auto parsed = http::parse_link_url(url);
    if (!parsed) {
        throw std::invalid_argument("not a ws:// or wss:// URL: " + url);
    }
    return std::move(*parsed);
}

bool is_refusal(std::uint16_t code) {
    return code == static_cast<std::uint16_t>(CloseReason::protocol_error) ||
           code == static_cast<std::uint16_t>(CloseReason::unauthenticated) ||
           code == static_cast<std::uint16_t>(CloseReason::forbidden);
}

} // namespace

LinkClient::Session::Session(boost::asio::io_context& context, LinkClientOptions given)
    : io(context), options(std::move(given)), url_(checked(options.url)), alarm_(context),
      ping_timer_(context) {}

void LinkClient::Session::enter(LinkState next, std::optional<Error> const& problem) {
    state = next;
    if (options.on_state) {
        auto const call = options.on_state;
        call(next, problem);
    }
}

void LinkClient::Session::alarm_in(std::chrono::milliseconds time, void (Session::*call)()) {
    alarm_.expires_after(time);
    alarm_.async_wait([weak = weak_from_this(), call](boost::system::error_code error) {
        auto const self = weak.lock();
        if (!error && self && self->alarm_.expiry() <= Clock::now()) {
            ((*self).*call)();
        }
    });
}

void LinkClient::Session::try_now() {
    if (state == LinkState::stopped || state == LinkState::replaced || socket) {
        return;
    }
    enter(LinkState::connecting, std::nullopt);
    if (state != LinkState::connecting || socket) {
        return;
    }
    if (url_.secure && !trust_) {
        auto trust = load_trust(options.trust_file);
        if (!trust) {
            wait(LinkState::waiting, options.back_off_limit, trust.error());
            return;
        }
        trust_ = std::move(*trust);
    }
    DialTarget target{url_, trust_, options.headers};
    if (!options.origin.empty()) {
        target.headers.emplace_back("Origin", options.origin);
    }
    problem_.reset();
    socket = Socket::dial(io, std::move(target), {options.text_bytes, options.binary_bytes},
                          events_for(++socket_number_));
    alarm_in(options.connect_patience, &Session::out_of_patience);
}

SocketEvents LinkClient::Session::events_for(std::uint64_t number) {
    auto const with = [weak = weak_from_this(), number](auto call) {
        auto const self = weak.lock();
        if (self && self->socket && self->socket_number_ == number) {
            call(*self);
        }
    };
    SocketEvents events;
    events.opened = [with] { with([](Session& self) { self.opened(); }); };
    events.text = [with](std::string const& text) { with([&](Session& self) { self.heard(text); }); };
    events.binary = [with](std::vector<std::byte> const& bytes) {
        with([&](Session& self) {
            self.heard_at_ = Clock::now();
            if (self.options.on_binary) {
                self.options.on_binary(bytes);
            }
        });
    };
    events.too_large = [with] {
        with([](Session& self) {
            self.problem_ = fail(ErrorCode::too_large, "message_too_large");
            self.socket->close(static_cast<std::uint16_t>(CloseReason::too_large), "too_large",
                               Unsent::is_dropped, std::chrono::milliseconds(500));
        });
    };
    events.closed = [with](Closed const& how) { with([&](Session& self) { self.closed(how); }); };
    return events;
}

void LinkClient::Session::out_of_patience() {
    problem_ = fail(ErrorCode::timeout, "connect_timeout");
    socket->abort();
}

void LinkClient::Session::opened() {
    heard_at_ = Clock::now();
    alarm_in(options.dead_after, &Session::check_life);
    if (!options.expects_challenge) {
        greet("");
    }
}

void LinkClient::Session::check_life() {
    auto const silent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - heard_at_);
    if (silent < options.dead_after) {
        alarm_in(options.dead_after - silent, &Session::check_life);
        return;
    }
    problem_ = fail(ErrorCode::unavailable, "link_silent");
    socket->abort();
}

void LinkClient::Session::greet(std::string const& nonce) {
    auto hello = options.hello ? options.hello(nonce) : Hello{};
    hello.resume = resume_;
    socket->send_text(json::serialize(to_json(hello)));
}

void LinkClient::Session::ping() {
    if (state != LinkState::connected) {
        return;
    }
    socket->send_text(json::serialize(
        boost::json::object{{"type", "ping"}, {"received", resume_ ? resume_->received : 0}}));
    ping_timer_.expires_after(options.ping_every);
    ping_timer_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        auto const self = weak.lock();
        if (!error && self && self->ping_timer_.expiry() <= Clock::now()) {
            self->ping();
        }
    });
}

void LinkClient::Session::heard(std::string const& text) {
    heard_at_ = Clock::now();
    auto const parsed = json::parse(text, options.text_bytes);
    if (!parsed || !parsed->is_object()) {
        log::warn("link_message_malformed", {{"bytes", text.size()}});
        problem_ = parsed ? fail(ErrorCode::invalid_input, "field_wrong_type") : parsed.error();
        socket->abort();
        return;
    }
    auto const& message = parsed->get_object();
    auto const type = text_member(message, "type");
    auto const* seq = message.if_contains("seq");
    if (seq != nullptr && seq->is_int64()) {
        numbered(message, static_cast<std::uint64_t>(seq->get_int64()));
    } else if (type == "challenge" && state == LinkState::connecting) {
        greet(std::string(text_member(message, "nonce")));
    } else if (type == "welcome" && state == LinkState::connecting) {
        welcomed(message);
    } else if (type == "problem") {
        problem_ = http::error_of(message);
    }
}

void LinkClient::Session::welcomed(boost::json::object const& message) {
    auto const* resumed_member = message.if_contains("resumed");
    auto const* version = message.if_contains("protocol");
    auto const resumed = resumed_member != nullptr && resumed_member->is_bool() && resumed_member->get_bool();
    protocol = version != nullptr && version->is_int64() ? static_cast<int>(version->get_int64()) : 0;
    if (!resumed || !resume_) {
        resume_ =
            Resume{std::string(text_member(message, "epoch")), std::string(text_member(message, "link")), 0};
    }
    failures_ = 0;
    auto const current = socket_number_;
    enter(LinkState::connected, std::nullopt);
    if (options.on_welcome && state == LinkState::connected) {
        options.on_welcome(resumed);
    }
    if (state != LinkState::connected || socket_number_ != current) {
        return;
    }
    for (auto const& command : pending) {
        socket->send_text(command.text);
    }
    ping();
}

void LinkClient::Session::numbered(boost::json::object const& message, std::uint64_t seq) {
    if (!resume_ || state != LinkState::connected || seq <= resume_->received) {
        return;
    }
    resume_->received = seq;
    auto const type = text_member(message, "type");
    if (type == "done" || type == "refused") {
        answered(message);
    } else if (options.on_message) {
        options.on_message(message);
    }
}

void LinkClient::Session::answered(boost::json::object const& message) {
    auto const id = text_member(message, "id");
    auto const found = std::ranges::find(pending, id, &Pending::id);
    if (found == pending.end()) {
        return;
    }
    auto const on_answer = std::move(found->on_answer);
    pending.erase(found);
    if (!on_answer) {
        return;
    }
    auto const* problem = message.if_contains("problem");
    if (text_member(message, "type") == "refused") {
        on_answer(problem != nullptr && problem->is_object()
                      ? http::error_of(problem->get_object())
                      : fail(ErrorCode::unavailable, "internal_error"));
    } else {
        auto const* result = message.if_contains("result");
        on_answer(result != nullptr ? *result : boost::json::value(nullptr));
    }
}

std::chrono::milliseconds LinkClient::Session::back_off() {
    auto const doubled = options.back_off_first * (1LL << std::min(failures_++, 16));
    auto const longest = std::min<std::chrono::milliseconds>(doubled, options.back_off_limit);
    // Half to whole: a restarted server must not meet all its links in one instant.
    std::uniform_real_distribution<double> jitter(0.5, 1.0);
    return std::chrono::milliseconds(
        static_cast<long>(static_cast<double>(longest.count()) * jitter(random_)));
}

void LinkClient::Session::wait(LinkState next, std::chrono::milliseconds time,
                               std::optional<Error> const& problem) {
    alarm_in(time, &Session::try_now);
    enter(next, problem);
}

void LinkClient::Session::closed(Closed const& how) {
    socket.reset();
    alarm_.cancel();
    ping_timer_.cancel();
    auto const problem = problem_ ? problem_ : how.failure;
    if (how.code == static_cast<std::uint16_t>(CloseReason::replaced)) {
        enter(LinkState::replaced, problem);
    } else if (is_refusal(how.code)) {
        wait(LinkState::refused, options.refused_wait, problem);
    } else {
        wait(LinkState::waiting, back_off(), problem ? problem : fail(ErrorCode::unavailable, "link_lost"));
    }
}

void LinkClient::Session::send_command(std::string id, boost::json::object command, AnswerHandler on_answer) {
    command["id"] = id;
    auto text = json::serialize(command);
    if (state == LinkState::connected) {
        socket->send_text(text);
    }
    pending.push_back({std::move(id), std::move(text), std::move(on_answer)});
}

bool LinkClient::Session::forget_command(std::string const& id) {
    return std::erase_if(pending, [&](Pending const& command) { return command.id == id; }) > 0;
}

bool LinkClient::Session::send_binary(std::vector<std::byte> bytes) {
    if (state != LinkState::connected ||
        socket->unsent_binary_bytes() + bytes.size() > options.unsent_binary_bytes) {
        return false;
    }
    socket->send_binary(std::move(bytes));
    return true;
}

void LinkClient::Session::stop() {
    if (state == LinkState::stopped) {
        return;
    }
    state = LinkState::stopped;
    alarm_.cancel();
    ping_timer_.cancel();
    pending.clear();
    ++socket_number_; // events of the old socket are for nobody
    if (auto const last = std::exchange(socket, nullptr)) {
        last->close(static_cast<std::uint16_t>(CloseReason::normal), "normal", Unsent::goes_first,
                    std::chrono::milliseconds(500));
    }
}

} // namespace parvis::ws
