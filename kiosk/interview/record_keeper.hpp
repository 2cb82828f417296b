// SPDX-License-Identifier: EUPL-1.2
// Facts for the audit trail: first on disk, then answered for, then sent.
#pragma once

#include "kiosk/store/record_queue.hpp"
#include "platform/http/workers.hpp"

#include <functional>
#include <optional>
#include <string>

namespace parvis::kiosk {

/// On the io thread, except keep_now. The arguments must outlive it.
class RecordKeeper {
  public:
    /// `kept` is called on the io thread after each record that is on disk: time to send.
    RecordKeeper(http::Workers& workers, Clock const& clock, RecordQueue& queue, std::function<void()> kept);

    struct Fact {
        std::optional<InterviewId> interview_id;
        kiosk_protocol::RecordKind kind{};
        std::optional<std::string> wipe_reason{};
        std::optional<kiosk_protocol::WipeCounts> counts{};
    };
    /// Writes on a worker; `done` runs on the io thread once the disk has it, or with the Error.
    void keep(Fact fact, std::function<void(Result<void>)> done);
    /// Blocks until the disk has it. Worker threads, and the program's end.
    Result<void> keep_now(Fact fact);

  private:
    http::Workers& workers_;
    Clock const& clock_;
    RecordQueue& queue_;
    std::function<void()> kept_;
};

} // namespace parvis::kiosk
