// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/child/frames.hpp"
#include "kiosk/scanner/sane_device.hpp"

namespace parvis::kiosk {

/// A failure after some complete pages.
struct PagesScanned {
    int pages = 0;
    ScanFailure failure;
};

/// SIGTERM asks for a cancel at the next row; a second SIGTERM cancels inside the driver's call, which SANE
/// allows from a signal handler. sane_cancel is called in any case when this goes out of scope, as SANE wants
/// it.
class CancelOnSignal {
  public:
    explicit CancelOnSignal(SANE_Handle handle);
    ~CancelOnSignal();
    CancelOnSignal(CancelOnSignal const&) = delete;
    CancelOnSignal& operator=(CancelOnSignal const&) = delete;

    /// Once, before anything that may last.
    static void install();
    static bool requested();
};

/// Reads the page that sane_start began to its end and streams it. Memory does not grow with the page.
/// `resolution` is what the device really works at, asked before sane_start: drivers refuse questions while
/// they scan. Throws ScanFailure.
void scan_page(SaneDevice& device, int page, int resolution, FrameWriter& writer);

} // namespace parvis::kiosk
