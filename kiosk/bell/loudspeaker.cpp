// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/bell/loudspeaker.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace parvis::kiosk {
namespace {

constexpr std::chrono::seconds longest_sound{20};

std::string cause_text(int cause) {
    return std::generic_category().message(cause);
}

/// An unnamed file in memory: the player may take its time, and nobody has to feed it.
int file_in_memory(std::string_view content) {
    int const file = ::memfd_create("parvis-bell", MFD_CLOEXEC);
    while (file >= 0 && !content.empty()) {
        auto const written = ::write(file, content.data(), content.size());
        if (written < 0) {
            ::close(file);
            return -1;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (file >= 0) {
        ::lseek(file, 0, SEEK_SET);
    }
    return file;
}

Result<pid_t> start_player(std::vector<std::string> const& command, int sound) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (auto const& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, sound, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    pid_t pid = -1;
    int const cause = ::posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (cause != 0) {
        return fail(ErrorCode::unavailable, "player_not_started", {},
                    {{"program", command.front()}, {"cause", cause_text(cause)}});
    }
    return pid;
}

} // namespace

/// Keeps itself alive until the program has ended.
class Loudspeaker::Player : public std::enable_shared_from_this<Player> {
  public:
    Player(boost::asio::io_context& io, pid_t pid, int process)
        : process_(io, process), limit_(io), pid_(pid) {}

    void watch() {
        process_.async_wait(boost::asio::posix::stream_descriptor::wait_read,
                            [self = shared_from_this()](boost::system::error_code) { self->ended(); });
        limit_.expires_after(longest_sound);
        limit_.async_wait([self = shared_from_this()](boost::system::error_code failure) {
            if (!failure) {
                self->kill();
            }
        });
    }

    ~Player() { kill(); }
    Player(Player const&) = delete;
    Player& operator=(Player const&) = delete;

    void kill() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
        }
    }

  private:
    void ended() {
        int status = 0;
        ::waitpid(pid_, &status, 0);
        pid_ = -1;
        limit_.cancel();
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            log::warn("bell_player_failed", {{"status", status}});
        }
    }

    boost::asio::posix::stream_descriptor process_;
    boost::asio::steady_timer limit_;
    pid_t pid_;
};

Loudspeaker::Loudspeaker(boost::asio::io_context& io, LoudspeakerOptions options)
    : io_(io), options_(std::move(options)) {}

Loudspeaker::~Loudspeaker() {
    if (auto const player = player_.lock()) {
        player->kill();
    }
}

bool Loudspeaker::playing() const {
    return !player_.expired();
}

Result<void> Loudspeaker::play(Chime chime) {
    if (playing()) {
        return {};
    }
    auto const from_file = chime == Chime::call && !options_.call_sound.empty();
    int const sound = from_file ? ::open(options_.call_sound.c_str(), O_RDONLY | O_CLOEXEC)
                                : file_in_memory(chime_wav(chime));
    if (sound < 0) {
        return fail(ErrorCode::unavailable, "file_unreadable", {},
                    {{"path", options_.call_sound.string()}, {"cause", cause_text(errno)}});
    }
    auto const pid = start_player(options_.player, sound);
    ::close(sound);
    if (!pid) {
        return pid.error();
    }
    auto const process = static_cast<int>(::syscall(SYS_pidfd_open, *pid, 0));
    if (process < 0) {
        auto const cause = errno;
        ::kill(*pid, SIGKILL);
        ::waitpid(*pid, nullptr, 0);
        return fail(ErrorCode::unavailable, "player_not_started", {},
                    {{"program", options_.player.front()}, {"cause", cause_text(cause)}});
    }
    auto const player = std::make_shared<Player>(io_, *pid, process);
    player->watch();
    player_ = player;
    return {};
}

} // namespace parvis::kiosk
