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
#include "server/queue/line_board.hpp"
#include "server/queue/line_feed.hpp"
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
    /// With an interview id, also who rings at a kiosk is called, in their turn (line_order.hpp): their ring
    /// is accepted.
    Result<NextTicket> call_next(identity::Caller const& caller, CallNext const& wish);

    /// Everybody who waits is told; who comes until the end of the day is told as well. The adviser's group,
    /// or the partner managers of its body. not_found "group_unknown"; invalid_input "text_missing",
    /// "text_too_long" (/message). With a site: its people alone; not_found "site_unknown" (/site_id) where
    /// the group has no offer.
    Result<LineClosed> close_line(identity::Caller const& caller, AdviserGroupId const& group,
                                  CloseLine const& wish);
    /// One site again, or the whole line.
    Result<void> reopen_line(identity::Caller const& caller, AdviserGroupId const& group,
                             std::optional<SiteId> const& site);

    /// Every body's line, as far as it concerns the site; its mediator.
    Result<QueueView> lines_at(identity::Caller const& caller, SiteId const& site);
    /// The lines of the caller's groups over all sites.
    Result<QueueView> lines_of(identity::Caller const& caller);

    /// Bodies at the ticket's site that it may move to; who may move it. not_found "ticket_unknown".
    Result<Destinations> destinations(identity::Caller const& caller, TicketId const& id);

    // ---- boards: the hubs decide who is told what

    /// Told after each change of a line. Subscribe before anything runs.
    LineFeed& lines_changed() { return lines_; }
    /// Told after each change of an appointment of these groups.
    LineFeed& appointments_changed() { return appointments_; }
    /// The line that somebody was taken out of by it is told as well. After the commit.
    void appointment_changed(scheduling::Appointment const& appointment);
    /// One reading of each line, cut for all who follow it. A group that has gone gives none.
    Result<std::vector<LineBoard>> boards(std::vector<BoardWish> const& wishes);
    /// not_found "site_unknown".
    Result<WallPlace> place_of(SiteId const& site);

    // ---- the system acts

    /// An interview that a call began has changed: its ticket follows.
    void follow(interview::Interview const& interview);
    /// The same for all, after a crash between the two. How many followed.
    Result<int> follow_all();
    /// Ends what was forgotten on earlier days. How many.
    Result<int> end_past_days();

  private:
    void follow_ticket(interview::Interview const& interview);
    /// The lines, and those whose people wait for the same kiosks.
    void tell_around(std::vector<AdviserGroupId> groups, SiteId const& site);

    db::Database& database_;
    Clock const& clock_;
    interview::ChangeFeed const& interviews_;
    LineFeed lines_;
    LineFeed appointments_;
};

} // namespace parvis::queue
