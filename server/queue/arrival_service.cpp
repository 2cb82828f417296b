// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/arrival_service.hpp"

#include "server/network/directory_shared_store.hpp"
#include "server/queue/home_place_service.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"

#include <algorithm>

namespace parvis::queue {

using scheduling::Appointment;
using scheduling::AppointmentService;
using scheduling::Door;
using scheduling::Requester;

namespace {

Result<std::optional<QueueTicket>> give_ticket(db::Session& session, identity::Caller const& caller,
                                               Appointment const& appointment, ArrivalForm const& form,
                                               Instant now) {
    // Who meets somebody at the place itself is not called to a kiosk.
    auto const offer = appointment.door == Door::kiosk ? offer_for(session, appointment) : std::nullopt;
    if (!offer) {
        return std::optional<QueueTicket>();
    }
    TakeTicket wish{*appointment.site_id, offer->offer_id, appointment.motives.front(),
                    form.kiosk_id,        form.number,     form.occurred_at};
    BookedTurn const booked{appointment.appointment_id, appointment.starts_at};
    auto ticket = QueueService::take_in(session, caller.account_id, form.ticket_id, wish, booked, now);
    return ticket ? Result<std::optional<QueueTicket>>(std::move(*ticket)) : ticket.error();
}

struct Arrived {
    Appointment appointment;
    std::optional<QueueTicket> ticket;
};

/// The answer was lost, and they may have been called meanwhile.
Result<std::optional<Arrived>> arrived_before(db::Session& session, Requester const& by,
                                              scheduling::AppointmentId const& id, ArrivalForm const& form) {
    auto const ticket = find_ticket(session, form.ticket_id);
    if (!ticket || ticket->appointment_id != id) {
        return std::optional<Arrived>();
    }
    auto appointment = AppointmentService::read_in(session, by, id);
    return appointment ? Result<std::optional<Arrived>>(Arrived{std::move(*appointment), ticket})
                       : appointment.error();
}

} // namespace

std::optional<network::Offer> offer_for(db::Session& session, Appointment const& appointment) {
    auto const motive = scheduling::motive(session, appointment.motives.front());
    std::optional<network::Offer> found;
    for (auto& offer : network::offers_at_site(session, appointment.site_id.value())) {
        bool const same_subject = motive && offer.subject == motive->subject;
        if (offer.group_id == appointment.group_id && (!found || same_subject)) {
            found = std::move(offer);
        }
    }
    return found;
}

ArrivalService::ArrivalService(db::Database& database, Clock const& clock, QueueService& queue,
                               scheduling::AppointmentWords& words)
    : database_(database), clock_(clock), queue_(queue), words_(words) {}

Result<Arrival> ArrivalService::arrive(identity::Caller const& caller, scheduling::AppointmentId const& id,
                                       ArrivalForm const& form) {
    auto const now = clock_.now();
    auto const by = Requester::of(caller);
    auto const done = database_.write([&](db::Session& session) -> Result<Arrived> {
        take_turn(session);
        auto const before = arrived_before(session, by, id, form);
        if (!before) {
            return before.error();
        }
        if (*before) {
            return **before;
        }
        auto appointment =
            AppointmentService::arrive_in(session, by, id, form.occurred_at.value_or(now), now);
        if (!appointment) {
            return appointment.error();
        }
        auto ticket = give_ticket(session, caller, *appointment, form, now);
        if (!ticket) {
            return ticket.error();
        }
        // The line may be closed: then they are told so at once, and the appointment follows.
        appointment = AppointmentService::read_in(session, by, id);
        return appointment ? Result<Arrived>(Arrived{std::move(*appointment), std::move(*ticket)})
                           : appointment.error();
    });
    if (!done) {
        return done.error();
    }
    queue_.appointments_changed().tell({done->appointment.group_id});
    if (done->ticket) {
        queue_.lines_changed().tell({done->ticket->group_id});
    }
    auto appointment = words_.view(by, done->appointment);
    if (!appointment) {
        return appointment.error();
    }
    Arrival arrival{std::move(*appointment), std::nullopt};
    if (done->ticket) {
        auto ticket = queue_.view(caller, *done->ticket);
        if (!ticket) {
            return ticket.error();
        }
        arrival.ticket = std::move(*ticket);
    }
    return arrival;
}

} // namespace parvis::queue
