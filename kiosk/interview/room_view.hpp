// SPDX-License-Identifier: EUPL-1.2
// What the kiosk's page is shown: one picture of everything, kept up to date by whoever learns something.
#pragma once

#include "kiosk/store/last_known.hpp"
#include "kiosk_protocol/page_link.hpp"

#include <filesystem>
#include <mutex>
#include <optional>

namespace parvis::kiosk {

/// On the io thread, except running(). The interview that runs is also noted in a file of the runtime folder
/// (tmpfs; without names of servers and credentials), so that a daemon restarted without a network still
/// knows whom it serves.
class RoomView {
  public:
    /// `note` is that file; an interview found in it is running again.
    RoomView(std::filesystem::path note, std::int32_t idle_seconds, std::int32_t end_seconds);

    /// Everything but the papers. Change it freely, except `interview`.
    kiosk_protocol::to_page::Snapshot& shown() { return shown_; }
    kiosk_protocol::to_page::Snapshot const& shown() const { return shown_; }

    /// Takes over the interview in any state; nothing when there is none (any more).
    void show_interview(std::optional<kiosk_protocol::KioskInterview> interview);
    /// The interview that runs. Any thread.
    std::optional<InterviewId> running() const;

    /// Place, hours, telephone, subjects.
    void show_place(LastKnown const& known);

  private:
    void note_running() const;

    std::filesystem::path note_;
    kiosk_protocol::to_page::Snapshot shown_;
    mutable std::mutex mutex_;
    std::optional<InterviewId> running_;
};

} // namespace parvis::kiosk
