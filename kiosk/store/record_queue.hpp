// SPDX-License-Identifier: EUPL-1.2
// The facts that the kiosk owes the audit trail, on disk until the server has answered.
#pragma once

#include "kiosk_protocol/interview.hpp"
#include "platform/result/result.hpp"

#include <cstddef>
#include <deque>
#include <filesystem>
#include <mutex>
#include <vector>

namespace parvis::kiosk {

/// JSON lines in one file: a record, or {"answered": "<record id>"}. Every function may be called from any
/// thread; append and answered block until the disk has the line.
class RecordQueue {
  public:
    /// Reads what is owed. A last line cut off by a crash is dropped (it was never acknowledged). A damaged
    /// line before that is unavailable "record_queue_damaged" (path, line): evidence is not thrown away
    /// silently.
    static Result<RecordQueue> open(std::filesystem::path file);
    RecordQueue(RecordQueue&& other) noexcept;
    RecordQueue& operator=(RecordQueue&&) = delete;
    ~RecordQueue();

    /// Once this has returned ok the record survives a kill and a power cut. Error unavailable
    /// "file_unwritable".
    Result<void> append(kiosk_protocol::KioskRecord const& record);
    /// The oldest records, at most `limit`.
    std::vector<kiosk_protocol::KioskRecord> oldest(std::size_t limit) const;
    std::size_t size() const;
    /// The server has them. Unknown ids are ignored.
    Result<void> answered(std::vector<RecordId> const& ids);

  private:
    RecordQueue(std::filesystem::path file, std::deque<kiosk_protocol::KioskRecord> owed, int descriptor)
        : file_(std::move(file)), owed_(std::move(owed)), descriptor_(descriptor) {}
    Result<void> write_line(std::string line);

    std::filesystem::path file_;
    mutable std::mutex mutex_;
    std::deque<kiosk_protocol::KioskRecord> owed_;
    int descriptor_ = -1;
};

} // namespace parvis::kiosk
