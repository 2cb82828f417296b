// SPDX-License-Identifier: EUPL-1.2
// SQL of the waiting list. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/waiting/waiting_list.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// False when the id or the code is known already: nothing was saved then.
bool insert_waiting(db::Session& session, WaitingEntry const& entry, Instant recorded_at);
/// Saves a changed entry over the revision just before it; false when somebody else changed it meanwhile.
/// What was wished does not change.
bool save_waiting(db::Session& session, WaitingEntry const& entry);

std::optional<WaitingEntry> find_waiting(db::Session& session, WaitingId const& id);
std::optional<WaitingEntry> find_waiting_by_code(db::Session& session, std::string const& code);
/// Those of a site that are not over, and those that ended since; in order.
std::vector<WaitingEntry> waiting_at(db::Session& session, SiteId const& site, Instant ended_since);
/// In order: who came first is first.
std::vector<WaitingEntry> waiting_in_order(db::Session& session, int most);
/// Offers whose time is over, or whose appointment is not held any more.
std::vector<WaitingEntry> offers_to_settle(db::Session& session, Instant now, int most);
std::vector<WaitingEntry> waiting_until_before(db::Session& session, LocalDate day, int most);
/// Whether an appointment was cancelled or moved after that moment.
bool any_place_freed(db::Session& session, Instant since);

void insert_refusal(db::Session& session, WaitingId const& id, Instant starts_at);
std::set<Instant> refused_times(db::Session& session, WaitingId const& id);

/// Erases names, addresses and codes of entries that ended before; how many.
std::int64_t erase_waiting(db::Session& session, Instant ended_before);

} // namespace parvis::scheduling
