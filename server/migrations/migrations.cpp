// SPDX-License-Identifier: EUPL-1.2
#include "server/migrations/migrations.hpp"

#include "embedded/parvis_embedded_migrations.hpp"

namespace parvis {

std::vector<db::Migration> server_migrations() {
    return db::migrations_from(embedded_migrations()).value();
}

} // namespace parvis
