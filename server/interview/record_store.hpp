// SPDX-License-Identifier: EUPL-1.2
// SQL of what kiosks report for the audit trail. Inside a transaction of platform/db; worker thread.
#pragma once

#include "kiosk_protocol/interview.hpp"
#include "platform/db/database.hpp"

#include <optional>

namespace parvis::interview {

/// False when the record is known already: nothing was saved then.
bool insert_record(db::Session& session, KioskId const& kiosk, kiosk_protocol::KioskRecord const& record,
                   Instant recorded_at);
/// All that the kiosk wiped of this interview; nothing until it told.
std::optional<kiosk_protocol::WipeCounts> wiped_of(db::Session& session, InterviewId const& interview);

} // namespace parvis::interview
