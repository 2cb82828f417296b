// SPDX-License-Identifier: EUPL-1.2
// A child process that speaks frames over its standard input and output. The daemon runs everything that may
// hang or crash (scanner drivers, decoders of pictures from outside) in one of these.
#pragma once

#include "kiosk/child/frames.hpp"
#include "platform/result/result.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace parvis::kiosk {

struct ChildCommand {
    std::filesystem::path program; ///< absolute, or found by the system's rules for paths
    std::vector<std::string> arguments;
    std::size_t max_payload = 1U << 20; ///< largest frame that the child may send; larger ones get it killed
};

struct ChildEnding {
    bool by_signal = false; ///< `code` is the signal, otherwise the exit code
    int code = 0;
};

/// One running child. Lives on the io context's thread; all callbacks run there. The child is the leader of
/// its own process group, inherits no descriptor but its standard ones, and dies with this process.
class ChildProcess : public std::enable_shared_from_this<ChildProcess> {
  public:
    using OnFrame = std::function<void(char type, ByteView payload)>;
    using OnEnd = std::function<void(ChildEnding)>;

    /// Starts the child. `on_end` is called exactly once, after the last frame, when the child has ended for
    /// whatever reason; not after abandon(). Error unavailable "child_not_started" with the system's reason.
    static Result<std::shared_ptr<ChildProcess>>
    start(boost::asio::io_context& io, ChildCommand const& command, OnFrame on_frame, OnEnd on_end);

    ~ChildProcess();
    ChildProcess(ChildProcess const&) = delete;
    ChildProcess& operator=(ChildProcess const&) = delete;

    /// Queues a frame for the child's standard input.
    void send(char type, ByteView payload);
    /// No more frames will follow: the child reads the end of its input after the last one.
    void finish_input();

    /// Signals the child; SIGKILL goes to its whole process group. Harmless once the child has ended.
    void signal(int number);
    /// SIGKILL, and no callback from now on. The child is reaped in the background.
    void abandon();

    pid_t pid() const { return pid_; }

  private:
    ChildProcess(boost::asio::io_context& io, pid_t pid, int process_descriptor, int socket,
                 std::size_t max_payload);

    void wait_for_frames();
    void wait_for_end();
    bool read_available(int max_reads);
    void write_next();
    void reap();

    boost::asio::local::stream_protocol::socket socket_;
    boost::asio::posix::stream_descriptor process_;
    pid_t pid_;
    FrameParser parser_;
    OnFrame on_frame_;
    OnEnd on_end_;
    std::deque<Bytes> outgoing_;
    std::array<std::byte, 65536> buffer_;
    bool reaped_ = false;
    bool writing_ = false;
    bool input_finished_ = false;
};

} // namespace parvis::kiosk
