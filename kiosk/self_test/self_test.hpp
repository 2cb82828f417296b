// SPDX-License-Identifier: EUPL-1.2
// Whether the kiosk can serve somebody: asked at start and on demand.
#pragma once

#include "kiosk/printer/printer.hpp"
#include "kiosk/scanner/scanner.hpp"
#include "kiosk_protocol/device.hpp"
#include "platform/time/instant.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace parvis::kiosk {

struct SelfTestConfig {
    std::filesystem::path state_dir;
    std::uint64_t least_free_bytes = 200'000'000; ///< under this the check fails; under twice this it warns
};

/// The disk has room in `state_dir` and this account may write there.
kiosk_protocol::SelfTestCheck check_disk_space(SelfTestConfig const& config);

/// The clock shows a time that can be: fails before 2026 or after 2060; warns when `synchronised` is false.
kiosk_protocol::SelfTestCheck check_clock(Instant now, bool synchronised);

/// Whether the system says that its clock follows a time server.
bool clock_is_synchronised();

/// Checks scanner (opened, options read), printer (attributes read, a network printer asked itself), disk
/// space and clock. No paper moves. On the io context's thread; `scanner`, `printer` and `clock` must outlive
/// it.
class SelfTest {
  public:
    SelfTest(boost::asio::io_context& io, Scanner& scanner, Printer& printer, Clock const& clock,
             SelfTestConfig config);
    ~SelfTest();
    SelfTest(SelfTest const&) = delete;
    SelfTest& operator=(SelfTest const&) = delete;

    /// Answers once with all checks: scanner, printer, disk_space, clock. Whoever asks while it runs gets the
    /// same report.
    void run(std::function<void(kiosk_protocol::SelfTestReport const&)> answer);

  private:
    struct Round;

    void ask_scanner(std::shared_ptr<Round> const& round);
    void ask_printer(std::shared_ptr<Round> const& round);
    void finish_if_complete(std::shared_ptr<Round> const& round);

    Scanner& scanner_;
    Printer& printer_;
    Clock const& clock_;
    SelfTestConfig config_;
    boost::asio::steady_timer patience_;
    std::shared_ptr<Round> round_;
};

} // namespace parvis::kiosk
