// SPDX-License-Identifier: EUPL-1.2
// The kiosk's scanner as the daemon sees it. SANE itself runs in a child process, one for each job.
#pragma once

#include "kiosk/child/child_process.hpp"
#include "kiosk/scanner/scan_messages.hpp"
#include "kiosk_protocol/papers.hpp"
#include "platform/result/result.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parvis::kiosk {

/// How long a silent scanner is waited for. Past a limit its driver is killed and the scan ends as `hung`.
struct ScanLimits {
    std::chrono::milliseconds open{20'000};
    std::chrono::milliseconds list{30'000};
    std::chrono::milliseconds first_row{30'000}; ///< lamps warm up; from the order, or the page before
    std::chrono::milliseconds silence{20'000};   ///< between rows
    std::chrono::milliseconds page{180'000};
    std::chrono::milliseconds stop{2'000}; ///< between asking the driver to stop, insisting, and killing it
};

struct ScannerConfig {
    std::string device; ///< SANE name; empty takes the first one found
    /// SANE option names and values for every scan, e.g. {"filename", "/tmp/page.ppm"} for the pnm driver.
    std::map<std::string, std::string> extra_options;
    /// Program that calls scan_worker_main, and the arguments that make it do so.
    std::filesystem::path worker = "/proc/self/exe";
    std::vector<std::string> worker_arguments{"scan-worker"};
    ScanLimits limits;
};

/// A piece of the small picture: `rows` x `width` x `channels` bytes, grey or RGB. Pixels are valid during
/// the call.
struct PreviewStrip {
    int page = 1;
    int first_row = 0; ///< of the preview
    int rows = 0;
    int width = 0;
    int channels = 1;
    std::span<std::byte const> pixels;
};

/// Hears one scan, in this order: scanner_opened, then for each page page_started, any number of
/// preview_strip, page_bytes and page_progress, page_finished; at last scan_ended, in any case and exactly
/// once. On the io context's thread.
class ScanListener {
  public:
    virtual ~ScanListener() = default;
    virtual void scanner_opened(OpenedDevice const&) {}
    virtual void page_started(PageStarted const& page) = 0;
    virtual void preview_strip(PreviewStrip const& strip) = 0;
    /// The next bytes of the page's JPEG file at full resolution.
    virtual void page_bytes(std::span<std::byte const> bytes) = 0;
    virtual void page_progress(PageProgress const&) {}
    /// The JPEG file is complete. A page without this call is void: its bytes are to be dropped.
    virtual void page_finished(PageFinished const& page) = 0;
    /// The scanner is free again: another scan may be started from here. Complete pages count whatever the
    /// status.
    virtual void scan_ended(ScanEnd const& end) = 0;
};

struct ScannerList {
    ScanEnd end;
    std::vector<ScannerDevice> devices;
};

struct ScannerProbe {
    ScanEnd end; ///< `finished` when the device opened
    std::optional<OpenedDevice> device;
};

/// One scanner, one job at a time. On the io context's thread; nothing here blocks. Destroying it kills a
/// running job without a further call. Crashes of the driver end the job, never this process.
class Scanner {
  public:
    Scanner(boost::asio::io_context& io, ScannerConfig config);
    ~Scanner();
    Scanner(Scanner const&) = delete;
    Scanner& operator=(Scanner const&) = delete;

    /// Orders a scan; `listener` must live until scan_ended. Errors: invalid_input "value_out_of_range" at
    /// /resolution, conflict "scanner_busy" while another scan runs, unavailable "child_not_started". A
    /// running list ends for it, a running probe within two seconds, both as `cancelled`.
    Result<void> start(kiosk_protocol::ScanOptions const& options, ScanListener& listener);
    /// The scan ends as `cancelled` soon (or as what it already is). Nothing happens when none runs.
    void cancel();

    /// All devices that the drivers find. Error conflict "scanner_busy", unavailable "child_not_started".
    Result<void> list_devices(std::function<void(ScannerList)> answer);
    /// Opens and closes the device without moving paper. Errors as above.
    Result<void> probe(std::function<void(ScannerProbe)> answer);

    bool busy() const { return job_ != nullptr; }
    bool scanning() const;
    ScannerConfig const& config() const { return config_; }
    /// Of the running job's child, 0 when none runs. For diagnosis and tests.
    pid_t worker_pid() const;

  private:
    struct Job;

    Result<void> run(std::unique_ptr<Job> job);
    void hear(char type, ByteView payload);
    void hear_scan(char type, ByteView payload);
    void hear_end(ChildEnding ending);
    void expect_within(std::chrono::milliseconds limit);
    /// Somebody waits for a scan: what looks at the scanner meanwhile ends, as `cancelled`.
    void make_way();
    void stop_step();

    boost::asio::io_context& io_;
    ScannerConfig config_;
    std::string device_; ///< the one found last when none is configured
    boost::asio::steady_timer deadline_;
    std::unique_ptr<Job> job_;
    std::unique_ptr<Job> next_;
};

} // namespace parvis::kiosk
