// SPDX-License-Identifier: EUPL-1.2
// What goes over an open link: pings, commands, answers, numbered messages.
#include "platform/json/parse.hpp"
#include "platform/log/log.hpp"
#include "platform/ws/link_hub.hpp"

#include <boost/asio/post.hpp>

namespace parvis::ws {

namespace {

constexpr std::size_t longest_command_id = 64;

} // namespace

void LinkServer::Hub::ping(Attachment& from, boost::json::object const& message) {
    auto const* received = message.if_contains("received");
    if (received != nullptr && received->is_int64() && received->get_int64() >= 0) {
        find(from.link)->acknowledge(static_cast<std::uint64_t>(received->get_int64()));
    }
    from.socket->send_text(R"({"type":"pong"})");
}

void LinkServer::Hub::command(Attachment& from, boost::json::object message) {
    auto const type = text_member(message, "type");
    auto const id = std::string(text_member(message, "id"));
    if (type.empty() || id.empty() || id.size() > longest_command_id) {
        auto const* pointer = type.empty() ? "/type" : "/id";
        complain(from, fail(ErrorCode::invalid_input,
                            id.size() > longest_command_id ? "value_out_of_range" : "field_missing", pointer,
                            {{"expected", "text"}, {"lowest", "1"}, {"highest", "64"}}));
        return;
    }
    ++counts_.received;
    auto& link = *find(from.link);
    auto const refuse_command = [&](Error const& error) {
        auto const details = http::problem(error, link.peer.language, problem_text_);
        send(link.id,
             json::serialize(boost::json::object{{"type", "refused"}, {"id", id}, {"problem", details}}));
    };
    switch (link.accept(id, std::chrono::steady_clock::now())) {
    case Acceptance::execute:
        application_.received(from.link, {id, std::string(type), std::move(message)});
        return;
    case Acceptance::answered:
        ++counts_.doubles;
        send(link.id, link.answer_of(id));
        return;
    case Acceptance::running:
        ++counts_.doubles;
        return;
    case Acceptance::too_many:
        refuse_command(fail(ErrorCode::rate_limited, "too_many_commands"));
        return;
    case Acceptance::too_fast:
        refuse_command(fail(ErrorCode::rate_limited, "rate_limited", {}, {{"retry_after_seconds", "1"}}));
        return;
    }
}

void LinkServer::Hub::send(LinkId const& id, std::string text) {
    auto* link = find(id);
    if (link == nullptr || is_stopping_) {
        return;
    }
    ++counts_.sent;
    auto numbered = link->number(std::move(text));
    if (auto* to = socket_of(id); to != nullptr) {
        to->socket->send_text(std::move(numbered));
        if (to->socket->unsent_text_bytes() > options_.unsent_bytes) {
            boost::asio::post(io_, [weak = weak_from_this(), id] {
                if (auto const hub = weak.lock()) {
                    hub->check_reader(id);
                }
            });
        }
    } else if (link->has_gap()) {
        boost::asio::post(io_, [weak = weak_from_this(), id] {
            auto const hub = weak.lock();
            if (hub && hub->find(id) != nullptr && hub->socket_of(id) == nullptr) {
                hub->forget(id);
            }
        });
    }
}

void LinkServer::Hub::answer(LinkId const& id, std::string const& command_id,
                             Result<boost::json::value> result) {
    auto* link = find(id);
    if (link == nullptr) {
        return;
    }
    boost::json::object message{{"type", result ? "done" : "refused"}, {"id", command_id}};
    if (result) {
        message.emplace("result", std::move(*result));
    } else {
        message.emplace("problem", http::problem(result.error(), link->peer.language, problem_text_));
    }
    auto text = json::serialize(message);
    if (!link->remember_answer(command_id, text)) {
        log::error("command_answered_twice", {{"link", id}, {"command", command_id}});
        return;
    }
    send(id, std::move(text));
}

bool LinkServer::Hub::send_binary(LinkId const& id, std::vector<std::byte> bytes) {
    auto* to = socket_of(id);
    if (to == nullptr || to->is_closing || is_stopping_ ||
        to->socket->unsent_binary_bytes() + bytes.size() > options_.unsent_binary_bytes) {
        return false;
    }
    to->socket->send_binary(std::move(bytes));
    return true;
}

std::size_t LinkServer::Hub::queued_bytes(LinkId const& id) const {
    auto const* to = socket_of(id);
    return to == nullptr ? 0 : to->socket->unsent_text_bytes() + to->socket->unsent_binary_bytes();
}

Link* LinkServer::Hub::find(LinkId const& id) {
    auto const found = links_.find(id);
    return found == links_.end() ? nullptr : &found->second;
}

Link const* LinkServer::Hub::find(LinkId const& id) const {
    auto const found = links_.find(id);
    return found == links_.end() ? nullptr : &found->second;
}

LinkCounts LinkServer::Hub::counts() const {
    auto out = counts_;
    out.links = links_.size();
    out.sockets = attachments_.size();
    return out;
}

} // namespace parvis::ws
