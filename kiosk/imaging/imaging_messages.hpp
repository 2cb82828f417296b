// SPDX-License-Identifier: EUPL-1.2
// What the daemon and its image worker say to each other. Text payloads are JSON of the struct named.
#pragma once

#include "kiosk_protocol/papers.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace parvis::kiosk {

namespace imaging_frame {
inline constexpr char job = 'j';     ///< to the worker, first: ImagingJob
inline constexpr char picture = 'n'; ///< to the worker: another picture begins; its bytes follow
inline constexpr char bytes = 'b';   ///< both ways: the next bytes of the picture, or of the outcome
inline constexpr char ended = 'f';   ///< from the worker, last: ImagingEnd
} // namespace imaging_frame

/// Longest frame either way.
inline constexpr std::size_t imaging_frame_size = 1U << 20;

enum class ImagingTask { retouch, thumbnail, assemble };
BOOST_DESCRIBE_ENUM(ImagingTask, retouch, thumbnail, assemble)

struct ImagingJob {
    ImagingTask task = ImagingTask::retouch;
    std::vector<kiosk_protocol::RetouchOperation> operations;
    int longest_side = 0;
    bool black_and_white = false;
    std::int64_t memory_limit = 0;
    std::int64_t processor_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(ImagingJob, (),
                      (task, operations, longest_side, black_and_white, memory_limit, processor_seconds))

struct ImagingEnd {
    std::string failure; ///< reason of the error; empty when the outcome is whole
    std::string pointer;
    std::string detail;
    std::string media_type;
    int width = 0;
    int height = 0;
    int resolution = 0;
};
BOOST_DESCRIBE_STRUCT(ImagingEnd, (), (failure, pointer, detail, media_type, width, height, resolution))

} // namespace parvis::kiosk
