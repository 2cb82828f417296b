// SPDX-License-Identifier: EUPL-1.2
// Work on pictures of pages as the daemon sees it. Decoders run in a child process, one for each job:
// whatever a picture holds, it cannot harm the daemon.
#pragma once

#include "kiosk/child/child_process.hpp"
#include "kiosk/imaging/page_picture.hpp"
#include "kiosk_protocol/papers.hpp"
#include "platform/result/result.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace parvis::kiosk {

struct ImagingLimits {
    std::chrono::milliseconds time{60'000}; ///< for one job, then its child is killed
    std::uint64_t memory = 1'000'000'000;   ///< bytes that the child may allocate
    std::size_t queue = 32;                 ///< jobs waiting
    std::size_t input = 256'000'000;        ///< bytes of all pictures of one job
};

struct ImagingConfig {
    /// Program that calls image_worker_main, and the arguments that make it do so.
    std::filesystem::path worker = "/proc/self/exe";
    std::vector<std::string> worker_arguments{"image-worker"};
    ImagingLimits limits;
};

/// Jobs run one after another, each in a new child. On the io context's thread; nothing blocks. Every call
/// ends in exactly one answer, later, unless the object goes first. Input: JPEG files, or the PNG files made
/// here.
///
/// Errors: invalid_input "picture_damaged" (no complete JPEG or PNG), "crop_out_of_range" and
/// "rotation_not_square" (at /operations/N), "no_pages"; too_large "picture_too_large"; timeout
/// "imaging_timeout"; unavailable "imaging_failed" (the child crashed or ran out of memory), "imaging_busy"
/// (queue full), "child_not_started".
class Imaging {
  public:
    Imaging(boost::asio::io_context& io, ImagingConfig config);
    ~Imaging();
    Imaging(Imaging const&) = delete;
    Imaging& operator=(Imaging const&) = delete;

    /// The page after all operations in order, encoded once. No operation gives the page itself, re-encoded.
    void retouch(ByteView page, std::vector<kiosk_protocol::RetouchOperation> operations,
                 std::function<void(Result<PagePicture>)> answer);
    /// A small JPEG whose longer side is at most `longest_side` pixels (16 to 2000).
    void thumbnail(ByteView page, int longest_side, std::function<void(Result<PagePicture>)> answer);
    /// One PDF with the pages in this order, each at its true size on paper, colours and greys exactly as in
    /// their files. `black_and_white` makes every page one-bit. PNG pages are one-bit in any case.
    void assemble(std::vector<ByteView> const& pages, bool black_and_white,
                  std::function<void(Result<Bytes>)> answer);

    /// Forgets every job without an answer and kills the running child: for the wipe.
    void abandon_all();

  private:
    struct Job;

    void add(std::unique_ptr<Job> job, std::vector<ByteView> const& pictures);
    void run_next();
    void hear(char type, ByteView payload);
    void hear_end(ChildEnding ending);

    boost::asio::io_context& io_;
    ImagingConfig config_;
    boost::asio::steady_timer deadline_;
    std::unique_ptr<Job> running_;
    std::shared_ptr<ChildProcess> child_;
    std::deque<std::unique_ptr<Job>> waiting_;
};

} // namespace parvis::kiosk
