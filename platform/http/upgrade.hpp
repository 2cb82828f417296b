// SPDX-License-Identifier: EUPL-1.2
// A connection on its way from HTTP to WebSocket. Light: what is inside the handshake is in stream.hpp.
#pragma once

#include "platform/http/message.hpp"
#include "platform/http/problem.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace parvis::http {

struct UpgradeHandshake; ///< stream and request as Beast wants them

/// The request has passed Host, Origin and `before`. Dropping it closes the connection.
struct Upgrade {
    Upgrade();
    Upgrade(Upgrade&&) noexcept;
    Upgrade& operator=(Upgrade&&) noexcept;
    ~Upgrade();

    Request request;
    ProblemText problem_text;
    std::unique_ptr<UpgradeHandshake> handshake;
};

/// Takes over upgraded connections. All on the io thread.
class UpgradeTarget {
  public:
    virtual ~UpgradeTarget() = default;
    virtual void take(Upgrade upgrade) = 0;
    /// Takes no more, tells every peer that the program stops, then calls `done` once, within `limit`.
    virtual void shut_down(std::chrono::milliseconds limit, std::function<void()> done) = 0;
};

} // namespace parvis::http
