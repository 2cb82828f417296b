// SPDX-License-Identifier: EUPL-1.2
// From an unknown kiosk to a paired one: asks the server for a code, has it shown, and waits until it was
// typed.
#pragma once

#include "kiosk/store/kiosk_identity.hpp"
#include "kiosk_protocol/page_link.hpp"
#include "kiosk_protocol/pairing.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/workers.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace parvis::kiosk {

struct PairingFlowOptions {
    std::string server;     ///< URL without a path
    std::string trust_file; ///< PEM; "": the system's
    std::chrono::milliseconds ask_every{2'000};
    std::chrono::milliseconds retry_first{1'000}; ///< after a failure; doubles up to retry_limit
    std::chrono::milliseconds retry_limit{30'000};
    /// Nothing: the server cannot be reached, there is no code to show. Called at each change.
    std::function<void(std::optional<kiosk_protocol::PairingDisplay>)> on_display;
    /// Once; the flow is over.
    std::function<void(PairedWith)> on_paired;
};

/// On the io thread; callbacks too. A code that expires is renewed by itself. Destroying it ends the flow.
class PairingFlow {
  public:
    /// Starts at once. `workers` must outlive it.
    PairingFlow(http::Workers& workers, crypto::KeyPair const& key, PairingFlowOptions options);
    ~PairingFlow();
    PairingFlow(PairingFlow const&) = delete;
    PairingFlow& operator=(PairingFlow const&) = delete;

  private:
    class Steps;
    std::shared_ptr<Steps> steps_;
};

} // namespace parvis::kiosk
