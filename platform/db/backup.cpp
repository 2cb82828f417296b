// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/database.hpp"
#include "platform/db/engine.hpp"

#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <unistd.h>

namespace parvis::db {
namespace {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Error failed(std::string cause) {
    return fail(ErrorCode::unavailable, "backup_failed", {}, {{"cause", std::move(cause)}});
}

Connection open_file(std::string const& path, int flags) {
    sqlite3* raw = nullptr;
    sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    return {raw, sqlite3_close};
}

/// VACUUM INTO and the backup interface both leave the copy to the system's cache.
bool flush(std::string const& path, int flags) {
    int const file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    bool const done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

/// Copies page by page through SQLite, which sees the write-ahead log too. An Error text, or "".
std::string copy(std::string const& source, std::string const& target) {
    auto const from = open_file(source, SQLITE_OPEN_READWRITE);
    auto const to = open_file(target, SQLITE_OPEN_READWRITE);
    if (sqlite3_errcode(from.get()) != SQLITE_OK) {
        return sqlite3_errmsg(from.get());
    }
    if (sqlite3_errcode(to.get()) != SQLITE_OK) {
        return sqlite3_errmsg(to.get());
    }
    sqlite3_busy_timeout(from.get(), 10'000);
    sqlite3_backup* const backup = sqlite3_backup_init(to.get(), "main", from.get(), "main");
    if (backup == nullptr) {
        return sqlite3_errmsg(to.get());
    }
    // All pages in one step: a write between two steps would start the copy again.
    int const result = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    return result == SQLITE_DONE ? std::string() : sqlite3_errstr(result);
}

} // namespace

Result<void> Database::back_up(std::string const& target) {
    if (dialect() != Dialect::sqlite) {
        return fail(ErrorCode::unsupported, "backup_not_sqlite");
    }
    std::error_code error;
    if (std::filesystem::exists(target, error)) {
        return fail(ErrorCode::conflict, "backup_exists", {}, {{"file", target}});
    }
    // Under another name until it is whole: whoever finds `target` finds a complete copy.
    auto const part = target + ".part";
    std::filesystem::remove(part, error);
    int const file = ::open(part.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) {
        return failed(std::error_code(errno, std::generic_category()).message() + ": " + part);
    }
    ::close(file);
    auto cause = copy(engine_->address.target, part);
    if (cause.empty() && !flush(part, O_RDWR)) {
        cause = std::error_code(errno, std::generic_category()).message();
    }
    if (cause.empty()) {
        std::filesystem::rename(part, target, error);
        cause = error ? error.message() : std::string();
    }
    if (!cause.empty()) {
        std::filesystem::remove(part, error);
        return failed(cause);
    }
    flush(std::filesystem::absolute(target).parent_path().string(), O_RDONLY | O_DIRECTORY);
    return {};
}

} // namespace parvis::db
