// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link_hub.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/json/parse.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace parvis::ws {

namespace {

constexpr std::size_t nonce_bytes = 32;

SteadyTime steady_now() {
    return std::chrono::steady_clock::now();
}

CloseReason close_reason(Error const& error) {
    switch (error.code) {
    case ErrorCode::unauthenticated:
    case ErrorCode::expired:
        return CloseReason::unauthenticated;
    case ErrorCode::forbidden:
        return CloseReason::forbidden;
    case ErrorCode::unavailable:
    case ErrorCode::timeout:
        return CloseReason::unavailable;
    default:
        return CloseReason::protocol_error;
    }
}

} // namespace

LinkServer::Hub::Hub(boost::asio::io_context& context, LinkApplication& app, Clock const& wall_clock,
                     LinkServerOptions given)
    : epoch(EpochId::make(wall_clock.now())), io_(context), application_(app), clock_(wall_clock),
      options_(std::move(given)), ticker_(context) {}

// ---- sockets

SocketEvents LinkServer::Hub::events_for(std::uint64_t number) {
    auto const with = [weak = weak_from_this(), number](auto call) {
        auto const hub = weak.lock();
        auto* from = hub ? hub->attachment(number) : nullptr;
        if (from != nullptr && !from->is_closing) {
            call(*hub, *from);
        }
    };
    SocketEvents events;
    events.opened = [with] { with([](Hub& hub, Attachment& from) { hub.opened(from); }); };
    events.text = [with](std::string const& text) {
        with([&](Hub& hub, Attachment& from) { hub.heard(from, text); });
    };
    events.binary = [with](std::vector<std::byte> const& bytes) {
        with([&](Hub& hub, Attachment& from) {
            from.heard_at = steady_now();
            if (from.link.empty()) {
                hub.refuse(from, fail(ErrorCode::conflict, "hello_expected"), CloseReason::protocol_error);
            } else {
                hub.application_.received_binary(from.link, bytes);
            }
        });
    };
    events.too_large = [with] {
        with([](Hub& hub, Attachment& from) {
            hub.refuse(from,
                       fail(ErrorCode::too_large, "message_too_large", {},
                            {{"max_bytes", std::to_string(hub.options_.text_bytes)}}),
                       CloseReason::too_large);
        });
    };
    events.closed = [weak = weak_from_this(), number](Closed const& closed) {
        if (auto const hub = weak.lock()) {
            hub->ended(number, closed);
        }
    };
    return events;
}

LinkServer::Hub::Attachment* LinkServer::Hub::attachment(std::uint64_t number) {
    auto const found = attachments_.find(number);
    return found == attachments_.end() ? nullptr : &found->second;
}

LinkServer::Hub::Attachment const* LinkServer::Hub::socket_of(LinkId const& id) const {
    auto const* link = find(id);
    auto const found = link == nullptr ? attachments_.end() : attachments_.find(link->attachment);
    return found == attachments_.end() ? nullptr : &found->second;
}

LinkServer::Hub::Attachment* LinkServer::Hub::socket_of(LinkId const& id) {
    auto* link = find(id);
    return link == nullptr ? nullptr : attachment(link->attachment);
}

void LinkServer::Hub::take(http::Upgrade upgrade) {
    if (is_stopping_) {
        return;
    }
    auto const number = ++last_number_;
    problem_text_ = upgrade.problem_text;
    auto& fresh = attachments_[number];
    fresh.number = number;
    fresh.language = upgrade.request.language;
    fresh.request = std::make_unique<http::Request>(std::move(upgrade.request));
    fresh.opened_at = fresh.heard_at = steady_now();
    fresh.socket = Socket::accept(io_, std::move(upgrade), {options_.text_bytes, options_.binary_bytes},
                                  events_for(number));
    start_ticking();
}

void LinkServer::Hub::opened(Attachment& from) {
    if (options_.challenge) {
        from.nonce = crypto::random_token(nonce_bytes);
        from.socket->send_text(
            json::serialize(boost::json::object{{"type", "challenge"}, {"nonce", from.nonce}}));
    }
}

void LinkServer::Hub::heard(Attachment& from, std::string const& text) {
    from.heard_at = steady_now();
    auto parsed = json::parse(text, options_.text_bytes);
    if (!parsed) {
        refuse(from, parsed.error(), CloseReason::protocol_error);
        return;
    }
    if (!parsed->is_object()) {
        refuse(from, fail(ErrorCode::invalid_input, "field_wrong_type", "", {{"expected", "object"}}),
               CloseReason::protocol_error);
        return;
    }
    auto& message = parsed->get_object();
    if (from.link.empty()) {
        greet(from, std::move(message));
        return;
    }
    auto const type = text_member(message, "type");
    if (type == "ping") {
        ping(from, message);
    } else if (type == "hello") {
        refuse(from, fail(ErrorCode::conflict, "hello_repeated", "/type"), CloseReason::protocol_error);
    } else {
        command(from, std::move(message));
    }
}

// ---- hello

void LinkServer::Hub::greet(Attachment& from, boost::json::object message) {
    auto hello = parse_hello(std::move(message));
    if (!hello || from.is_checking) {
        refuse(from, hello ? fail(ErrorCode::conflict, "hello_repeated", "/type") : hello.error(),
               CloseReason::protocol_error);
        return;
    }
    from.language = hello->language;
    auto const protocol = std::min(hello->highest, options_.highest_protocol);
    if (protocol < std::max(hello->lowest, options_.lowest_protocol)) {
        refuse(from,
               fail(ErrorCode::unsupported, "protocol_unsupported", "/protocol",
                    {{"lowest", std::to_string(options_.lowest_protocol)},
                     {"highest", std::to_string(options_.highest_protocol)},
                     {"peer_lowest", std::to_string(hello->lowest)},
                     {"peer_highest", std::to_string(hello->highest)}}),
               CloseReason::protocol_error);
        return;
    }
    from.is_checking = true;
    auto const request = std::move(from.request);
    auto const nonce = std::exchange(from.nonce, {});
    auto const number = from.number;
    auto recognise = [weak = weak_from_this(), number, hello = *hello, protocol](Result<Peer> peer) {
        auto const hub = weak.lock();
        if (hub) {
            boost::asio::post(hub->io_, [hub, number, hello, protocol, peer = std::move(peer)]() mutable {
                hub->recognised(number, hello, protocol, std::move(peer));
            });
        }
    };
    application_.authenticate(*request, *hello, nonce, std::move(recognise));
}

void LinkServer::Hub::recognised(std::uint64_t number, Hello const& hello, int protocol, Result<Peer> peer) {
    auto* from = attachment(number);
    if (from == nullptr || from->is_closing || is_stopping_ || !from->link.empty()) {
        return;
    }
    if (!peer) {
        refuse(*from, peer.error(), close_reason(peer.error()));
        return;
    }
    peer->protocol = protocol;
    from->language = peer->language;
    if (auto* kept = resumable(hello, *peer); kept != nullptr) {
        ++counts_.resumed;
        auto const id = kept->id;
        if (auto* old = socket_of(id); old != nullptr) {
            drop(*old, CloseReason::replaced, Unsent::is_dropped);
        }
        welcome(*from, *kept, true);
        for (auto& text : kept->replay(hello.resume->received)) {
            from->socket->send_text(std::move(text));
        }
        application_.resumed(id);
        return;
    }
    ++counts_.opened;
    auto const id = LinkId::make(clock_.now());
    auto const made = links_.try_emplace(id, id, std::move(*peer), options_, steady_now());
    auto& link = made.first->second;
    welcome(*from, link, false);
    auto const known = link.peer;
    application_.opened(id, known);
}

Link* LinkServer::Hub::resumable(Hello const& hello, Peer const& peer) {
    if (!hello.resume || hello.resume->epoch != epoch.text()) {
        return nullptr;
    }
    auto const id = LinkId::parse(hello.resume->link);
    auto* link = id ? find(*id) : nullptr;
    if (link == nullptr || link->peer.kind != peer.kind || link->peer.subject != peer.subject) {
        return nullptr;
    }
    // What is kept was written for the protocol and language of that time.
    if (link->peer.protocol == peer.protocol && link->peer.language == peer.language &&
        link->can_replay(hello.resume->received)) {
        return link;
    }
    if (auto* old = socket_of(*id); old != nullptr) {
        drop(*old, CloseReason::replaced, Unsent::is_dropped);
    }
    forget(*id);
    return nullptr;
}

void LinkServer::Hub::welcome(Attachment& to, Link& link, bool resumed) {
    to.link = link.id;
    to.is_checking = false;
    link.attachment = to.number;
    link.lost_at.reset();
    to.socket->send_text(json::serialize(boost::json::object{{"type", "welcome"},
                                                             {"protocol", link.peer.protocol},
                                                             {"epoch", epoch.text()},
                                                             {"link", link.id.text()},
                                                             {"resumed", resumed}}));
}

} // namespace parvis::ws
