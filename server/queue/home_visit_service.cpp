// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/home_visit_service.hpp"

#include "server/network/directory_shared_store.hpp"
#include "server/network/home_place_shared_store.hpp"
#include "server/queue/home_place_service.hpp"
#include "server/queue/queue_service_reading.hpp"

namespace parvis::queue {

using scheduling::Appointment;
using scheduling::AppointmentService;
using scheduling::Door;
using scheduling::Requester;

namespace {

bool is_from_home(db::Session& session, QueueTicket const& ticket) {
    return ticket.wanted_kiosk_id && network::is_home_place(session, *ticket.wanted_kiosk_id);
}

std::optional<HomeWait> wait_of(db::Session& session, Appointment const& appointment, Instant now) {
    auto const ticket = find_ticket_of(session, appointment.appointment_id);
    if (!ticket || !is_from_home(session, *ticket)) {
        return std::nullopt;
    }
    HomeWait wait;
    wait.state = ticket->state;
    wait.expected_at = ticket->expected_at;
    wait.message = ticket->message;
    if (!is_in_line(*ticket)) {
        return wait;
    }
    for (auto const& placed : shown_order(read_line(session, ticket->group_id, now), now)) {
        if (placed.ticket.ticket_id == ticket->ticket_id) {
            wait.position = placed.position;
            wait.wait = placed.wait;
        }
    }
    return wait;
}

Result<void> check(Appointment const& appointment, Instant now) {
    if (appointment.door != Door::home) {
        return fail(ErrorCode::conflict, "visit_not_from_home", "/code");
    }
    if (now < appointment.starts_at - home_opens) {
        auto const minutes = std::chrono::floor<std::chrono::minutes>(home_opens).count();
        return fail(ErrorCode::conflict, "visit_too_early", "", {{"minutes", std::to_string(minutes)}});
    }
    return {};
}

/// A place of their own, and its ticket.
Result<QueueTicket> give_ticket(db::Session& session, Appointment appointment, TicketId const& id,
                                Instant now) {
    if (!appointment.site_id) {
        appointment.site_id = network::any_site_of(session, appointment.group_id);
    }
    auto const offer = appointment.site_id ? offer_for(session, appointment) : std::nullopt;
    auto const place = KioskId::make(now);
    if (!offer || !network::open_home_place(session, place, *appointment.site_id)) {
        return fail(ErrorCode::conflict, "visit_no_line");
    }
    TakeTicket const wish{*appointment.site_id, offer->offer_id, appointment.motives.front(), place,
                          std::nullopt,         std::nullopt};
    BookedTurn const booked{appointment.appointment_id, appointment.starts_at};
    return take_by_citizen(session, id, wish, booked, now);
}

} // namespace

void end_home_place_of(db::Session& session, QueueTicket const& ticket, Instant now) {
    if (ticket.wanted_kiosk_id && is_over(ticket)) {
        network::end_home_place(session, *ticket.wanted_kiosk_id, now);
    }
}

HomeVisitService::HomeVisitService(db::Database& database, Clock const& clock, QueueService& queue,
                                   scheduling::PublicBooking& booking,
                                   scheduling::AppointmentService& appointments,
                                   scheduling::AppointmentWords& words)
    : database_(database), clock_(clock), queue_(queue), booking_(booking), appointments_(appointments),
      words_(words) {}

Result<Appointment> HomeVisitService::by_code(std::string const& client_address, std::string const& code) {
    auto const known = booking_.read(client_address, {code});
    return known ? appointments_.read_by_code(code) : known.error();
}

Result<HomeVisit> HomeVisitService::view(Appointment const& appointment) {
    auto shown = words_.public_view(appointment);
    if (!shown) {
        return shown.error();
    }
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<HomeVisit> {
        return HomeVisit{std::move(*shown), appointment.starts_at - home_opens,
                         appointment.starts_at + scheduling::late_arrival_closes, now,
                         wait_of(session, appointment, now)};
    });
}

Result<HomeVisit> HomeVisitService::read(std::string const& client_address,
                                         scheduling::CodeForm const& form) {
    auto const found = by_code(client_address, form.code);
    return found ? view(*found) : found.error();
}

Result<HomeVisit> HomeVisitService::arrive(std::string const& client_address, HomeArrivalForm const& form) {
    auto const found = by_code(client_address, form.code);
    if (!found) {
        return found.error();
    }
    auto const now = clock_.now();
    if (auto const sound = check(*found, now); !sound) {
        return sound.error();
    }
    auto const by = Requester::citizen(found->code);
    auto const& id = found->appointment_id;
    std::optional<AdviserGroupId> line;
    auto const done = database_.write([&](db::Session& session) -> Result<Appointment> {
        take_turn(session);
        line.reset();
        if (!find_ticket_of(session, id)) {
            auto const here = AppointmentService::arrive_in(session, by, id, now, now);
            if (!here) {
                return here.error();
            }
            auto const ticket = give_ticket(session, *here, form.ticket_id, now);
            if (!ticket) {
                return ticket.error();
            }
            line = ticket->group_id;
        }
        return AppointmentService::read_in(session, by, id);
    });
    if (!done) {
        return done.error();
    }
    if (line) {
        queue_.lines_changed().tell({*line});
    }
    return view(*done);
}

Result<KioskId> HomeVisitService::prove(std::string const& client_address, std::string const& code) {
    auto const found = by_code(client_address, code);
    if (!found) {
        return found.error();
    }
    return database_.read([&](db::Session& session) -> Result<KioskId> {
        auto const ticket = find_ticket_of(session, found->appointment_id);
        return ticket && is_from_home(session, *ticket) && !is_over(*ticket)
                   ? Result<KioskId>(ticket->wanted_kiosk_id.value())
                   : fail(ErrorCode::forbidden, "visit_not_open");
    });
}

} // namespace parvis::queue
