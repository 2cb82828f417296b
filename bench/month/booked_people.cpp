// SPDX-License-Identifier: EUPL-1.2
// Those who book: they come, come late, change the time, give it up, or do not come.
#include "bench/month/simulated_month.hpp"

#include <algorithm>

namespace parvis::bench {

using namespace scheduling;
using queue::TicketState;
using std::chrono::minutes;

void SimulatedMonth::book(std::size_t visitor, Slot const& slot) {
    auto& who = visitors_[visitor];
    auto const& place = department_.halls[who.hall];
    auto const id = AppointmentId::make(now());
    BookingWish const wish{{id, slot.supply_id, slot.from, Door::kiosk, place.site_id},
                           {department_.bodies[who.body].motive_id}};
    scheduling::Visitor person;
    person.first_name = "Jeanne";
    if (visitor % 2 == 0) {
        person.email = "v" + std::to_string(visitor) + "@exemple.fr";
    } else {
        person.telephone = "06 12 34 56 78";
    }
    auto const booked = appointments_.book(Requester::of(place.mediator), wish, person);
    if (!expect(booked, "booking what was proposed")) {
        return;
    }
    who.appointment = id;
    who.code = booked->code;
    by_appointment_[id] = visitor;
    auto const ahead = std::chrono::duration_cast<minutes>(slot.from - now());
    if (ahead > minutes(10)) {
        auto const then = now() + some(1, static_cast<int>(ahead.count()) - 1);
        if (by_chance(0.06)) {
            at(then, [this, visitor] { give_up_appointment(visitor); });
        } else if (by_chance(0.08)) {
            at(then, [this, visitor] { change_time(visitor); });
        }
    }
    expect_at(visitor, id, slot.from);
}

/// Most are a little early, some are late.
void SimulatedMonth::expect_at(std::size_t visitor, AppointmentId const& id, Instant from) {
    bool const is_late = by_chance(0.2);
    lived_.late += is_late ? 1 : 0;
    at(is_late ? from + some(1, 25) : from - some(0, 20), [this, visitor, id] { come_booked(visitor, id); });
}

bool SimulatedMonth::move(std::size_t visitor, Requester const& by, Slot const& slot) {
    auto& who = visitors_[visitor];
    auto const id = AppointmentId::make(now());
    auto const moved =
        appointments_.move(by, *who.appointment,
                           {id, slot.supply_id, slot.from, Door::kiosk, department_.halls[who.hall].site_id});
    if (!expect(moved, "moving to another time")) {
        return false;
    }
    ++lived_.moved;
    tell_soon();
    by_appointment_[id] = visitor;
    who.appointment = id;
    expect_at(visitor, id, slot.from);
    return true;
}

/// By their code, to any later moment that a search gives.
void SimulatedMonth::change_time(std::size_t visitor) {
    auto const& who = visitors_[visitor];
    if (who.is_over || who.is_there || who.is_called || who.ticket || !who.appointment) {
        return;
    }
    auto const before = appointments_.read(Requester::citizen(who.code), *who.appointment);
    if (!expect(before, "one's own appointment") || before->starts_at < now() + std::chrono::hours(3)) {
        return;
    }
    auto const later = before->starts_at + minutes(1);
    auto const free =
        search_.find({before->motives, Door::kiosk, department_.halls[who.hall].site_id, later, 5});
    if (expect(free, "another time of one's own") && !free->empty()) {
        move(visitor, Requester::citizen(who.code), (*free)[chance_() % free->size()]);
    }
}

/// By their code while they may, by telephone after that.
void SimulatedMonth::give_up_appointment(std::size_t visitor) {
    auto const& who = visitors_[visitor];
    if (who.is_over || who.ticket || !who.appointment) {
        return;
    }
    auto cancelled =
        appointments_.cancel(Requester::citizen(who.code), *who.appointment, CancelReason::no_longer_needed);
    if (!cancelled && cancelled.error().reason == "cancellation_too_late") {
        cancelled = appointments_.cancel(Requester::of(department_.halls[who.hall].mediator),
                                         *who.appointment, CancelReason::citizen_prevented);
    }
    if (expect(cancelled, "giving an appointment up")) {
        tell_soon();
        end(visitor);
    }
}

void SimulatedMonth::come_booked(std::size_t visitor, AppointmentId const& appointment) {
    auto& who = visitors_[visitor];
    if (who.is_over || who.appointment != appointment) {
        return;
    }
    if (by_chance(0.08)) {
        at(now() + minutes(60), [this, visitor, appointment] { miss(visitor, appointment); });
        return;
    }
    auto const id = queue::TicketId::make(now());
    auto const arrived = arrivals_.arrive(department_.halls[who.hall].mediator, appointment,
                                          {id, std::nullopt, std::nullopt, std::nullopt});
    if (!expect(arrived, "an arrival")) {
        return;
    }
    who.ticket = id;
    by_ticket_[id] = visitor;
    if (arrived->ticket && arrived->ticket->state == TicketState::closed) {
        end(visitor);
        return;
    }
    who.is_there = true;
    at(now() + some(60, 150), [this, visitor] { lose_patience(visitor); });
}

void SimulatedMonth::miss(std::size_t visitor, AppointmentId const& appointment) {
    auto const& who = visitors_[visitor];
    if (who.is_over || who.appointment != appointment) {
        return;
    }
    if (expect(appointments_.miss(Requester::of(department_.halls[who.hall].mediator), appointment),
               "an absence")) {
        end(visitor);
    }
}

} // namespace parvis::bench
