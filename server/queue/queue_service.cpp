// SPDX-License-Identifier: EUPL-1.2
// Tickets are taken, and acts are done on them.
#include "server/queue/queue_service.hpp"

#include "platform/json/encode.hpp"
#include "server/interview/interview_service.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/queue/home_place_service.hpp"
#include "server/queue/line_order.hpp"
#include "server/queue/queue_closing_store.hpp"
#include "server/queue/queue_kiosk_store.hpp"
#include "server/queue/queue_policy.hpp"
#include "server/queue/ticket_service.hpp"

#include <algorithm>

namespace parvis::queue {

using identity::Caller;

namespace {

/// What a desk that was cut off may still tell.
constexpr std::chrono::hours told_late_at_most{7 * 24};
constexpr int most_number = 9999;

Error missing(char const* field) {
    return fail(ErrorCode::invalid_input, "field_missing", field);
}

Error unknown_ticket() {
    return fail(ErrorCode::not_found, "ticket_unknown");
}

Result<network::Offer> offer_at(db::Session& session, OfferId const& id, SiteId const& site) {
    auto offer = network::offer(session, id);
    if (offer && offer->site_id != site) {
        return fail(ErrorCode::invalid_input, "offer_not_here", "/offer_id");
    }
    return offer;
}

Result<void> check(db::Session& session, TakeTicket const& wish) {
    if (wish.number && (*wish.number < 1 || *wish.number > most_number)) {
        return fail(ErrorCode::invalid_input, "value_out_of_range", "/number",
                    {{"lowest", "1"}, {"highest", std::to_string(most_number)}});
    }
    if (wish.kiosk_id) {
        auto const place = network::place_of_kiosk(session, *wish.kiosk_id);
        if (!place || place->site.site_id != wish.site_id) {
            return fail(ErrorCode::not_found, "kiosk_unknown", "/kiosk_id");
        }
    }
    return {};
}

std::optional<QueueTicket> known(db::Session& session, TicketId const& id,
                                 std::optional<BookedTurn> const& booked) {
    auto ticket = find_ticket(session, id);
    if (!ticket && booked) {
        ticket = find_ticket_of(session, booked->appointment_id);
    }
    return ticket;
}

QueueTicket new_ticket(db::Session& session, TicketId const& id, TakeTicket const& wish,
                       network::Offer const& offer, Instant arrived_at) {
    QueueTicket ticket;
    ticket.ticket_id = id;
    ticket.network_id = offer.network_id;
    ticket.site_id = wish.site_id;
    ticket.offer_id = offer.offer_id;
    ticket.partner_id = offer.partner_id;
    ticket.group_id = offer.group_id;
    ticket.subject = offer.subject;
    ticket.motive_id = wish.motive_id;
    ticket.wanted_kiosk_id = wish.kiosk_id;
    ticket.state = TicketState::waiting;
    ticket.arrived_at = arrived_at;
    ticket.place_at = place_for(arrived_at, last_place(session, ticket.group_id, ticket.site_id, arrived_at));
    return ticket;
}

Result<QueueTicket> decide(db::Session& session, QueueTicket const& before, TicketAct const& form,
                           Instant at) {
    switch (form.act) {
    case TicketActKind::no_answer:
        return unanswered(before, at);
    case TicketActKind::away:
        return form.back_at ? sent_away(before, *form.back_at, at) : missing("/back_at");
    case TicketActKind::back:
        return came_back(before, at);
    case TicketActKind::park:
        return form.park_reason ? parked(before, *form.park_reason, at) : missing("/park_reason");
    case TicketActKind::unpark:
        return unparked(before, at);
    case TicketActKind::put_back:
        return put_back(before, at);
    case TicketActKind::urgent:
        return form.urgent_reason ? made_urgent(before, form.urgent_reason) : missing("/urgent_reason");
    case TicketActKind::not_urgent:
        return made_urgent(before, std::nullopt);
    case TicketActKind::announce:
        return form.in_minutes ? announced(before, *form.in_minutes, at) : missing("/in_minutes");
    case TicketActKind::met:
        return met(before, at);
    case TicketActKind::finish:
        return finished(before, at);
    case TicketActKind::leave: {
        auto const reason = form.leave_reason.value_or(TicketEnd::gave_up);
        if (reason != TicketEnd::gave_up && reason != TicketEnd::sent_elsewhere) {
            return fail(ErrorCode::invalid_input, "value_unknown", "/leave_reason",
                        {{"allowed", "gave_up, sent_elsewhere"}});
        }
        return left(before, reason, at);
    }
    case TicketActKind::move:
        break;
    }
    if (!form.offer_id) {
        return missing("/offer_id");
    }
    auto const offer = offer_at(session, *form.offer_id, before.site_id);
    if (!offer) {
        return offer.error();
    }
    if (auto const message = closed_with(closings_of(session, offer->group_id, at), before.site_id)) {
        return fail(ErrorCode::conflict, "line_closed", "/offer_id", {{"message", *message}});
    }
    return moved(before, {offer->offer_id, offer->partner_id, offer->group_id, offer->subject}, at);
}

struct Done {
    QueueTicket ticket;
    std::optional<interview::InterviewCard> called_again;
    std::optional<AdviserGroupId> group_before{}; ///< absent: done earlier
};

/// "No answer", and the adviser's page wants the kiosk to ring again.
Result<Done> call_again(db::Session& session, Caller const& caller, QueueTicket ticket, InterviewId const& id,
                        Instant now) {
    if (is_away(session, ticket.kiosk_id.value())) {
        return fail(ErrorCode::unavailable, "kiosk_offline");
    }
    auto card = interview::InterviewService::call_kiosk_in(
        session, caller, {id, ticket.kiosk_id.value(), ticket.offer_id}, now);
    if (!card) {
        return card.error();
    }
    ticket.interview_id = id;
    return Done{std::move(ticket), std::move(*card)};
}

Result<Done> do_act(db::Session& session, Caller const& caller, QueueTicket const& before,
                    TicketAct const& form, Instant at, Instant now) {
    auto after = decide(session, before, form, at);
    if (!after) {
        return after.error();
    }
    if (form.act == TicketActKind::no_answer && form.interview_id && after->state == TicketState::called) {
        return call_again(session, caller, std::move(*after), *form.interview_id, now);
    }
    return Done{std::move(*after), std::nullopt};
}

/// Nothing when the act is new.
Result<std::optional<QueueTicket>> done_already(db::Session& session, ActRow const& act) {
    auto const known = find_act(session, act.act_id);
    if (!known) {
        return std::optional<QueueTicket>();
    }
    if (known->ticket_id != act.ticket_id || known->act != act.act || known->actor_id != act.actor_id) {
        return fail(ErrorCode::conflict, "act_id_taken", "/act_id");
    }
    return find_ticket(session, act.ticket_id);
}

} // namespace

QueueService::QueueService(db::Database& database, Clock const& clock,
                           interview::ChangeFeed const& interviews)
    : database_(database), clock_(clock), interviews_(interviews) {}

Result<TicketView> QueueService::take(Caller const& caller, TicketId const& id, TakeTicket const& wish) {
    auto const now = clock_.now();
    auto const taken = database_.write([&](db::Session& session) -> Result<QueueTicket> {
        take_turn(session);
        return caller.mediator_at(wish.site_id) != nullptr
                   ? take_in(session, caller.account_id, id, wish, std::nullopt, now)
                   : fail(ErrorCode::forbidden, "not_your_site");
    });
    if (!taken) {
        return taken.error();
    }
    lines_.tell({taken->group_id});
    return view(caller, *taken);
}

namespace {

Result<QueueTicket> take_ticket(db::Session& session, std::optional<AccountId> const& by, TicketId const& id,
                                TakeTicket const& wish, std::optional<BookedTurn> const& booked,
                                Instant now) {
    if (auto const sound = check(session, wish); !sound) {
        return sound.error();
    }
    auto const offer = offer_at(session, wish.offer_id, wish.site_id);
    if (!offer) {
        return offer.error();
    }
    auto const appointment = booked ? std::optional(booked->appointment_id) : std::nullopt;
    if (auto const ticket = known(session, id, booked)) {
        bool const is_same = ticket->site_id == wish.site_id && ticket->appointment_id == appointment;
        return is_same ? Result<QueueTicket>(*ticket)
                       : fail(ErrorCode::conflict, "ticket_id_taken", "/ticket_id");
    }
    auto const zone = network::site_card(session, wish.site_id).value().time_zone;
    auto const arrived_at =
        interview::happened_at(wish.occurred_at.value_or(now), now - told_late_at_most, now);
    auto ticket = new_ticket(session, id, wish, *offer, arrived_at);
    ticket.appointment_id = appointment;
    ticket.appointment_at = booked ? std::optional(booked->starts_at) : std::nullopt;
    ticket.day = to_local(arrived_at, zone).date();
    ticket.number = give_number(session, wish.site_id, ticket.day, wish.number);
    if (auto const message = closed_with(closings_of(session, offer->group_id, now), wish.site_id)) {
        ticket = closed(std::move(ticket), *message, now);
    } else if (ticket.day < to_local(now, zone).date()) {
        ticket = day_over(std::move(ticket), now);
    }
    if (!insert_ticket(session, ticket, now)) {
        return fail(ErrorCode::conflict, "ticket_changed");
    }
    end_home_place_of(session, ticket, now);
    insert_act(session, {TicketActId::make(now), id, "taken", by, arrived_at}, now);
    auto const followed = follow_with_appointment(session, ticket, now);
    return followed ? Result<QueueTicket>(std::move(ticket)) : followed.error();
}

} // namespace

Result<QueueTicket> QueueService::take_in(db::Session& session, AccountId const& by, TicketId const& id,
                                          TakeTicket const& wish, std::optional<BookedTurn> const& booked,
                                          Instant now) {
    return take_ticket(session, by, id, wish, booked, now);
}

Result<QueueTicket> take_by_citizen(db::Session& session, TicketId const& id, TakeTicket const& wish,
                                    BookedTurn const& booked, Instant now) {
    return take_ticket(session, std::nullopt, id, wish, booked, now);
}

Result<void> QueueService::leave_with(db::Session& session, scheduling::Appointment const& gone,
                                      Instant now) {
    auto const ticket = find_ticket_of(session, gone.appointment_id);
    if (!ticket || is_over(*ticket)) {
        return {};
    }
    bool const has_moved = gone.state == scheduling::AppointmentState::moved;
    auto const after = left(*ticket, has_moved ? TicketEnd::sent_elsewhere : TicketEnd::gave_up, now);
    if (!after) {
        return after.error();
    }
    if (!save_ticket(session, *after)) {
        return fail(ErrorCode::conflict, "ticket_changed");
    }
    end_home_place_of(session, *after, now);
    insert_act(session, {TicketActId::make(now), after->ticket_id, "leave", std::nullopt, now}, now);
    return {};
}

Result<TicketView> QueueService::act(Caller const& caller, TicketId const& id, TicketActId const& act_id,
                                     TicketAct const& form) {
    auto const now = clock_.now();
    std::string const name(json::enum_name(form.act));
    auto const done = database_.write([&](db::Session& session) -> Result<Done> {
        take_turn(session);
        ActRow row{act_id, id, name, caller.account_id, now};
        auto const again = done_already(session, row);
        if (!again) {
            return again.error();
        }
        if (*again) {
            return Done{**again, std::nullopt};
        }
        auto const before = find_ticket(session, id);
        auto const groups = network::groups_of(session, caller.account_id);
        if (!before || !may_see(standing_of(caller, groups, *before))) {
            return unknown_ticket();
        }
        if (!may_do(standing_of(caller, groups, *before), form.act)) {
            return fail(ErrorCode::forbidden, "ticket_not_yours");
        }
        row.occurred_at = interview::happened_at(form.occurred_at.value_or(now), before->arrived_at, now);
        auto after = do_act(session, caller, *before, form, row.occurred_at, now);
        if (!after) {
            return after.error();
        }
        if (after->ticket.revision != before->revision) {
            if (auto const saved = save_and_follow(session, after->ticket, now); !saved) {
                return saved.error();
            }
        }
        insert_act(session, row, now);
        after->group_before = before->group_id;
        return after;
    });
    if (!done) {
        return done.error();
    }
    if (done->called_again) {
        interviews_.tell(*done->called_again);
    }
    if (done->group_before) {
        tell_around({*done->group_before, done->ticket.group_id}, done->ticket.site_id);
    }
    return view(caller, done->ticket);
}

} // namespace parvis::queue
