// SPDX-License-Identifier: EUPL-1.2
// Rules of the appointment: its states, which step leads where, and who may take it. Pure: the moment is
// given.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/result/result.hpp"
#include "platform/text/language.hpp"
#include "server/scheduling/slots/tick.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

using AppointmentId = Id<struct AppointmentTag>;

/// By which door the citizen meets the body: a kiosk, their own device, the telephone, or in person at the
/// site.
BOOST_DEFINE_ENUM_CLASS(Door, kiosk, home, telephone, on_site)

/// Whether one goes to a site for it, during its hours.
constexpr bool is_at_site(Door door) {
    return door == Door::kiosk || door == Door::on_site;
}

/// By telephone and in person no line of ours begins and ends: whoever answers says that it is over.
constexpr bool is_ended_by_hand(Door door) {
    return door == Door::telephone || door == Door::on_site;
}

/// requested: asked for, no place is claimed. held: a place is claimed while the form is filled. confirmed:
/// it is booked. arrived, called, in_interview: it takes place. finished, no_show, cancelled, moved: it is
/// over; a moved one lives on in the appointment that replaced it.
BOOST_DEFINE_ENUM_CLASS(AppointmentState, requested, held, confirmed, arrived, called, in_interview, finished,
                        no_show, cancelled, moved)

/// On whose behalf a step is taken.
BOOST_DEFINE_ENUM_CLASS(ActingAs, citizen, mediator, adviser, partner_manager, coordinator, system)

/// What a page offers to do with an appointment.
BOOST_DEFINE_ENUM_CLASS(AppointmentAction, confirm, move, cancel, arrive, finish, miss)

BOOST_DEFINE_ENUM_CLASS(CancelReason, no_longer_needed, citizen_prevented, adviser_prevented, site_closed,
                        breakdown, mistake, hold_given_up, hold_expired)

/// How long a place is kept while the form is filled.
inline constexpr std::chrono::milliseconds hold_patience = std::chrono::minutes(5);
/// Who comes earlier than this is told when to come.
inline constexpr std::chrono::milliseconds arrival_opens = std::chrono::hours(4);
/// Who was counted as absent and comes after all is still received for so long after the time.
inline constexpr std::chrono::milliseconds late_arrival_closes = std::chrono::hours(4);

/// Who comes. All of it may be left out; all of it is personal data (see the migration for when it goes).
struct Visitor {
    std::string first_name;
    std::string telephone;
    std::string email;
    int companions = 0;
    std::string note;
    bool note_is_confidential = false; ///< for the adviser, kept from the mediator
    Language language = Language::fr;  ///< in which they are written to

    friend bool operator==(Visitor const&, Visitor const&) = default;
};

/// What is claimed: a seat of a supply, and by kiosk a kiosk.
struct Place {
    int seat{};
    std::optional<KioskId> kiosk_id;
    int preparation_minutes{}; ///< of the kiosk, after the interview

    friend bool operator==(Place const&, Place const&) = default;
};

struct Appointment {
    AppointmentId appointment_id;
    NetworkId network_id;
    PartnerId partner_id;
    network::AdviserGroupId group_id;
    SupplyId supply_id;
    std::optional<SiteId> site_id; ///< empty by telephone and from home, unless a site booked it
    Door door{};
    std::vector<MotiveId> motives; ///< at least one, in the order in which they were said
    Instant starts_at;
    int minutes{};
    std::optional<Place> place; ///< empty when requested, and once given back
    AppointmentState state{};
    std::int64_t revision = 1; ///< grows by one with every change
    std::optional<Instant> held_until;
    std::string code; ///< the citizen's, see appointment_code.hpp; told when confirmed, empty after a move
    Visitor visitor;
    Instant created_at;
    std::optional<Instant> confirmed_at;
    std::optional<Instant> arrived_at;
    std::optional<Instant> ended_at; ///< finished, absent, cancelled or moved
    std::optional<ActingAs> cancelled_by;
    std::optional<CancelReason> cancel_reason;
    std::optional<AppointmentId> moved_to;

    friend bool operator==(Appointment const&, Appointment const&) = default;
};

Instant ends_at(Appointment const& appointment);
/// Ticks that it claims of its seat, and of its kiosk (with the preparation after it).
TickRange seat_ticks(Appointment const& appointment);
TickRange kiosk_ticks(Appointment const& appointment);

bool may_become(AppointmentState from, AppointmentState to);
/// Who may bring an appointment into that state, whatever it is in.
bool may_take_step(AppointmentState to, ActingAs by);
/// finished, no_show, cancelled or moved. Absence can be corrected for a while, the others are for good.
bool is_over(AppointmentState state);
/// Came, and is not over.
bool is_here(AppointmentState state);
bool is_expired(Appointment const& appointment, Instant now);

// What a step makes of an appointment. A step that has been taken already gives it back unchanged (same
// revision): repeating is harmless. Errors of all: forbidden "appointment_step_not_yours" (step); conflict
// "appointment_step_impossible" (state, step).

/// A held place becomes a booking, with who comes. Expired "hold_expired".
Result<Appointment> confirmed(Appointment appointment, ActingAs by, Visitor visitor, Instant now);
/// The place is given back. A citizen must do so `limit_minutes` before: conflict "cancellation_too_late"
/// (minutes): then only somebody of the network can.
Result<Appointment> cancelled(Appointment appointment, ActingAs by, CancelReason reason, int limit_minutes,
                              Instant now);
/// The appointment that it lives on in: everything kept, code included, but the time, the door and what
/// follows from them, which `wanted` brings (id, supply, site, door, starts_at, minutes, place).
/// Limit as for cancelling.
struct Move {
    Appointment before;
    Appointment after;
};
Result<Move> moved(Appointment before, Appointment wanted, ActingAs by, int limit_minutes, Instant now);
/// `at`: when they came, which may be told late. Conflict "arrival_too_early" (hours), "arrival_too_late"
/// (hours).
Result<Appointment> arrived(Appointment appointment, ActingAs by, Instant at);
/// Their turn has come.
Result<Appointment> called(Appointment appointment, ActingAs by);
/// They did not answer, their turn was given back, or the line was lost: they wait again.
Result<Appointment> waiting_again(Appointment appointment, ActingAs by);
Result<Appointment> begun(Appointment appointment, ActingAs by);
Result<Appointment> finished(Appointment appointment, ActingAs by, Instant now);
/// By telephone nobody arrives, in person no queue follows: the adviser has talked to them. All states that
/// are left in one step; arrived_at, when nobody said so, is its time, or now when that is still to come.
/// Conflict "arrival_too_early" (hours), "appointment_step_impossible" (state, step) by another door.
Result<Appointment> ended_by_hand(Appointment const& appointment, ActingAs by, Instant now);
/// They did not come. Conflict "no_show_too_early" before its time.
Result<Appointment> missed(Appointment appointment, ActingAs by, Instant now);
/// What the queue knows of somebody who waits, is called, meets the adviser or goes (`reason`: why, when they
/// go unserved). One revision at most; unchanged when no way leads there from where it is.
Appointment followed(Appointment before, AppointmentState to, CancelReason reason, Instant now);
/// A held place that nobody confirmed in time.
Result<Appointment> expired(Appointment appointment, Instant now);

/// Bad input names its field: invalid_input "text_too_long" (highest), "telephone_invalid", "email_invalid",
/// "companions_invalid" (most). Pointers are those of the fields below /visitor. Lengths are in characters.
Result<void> check_visitor(Visitor const& visitor);
/// By telephone somebody has to be called: invalid_input "telephone_needed".
Result<void> check_reachable(Visitor const& visitor, Door door, char const* pointer = "/visitor/telephone");
/// A number given with a move, "" for none: invalid_input "telephone_invalid" (/telephone).
Result<void> check_new_number(std::string const& telephone);

} // namespace parvis::scheduling
