// SPDX-License-Identifier: EUPL-1.2
#include "server/program/storage.hpp"

#include "server/migrations/migrations.hpp"

#include <filesystem>

namespace parvis {

Result<std::unique_ptr<db::Database>> open_storage(Settings const& settings, MetricsSink* metrics) {
    std::error_code failure;
    std::filesystem::create_directories(settings.data, failure);
    if (failure) {
        return fail(ErrorCode::unavailable, "data_unwritable", "/data",
                    {{"folder", settings.data}, {"cause", failure.message()}});
    }
    // Readers as many as workers: each use case has a session of its own. And one each for messages and
    // webhooks.
    auto database = db::Database::open(settings.database_url(), settings.workers + 2, metrics);
    if (!database) {
        return database;
    }
    if (auto const migrated = (*database)->migrate(server_migrations(), settings.data + "/backups");
        !migrated) {
        return migrated.error();
    }
    return database;
}

} // namespace parvis
