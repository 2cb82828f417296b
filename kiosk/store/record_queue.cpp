// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/record_queue.hpp"

#include "kiosk/store/state_folder.hpp"
#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace parvis::kiosk {

using kiosk_protocol::KioskRecord;

namespace {

constexpr std::size_t longest_line = 16 * 1024;

struct Answered {
    RecordId answered;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (answered))

Error unwritable(std::filesystem::path const& file, int cause) {
    return fail(ErrorCode::unavailable, "file_unwritable", {},
                {{"path", file.string()}, {"cause", std::generic_category().message(cause)}});
}

bool take_line(std::string_view line, std::deque<KioskRecord>& owed) {
    auto const parsed = json::parse(line, longest_line);
    if (!parsed || !parsed->is_object()) {
        return false;
    }
    if (parsed->get_object().contains("answered")) {
        auto const done = json::decode<Answered>(*parsed, json::Unknown::ignore);
        if (!done) {
            return false;
        }
        std::erase_if(owed, [&](KioskRecord const& record) { return record.record_id == done->answered; });
        return true;
    }
    auto record = json::decode<KioskRecord>(*parsed, json::Unknown::ignore);
    if (!record) {
        return false;
    }
    owed.push_back(std::move(*record));
    return true;
}

Result<std::deque<KioskRecord>> read_owed(std::filesystem::path const& file, std::string_view text) {
    std::deque<KioskRecord> owed;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto const end = text.find('\n');
        auto const whole = end != std::string_view::npos;
        if (!whole) {
            log::warn("record_queue_cut_line_dropped", {{"line", number}});
            break;
        }
        if (!take_line(text.substr(0, end), owed)) {
            return fail(ErrorCode::unavailable, "record_queue_damaged", {},
                        {{"path", file.string()}, {"line", std::to_string(number)}});
        }
        text.remove_prefix(end + 1);
    }
    return owed;
}

} // namespace

Result<RecordQueue> RecordQueue::open(std::filesystem::path file) {
    auto const text = read_file(file);
    if (!text) {
        return text.error();
    }
    auto owed = read_owed(file, text->value_or(""));
    if (!owed) {
        return owed.error();
    }
    std::string compact;
    for (auto const& record : *owed) {
        compact += json::serialize(json::encode(record)) + '\n';
    }
    if (auto written = write_file_durably(file, compact); !written) {
        return written.error();
    }
    int const descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (descriptor < 0) {
        return unwritable(file, errno);
    }
    return RecordQueue(std::move(file), std::move(*owed), descriptor);
}

RecordQueue::RecordQueue(RecordQueue&& other) noexcept
    : file_(std::move(other.file_)), owed_(std::move(other.owed_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

RecordQueue::~RecordQueue() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

Result<void> RecordQueue::write_line(std::string line) {
    line += '\n';
    auto const before = ::lseek(descriptor_, 0, SEEK_END);
    std::string_view rest = line;
    while (!rest.empty()) {
        auto const written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            auto const cause = errno;
            // Half a line in the middle of the file would make everything after it unreadable.
            if (::ftruncate(descriptor_, before) != 0) {
                log::error("record_queue_not_restored", {{"cause", std::generic_category().message(errno)}});
            }
            return unwritable(file_, cause);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor_) != 0) {
        return unwritable(file_, errno);
    }
    return {};
}

Result<void> RecordQueue::append(KioskRecord const& record) {
    std::lock_guard const hold(mutex_);
    auto written = write_line(json::serialize(json::encode(record)));
    if (written) {
        owed_.push_back(record);
    }
    return written;
}

std::vector<KioskRecord> RecordQueue::oldest(std::size_t limit) const {
    std::lock_guard const hold(mutex_);
    auto const count = static_cast<std::ptrdiff_t>(std::min(limit, owed_.size()));
    return {owed_.begin(), owed_.begin() + count};
}

std::size_t RecordQueue::size() const {
    std::lock_guard const hold(mutex_);
    return owed_.size();
}

Result<void> RecordQueue::answered(std::vector<RecordId> const& ids) {
    std::lock_guard const hold(mutex_);
    std::set<RecordId> const gone(ids.begin(), ids.end());
    std::string lines;
    for (auto const& record : owed_) {
        if (gone.contains(record.record_id)) {
            lines += (lines.empty() ? "" : "\n") + json::serialize(json::encode(Answered{record.record_id}));
        }
    }
    if (lines.empty()) {
        return {};
    }
    std::erase_if(owed_, [&](KioskRecord const& record) { return gone.contains(record.record_id); });
    if (owed_.empty()) {
        if (::ftruncate(descriptor_, 0) != 0 || ::fsync(descriptor_) != 0) {
            return unwritable(file_, errno);
        }
        return {};
    }
    return write_line(std::move(lines));
}

} // namespace parvis::kiosk
