// SPDX-License-Identifier: EUPL-1.2
// An adviser's order to the scanner: its pages go into the tray, its progress to the page.
#pragma once

#include "kiosk/device_watch/device_watch.hpp"
#include "kiosk/interview/paper_tray.hpp"
#include "kiosk/scanner/scanner.hpp"
#include "platform/time/instant.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace parvis::kiosk {

/// Where the desks put what they have to say to the kiosk's page (messages of kiosk_protocol::to_page).
using TellPage = std::function<void(boost::json::object)>;

/// A binary preview frame as page_link.hpp writes it, for page `page_number` of the scan.
using ShowPreview = std::function<void(std::uint32_t page_number, std::vector<std::byte> frame)>;

/// "u8 kind = 1, u8 channels, u16 zero, u32 page_number, u32 first_row, u32 rows, u32 width, u32 rows of the
/// whole page", little endian, then the pixels.
std::vector<std::byte> preview_frame(PreviewStrip const& strip, std::uint32_t whole_rows);

/// What the scan that runs now was asked for, and how far it is.
struct RunningScan {
    CommandId command;
    PageStarted page;
    std::uint32_t preview_rows = 0;           ///< of the whole page; 0 when unknown
    std::vector<std::vector<std::byte>> jpeg; ///< in pieces: one block would be copied whenever it grows
    std::size_t jpeg_size = 0;
    std::int32_t pages = 0;
    bool abandoned = false;
    bool out_of_memory = false;
};

/// One order at a time; on the io thread. The arguments must outlive it.
class ScanDesk final : public ScanListener {
  public:
    ScanDesk(Scanner& scanner, DeviceWatch& watch, PaperTray& tray, Clock const& clock, TellPage tell,
             ShowPreview show);

    /// Errors of Scanner::start; conflict "scanner_busy" also while an abandoned scan still stops.
    Result<void> scan(CommandId const& command, kiosk_protocol::ScanOptions const& options);
    /// The scan ends as `cancelled`; another command's id does nothing.
    void cancel(CommandId const& command);
    /// Stops whatever runs; nothing of it is told or kept any more.
    void abandon();
    bool busy() const { return order_.has_value(); }

    void page_started(PageStarted const& page) override;
    void preview_strip(PreviewStrip const& strip) override;
    void page_bytes(std::span<std::byte const> bytes) override;
    void page_finished(PageFinished const& page) override;
    void scan_ended(ScanEnd const& end) override;

  private:
    void stop_for_memory();
    void forget_page();

    Scanner& scanner_;
    DeviceWatch& watch_;
    PaperTray& tray_;
    Clock const& clock_;
    TellPage tell_;
    ShowPreview show_;
    std::optional<RunningScan> order_;
};

} // namespace parvis::kiosk
