// SPDX-License-Identifier: EUPL-1.2
// Opens the database that the settings name and brings its schema up to date.
#pragma once

#include "platform/db/database.hpp"
#include "server/program/settings.hpp"

#include <memory>

namespace parvis {

/// Makes the data folder when it is missing. Errors: those of Database::open and migrate;
/// unavailable/data_unwritable.
Result<std::unique_ptr<db::Database>> open_storage(Settings const& settings, MetricsSink* metrics);

} // namespace parvis
