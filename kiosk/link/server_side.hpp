// SPDX-License-Identifier: EUPL-1.2
// The server as the daemon sees it: paired or not, there or not, what it says, and what it is owed.
#pragma once

#include "kiosk/link/pairing_flow.hpp"
#include "kiosk/store/kiosk_identity.hpp"
#include "kiosk/store/record_queue.hpp"
#include "kiosk_protocol/kiosk_link.hpp"
#include "kiosk_protocol/kiosk_queue.hpp"
#include "platform/http/workers.hpp"
#include "platform/ws/link_client.hpp"

#include <boost/asio/steady_timer.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace parvis::kiosk {

using ServerMessage = std::variant<kiosk_protocol::to_kiosk::Snapshot, kiosk_protocol::to_kiosk::Tiles,
                                   kiosk_protocol::to_kiosk::Interview, kiosk_protocol::to_kiosk::Signal,
                                   kiosk_protocol::to_kiosk::Bell, kiosk_protocol::to_kiosk::Queue,
                                   kiosk_protocol::to_kiosk::RunSelfTest>;

/// What ServerSide reports, on the io thread.
class ServerListener {
  public:
    virtual ~ServerListener() = default;
    /// `display` is the code to show while not paired; nothing while the server cannot be reached.
    virtual void pairing_changed(bool paired, std::optional<kiosk_protocol::PairingDisplay> display) = 0;
    /// The server took this kiosk's key away. pairing_changed(false, ...) follows.
    virtual void revoked() = 0;
    /// True after a snapshot or a resumed link; false as soon as the link is lost.
    virtual void online_changed(bool online) = 0;
    virtual void server_said(ServerMessage message) = 0;
};

struct ServerSideOptions {
    std::string server;     ///< http:// or https:// URL without a path
    std::string trust_file; ///< PEM; "": the system's
    std::filesystem::path pairing_file;
};

/// On the io thread. `workers`, `records`, `listener` and `clock` must outlive it.
class ServerSide {
  public:
    ServerSide(http::Workers& workers, Clock const& clock, RecordQueue& records, ServerListener& listener,
               crypto::KeyPair const& key, std::optional<PairedWith> paired, ServerSideOptions options);
    ~ServerSide();
    ServerSide(ServerSide const&) = delete;
    ServerSide& operator=(ServerSide const&) = delete;

    /// Pairs or connects. Once.
    void start();
    void stop();

    bool online() const { return online_; }
    std::optional<PairedWith> const& paired() const { return paired_; }

    /// Sent now, or at the next connection; again after a reconnect until answered. Nothing is kept while not
    /// paired: `answered` then gets unavailable "server_away".
    void send(boost::json::object command, ws::AnswerHandler answered);
    /// Sends what the record queue holds, as far as the server is there. Call after each append.
    void send_records();

  private:
    void pair();
    void connect();
    void paired_now(PairedWith paired);
    void link_state_changed(ws::LinkState state, std::optional<Error> const& problem);
    void heard(boost::json::object const& message);
    void set_online(bool online);
    void key_rejected(Error const& problem);
    void records_answered(std::vector<RecordId> ids, bool taken);
    ws::Hello hello(std::string const& nonce) const;

    http::Workers& workers_;
    Clock const& clock_;
    RecordQueue& records_;
    ServerListener& listener_;
    crypto::KeyPair key_;
    std::optional<PairedWith> paired_;
    ServerSideOptions options_;
    boost::asio::steady_timer records_timer_;
    std::unique_ptr<PairingFlow> pairing_;
    std::unique_ptr<ws::LinkClient> link_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    std::set<RecordId> refused_records_;
    bool records_in_flight_ = false;
    bool one_by_one_ = false;
    bool online_ = false;
    bool stopped_ = false;
};

} // namespace parvis::kiosk
