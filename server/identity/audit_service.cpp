// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/audit_service.hpp"

namespace parvis::identity {

Result<AuditPage> audit_page(db::Database& database, Clock const& clock, Caller const& caller) {
    if (!caller.has(Role::administrator)) {
        return fail(ErrorCode::forbidden, "role_missing");
    }
    return database.read([&](db::Session& session) -> Result<AuditPage> {
        auto const verdict = verify_audit(session, clock.now());
        return AuditPage{newest_acts(session, caller.account_id), verdict.entries, verdict.first_broken};
    });
}

} // namespace parvis::identity
