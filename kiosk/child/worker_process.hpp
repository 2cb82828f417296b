// SPDX-License-Identifier: EUPL-1.2
// What every worker (child) process does first, and what it tells of itself.
#pragma once

#include <cstdint>

namespace parvis::kiosk {

struct WorkerChannel {
    int input = -1;  ///< frames from the daemon
    int output = -1; ///< frames to the daemon
};

/// Dies with the daemon, leaves no core file (it would hold papers), ignores SIGPIPE, and moves the channel
/// away from standard input and output so that a driver's prints cannot disturb it. Called once, first thing
/// in a worker's main.
WorkerChannel become_worker();

/// Memory limit in bytes for everything this process allocates from now on. Nothing under AddressSanitizer,
/// whose shadow memory would count.
void limit_memory(std::uint64_t bytes);
/// Processor seconds after which the system kills this process.
void limit_processor_time(std::uint64_t seconds);

/// The largest resident size this process ever had, in bytes (VmHWM); 0 when the system does not tell.
std::uint64_t peak_resident_bytes();

} // namespace parvis::kiosk
