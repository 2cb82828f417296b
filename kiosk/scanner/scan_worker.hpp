// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace parvis::kiosk {

/// Main function of the scan worker, the child process in which SANE runs: reads one ScanJob from standard
/// input, does it, streams frames (scan_messages.hpp) to standard output and exits. Never called in the
/// daemon's own process. SIGTERM asks it to cancel; a second one cancels inside the driver's call. Returns
/// the exit code: 0 whenever the last frame told how it ended.
int scan_worker_main(int argc, char** argv);

} // namespace parvis::kiosk
