// SPDX-License-Identifier: EUPL-1.2
// SQL of kiosks' health. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/fleet/kiosk_health.hpp"

#include <vector>

namespace parvis::fleet {

/// A report that was made before the one on record changes nothing.
void save_report(db::Session& session, KioskId const& kiosk, kiosk_protocol::DeviceReport const& report,
                 Instant reported_at);
void save_self_test(db::Session& session, KioskId const& kiosk, SelfTestResult const& result);
void save_seen(db::Session& session, KioskId const& kiosk, Instant seen_at);
/// Its link is there, or is not: who waits is called only to a kiosk that is there.
void save_here(db::Session& session, KioskId const& kiosk);
void save_away(db::Session& session, KioskId const& kiosk, Instant since);
/// Who never had a link is away.
void save_never_seen_away(db::Session& session, Instant now);
std::vector<KioskId> kiosks_here(db::Session& session);
KioskHealth health_of(db::Session& session, KioskId const& kiosk);

} // namespace parvis::fleet
