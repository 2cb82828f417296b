// SPDX-License-Identifier: EUPL-1.2
// The schema's steps, built into the program from the files of this folder.
#pragma once

#include "platform/db/migration.hpp"

#include <vector>

namespace parvis {

/// Throws std::logic_error when a file of the build is malformed.
std::vector<db::Migration> server_migrations();

} // namespace parvis
