// SPDX-License-Identifier: EUPL-1.2
// Rules of a person's place in the queue: its states, and what each act makes of it. Pure: the moment is
// given.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/result/result.hpp"
#include "platform/time/zone.hpp"
#include "server/network/offer.hpp"
#include "server/scheduling/appointments/appointment.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace parvis::queue {

using TicketId = Id<struct QueueTicketTag>;
/// Chosen by whoever acts: an act repeated under its id is done once.
using TicketActId = Id<struct TicketActTag>;
using network::AdviserGroupId;

/// away: "keep my place, I come back at"; parked: may not be called until somebody brings it back; closed:
/// the line was closed and the person was told.
BOOST_DEFINE_ENUM_CLASS(TicketState, waiting, away, called, parked, in_interview, finished, left, closed)
BOOST_DEFINE_ENUM_CLASS(UrgentReason, health, young_child, last_transport, deadline, distress)
BOOST_DEFINE_ENUM_CLASS(ParkReason, form, papers, no_answer)
/// Every end but `served` is an unmet request.
BOOST_DEFINE_ENUM_CLASS(TicketEnd, served, gave_up, sent_elsewhere, line_closed, day_over)

struct QueueTicket {
    TicketId ticket_id;
    NetworkId network_id;
    SiteId site_id;
    OfferId offer_id; ///< who is asked for, about what: body, group and subject follow from it
    PartnerId partner_id;
    AdviserGroupId group_id;
    std::string subject;
    std::optional<scheduling::MotiveId> motive_id;
    std::optional<KioskId> wanted_kiosk_id; ///< "call me back at this kiosk"; their own place when from home
    bool from_home = false;                 ///< joins on their own device, told by that place
    LocalDate day;                          ///< at the site
    int number{};                           ///< called out; 1, 2, 3... for each site and day
    TicketState state{};
    std::int64_t revision = 1; ///< grows by one with every change
    std::optional<scheduling::AppointmentId> appointment_id;
    std::optional<Instant> appointment_at;
    Instant arrived_at;
    Instant place_at; ///< place in the line, see line_order.hpp
    std::optional<UrgentReason> urgent;
    std::optional<Instant> back_at;     ///< while away
    std::optional<Instant> expected_at; ///< "in about ten minutes": when they were told to be ready
    std::optional<ParkReason> parked_for;
    std::optional<Instant> paused_at;        ///< away or parked: not waiting since then
    std::int64_t paused_ms{};                ///< earlier times that were not waiting
    std::optional<TicketActId> call_id;      ///< the newest call
    std::optional<AccountId> adviser_id;     ///< who called
    std::optional<KioskId> kiosk_id;         ///< where to
    std::optional<InterviewId> interview_id; ///< that began with the call
    int calls{};                             ///< how often called out since they last waited
    std::optional<Instant> called_at;
    std::optional<Instant> met_at; ///< adviser and citizen together
    std::optional<Instant> ended_at;
    std::optional<TicketEnd> end;
    std::string message; ///< what those who waited were told when the line closed

    bool operator==(QueueTicket const&) const = default;
};

/// Called out once and twice more; nobody there: parked.
inline constexpr int most_calls = 3;
/// "In about so many minutes" says nothing further ahead.
inline constexpr int longest_announcement_minutes = 120;
/// A place is kept for at most so long.
inline constexpr std::chrono::hours longest_absence{8};

/// Finished, left or closed: nothing happens to it any more.
bool is_over(QueueTicket const& ticket);
/// Called or in the interview: its adviser and its kiosk are taken.
bool is_held(QueueTicket const& ticket);
/// Neither over nor held: told when the line closes.
bool is_in_line(QueueTicket const& ticket);

struct Call {
    TicketActId call_id;
    AccountId adviser_id;
    KioskId kiosk_id;
    std::optional<InterviewId> interview_id;
};

/// Where a ticket moves to.
struct Destination {
    OfferId offer_id;
    PartnerId partner_id;
    AdviserGroupId group_id;
    std::string subject;
};

// What an act makes of a ticket. Errors of all: conflict "ticket_over", and conflicts with the state it has
// (argument `state`): "ticket_not_waiting", "ticket_not_called", "ticket_not_away", "ticket_not_parked",
// "ticket_not_met".

/// Who waits, and who is away past the moment they named.
Result<QueueTicket> called(QueueTicket ticket, Call const& call, Instant now);
/// Nobody came: called out again, or parked after the last time.
Result<QueueTicket> unanswered(QueueTicket ticket, Instant now);
/// invalid_input "back_at_past", "back_at_too_far" (/back_at). Away already: the hour changes.
Result<QueueTicket> sent_away(QueueTicket ticket, Instant back_at, Instant now);
Result<QueueTicket> came_back(QueueTicket ticket, Instant now);
/// Who waits, was called, or sits in the interview: out of the way while a form is filled. The place is kept.
Result<QueueTicket> parked(QueueTicket ticket, ParkReason reason, Instant now);
/// Called or in the interview, and nothing came of it (a link was lost, the adviser is gone): next again.
Result<QueueTicket> put_back(QueueTicket ticket, Instant now);
Result<QueueTicket> unparked(QueueTicket ticket, Instant now);
/// To another body, or another group of the same: waits there with the place and the waiting time it had. The
/// appointment was with the first one: it gives no priority there.
Result<QueueTicket> moved(QueueTicket ticket, Destination const& to, Instant now);
/// Who waits, or is away, is told to be ready in about so many minutes; told again: the newest counts.
/// invalid_input "value_out_of_range" (/in_minutes).
Result<QueueTicket> announced(QueueTicket ticket, int in_minutes, Instant now);
/// Nothing: not urgent any more.
Result<QueueTicket> made_urgent(QueueTicket ticket, std::optional<UrgentReason> reason);
Result<QueueTicket> met(QueueTicket ticket, Instant now);
Result<QueueTicket> finished(QueueTicket ticket, Instant now);
/// Before an adviser met them. `reason`: gave_up or sent_elsewhere.
Result<QueueTicket> left(QueueTicket ticket, TicketEnd reason, Instant now);
/// The line closes: who is in it has been told `message`. Held and over: unchanged.
QueueTicket closed(QueueTicket ticket, std::string const& message, Instant now);
/// What was forgotten open on an earlier day.
QueueTicket day_over(QueueTicket ticket, Instant now);

/// From arrival (of an appointment: from its time, when that is later) until the newest call, the end, or
/// now; without the time away, parked or with another body. Never negative.
std::chrono::milliseconds waited(QueueTicket const& ticket, Instant now);
/// From the newest call until both met. Nothing before they did.
std::optional<std::chrono::milliseconds> walked(QueueTicket const& ticket);
/// Counted as unmet, with this reason.
std::optional<TicketEnd> unmet(QueueTicket const& ticket);

} // namespace parvis::queue
