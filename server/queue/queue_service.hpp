// SPDX-License-Identifier: EUPL-1.2
// Use cases of the queue. Each is one transaction on a worker thread, authorised by who asks, and harmless to
// repeat: whoever acts chooses the id of the ticket, the act, the call or the closing.
//
// Errors of all: not_found "ticket_unknown" (also for tickets of others), "offer_unknown", "kiosk_unknown";
// forbidden "not_your_site", "not_your_group", "ticket_not_yours"; conflict "act_id_taken",
// "ticket_id_taken", "ticket_changed" (somebody else was faster: read again), and the conflicts of
// ticket.hpp.
#pragma once

#include "server/identity/caller.hpp"
#include "server/interview/interview_card.hpp"
#include "server/queue/queue_store.hpp"
#include "server/queue/queue_view.hpp"

#include <functional>
#include <vector>

namespace parvis::queue {

/// What brings somebody who is not a walk-in.
struct BookedTurn {
    scheduling::AppointmentId appointment_id;
    Instant starts_at;
};

class QueueService {
  public:
    /// All must outlive this object. `interviews` is told of the calls that begin here.
    QueueService(db::Database& database, Clock const& clock, interview::ChangeFeed const& interviews);

    /// The mediator of the site gives a ticket. Known already: that ticket. The line is closed: a ticket that
    /// says so, counted as unmet. invalid_input "offer_not_here" (/offer_id), "value_out_of_range" (/number).
    Result<TicketView> take(identity::Caller const& caller, TicketId const& id, TakeTicket const& wish);
    /// The same inside the write transaction of another use case, which has authorised `by` and begun with
    /// take_turn. The arrival of the same appointment is the same ticket.
    static Result<QueueTicket> take_in(db::Session& session, AccountId const& by, TicketId const& id,
                                       TakeTicket const& wish, std::optional<BookedTurn> const& booked,
                                       Instant now);
    /// An appointment of somebody who is here was cancelled, or moved to another time: they wait no longer.
    /// Inside the write transaction that did so.
    static Result<void> leave_with(db::Session& session, scheduling::Appointment const& gone, Instant now);
    Result<TicketView> view(identity::Caller const& caller, QueueTicket const& ticket);

    /// invalid_input "field_missing" for what the act needs, "value_unknown" (/leave_reason),
    /// "offer_not_here"; conflict "line_closed" when moving to a closed line, "adviser_busy", "kiosk_busy"
    /// when calling again.
    Result<TicketView> act(identity::Caller const& caller, TicketId const& id, TicketActId const& act_id,
                           TicketAct const& form);

    /// The first of the caller's lines goes to this adviser and to no other. Nobody there: no ticket.
    /// conflict "adviser_busy" while the caller holds another one.
    Result<NextTicket> call_next(identity::Caller const& caller, CallNext const& wish);
    /// The same inside the write transaction of another use case; must be its first statement (take_turn).
    static Result<std::optional<QueueTicket>> pick_next(db::Session& session, identity::Caller const& caller,
                                                        CallNext const& wish, Instant now);

    /// Everybody who waits is told; who comes until the end of the day is told as well. The adviser's group,
    /// or the partner managers of its body. not_found "group_unknown"; invalid_input "text_missing",
    /// "text_too_long" (/message).
    Result<LineClosed> close_line(identity::Caller const& caller, AdviserGroupId const& group,
                                  CloseLine const& wish);
    Result<void> reopen_line(identity::Caller const& caller, AdviserGroupId const& group);

    /// Every body's line, as far as it concerns the site; its mediator.
    Result<QueueView> lines_at(identity::Caller const& caller, SiteId const& site);
    /// The lines of the caller's groups over all sites.
    Result<QueueView> lines_of(identity::Caller const& caller);

    // ---- the system acts

    /// An interview that a call began has changed: its ticket follows.
    void follow(interview::Interview const& interview);
    /// The same for all, after a crash between the two. How many followed.
    Result<int> follow_all();
    /// Ends what was forgotten on earlier days. How many.
    Result<int> end_past_days();

  private:
    db::Database& database_;
    Clock const& clock_;
    interview::ChangeFeed const& interviews_;
};

} // namespace parvis::queue
