// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/child/child_process.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace parvis::kiosk {

namespace asio = boost::asio;

namespace {

Error not_started(int number) {
    return fail(ErrorCode::unavailable, "child_not_started", {},
                {{"cause", std::generic_category().message(number)}});
}

/// posix_spawn's two argument objects, with what every child gets.
class SpawnPlan {
  public:
    explicit SpawnPlan(int child_end) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, child_end, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, child_end, STDOUT_FILENO);
        // A hung driver must not keep the daemon's listening sockets alive.
        posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigset_t defaults;
        sigemptyset(&none);
        sigfillset(&defaults);
        sigdelset(&defaults, SIGKILL);
        sigdelset(&defaults, SIGSTOP);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &defaults);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(SpawnPlan const&) = delete;
    SpawnPlan& operator=(SpawnPlan const&) = delete;

    int spawn(pid_t& pid, ChildCommand const& command) const {
        auto program = command.program.string();
        auto arguments = command.arguments;
        std::vector<char*> pointers{program.data()};
        for (auto& argument : arguments) {
            pointers.push_back(argument.data());
        }
        pointers.push_back(nullptr);
        return posix_spawn(&pid, program.c_str(), &actions_, &attributes_, pointers.data(), environ);
    }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

} // namespace

Result<std::shared_ptr<ChildProcess>> ChildProcess::start(asio::io_context& io, ChildCommand const& command,
                                                          OnFrame on_frame, OnEnd on_end) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return not_started(errno);
    }
    pid_t pid = 0;
    auto const problem = SpawnPlan(ends[1]).spawn(pid, command);
    ::close(ends[1]);
    if (problem != 0) {
        ::close(ends[0]);
        return not_started(problem);
    }
    auto const process_descriptor = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (process_descriptor < 0) {
        auto const cause = errno;
        ::kill(-pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
        ::close(ends[0]);
        return not_started(cause);
    }
    ::fcntl(process_descriptor, F_SETFD, FD_CLOEXEC);
    std::shared_ptr<ChildProcess> child(
        new ChildProcess(io, pid, process_descriptor, ends[0], command.max_payload));
    child->on_frame_ = std::move(on_frame);
    child->on_end_ = std::move(on_end);
    child->wait_for_frames();
    child->wait_for_end();
    return child;
}

ChildProcess::ChildProcess(asio::io_context& io, pid_t pid, int process_descriptor, int socket,
                           std::size_t max_payload)
    : socket_(io, asio::local::stream_protocol(), socket), process_(io, process_descriptor), pid_(pid),
      parser_(max_payload), buffer_{} {
    socket_.non_blocking(true);
}

ChildProcess::~ChildProcess() {
    if (!reaped_) {
        // The io context went before the child did.
        ::kill(-pid_, SIGKILL);
    }
}

void ChildProcess::send(char type, ByteView payload) {
    outgoing_.push_back(make_frame(type, payload));
    write_next();
}

void ChildProcess::finish_input() {
    input_finished_ = true;
    write_next();
}

void ChildProcess::write_next() {
    if (writing_ || !socket_.is_open()) {
        return;
    }
    if (outgoing_.empty()) {
        if (input_finished_) {
            boost::system::error_code ignored;
            socket_.shutdown(asio::socket_base::shutdown_send, ignored);
        }
        return;
    }
    writing_ = true;
    asio::async_write(socket_, asio::buffer(outgoing_.front()),
                      [self = shared_from_this()](boost::system::error_code error, std::size_t) {
                          self->writing_ = false;
                          if (error) {
                              // The child's ending tells what happened.
                              self->outgoing_.clear();
                              return;
                          }
                          self->outgoing_.pop_front();
                          self->write_next();
                      });
}

void ChildProcess::wait_for_frames() {
    // Waiting and then reading at once keeps frames in order with the end of the process, which is seen
    // elsewhere.
    socket_.async_wait(asio::socket_base::wait_read,
                       [self = shared_from_this()](boost::system::error_code error) {
                           constexpr int reads_per_turn = 8;
                           if (!error && self->read_available(reads_per_turn)) {
                               self->wait_for_frames();
                           }
                       });
}

bool ChildProcess::read_available(int max_reads) {
    for (int turn = 0; turn != max_reads && socket_.is_open(); ++turn) {
        boost::system::error_code error;
        auto const got = socket_.read_some(asio::buffer(buffer_), error);
        if (error == asio::error::would_block) {
            return true;
        }
        if (error) {
            return false;
        }
        auto const understood =
            parser_.feed(ByteView(buffer_).first(got), [this](char type, ByteView payload) {
                if (on_frame_) {
                    auto const keep = on_frame_;
                    keep(type, payload);
                }
            });
        if (!understood) {
            signal(SIGKILL);
            return false;
        }
    }
    return socket_.is_open();
}

void ChildProcess::wait_for_end() {
    process_.async_wait(asio::posix::descriptor_base::wait_read,
                        [self = shared_from_this()](boost::system::error_code error) {
                            if (!error) {
                                self->reap();
                            }
                        });
}

void ChildProcess::reap() {
    constexpr int until_empty = -1;
    read_available(until_empty);
    // Helpers that a driver left behind are of the same group and hold the scanner.
    ::kill(-pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    reaped_ = true;
    boost::system::error_code ignored;
    socket_.close(ignored);
    process_.close(ignored);
    on_frame_ = nullptr;
    auto const on_end = std::exchange(on_end_, nullptr);
    if (on_end) {
        on_end(WIFSIGNALED(status) ? ChildEnding{true, WTERMSIG(status)}
                                   : ChildEnding{false, WEXITSTATUS(status)});
    }
}

void ChildProcess::signal(int number) {
    if (!reaped_) {
        ::kill(number == SIGKILL ? -pid_ : pid_, number);
    }
}

void ChildProcess::abandon() {
    on_frame_ = nullptr;
    on_end_ = nullptr;
    signal(SIGKILL);
}

} // namespace parvis::kiosk
