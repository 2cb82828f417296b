// SPDX-License-Identifier: EUPL-1.2
// SQL of the queue. Inside a transaction of platform/db; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/queue/line_view.hpp"
#include "server/queue/queue_view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

/// False when the ticket, its number, or the arrival of its appointment is known already: nothing was saved
/// then.
bool insert_ticket(db::Session& session, QueueTicket const& ticket, Instant recorded_at);
/// Saves a changed ticket over the revision just before it; false when somebody else changed it meanwhile, or
/// its adviser or its kiosk holds another one.
bool save_ticket(db::Session& session, QueueTicket const& ticket);

std::optional<QueueTicket> find_ticket(db::Session& session, TicketId const& id);
std::optional<QueueTicket> find_ticket_of(db::Session& session, scheduling::AppointmentId const& appointment);
/// Who the adviser has called or is with.
std::optional<QueueTicket> held_by(db::Session& session, AccountId const& adviser);
/// Neither finished, left nor closed.
std::vector<QueueTicket> open_tickets_of(db::Session& session, AdviserGroupId const& group);
std::vector<QueueTicket> open_tickets_of(db::Session& session, SiteId const& site);
std::vector<QueueTicket> open_tickets_before(db::Session& session, LocalDate day);

/// The latest place among those in the line of the group at the site who came no later.
std::optional<Instant> last_place(db::Session& session, AdviserGroupId const& group, SiteId const& site,
                                  Instant arrived_at);
/// `wanted` when it is free, else the next one.
int give_number(db::Session& session, SiteId const& site, LocalDate day, std::optional<int> wanted);

/// Waits until nobody else is calling. The first statement of its transaction, so that what is read after it
/// is what the one before has left.
void take_turn(db::Session& session);
/// The first of the line, in the order of line_order.hpp, whom a kiosk would receive (reception.hpp). Who was
/// forgotten on a day before `today` is not called.
std::optional<QueueTicket> next_in_line(db::Session& session, AdviserGroupId const& group, LocalDate today,
                                        Instant now);
/// What became of the interview that a call began.
struct InterviewFact {
    kiosk_protocol::InterviewState state{};
    std::optional<kiosk_protocol::EndReason> end_reason;
    std::optional<Instant> accepted_at;
    std::optional<Instant> ended_at;
};
struct HeldTicket {
    QueueTicket ticket;
    InterviewFact interview;
};
/// Tickets that are held while their interview runs or has ended: something was missed.
std::vector<HeldTicket> to_settle(db::Session& session);
std::optional<HeldTicket> held_in(db::Session& session, InterviewId const& interview);

struct ActRow {
    TicketActId act_id;
    TicketId ticket_id;
    std::string act;
    std::optional<AccountId> actor_id;
    Instant occurred_at;
};
/// False when the act is known already.
bool insert_act(db::Session& session, ActRow const& act, Instant recorded_at);
std::optional<ActRow> find_act(db::Session& session, TicketActId const& id);

/// How long people took up an adviser: the newest at most 400 since `since`.
std::vector<Measured> served_by(db::Session& session, AdviserGroupId const& group, Instant since);

/// Whose line it is.
struct LineBody {
    NetworkId network_id;
    PartnerId partner_id;
    std::string acronym;
    std::string time_zone;
};
/// Nothing: no such group.
std::optional<LineBody> body_of(db::Session& session, AdviserGroupId const& group);

} // namespace parvis::queue
