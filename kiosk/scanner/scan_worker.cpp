// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/scan_worker.hpp"

#include "kiosk/child/frames.hpp"
#include "kiosk/child/worker_process.hpp"
#include "kiosk/scanner/page_scan.hpp"
#include "kiosk/scanner/sane_device.hpp"
#include "kiosk/scanner/scan_setup.hpp"
#include "platform/json/json.hpp"

#include <exception>
#include <new>
#include <string>
#include <unistd.h>

namespace parvis::kiosk {

using kiosk_protocol::ScanSource;
using kiosk_protocol::ScanStatus;

namespace {

constexpr std::size_t longest_job = 1U << 16;

std::string open_name(SaneLibrary const& library, ScanJob const& job) {
    if (!job.device.empty()) {
        return job.device;
    }
    auto const devices = library.devices();
    if (devices.empty()) {
        throw ScanFailure(ScanStatus::device_lost, "no scanner found");
    }
    return devices.front().name;
}

template <class T>
void tell(FrameWriter& writer, char type, T const& message) {
    writer.write(type, json::serialize(json::encode(message)));
}

int scan_pages(SaneDevice& device, ScanJob const& job, FrameWriter& writer) {
    apply_options(device, job);
    auto const resolution = resolution_in_use(device);
    CancelOnSignal const cancel(device.handle());
    int pages = 0;
    try {
        while (pages < job.max_pages && !CancelOnSignal::requested()) {
            auto const status = sane_start(device.handle());
            auto const feeder_done = job.options.source != ScanSource::flatbed && pages > 0;
            if (feeder_done && status == SANE_STATUS_NO_DOCS) {
                return pages;
            }
            if (status != SANE_STATUS_GOOD) {
                throw ScanFailure(scan_status(status), std::string("sane_start: ") + sane_strstatus(status));
            }
            scan_page(device, pages + 1, resolution, writer);
            ++pages;
            if (job.options.source == ScanSource::flatbed) {
                return pages;
            }
        }
    } catch (ScanFailure const& failure) {
        auto const status = CancelOnSignal::requested() ? ScanStatus::cancelled : failure.status;
        throw PagesScanned{pages, ScanFailure(status, failure.what())};
    }
    if (CancelOnSignal::requested()) {
        throw PagesScanned{pages, ScanFailure(ScanStatus::cancelled, "")};
    }
    return pages;
}

ScanEnd do_job(ScanJob const& job, FrameWriter& writer) {
    ScanEnd end;
    try {
        SaneLibrary const library;
        if (job.task == ScanTask::list_devices) {
            tell(writer, scan_frame::devices, ListedDevices{library.devices()});
            return end;
        }
        auto const name = open_name(library, job);
        SaneDevice device(name);
        tell(writer, scan_frame::opened, describe_device(device, name));
        if (job.task == ScanTask::scan) {
            end.pages = scan_pages(device, job, writer);
        }
    } catch (PagesScanned const& partly) {
        end.pages = partly.pages;
        end.status = partly.failure.status;
        end.detail = partly.failure.what();
    } catch (ScanFailure const& failure) {
        end.status = failure.status;
        end.detail = failure.what();
    } catch (std::bad_alloc const&) {
        end.status = ScanStatus::no_memory;
    } catch (std::exception const& unexpected) {
        end.status = ScanStatus::io_error;
        end.detail = unexpected.what();
    }
    return end;
}

} // namespace

int scan_worker_main(int, char**) {
    auto const channel = become_worker();
    CancelOnSignal::install();
    FrameWriter writer(channel.output);
    auto const frame = read_frame(channel.input, longest_job);
    if (!frame || frame->type != scan_frame::job) {
        return 2;
    }
    auto const text = json::parse(as_text(frame->payload), longest_job);
    if (!text) {
        return 2;
    }
    auto const job = json::decode<ScanJob>(*text, json::Unknown::refuse);
    if (!job) {
        return 2;
    }
    auto end = do_job(*job, writer);
    end.peak_resident_bytes = static_cast<std::int64_t>(peak_resident_bytes());
    tell(writer, scan_frame::ended, end);
    // Everything is said: a driver's own exit handlers could only hang or crash.
    ::_exit(0);
}

} // namespace parvis::kiosk
