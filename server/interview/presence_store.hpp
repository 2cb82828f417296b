// SPDX-License-Identifier: EUPL-1.2
// SQL of who is there: advisers' availability and kiosks' bells. Inside a transaction of platform/db; worker
// thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/interview/presence.hpp"

#include <vector>

namespace parvis::interview {

AdviserPresence presence_of(db::Session& session, AccountId const& account);
/// Every adviser with an open page, as last written.
std::vector<AdviserPresence> linked_advisers(db::Session& session);
void save_availability(db::Session& session, AccountId const& account, Availability availability,
                       Instant now);
void save_linked(db::Session& session, AccountId const& account, bool linked, Instant now);

Bell bell_of(db::Session& session, KioskId const& kiosk);
void save_bell(db::Session& session, KioskId const& kiosk, BellState state, Instant now);
bool has_answered_bells(db::Session& session, Instant answered_before);
/// Bells answered before `answered_before` fall silent. True when there were any.
bool silence_answered_bells(db::Session& session, Instant answered_before, Instant now);

} // namespace parvis::interview
