// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link_client.hpp"

#include "platform/ws/link_session.hpp"

#include <boost/asio/post.hpp>

namespace parvis::ws {

std::string_view to_string(LinkState state) {
    switch (state) {
    case LinkState::connecting:
        return "connecting";
    case LinkState::waiting:
        return "waiting";
    case LinkState::connected:
        return "connected";
    case LinkState::refused:
        return "refused";
    case LinkState::replaced:
        return "replaced";
    case LinkState::stopped:
        return "stopped";
    }
    return "unknown";
}

LinkClient::LinkClient(boost::asio::io_context& io, LinkClientOptions options)
    : session_(std::make_shared<Session>(io, std::move(options))) {
    boost::asio::post(io, [weak = std::weak_ptr(session_)] {
        if (auto const session = weak.lock()) {
            session->try_now();
        }
    });
}

LinkClient::~LinkClient() {
    session_->stop();
}

void LinkClient::send_command(std::string id, boost::json::object command, AnswerHandler on_answer) {
    session_->send_command(std::move(id), std::move(command), std::move(on_answer));
}

bool LinkClient::forget_command(std::string const& id) {
    return session_->forget_command(id);
}

bool LinkClient::send_binary(std::vector<std::byte> bytes) {
    return session_->send_binary(std::move(bytes));
}

std::size_t LinkClient::queued_bytes() const {
    auto const& socket = session_->socket;
    return socket ? socket->unsent_text_bytes() + socket->unsent_binary_bytes() : 0;
}

bool LinkClient::connected() const {
    return session_->state == LinkState::connected;
}

LinkState LinkClient::state() const {
    return session_->state;
}

int LinkClient::protocol() const {
    return session_->protocol;
}

std::size_t LinkClient::pending() const {
    return session_->pending.size();
}

void LinkClient::retry_now() {
    boost::asio::post(session_->io, [weak = std::weak_ptr(session_)] {
        if (auto const session = weak.lock()) {
            session->try_now();
        }
    });
}

void LinkClient::stop() {
    session_->stop();
}

} // namespace parvis::ws
