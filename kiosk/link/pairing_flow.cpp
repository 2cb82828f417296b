// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/link/pairing_flow.hpp"

#include "kiosk/link/http_post.hpp"
#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

template <class T>
Result<T> ask(PostTarget const& target, boost::json::value const& body) {
    auto const answer = post_json(target, body);
    return answer ? json::decode<T>(*answer, json::Unknown::ignore) : answer.error();
}

/// The server does not know this pairing any more: a new code is needed.
bool is_over(Error const& error) {
    return error.code == ErrorCode::not_found || error.code == ErrorCode::expired ||
           error.code == ErrorCode::conflict;
}

} // namespace

class PairingFlow::Steps : public std::enable_shared_from_this<Steps> {
  public:
    Steps(http::Workers& workers, crypto::KeyPair const& key, PairingFlowOptions options)
        : workers_(workers), key_(key), options_(std::move(options)), timer_(workers.io()),
          retry_(options_.retry_first) {}

    void stop() {
        stopped_ = true;
        timer_.cancel();
    }

    void request_code() {
        PostTarget const target{options_.server + "/api/v1/kiosk-pairings", options_.trust_file};
        auto const body = json::encode(PairingRequest{crypto::base64url(key_.public_key())});
        workers_.submit(
            [target, body] { return ask<Pairing>(target, body); },
            [self = shared_from_this()](Result<Pairing> answer) { self->code_arrived(std::move(answer)); });
    }

  private:
    void code_arrived(Result<Pairing> answer) {
        if (stopped_) {
            return;
        }
        if (!answer) {
            log::warn("pairing_code_not_given", {{"cause", describe(answer.error())}});
            options_.on_display(std::nullopt);
            again_after_failure(&Steps::request_code);
            return;
        }
        retry_ = options_.retry_first;
        pairing_ = std::move(*answer);
        log::info("pairing_code_shown", {{"pairing_id", pairing_.pairing_id}});
        options_.on_display(PairingDisplay{pairing_.code, pairing_.expires_at});
        wait(options_.ask_every, &Steps::ask_status);
    }

    void ask_status() {
        auto const& id = pairing_.pairing_id.text();
        PostTarget const target{options_.server + "/api/v1/kiosk-pairings/" + id + "/status",
                                options_.trust_file};
        auto const body = json::encode(PairingProof{sign_for(key_, "parvis-pairing:", id)});
        workers_.submit([target, body] { return ask<PairingStatus>(target, body); },
                        [self = shared_from_this()](Result<PairingStatus> answer) {
                            self->status_arrived(std::move(answer));
                        });
    }

    void status_arrived(Result<PairingStatus> answer) {
        if (stopped_) {
            return;
        }
        if (!answer && !is_over(answer.error())) {
            again_after_failure(&Steps::ask_status);
            return;
        }
        retry_ = options_.retry_first;
        if (!answer || answer->state == PairingState::expired) {
            request_code();
            return;
        }
        if (answer->state == PairingState::waiting) {
            wait(options_.ask_every, &Steps::ask_status);
            return;
        }
        if (!answer->kiosk_id || !answer->server_public_key) {
            log::error("pairing_answer_incomplete");
            again_after_failure(&Steps::ask_status);
            return;
        }
        stop();
        log::info("kiosk_paired", {{"kiosk_id", *answer->kiosk_id}});
        options_.on_paired({options_.server, *answer->kiosk_id, *answer->server_public_key});
    }

    void again_after_failure(void (Steps::*next)()) {
        wait(retry_, next);
        retry_ = std::min(retry_ * 2, options_.retry_limit);
    }

    void wait(std::chrono::milliseconds time, void (Steps::*next)()) {
        timer_.expires_after(time);
        timer_.async_wait([self = shared_from_this(), next](boost::system::error_code failure) {
            if (!failure && !self->stopped_) {
                (*self.*next)();
            }
        });
    }

    http::Workers& workers_;
    crypto::KeyPair key_;
    PairingFlowOptions options_;
    boost::asio::steady_timer timer_;
    std::chrono::milliseconds retry_;
    Pairing pairing_;
    bool stopped_ = false;
};

PairingFlow::PairingFlow(http::Workers& workers, crypto::KeyPair const& key, PairingFlowOptions options)
    : steps_(std::make_shared<Steps>(workers, key, std::move(options))) {
    steps_->request_code();
}

PairingFlow::~PairingFlow() {
    steps_->stop();
}

} // namespace parvis::kiosk
