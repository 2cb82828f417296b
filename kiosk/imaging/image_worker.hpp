// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace parvis::kiosk {

/// Main function of the image worker, the child process in which pictures are decoded: reads one ImagingJob
/// and its pictures from standard input, writes the outcome (imaging_messages.hpp) to standard output and
/// exits. Returns the exit code: 0 whenever the last frame told how it ended.
int image_worker_main(int argc, char** argv);

} // namespace parvis::kiosk
