// SPDX-License-Identifier: EUPL-1.2
// The kiosk's daemon, whole: everything it owns, how it starts and how it stops.
#pragma once

#include "kiosk/settings.hpp"
#include "platform/result/result.hpp"

#include <functional>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace parvis::kiosk {

/// On the thread that runs `io`, which must outlive it.
class Daemon {
  public:
    /// Opens state and runtime folders, key, pairing, records and page files, and listens. Errors: those of
    /// the parts, for the person at the console.
    static Result<std::unique_ptr<Daemon>> start(boost::asio::io_context& io, KioskSettings const& settings);
    ~Daemon();
    Daemon(Daemon const&) = delete;
    Daemon& operator=(Daemon const&) = delete;

    /// What the browser opens; holds the page token.
    std::string start_url() const;

    /// Ordered: links are closed with a word, papers in memory are wiped with a record on disk, then
    /// `stopped` once.
    void stop(std::function<void()> stopped);

  private:
    struct Parts;
    explicit Daemon(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace parvis::kiosk
