// SPDX-License-Identifier: EUPL-1.2
// For tests: the server's side of pairing and of the kiosk link, over real HTTP and WebSocket on loopback. It
// checks signatures as the server does and remembers what the daemon said.
#pragma once

#include "kiosk_protocol/kiosk_link.hpp"
#include "kiosk_protocol/pairing.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/server.hpp"
#include "platform/json/json.hpp"
#include "platform/ws/link_server.hpp"

#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace parvis::kiosk {

/// Runs `io` until `reached` says true; false after ten seconds.
template <class Condition>
bool run_until(boost::asio::io_context& io, Condition reached) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    io.restart();
    while (!reached()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        io.run_one_for(std::chrono::milliseconds(20));
        io.restart();
    }
    return true;
}

class StandInServer final : public ws::LinkApplication {
  public:
    explicit StandInServer(http::Workers& workers, std::uint16_t port = 0)
        : links_(workers.io(), *this, clock_, with_challenge()),
          server_(workers.io(), workers, routes(), on(port)) {
        server_.add_link("/api/v1/kiosk-link", links_);
        listening_ = server_.start().ok();
    }

    bool listening() const { return listening_; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }
    std::uint16_t port() const { return server_.port(); }
    crypto::KeyPair const& key() const { return key_; }
    ws::LinkServer& links() { return links_; }

    /// What a technician does: types the code that the kiosk shows.
    bool claim(std::string const& code, KioskId const& kiosk) {
        std::lock_guard const hold(mutex_);
        for (auto& [id, pairing] : pairings_) {
            if (pairing.code == code && !pairing.expired) {
                pairing.kiosk = kiosk;
                kiosk_key_ = pairing.key;
                return true;
            }
        }
        return false;
    }
    void expire_codes() {
        std::lock_guard const hold(mutex_);
        for (auto& [id, pairing] : pairings_) {
            pairing.expired = true;
        }
    }
    /// Knows the kiosk without pairing.
    void know(crypto::PublicKey const& key) { kiosk_key_ = key; }
    void revoke() {
        revoked_ = true;
        if (link_) {
            links_.close(*link_, ws::CloseReason::forbidden);
        }
    }
    void tell(boost::json::object message) { links_.send(*link_, std::move(message)); }
    bool connected() const { return link_ && links_.is_connected(*link_); }
    void stop() {
        server_.stop([this] { stopped_ = true; });
    }
    bool stopped() const { return stopped_; }

    kiosk_protocol::to_kiosk::Snapshot snapshot;
    std::vector<ws::Command> heard;
    std::vector<kiosk_protocol::KioskRecord> records;
    std::optional<RecordId> refused_record;

    void authenticate(http::Request const&, ws::Hello const& hello, std::string const& nonce,
                      std::function<void(Result<ws::Peer>)> answer) override {
        auto const proof = json::decode<kiosk_protocol::KioskProof>(hello.proof, json::Unknown::ignore);
        if (revoked_) {
            answer(fail(ErrorCode::forbidden, "kiosk_revoked"));
        } else if (!proof || !signed_by_kiosk("parvis-kiosk-link:" + nonce, proof->signature)) {
            answer(fail(ErrorCode::unauthenticated, "kiosk_signature_wrong"));
        } else {
            answer(ws::Peer{"kiosk", proof->kiosk_id.text(), hello.language, 0});
        }
    }
    void opened(ws::LinkId link, ws::Peer const&) override {
        link_ = link;
        snapshot.server_time = clock_.now();
        links_.send(link, json::encode(snapshot).as_object());
    }
    void resumed(ws::LinkId) override {}
    void suspended(ws::LinkId) override {}
    void closed(ws::LinkId) override { link_.reset(); }
    void received(ws::LinkId link, ws::Command command) override {
        auto const decoded =
            json::decode<kiosk_protocol::from_kiosk::Records>(command.message, json::Unknown::ignore);
        if (command.type == "records" && decoded) {
            for (auto const& record : decoded->records) {
                if (refused_record == record.record_id) {
                    links_.answer(link, command.id, fail(ErrorCode::invalid_input, "record_refused"));
                    return;
                }
            }
            records.insert(records.end(), decoded->records.begin(), decoded->records.end());
        }
        heard.push_back(command);
        links_.answer(link, command.id, boost::json::value(boost::json::object{}));
    }

    bool heard_type(std::string_view type) const {
        return std::ranges::any_of(heard, [&](ws::Command const& command) { return command.type == type; });
    }

  private:
    struct Waiting {
        std::string code;
        crypto::PublicKey key;
        std::optional<KioskId> kiosk{};
        bool expired = false;
    };

    static ws::LinkServerOptions with_challenge() {
        ws::LinkServerOptions options;
        options.challenge = true;
        return options;
    }
    static http::ServerOptions on(std::uint16_t port) {
        http::ServerOptions options;
        options.port = port;
        return options;
    }

    http::Router routes() {
        http::Router router;
        router.post("/api/v1/kiosk-pairings",
                    [this](http::Request const& request) { return begin(request); });
        router.post("/api/v1/kiosk-pairings/{pairing_id}/status",
                    [this](http::Request const& request) { return status(request); });
        return router;
    }

    Result<http::Response> begin(http::Request const& request) {
        auto const body =
            json::decode<kiosk_protocol::PairingRequest>(request.json_body().value(), json::Unknown::refuse);
        auto const key = crypto::public_key_from(crypto::from_base64url(body.value().public_key).value());
        kiosk_protocol::Pairing const made{kiosk_protocol::PairingId::make(clock_.now()),
                                           crypto::random_code(8, "ABCDEFGHJKMNPQRSTVWXYZ"),
                                           clock_.now() + std::chrono::minutes(10)};
        std::lock_guard const hold(mutex_);
        pairings_[made.pairing_id.text()] = Waiting{made.code, key.value()};
        return http::Response::json(201, json::encode(made));
    }

    Result<http::Response> status(http::Request const& request) {
        auto const body =
            json::decode<kiosk_protocol::PairingProof>(request.json_body().value(), json::Unknown::refuse);
        auto const id = request.params.at("pairing_id");
        std::lock_guard const hold(mutex_);
        auto const& waiting = pairings_.at(id);
        auto const signature = crypto::from_base64url(body.value().signature).value();
        if (!crypto::verify(waiting.key, crypto::bytes_of("parvis-pairing:" + id), signature)) {
            return fail(ErrorCode::unauthenticated, "pairing_signature_wrong");
        }
        kiosk_protocol::PairingStatus answer;
        answer.state = waiting.expired ? kiosk_protocol::PairingState::expired
                       : waiting.kiosk ? kiosk_protocol::PairingState::paired
                                       : kiosk_protocol::PairingState::waiting;
        if (waiting.kiosk) {
            answer.kiosk_id = waiting.kiosk;
            answer.server_public_key = crypto::base64url(key_.public_key());
        }
        return http::Response::json(200, json::encode(answer));
    }

    bool signed_by_kiosk(std::string const& message, std::string const& signature) const {
        auto const bytes = crypto::from_base64url(signature);
        return kiosk_key_ && bytes && crypto::verify(*kiosk_key_, crypto::bytes_of(message), *bytes);
    }

    SystemClock clock_;
    crypto::KeyPair key_ = crypto::KeyPair::generate();
    std::mutex mutex_;
    std::map<std::string, Waiting> pairings_;
    std::optional<crypto::PublicKey> kiosk_key_;
    std::optional<ws::LinkId> link_;
    bool revoked_ = false;
    bool listening_ = false;
    bool stopped_ = false;
    ws::LinkServer links_;
    http::Server server_;
};

/// A snapshot with a place, for tests that need nothing more.
inline kiosk_protocol::to_kiosk::Snapshot some_snapshot() {
    Instant const now{1'700'000'000'000};
    kiosk_protocol::to_kiosk::Snapshot snapshot;
    snapshot.kiosk = {KioskId::make(now), "Borne 1", "Bureau 2"};
    snapshot.site = {SiteId::make(now), "Mairie de Biars", "Biars-sur-Cère", "1 place de la Mairie",
                     "05 65 00 00 00",  "Europe/Paris",    {{1, 540, 720}}};
    snapshot.tiles = {{"retirement", {"Ma retraite", "My pension"}, "retirement", {}}};
    return snapshot;
}

} // namespace parvis::kiosk
