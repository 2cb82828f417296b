// SPDX-License-Identifier: EUPL-1.2
// SQL of interviews. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/interview/console_link.hpp"
#include "server/interview/interview.hpp"

#include <optional>
#include <vector>

namespace parvis::interview {

/// False when the id is known already, or the kiosk or the adviser has another live interview: nothing was
/// saved then.
bool insert_interview(db::Session& session, Interview const& interview, Instant recorded_at);
/// Saves a changed interview over the revision just before it; false when somebody else changed it meanwhile.
bool save_interview(db::Session& session, Interview const& interview);

std::optional<Interview> find_interview(db::Session& session, InterviewId const& id);
/// Oldest request first.
std::vector<Interview> live_interviews(db::Session& session);
std::optional<Interview> live_interview_of(db::Session& session, KioskId const& kiosk);
std::optional<Interview> live_interview_of(db::Session& session, AccountId const& adviser);
/// Still in `state`, and asked for before `requested_before`.
std::vector<Interview> waiting_since(db::Session& session, InterviewState state, Instant requested_before);
/// The adviser's last interview that was held, ended after `ended_after`, and has no outcome yet.
std::optional<Interview> awaiting_outcome(db::Session& session, AccountId const& adviser,
                                          Instant ended_after);
/// The adviser's last interviews that were held and have ended, newest first, at most 20.
std::vector<Interview> latest_held_by(db::Session& session, AccountId const& adviser);
/// When the kiosk's last interview ended.
std::optional<Instant> last_ended_at(db::Session& session, KioskId const& kiosk);
bool is_code_taken(db::Session& session, std::string const& code);

/// Replaces what was there, follow-up steps included. Does not touch the revision. `code` is not saved.
void save_outcome(db::Session& session, Outcome const& outcome);
/// Nothing before it was saved. `code` is filled.
std::optional<Outcome> find_outcome(db::Session& session, InterviewId const& id);

} // namespace parvis::interview
