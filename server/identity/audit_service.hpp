// SPDX-License-Identifier: EUPL-1.2
// Reading the audit trail. Blocks: worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/identity/caller.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <vector>

namespace parvis::identity {

/// The newest entries of the caller's networks, newest first, and what the verification of the whole trail
/// found.
struct AuditPage {
    std::vector<AuditEntry> entries;
    std::int64_t total{};
    std::optional<std::int64_t> first_broken;
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (entries, total, first_broken))

/// Administrators. Errors: forbidden/role_missing.
Result<AuditPage> audit_page(db::Database& database, Clock const& clock, Caller const& caller);

} // namespace parvis::identity
