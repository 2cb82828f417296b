// SPDX-License-Identifier: EUPL-1.2
// The kiosk's printer as the daemon sees it: orders, their true states, and what is wrong with it.
#pragma once

#include "kiosk/printer/print_service.hpp"
#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/papers.hpp"
#include "platform/result/result.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace parvis::kiosk {

struct PrintLimits {
    std::chrono::milliseconds poll{250};
    /// A job that waits or prints without any change and without a reason is given up after this.
    std::chrono::milliseconds silence{180'000};
    /// A job that waits for a person (paper, jam, cover, stopped, offline) is given up after this.
    std::chrono::milliseconds attention{600'000};
};

struct PrinterConfig {
    PrintServiceConfig service;
    PrintLimits limits;
};

using PrintOrder = std::uint64_t;

struct PrintEvent {
    PrintOrder order = 0;
    kiosk_protocol::PrintState state = kiosk_protocol::PrintState::sending;
    std::vector<kiosk_protocol::DeviceReason> reasons;
    std::string detail; ///< technician's text: the printer's or the service's own words
    int sheets = 0;     ///< that came out, as far as the printer counts
};

/// One print queue. Created, called and destroyed on the io context's thread; callbacks run there too and
/// never after destruction. CUPS is spoken to on a thread of its own, so nothing here blocks, except that
/// destruction waits for a request in flight (at most its time limit).
class Printer {
  public:
    using OnEvent = std::function<void(PrintEvent const&)>;

    Printer(boost::asio::io_context& io, PrinterConfig config);
    ~Printer();
    Printer(Printer const&) = delete;
    Printer& operator=(Printer const&) = delete;

    /// Orders a print. `on_event` hears each change of state, last a final one (is_final). Errors, all
    /// invalid_input: "value_out_of_range" at /copies, "page_ranges_malformed" or "page_ranges_not_rising" at
    /// /pages, "not_a_pdf".
    Result<PrintOrder> submit(std::vector<std::byte> pdf, kiosk_protocol::PrintOptions const& options,
                              OnEvent on_event);
    /// Takes an order back: it ends as `cancelled`, or as what it already was. Unknown orders are ignored.
    void cancel(PrintOrder order);
    /// Ends every order as `cancelled` and removes all jobs of ours, finished ones too, from the spool.
    /// Answers how many jobs were removed, or why the print service could not be asked.
    void purge(std::function<void(Result<int>)> answer);
    /// How the printer is now. Unless it prints for us, a network printer is asked itself, which may take
    /// seconds.
    void status(std::function<void(kiosk_protocol::DeviceState)> answer);

  private:
    class Worker;
    std::shared_ptr<Worker> worker_;
    PrintOrder last_order_ = 0;
};

} // namespace parvis::kiosk
