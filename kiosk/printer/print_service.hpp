// SPDX-License-Identifier: EUPL-1.2
// CUPS by IPP, blocking. Used on the printer's own thread only.
#pragma once

#include "kiosk/printer/print_judgement.hpp"
#include "kiosk_protocol/papers.hpp"
#include "platform/result/result.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace parvis::kiosk {

struct PrintServiceConfig {
    std::string server; ///< "host:port" or a socket's path; empty takes CUPS_SERVER or the system's service
    std::string queue;  ///< empty takes the service's default queue
    std::chrono::milliseconds connect_limit{3'000};
    std::chrono::milliseconds request_limit{10'000};
    std::chrono::milliseconds purge_limit{5'000};
    std::chrono::milliseconds device_limit{2'000}; ///< for the device behind the queue
};

/// Every job of ours carries this name: titles come from papers and would tell.
inline constexpr char const* neutral_job_name = "Parvis";

/// All errors: unavailable "print_service_unreachable" (CUPS itself does not answer), not_found
/// "print_queue_unknown", unavailable "printer_not_accepting", device_failure "print_service_refused" with
/// the service's words.
class PrintService {
  public:
    explicit PrintService(PrintServiceConfig config);
    ~PrintService();
    PrintService(PrintService const&) = delete;
    PrintService& operator=(PrintService const&) = delete;

    /// Creates a job and hands the document over. The options have been checked. Returns the job's number.
    Result<int> submit(std::span<std::byte const> pdf, kiosk_protocol::PrintOptions const& options);
    Result<JobAttributes> job(int number);
    Result<PrinterAttributes> printer();
    /// Asks the device behind the queue itself, with a short limit: CUPS does not notice that an idle network
    /// printer has gone. IPP devices add their own reasons to `attributes`; one that does not answer adds
    /// "offline". Nothing happens where nothing can be asked (USB, drivers of their own).
    void ask_device(PrinterAttributes& attributes) const;
    /// Cancels one job and removes its files.
    Result<void> cancel(int number);
    /// Removes every job of ours, finished ones too, with their files and history, and looks that none is
    /// left. Returns how many. Also device_failure "print_spool_not_empty" when some could not be removed in
    /// time.
    Result<int> purge();

  private:
    struct Connection;

    Result<void> connect();
    Result<std::string> queue();
    Result<std::vector<int>> our_jobs();
    Error refused();

    PrintServiceConfig config_;
    std::unique_ptr<Connection> connection_;
};

} // namespace parvis::kiosk
