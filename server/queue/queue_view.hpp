// SPDX-License-Identifier: EUPL-1.2
// What the desk and the advisers' pages send to the queue, and how they see it.
#pragma once

#include "kiosk_protocol/interview.hpp"
#include "server/queue/reception.hpp"
#include "server/queue/ticket.hpp"
#include "server/queue/wait_estimate.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

using ClosingId = Id<struct ClosingTag>;

/// Somebody came unbooked (who comes for an appointment: arrival_service.hpp). A desk that was cut off tells
/// later when that was, and which number it gave; should that be taken, the answer has another one.
struct TakeTicket {
    SiteId site_id;
    OfferId offer_id;
    std::optional<scheduling::MotiveId> motive_id;
    std::optional<KioskId> kiosk_id; ///< wants to be called back there
    std::optional<std::int32_t> number;
    std::optional<Instant> occurred_at; ///< nothing: now
};
BOOST_DESCRIBE_STRUCT(TakeTicket, (), (site_id, offer_id, motive_id, kiosk_id, number, occurred_at))

BOOST_DEFINE_ENUM_CLASS(TicketActKind, no_answer, away, back, park, unpark, put_back, move, urgent,
                        not_urgent, met, finish, leave, announce)

/// One act on one ticket. What else it needs: away: back_at; park: park_reason; move: offer_id; urgent:
/// urgent_reason; leave: leave_reason; no_answer: interview_id, when the kiosk is to be called again;
/// announce: in_minutes.
struct TicketAct {
    TicketActKind act{};
    std::optional<Instant> occurred_at; ///< nothing: now
    std::optional<Instant> back_at;
    std::optional<ParkReason> park_reason;
    std::optional<OfferId> offer_id;
    std::optional<UrgentReason> urgent_reason;
    std::optional<TicketEnd> leave_reason; ///< gave_up or sent_elsewhere
    std::optional<InterviewId> interview_id;
    std::optional<std::int32_t> in_minutes; ///< be ready in about so many
};
BOOST_DESCRIBE_STRUCT(TicketAct, (),
                      (act, occurred_at, back_at, park_reason, offer_id, urgent_reason, leave_reason,
                       interview_id, in_minutes))

/// With an interview id, the adviser's call of the kiosk begins at once under it.
struct CallNext {
    TicketActId call_id;
    std::optional<InterviewId> interview_id;
};
BOOST_DESCRIBE_STRUCT(CallNext, (), (call_id, interview_id))

struct CloseLine {
    ClosingId closing_id;
    std::string message;             ///< told to everybody who waits, and to who comes; 1 to 200 letters
    std::optional<SiteId> site_id{}; ///< only the people of this site; nothing: all
};
BOOST_DESCRIBE_STRUCT(CloseLine, (), (closing_id, message, site_id))

/// Who moved somebody here from another body.
struct HandedOn {
    std::string name;
    std::string acronym; ///< of the adviser's body; "" when the desk did
};
BOOST_DESCRIBE_STRUCT(HandedOn, (), (name, acronym))

struct TicketView {
    TicketId ticket_id;
    std::int32_t number{};
    SiteId site_id;
    std::string site_name;
    OfferId offer_id;
    std::string acronym;
    kiosk_protocol::PlainWords subject_label;
    std::optional<scheduling::MotiveId> motive_id;
    std::optional<kiosk_protocol::PlainWords> motive_label; ///< with a motive_id
    TicketState state{};
    std::optional<scheduling::AppointmentId> appointment_id;
    std::optional<Instant> appointment_at;
    bool from_home{}; ///< on their own device, not at the site
    std::optional<HandedOn> handed_on_by;
    Instant arrived_at;
    std::int32_t waited_minutes{};
    std::optional<UrgentReason> urgent;
    std::optional<Instant> back_at;
    std::optional<Instant> expected_at; ///< told to be ready then
    std::optional<ParkReason> parked_for;
    std::optional<std::int32_t> position;   ///< 1: next; nothing while nobody may call it
    std::optional<HeldUp> held_up;          ///< with a position: others are called meanwhile
    std::optional<KioskId> wanted_kiosk_id; ///< "call me back at this kiosk"
    std::optional<WaitEstimate> wait;       ///< with a position
    std::optional<KioskId> kiosk_id;        ///< called there
    std::optional<InterviewId> interview_id;
    std::int32_t calls{};
    std::optional<Instant> called_at;
    std::optional<TicketEnd> end;
    std::string message; ///< why the line closed
    std::vector<TicketActKind> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(TicketView, (),
                      (ticket_id, number, site_id, site_name, offer_id, acronym, subject_label, motive_id,
                       motive_label, state, appointment_id, appointment_at, from_home, handed_on_by,
                       arrived_at, waited_minutes, urgent, back_at, expected_at, parked_for, position,
                       held_up, wanted_kiosk_id, wait, kiosk_id, interview_id, calls, called_at, end, message,
                       allowed_actions))

struct ClosedSite {
    SiteId site_id;
    std::string name;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(ClosedSite, (), (site_id, name, message))

struct LineView {
    AdviserGroupId group_id;
    std::string acronym;
    std::optional<std::string>
        closed_with;                      ///< the message, while the line is closed; at a desk: for its site
    std::vector<ClosedSite> closed_sites; ///< to advisers: closed for these alone
    std::int32_t on_duty{};
    std::int32_t waiting{};          ///< over all sites
    std::int32_t receivable{};       ///< of these: whom a kiosk would receive now
    std::vector<TicketView> tickets; ///< held ones, then in the order of the line, then away and parked
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (group_id, acronym, closed_with, closed_sites, on_duty, waiting, receivable, tickets))

struct QueueView {
    std::vector<LineView> lines;
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (lines))

/// Nothing: nobody waits whom a free kiosk could receive.
struct NextTicket {
    std::optional<TicketView> ticket;
    std::optional<InterviewId> accepted_ring; ///< who rang at a kiosk was next, and is received
};
BOOST_DESCRIBE_STRUCT(NextTicket, (), (ticket, accepted_ring))

/// A body that somebody may be handed on to, with what they are told there.
struct DestinationView {
    kiosk_protocol::OfferEntry offer;
    kiosk_protocol::PlainWords subject_label;
    std::int32_t on_duty{};
    std::int32_t waiting{};                 ///< over all sites
    std::optional<std::string> closed_with; ///< nobody may be moved there
};
BOOST_DESCRIBE_STRUCT(DestinationView, (), (offer, subject_label, on_duty, waiting, closed_with))

struct Destinations {
    std::vector<DestinationView> destinations;
};
BOOST_DESCRIBE_STRUCT(Destinations, (), (destinations))

struct LineClosed {
    std::int32_t told{}; ///< who waited
};
BOOST_DESCRIBE_STRUCT(LineClosed, (), (told))

} // namespace parvis::queue
