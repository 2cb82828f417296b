// SPDX-License-Identifier: EUPL-1.2
// Rules of the interview: its states, and what each act makes of it. Pure: the moment and the code are given.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "kiosk_protocol/interview.hpp"
#include "platform/result/result.hpp"
#include "platform/text/language.hpp"
#include "platform/time/instant.hpp"
#include "server/network/offer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parvis::interview {

using kiosk_protocol::EndReason;
using kiosk_protocol::InterviewState;
using kiosk_protocol::WayIn;
using network::AdviserGroupId;

/// The counted unit of service: one citizen at one kiosk with one body.
struct Interview {
    InterviewId interview_id;
    NetworkId network_id;
    SiteId site_id;
    KioskId kiosk_id;
    OfferId offer_id;
    PartnerId partner_id;
    AdviserGroupId group_id;
    WayIn way_in{};
    std::string subject;
    Language language{};
    InterviewState state{};
    std::int64_t revision = 1; ///< grows by one with every change
    Instant requested_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> connected_at;
    std::optional<Instant> ended_at;
    std::optional<EndReason> end_reason;
    std::optional<AccountId> adviser_id;
    std::string adviser_name; ///< first name; empty before there is an adviser
    std::string code;         ///< receipt code; empty before it runs
    bool has_outcome = false;

    bool operator==(Interview const&) const = default;
};

/// ringing -> running, ended; calling -> running, ended; running -> ended. Nothing else.
bool may_become(InterviewState from, InterviewState to);
inline bool is_live(Interview const& interview) {
    return interview.state != InterviewState::ended;
}
/// Both ends may talk, or one of them is being called: its adviser is taken.
bool holds_adviser(Interview const& interview);

// What an act makes of an interview. An act that has been done already gives the interview back unchanged
// (same revision): repeating is harmless. The error otherwise is a conflict: "ring_taken", "interview_ended",
// "interview_running", "not_called".

/// An adviser takes a ring. Theirs already and running: unchanged.
Result<Interview> accepted(Interview interview, AccountId const& adviser, std::string const& first_name,
                           std::string const& code, Instant now);
/// The citizen, or the mediator in their place, answers an adviser's call.
Result<Interview> answered(Interview interview, std::string const& code, Instant now);
/// A touch on "stop" means stop, whatever happened a moment before: a ring is withdrawn, a call declined, a
/// running interview left.
Interview stopped_by_citizen(Interview interview, Instant now);
/// Who started the ring or the call takes it back; "interview_running" when somebody was faster.
Result<Interview> taken_back(Interview interview, Instant now);
/// The adviser closes.
Interview finished(Interview interview, Instant now);
/// Ended by circumstances.
Interview given_up(Interview interview, EndReason reason, Instant now);
/// The first remote picture was seen; later ones change nothing. Conflict "interview_not_running" before it
/// runs.
Result<Interview> connected(Interview interview, Instant now);

/// When something happened that was told late: between `not_before` and `now`, whatever a clock or a page
/// claims.
Instant happened_at(Instant told, Instant not_before, Instant now);
/// As above, told as a wait: a page need not have the right time.
Instant happened_before(std::int64_t waited_ms, Instant not_before, Instant now);

/// "Claire" of "Claire Martin": all that a citizen learns of an adviser's name.
std::string first_name(std::string_view full_name);

} // namespace parvis::interview
