// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/database.hpp"

#include "platform/db/engine.hpp"

#include <soci/soci.h>

#include <fcntl.h>
#include <unistd.h>

namespace parvis::db {
namespace {

std::optional<Address> parse_url(std::string const& url) {
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite)) {
        auto path = url.substr(sqlite.size());
        bool const usable =
            !path.empty() && path.find_first_of("\"?") == std::string::npos && path != ":memory:";
        return usable ? std::optional(Address{Dialect::sqlite, std::move(path)}) : std::nullopt;
    }
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
        return Address{Dialect::postgresql, url};
    }
    return std::nullopt;
}

/// SQLite would make the file readable for everybody; its -wal and -shm files take over the mode.
void make_private_file(std::string const& path) {
    int const file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) {
        ::close(file);
    }
}

} // namespace

Database::Database(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(std::string const& url, std::size_t sessions,
                                                 MetricsSink* metrics, DatabaseOptions options) {
    auto const address = parse_url(url);
    if (!address || sessions == 0) {
        return fail(ErrorCode::invalid_input, "database_url_invalid");
    }
    if (address->dialect == Dialect::sqlite) {
        make_private_file(address->target);
    }
    try {
        auto engine = std::make_unique<Engine>(*address, sessions, metrics, options);
        return std::unique_ptr<Database>(new Database(std::move(engine)));
    } catch (soci::soci_error const& error) {
        return fail(ErrorCode::unavailable, "database_unreachable", {},
                    {{"cause", error.get_error_message()}});
    }
}

Dialect Database::dialect() const {
    return engine_->address.dialect;
}

Error Database::busy() {
    return fail(ErrorCode::unavailable, "database_busy");
}

bool Database::transact(Access access, Body const& body) {
    return engine_->transact(access == Access::write, body);
}

} // namespace parvis::db
