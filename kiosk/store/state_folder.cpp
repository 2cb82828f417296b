// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/state_folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace parvis::kiosk {
namespace {

Error system_failure(std::string reason, std::filesystem::path const& path, int cause) {
    return fail(ErrorCode::unavailable, std::move(reason), {},
                {{"path", path.string()}, {"cause", std::generic_category().message(cause)}});
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

bool write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        auto const written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return true;
}

} // namespace

Result<void> make_private_folder(std::filesystem::path const& path) {
    std::error_code failure;
    std::filesystem::create_directories(path, failure);
    if (!failure) {
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, failure);
    }
    if (failure) {
        return fail(ErrorCode::unavailable, "folder_unusable", {},
                    {{"path", path.string()}, {"cause", failure.message()}});
    }
    return {};
}

Result<std::optional<std::string>> read_file(std::filesystem::path const& path) {
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) {
        if (errno == ENOENT) {
            return std::optional<std::string>{};
        }
        return system_failure("file_unreadable", path, errno);
    }
    std::string text;
    char part[16384];
    while (true) {
        auto const count = ::read(file.number(), part, sizeof part);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return system_failure("file_unreadable", path, errno);
        }
        if (count == 0) {
            return std::optional(std::move(text));
        }
        text.append(part, static_cast<std::size_t>(count));
    }
}

Result<void> sync_folder(std::filesystem::path const& folder) {
    Descriptor const opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.open() || ::fsync(opened.number()) != 0) {
        return system_failure("file_unwritable", folder, errno);
    }
    return {};
}

Result<void> write_file_durably(std::filesystem::path const& path, std::string_view text) {
    auto const fresh = std::filesystem::path(path).concat(".new");
    {
        Descriptor const file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (!file.open() || ::fchmod(file.number(), 0600) != 0 || !write_all(file.number(), text) ||
            ::fsync(file.number()) != 0) {
            return system_failure("file_unwritable", fresh, errno);
        }
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0) {
        return system_failure("file_unwritable", path, errno);
    }
    return sync_folder(path.parent_path());
}

Result<StateFolder> StateFolder::open(std::filesystem::path path) {
    if (auto made = make_private_folder(path); !made) {
        return made.error();
    }
    auto const lock_file = path / "lock";
    int const lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) {
        return system_failure("folder_unusable", lock_file, errno);
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return fail(ErrorCode::conflict, "state_folder_in_use", {}, {{"path", path.string()}});
    }
    return StateFolder(std::move(path), lock);
}

StateFolder::StateFolder(StateFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

StateFolder::~StateFolder() {
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

} // namespace parvis::kiosk
