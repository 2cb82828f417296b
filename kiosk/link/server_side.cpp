// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/link/server_side.hpp"

#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

constexpr std::size_t records_per_command = 50;
constexpr std::chrono::seconds records_retry{60};

std::string link_url(std::string const& server) {
    // http -> ws, https -> wss
    return "ws" + server.substr(4) + "/api/v1/kiosk-link";
}

} // namespace

ServerSide::ServerSide(http::Workers& workers, Clock const& clock, RecordQueue& records,
                       ServerListener& listener, crypto::KeyPair const& key, std::optional<PairedWith> paired,
                       ServerSideOptions options)
    : workers_(workers), clock_(clock), records_(records), listener_(listener), key_(key),
      paired_(std::move(paired)), options_(std::move(options)), records_timer_(workers.io()) {}

ServerSide::~ServerSide() {
    stop();
}

void ServerSide::start() {
    if (paired_) {
        connect();
    } else {
        pair();
    }
}

void ServerSide::stop() {
    stopped_ = true;
    *alive_ = false;
    pairing_.reset();
    link_.reset();
    records_timer_.cancel();
}

void ServerSide::pair() {
    PairingFlowOptions flow;
    flow.server = options_.server;
    flow.trust_file = options_.trust_file;
    flow.on_display = [this](std::optional<PairingDisplay> display) {
        listener_.pairing_changed(false, std::move(display));
    };
    flow.on_paired = [this](PairedWith paired) { paired_now(std::move(paired)); };
    pairing_ = std::make_unique<PairingFlow>(workers_, key_, std::move(flow));
}

void ServerSide::paired_now(PairedWith paired) {
    workers_.submit([file = options_.pairing_file, paired] { return save_pairing(file, paired); },
                    [this, alive = alive_, paired](Result<void> const& saved) {
                        if (!*alive) {
                            return;
                        }
                        if (!saved) {
                            log::error("pairing_not_saved", {{"cause", describe(saved.error())}});
                        }
                        paired_ = paired;
                        pairing_.reset();
                        listener_.pairing_changed(true, std::nullopt);
                        connect();
                    });
}

ws::Hello ServerSide::hello(std::string const& nonce) const {
    ws::Hello said;
    said.proof =
        json::encode(KioskProof{paired_->kiosk_id, sign_for(key_, "parvis-kiosk-link:", nonce)}).as_object();
    said.extra["surface"] = "kiosk";
    return said;
}

void ServerSide::connect() {
    ws::LinkClientOptions link;
    link.url = link_url(options_.server);
    link.trust_file = options_.trust_file;
    link.expects_challenge = true;
    link.hello = [this](std::string const& nonce) { return hello(nonce); };
    link.on_welcome = [this](bool resumed) {
        if (resumed) {
            set_online(true);
        }
    };
    link.on_message = [this](boost::json::object const& message) { heard(message); };
    link.on_state = [this](ws::LinkState state, std::optional<Error> const& problem) {
        link_state_changed(state, problem);
    };
    link_ = std::make_unique<ws::LinkClient>(workers_.io(), std::move(link));
}

void ServerSide::link_state_changed(ws::LinkState state, std::optional<Error> const& problem) {
    if (state == ws::LinkState::connected) {
        log::info("server_link_connected");
        return;
    }
    if (problem) {
        log::warn("server_link_lost", {{"state", ws::to_string(state)}, {"cause", describe(*problem)}});
    }
    auto const was_online = online_;
    set_online(false);
    auto const rejected =
        problem && (problem->code == ErrorCode::forbidden || problem->reason == "kiosk_unknown");
    if (state == ws::LinkState::refused && rejected) {
        boost::asio::post(workers_.io(), [this, alive = alive_, cause = *problem] {
            if (*alive) {
                key_rejected(cause);
            }
        });
    }
    if (state == ws::LinkState::refused && was_online && !rejected) {
        // A link that ran was closed without a word, as at a revocation: asking again at once tells why.
        boost::asio::post(workers_.io(), [this, alive = alive_] {
            if (*alive && link_) {
                link_->retry_now();
            }
        });
    }
    if (state == ws::LinkState::replaced) {
        log::error("server_link_replaced");
    }
}

void ServerSide::key_rejected(Error const& problem) {
    if (!paired_) {
        return;
    }
    log::warn("kiosk_key_rejected", {{"cause", describe(problem)}});
    link_.reset();
    records_in_flight_ = false;
    paired_.reset();
    listener_.revoked();
    listener_.pairing_changed(false, std::nullopt);
    workers_.submit([file = options_.pairing_file] { return forget_pairing(file); },
                    [this, alive = alive_](Result<void> const& forgotten) {
                        if (!forgotten) {
                            log::error("pairing_not_forgotten", {{"cause", describe(forgotten.error())}});
                        }
                        if (*alive) {
                            pair();
                        }
                    });
}

void ServerSide::set_online(bool online) {
    if (online_ == online) {
        return;
    }
    online_ = online;
    listener_.online_changed(online);
    if (online) {
        one_by_one_ = false;
        refused_records_.clear();
        send_records();
    }
}

void ServerSide::heard(boost::json::object const& message) {
    auto decoded = json::decode<ServerMessage>(message, json::Unknown::ignore);
    if (!decoded) {
        // A newer server may say what this version does not know.
        log::warn("server_message_ignored", {{"cause", describe(decoded.error())}});
        return;
    }
    auto const is_snapshot = std::holds_alternative<to_kiosk::Snapshot>(*decoded);
    listener_.server_said(std::move(*decoded));
    if (is_snapshot) {
        set_online(true);
    }
}

void ServerSide::send(boost::json::object command, ws::AnswerHandler answered) {
    if (!link_) {
        if (answered) {
            answered(fail(ErrorCode::unavailable, "server_away"));
        }
        return;
    }
    link_->send_command(CommandId::make(clock_.now()).text(), std::move(command), std::move(answered));
}

void ServerSide::send_records() {
    if (!online_ || records_in_flight_ || stopped_) {
        return;
    }
    from_kiosk::Records batch;
    auto const limit = one_by_one_ ? 1 : records_per_command;
    for (auto& record : records_.oldest(limit + refused_records_.size())) {
        if (batch.records.size() < limit && !refused_records_.contains(record.record_id)) {
            batch.records.push_back(std::move(record));
        }
    }
    if (batch.records.empty()) {
        return;
    }
    std::vector<RecordId> ids;
    for (auto const& record : batch.records) {
        ids.push_back(record.record_id);
    }
    records_in_flight_ = true;
    send(json::encode(batch).as_object(), [this, ids](Result<boost::json::value> const& answer) {
        if (!answer) {
            log::warn("records_refused", {{"count", ids.size()}, {"cause", describe(answer.error())}});
        }
        records_answered(ids, answer.ok());
    });
}

void ServerSide::records_answered(std::vector<RecordId> ids, bool taken) {
    if (!taken) {
        // One record that the server refuses must not keep the others back; it stays owed and is offered
        // again later.
        if (ids.size() == 1) {
            refused_records_.insert(ids.front());
        }
        one_by_one_ = true;
        records_in_flight_ = false;
        records_timer_.expires_after(records_retry);
        records_timer_.async_wait([this, alive = alive_](boost::system::error_code failure) {
            if (!failure && *alive) {
                refused_records_.clear();
                send_records();
            }
        });
        send_records();
        return;
    }
    workers_.submit([&records = records_, ids] { return records.answered(ids); },
                    [this, alive = alive_](Result<void> const& written) {
                        if (!written) {
                            log::error("records_not_cleared", {{"cause", describe(written.error())}});
                        }
                        if (*alive) {
                            records_in_flight_ = false;
                            send_records();
                        }
                    });
}

} // namespace parvis::kiosk
