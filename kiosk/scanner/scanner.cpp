// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/scanner.hpp"

#include "platform/json/json.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

namespace parvis::kiosk {

using kiosk_protocol::ScanStatus;
using std::chrono::steady_clock;

struct Scanner::Job {
    ScanJob order;
    ScanListener* listener = nullptr;
    std::function<void(ScannerList)> on_list;
    std::function<void(ScannerProbe)> on_probe;

    std::shared_ptr<ChildProcess> child;
    steady_clock::time_point page_deadline = steady_clock::time_point::max();
    std::optional<ScanEnd> end; ///< as the worker told it
    std::optional<ScanStatus> stopped_as;
    int stop_steps = 0;
    int pages = 0;
    std::vector<ScannerDevice> devices;
    std::optional<OpenedDevice> opened;
};

namespace {

constexpr std::size_t largest_frame = 1U << 20;
constexpr std::size_t strip_head_size = 20;
constexpr std::chrono::milliseconds background_grace{2'000};

template <class T>
std::optional<T> read_message(ByteView payload) {
    auto const value = json::parse(as_text(payload), largest_frame);
    if (!value) {
        return std::nullopt;
    }
    auto message = json::decode<T>(*value, json::Unknown::refuse);
    return message ? std::optional(*std::move(message)) : std::nullopt;
}

std::optional<PreviewStrip> read_strip(ByteView payload) {
    if (payload.size() < strip_head_size) {
        return std::nullopt;
    }
    auto const field = [&](std::size_t index) { return static_cast<int>(read_u32(payload, index * 4)); };
    PreviewStrip const strip{field(0), field(1), field(2),
                             field(3), field(4), payload.subspan(strip_head_size)};
    auto const expected = static_cast<std::size_t>(strip.rows) * static_cast<std::size_t>(strip.width) *
                          static_cast<std::size_t>(strip.channels);
    return strip.pixels.size() == expected ? std::optional(strip) : std::nullopt;
}

} // namespace

Scanner::Scanner(boost::asio::io_context& io, ScannerConfig config)
    : io_(io), config_(std::move(config)), device_(config_.device), deadline_(io) {}

Scanner::~Scanner() {
    if (job_ && job_->child) {
        job_->child->abandon();
    }
}

bool Scanner::scanning() const {
    return next_ || (job_ && job_->order.task == ScanTask::scan);
}

pid_t Scanner::worker_pid() const {
    return job_ ? job_->child->pid() : 0;
}

Result<void> Scanner::start(kiosk_protocol::ScanOptions const& options, ScanListener& listener) {
    constexpr std::array resolutions{150, 200, 300, 600};
    if (std::ranges::find(resolutions, options.resolution) == resolutions.end()) {
        return fail(ErrorCode::invalid_input, "value_out_of_range", "/resolution",
                    {{"lowest", "150"}, {"highest", "600"}});
    }
    if (scanning()) {
        return fail(ErrorCode::conflict, "scanner_busy");
    }
    auto job = std::make_unique<Job>();
    job->order = {ScanTask::scan, device_, options, config_.extra_options};
    job->listener = &listener;
    if (job_) {
        next_ = std::move(job);
        make_way();
        return {};
    }
    return run(std::move(job));
}

Result<void> Scanner::list_devices(std::function<void(ScannerList)> answer) {
    if (job_) {
        return fail(ErrorCode::conflict, "scanner_busy");
    }
    auto job = std::make_unique<Job>();
    job->order.task = ScanTask::list_devices;
    job->on_list = std::move(answer);
    return run(std::move(job));
}

Result<void> Scanner::probe(std::function<void(ScannerProbe)> answer) {
    if (job_) {
        return fail(ErrorCode::conflict, "scanner_busy");
    }
    auto job = std::make_unique<Job>();
    job->order.task = ScanTask::probe;
    job->order.device = device_;
    job->on_probe = std::move(answer);
    return run(std::move(job));
}

Result<void> Scanner::run(std::unique_ptr<Job> job) {
    auto child = ChildProcess::start(
        io_, {config_.worker, config_.worker_arguments, largest_frame},
        [this](char type, ByteView payload) { hear(type, payload); },
        [this](ChildEnding ending) { hear_end(ending); });
    if (!child) {
        return std::move(child).error();
    }
    job->child = *std::move(child);
    job->child->send(scan_frame::job, as_bytes(json::serialize(json::encode(job->order))));
    job->child->finish_input();
    job_ = std::move(job);
    expect_within(job_->order.task == ScanTask::list_devices ? config_.limits.list : config_.limits.open);
    return {};
}

void Scanner::cancel() {
    if (next_) {
        auto const dropped = std::exchange(next_, nullptr);
        ScanEnd end;
        end.status = ScanStatus::cancelled;
        dropped->listener->scan_ended(end);
    } else if (scanning() && !job_->stopped_as) {
        job_->stopped_as = ScanStatus::cancelled;
        stop_step();
    }
}

void Scanner::make_way() {
    auto const end_look = [this] {
        job_->stopped_as = ScanStatus::cancelled;
        job_->child->signal(SIGKILL);
    };
    // A search of all drivers and of the network lasts seconds and holds no scanner; a look at the scanner
    // holds it.
    if (job_->order.task == ScanTask::list_devices) {
        end_look();
        return;
    }
    deadline_.expires_after(background_grace);
    deadline_.async_wait([this, end_look](boost::system::error_code error) {
        if (!error && job_) {
            end_look();
        }
    });
}

void Scanner::stop_step() {
    constexpr int patience = 2;
    if (job_->stop_steps < patience) {
        ++job_->stop_steps;
        job_->child->signal(SIGTERM);
        // The same signal again means: stop inside the driver's call.
        expect_within(config_.limits.stop);
    } else {
        job_->child->signal(SIGKILL);
    }
}

void Scanner::expect_within(std::chrono::milliseconds limit) {
    deadline_.expires_at(std::min(steady_clock::now() + limit,
                                  job_->stopped_as ? steady_clock::time_point::max() : job_->page_deadline));
    deadline_.async_wait([this](boost::system::error_code error) {
        if (error || !job_) {
            return;
        }
        if (!job_->stopped_as) {
            job_->stopped_as = ScanStatus::hung;
        }
        stop_step();
    });
}

void Scanner::hear(char type, ByteView payload) {
    switch (type) {
    case scan_frame::opened:
        job_->opened = read_message<OpenedDevice>(payload);
        if (job_->opened) {
            device_ = job_->opened->name;
        }
        break;
    case scan_frame::devices:
        if (auto list = read_message<ListedDevices>(payload)) {
            job_->devices = std::move(list->devices);
        }
        return;
    case scan_frame::ended:
        job_->end = read_message<ScanEnd>(payload);
        return;
    default:
        break;
    }
    if (job_->listener != nullptr) {
        hear_scan(type, payload);
    }
}

void Scanner::hear_scan(char type, ByteView payload) {
    auto const& limits = config_.limits;
    auto const new_page = type == scan_frame::opened || type == scan_frame::page_finished;
    if (new_page && !job_->stopped_as) {
        job_->page_deadline = steady_clock::now() + limits.page;
        expect_within(limits.first_row);
    } else if (type == scan_frame::progress && !job_->stopped_as) {
        expect_within(limits.silence);
    }
    auto& listener = *job_->listener;
    switch (type) {
    case scan_frame::opened:
        if (job_->opened) {
            listener.scanner_opened(*job_->opened);
        }
        break;
    case scan_frame::page_started:
        if (auto const page = read_message<PageStarted>(payload)) {
            listener.page_started(*page);
        }
        break;
    case scan_frame::strip:
        if (auto const strip = read_strip(payload)) {
            listener.preview_strip(*strip);
        }
        break;
    case scan_frame::jpeg:
        listener.page_bytes(payload);
        break;
    case scan_frame::progress:
        if (auto const progress = read_message<PageProgress>(payload)) {
            listener.page_progress(*progress);
        }
        break;
    case scan_frame::page_finished:
        if (auto const page = read_message<PageFinished>(payload)) {
            ++job_->pages;
            listener.page_finished(*page);
        }
        break;
    default:
        break;
    }
}

void Scanner::hear_end(ChildEnding ending) {
    deadline_.cancel();
    auto const job = std::exchange(job_, nullptr);
    auto end = job->end.value_or(ScanEnd{});
    if (!job->end) {
        // The last word of a child that was stopped or crashed is missing.
        end.pages = job->pages;
        end.status = job->stopped_as.value_or(ScanStatus::crashed);
        end.detail = ending.by_signal ? "ended by signal " + std::to_string(ending.code)
                                      : "ended with code " + std::to_string(ending.code);
    }
    if (job->stopped_as == ScanStatus::hung) {
        end.status = ScanStatus::hung;
    }
    if (end.status == ScanStatus::device_lost) {
        device_ = config_.device;
    }
    if (auto next = std::exchange(next_, nullptr)) {
        auto* const listener = next->listener;
        next->order.device = device_;
        if (auto const started = run(std::move(next)); !started) {
            listener->scan_ended({ScanStatus::crashed, describe(started.error()), 0, 0});
        }
    }
    if (job->listener != nullptr) {
        job->listener->scan_ended(end);
    } else if (job->on_list) {
        job->on_list({end, job->devices});
    } else if (job->on_probe) {
        job->on_probe({end, job->opened});
    }
}

} // namespace parvis::kiosk
