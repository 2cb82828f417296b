// SPDX-License-Identifier: EUPL-1.2
// How sockets and links end: refused, slow, silent, replaced, forgotten, shut down.
#include "platform/json/parse.hpp"
#include "platform/log/log.hpp"
#include "platform/ws/link_hub.hpp"

#include <boost/asio/post.hpp>

#include <vector>

namespace parvis::ws {

namespace {

constexpr std::chrono::milliseconds goodbye_time{2'000};

} // namespace

void LinkServer::Hub::complain(Attachment& to, Error const& error) {
    auto details = http::problem(error, to.language, problem_text_);
    details["type"] = "problem";
    to.socket->send_text(json::serialize(details));
}

void LinkServer::Hub::refuse(Attachment& to, Error const& error, CloseReason reason) {
    ++counts_.refused;
    log::info("link_refused", {{"reason", error.reason}, {"code", static_cast<int>(reason)}});
    complain(to, error);
    drop(to, reason, Unsent::goes_first);
}

void LinkServer::Hub::drop(Attachment& dropped, CloseReason reason, Unsent unsent) {
    dropped.is_closing = true;
    dropped.socket->close(static_cast<std::uint16_t>(reason), to_string(reason), unsent, goodbye_time);
    auto const id = dropped.link;
    auto* link = id.empty() ? nullptr : find(id);
    if (link != nullptr && link->attachment == dropped.number) {
        detach(*link);
        application_.suspended(id);
    }
}

void LinkServer::Hub::detach(Link& link) {
    link.attachment = 0;
    link.lost_at = std::chrono::steady_clock::now();
}

void LinkServer::Hub::forget(LinkId const& id) {
    auto const copy = id; // `id` may live in what goes
    if (links_.erase(copy) != 0) {
        application_.closed(copy);
    }
}

void LinkServer::Hub::ended(std::uint64_t number, Closed const& closed) {
    auto const found = attachments_.find(number);
    if (found == attachments_.end()) {
        return;
    }
    auto const id = found->second.link;
    attachments_.erase(found);
    if (is_stopping_) {
        check_shut_down();
        return;
    }
    auto* link = id.empty() ? nullptr : find(id);
    if (link == nullptr || link->attachment != number) {
        return;
    }
    if (closed.code == static_cast<std::uint16_t>(CloseReason::normal)) {
        forget(id);
        return;
    }
    detach(*link);
    application_.suspended(id);
}

void LinkServer::Hub::close(LinkId const& id, CloseReason reason) {
    boost::asio::post(io_, [weak = weak_from_this(), id, reason] {
        auto const hub = weak.lock();
        if (!hub || hub->is_stopping_ || hub->find(id) == nullptr) {
            return;
        }
        if (auto* attached = hub->socket_of(id); attached != nullptr) {
            attached->is_closing = true;
            attached->socket->close(static_cast<std::uint16_t>(reason), to_string(reason), Unsent::goes_first,
                                    goodbye_time);
        }
        hub->forget(id);
    });
}

void LinkServer::Hub::check_reader(LinkId const& id) {
    auto* attached = socket_of(id);
    if (attached == nullptr || attached->is_closing ||
        (attached->socket->unsent_text_bytes() <= options_.unsent_bytes &&
         attached->socket->stalled_for() <= options_.unsent_time)) {
        return;
    }
    ++counts_.slow_readers;
    log::info("link_slow_reader", {{"link", id}, {"unsent_bytes", attached->socket->unsent_text_bytes()}});
    drop(*attached, CloseReason::slow_reader, Unsent::is_dropped);
}

void LinkServer::Hub::start_ticking() {
    if (is_ticking_) {
        return;
    }
    is_ticking_ = true;
    ticker_.expires_after(options_.tick);
    ticker_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        auto const hub = weak.lock();
        if (error || !hub || hub->is_stopping_) {
            return;
        }
        hub->is_ticking_ = false;
        hub->tick();
        if (!hub->attachments_.empty() || !hub->links_.empty()) {
            hub->start_ticking();
        }
    });
}

void LinkServer::Hub::tick() {
    auto const now = std::chrono::steady_clock::now();
    std::vector<LinkId> slow;
    std::vector<std::uint64_t> speechless;
    for (auto const& [number, attached] : attachments_) {
        if (attached.is_closing) {
            continue;
        }
        if (!attached.link.empty() && attached.socket->stalled_for() > options_.unsent_time) {
            slow.push_back(attached.link);
        } else if (!attached.link.empty() && now - attached.heard_at > options_.silence) {
            attached.socket->abort();
        } else if (attached.link.empty() && !attached.is_checking &&
                   now - attached.opened_at > options_.hello_time) {
            speechless.push_back(number);
        }
    }
    std::vector<LinkId> gone;
    for (auto const& [id, link] : links_) {
        if (link.lost_at && now - *link.lost_at > options_.keep) {
            gone.push_back(id);
        }
    }
    for (auto const& id : slow) {
        check_reader(id);
    }
    for (auto const number : speechless) {
        if (auto* attached = attachment(number); attached != nullptr) {
            refuse(*attached, fail(ErrorCode::timeout, "hello_timeout"), CloseReason::protocol_error);
        }
    }
    for (auto const& id : gone) {
        forget(id);
    }
}

void LinkServer::Hub::shut_down(std::chrono::milliseconds limit, std::function<void()> done) {
    is_stopping_ = true;
    ticker_.cancel();
    shut_down_done_ = std::move(done);
    for (auto& [number, attached] : attachments_) {
        attached.is_closing = true;
        attached.socket->close(static_cast<std::uint16_t>(CloseReason::shutting_down),
                               to_string(CloseReason::shutting_down), Unsent::goes_first, limit);
    }
    boost::asio::post(io_, [self = shared_from_this()] { self->check_shut_down(); });
}

void LinkServer::Hub::check_shut_down() {
    if (attachments_.empty() && shut_down_done_) {
        auto const done = std::exchange(shut_down_done_, nullptr);
        done();
    }
}

void LinkServer::Hub::abandon() {
    is_stopping_ = true;
    ticker_.cancel();
    for (auto& [number, attached] : attachments_) {
        attached.is_closing = true;
        attached.socket->abort();
    }
}

} // namespace parvis::ws
