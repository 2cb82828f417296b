// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link_server.hpp"

#include "platform/json/parse.hpp"
#include "platform/ws/link_hub.hpp"

namespace parvis::ws {

void LinkApplication::received_binary(LinkId, std::span<std::byte const>) {}

LinkServer::LinkServer(boost::asio::io_context& io, LinkApplication& application, Clock const& clock,
                       LinkServerOptions options)
    : hub_(std::make_shared<Hub>(io, application, clock, std::move(options))) {}

LinkServer::~LinkServer() {
    hub_->abandon();
}

void LinkServer::send(LinkId const& link, boost::json::object message) {
    hub_->send(link, json::serialize(message));
}

void LinkServer::answer(LinkId const& link, std::string const& command_id,
                        Result<boost::json::value> result) {
    hub_->answer(link, command_id, std::move(result));
}

bool LinkServer::send_binary(LinkId const& link, std::vector<std::byte> bytes) {
    return hub_->send_binary(link, std::move(bytes));
}

std::size_t LinkServer::queued_bytes(LinkId const& link) const {
    return hub_->queued_bytes(link);
}

void LinkServer::close(LinkId const& link, CloseReason reason) {
    hub_->close(link, reason);
}

bool LinkServer::is_connected(LinkId const& link) const {
    auto const* found = std::as_const(*hub_).find(link);
    return found != nullptr && found->attachment != 0;
}

Peer const* LinkServer::peer(LinkId const& link) const {
    auto const* found = std::as_const(*hub_).find(link);
    return found == nullptr ? nullptr : &found->peer;
}

EpochId const& LinkServer::epoch() const {
    return hub_->epoch;
}

LinkCounts LinkServer::counts() const {
    return hub_->counts();
}

void LinkServer::take(http::Upgrade upgrade) {
    hub_->take(std::move(upgrade));
}

void LinkServer::shut_down(std::chrono::milliseconds limit, std::function<void()> done) {
    hub_->shut_down(limit, std::move(done));
}

} // namespace parvis::ws
