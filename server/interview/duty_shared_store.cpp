// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/duty_shared_store.hpp"

#include "platform/db/sql.hpp"

namespace parvis::interview {

namespace {

constexpr char count_duty[] =
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN EXISTS (SELECT 1 FROM interview i WHERE i.adviser_id = "
    "m.account_id"
    " AND i.state IN ('calling', 'running')) THEN 1 ELSE 0 END), 0)"
    " FROM adviser_group_member m JOIN adviser_presence p ON p.account_id = m.account_id"
    " WHERE m.group_id = :group AND p.linked = 1 AND p.availability = 'available'";

} // namespace

Duty duty_of(db::Session& session, network::AdviserGroupId const& group) {
    Duty duty;
    session.sql() << count_duty, soci::use(group.text()), soci::into(duty.on_duty), soci::into(duty.taken);
    return duty;
}

} // namespace parvis::interview
