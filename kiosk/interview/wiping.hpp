// SPDX-License-Identifier: EUPL-1.2
// Everything of the last person goes: from the daemon's memory, the page, the print spool and the browser's
// profile.
#pragma once

#include "kiosk/interview/paper_tray.hpp"
#include "kiosk/interview/record_keeper.hpp"
#include "kiosk_protocol/interview.hpp"
#include "platform/http/workers.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parvis::kiosk {

/// Where papers may be, besides the tray.
struct WipedStores {
    PaperTray& tray;
    std::function<void()>
        stop_work; ///< ends scans, retouches and prints; nothing of them may reach the tray afterwards
    /// Removes our jobs from the print spool and gives their number; nothing when the print service does not
    /// answer.
    std::function<void(std::function<void(std::optional<std::int64_t>)>)> purge_spool;
    std::filesystem::path browser_profile;
};

/// On the io thread. The arguments must outlive it.
class Wiping {
  public:
    using Done = std::function<void(kiosk_protocol::WipeCounts const&)>;

    Wiping(http::Workers& workers, RecordKeeper& records, WipedStores stores);
    ~Wiping();
    Wiping(Wiping const&) = delete;
    Wiping& operator=(Wiping const&) = delete;

    struct Order {
        std::optional<InterviewId> interview_id;
        std::string reason; ///< ended, abandoned, startup
        /// What the page dropped itself. Absent: wait a little until the page says so with page_dropped().
        std::optional<std::int64_t> page_papers;
    };
    /// The tray is empty when this returns. `done` runs after the record is on disk. A wipe without an
    /// interview that found nothing leaves no record.
    void wipe(Order order, Done done);

    /// True when a wipe of this interview (or, without one, any) waits for the page's word; it now has it,
    /// and `done` runs with that wipe's counts.
    bool page_dropped(std::optional<InterviewId> const& interview, std::int64_t page_papers, Done done);

    /// The interview whose wipe was concluded last.
    std::optional<InterviewId> const& last_wiped() const { return last_wiped_; }

    static constexpr std::chrono::milliseconds page_patience{3'000};

  private:
    struct Run;
    void swept(std::shared_ptr<Run> const& run);
    void conclude(std::shared_ptr<Run> const& run);

    http::Workers& workers_;
    RecordKeeper& records_;
    WipedStores stores_;
    std::shared_ptr<Run> open_;
    std::optional<InterviewId> last_wiped_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace parvis::kiosk
