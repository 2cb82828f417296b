// SPDX-License-Identifier: EUPL-1.2
#include "bench/month/simulated_month.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parvis::bench {

using namespace scheduling;
using queue::TicketActKind;
using queue::TicketState;
using queue::TicketView;
using std::chrono::minutes;

namespace {

constexpr int day_begins = 510;
constexpr int day_ends = 1050;
/// People of one town hall who ask for something on a working day; the mediators' registers say three to
/// eight.
constexpr int asking_least = 3;
constexpr int asking_most = 8;

/// How far ahead people may book (department_store.cpp), and from when until when messages leave.
constexpr int days_booked_ahead = 21;
constexpr int first_post = 420;
constexpr int last_post = 1140;
constexpr int minutes_between_posts = 20;
/// The server looks every so often whether somebody is to be told (serve.cpp); here it looks after each
/// change.
constexpr std::chrono::seconds between_looks{5};

bool is_working_day(LocalDate day) {
    return weekday(day) <= 5;
}

} // namespace

SimulatedMonth::SimulatedMonth(db::Database& database, LocalDate first_day, int days, int halls,
                               unsigned seed)
    : database_(database), clock_(to_instant(first_day, 0, department_zone)), chance_(seed),
      first_day_(first_day), days_(days), department_(furnish_department(database, clock_, first_day, halls)),
      appointments_(database_, clock_, book_, queue::QueueService::leave_with),
      messages_(database_, clock_,
                {[this](mail::Message const& letter) { return carry(letter.message_id); },
                 [this](sms::TextMessage const& message) { return carry(message.reference); }},
                {{"Parvis", "ne-pas-repondre@exemple.fr"}, ""}) {}

Lived SimulatedMonth::live() {
    // Booked on the last day as far ahead as may be, and then moved as far ahead again.
    for (int day = 0; day < days_ + 2 * days_booked_ahead + 1; ++day) {
        plan_day(add_days(first_day_, day));
    }
    while (!agenda_.empty()) {
        auto const next = agenda_.begin();
        clock_.set(next->first);
        auto const event = std::move(next->second);
        agenda_.erase(next);
        event();
    }
    lived_.visitors = static_cast<long long>(visitors_.size());
    return std::move(lived_);
}

minutes SimulatedMonth::some(int least, int most) {
    return minutes(std::uniform_int_distribution(least, most)(chance_));
}

void SimulatedMonth::plan_day(LocalDate day) {
    at(to_instant(day, 300, department_zone), [this] { expect(queue_.end_past_days(), "the night"); });
    for (int minute = first_post; minute <= last_post; minute += minutes_between_posts) {
        at(to_instant(day, minute, department_zone), [this] { deliver(); });
    }
    if (is_working_day(day)) {
        plan_work(day);
        // In the last weeks those come who booked before.
        if (day < add_days(first_day_, days_)) {
            plan_people(day);
        }
    }
}

void SimulatedMonth::plan_work(LocalDate day) {
    for (std::size_t body = 0; body < department_.bodies.size(); ++body) {
        if (by_chance(0.03)) {
            at(to_instant(day, day_begins - 30, department_zone), [this, day, body] { fall_ill(day, body); });
        }
        std::vector<Duty> today;
        std::ranges::copy_if(department_.bodies[body].duties, std::back_inserter(today),
                             [&](Duty const& duty) {
                                 return std::ranges::find(duty.weekdays, weekday(day)) != duty.weekdays.end();
                             });
        for (std::size_t i = 0; i < today.size(); ++i) {
            plan_duty(day, body, today[i], i + 1 == today.size());
        }
    }
}

void SimulatedMonth::plan_people(LocalDate day) {
    for (std::size_t hall = 0; hall < department_.halls.size(); ++hall) {
        if (by_chance(0.04)) {
            at(to_instant(day, day_begins, department_zone) + some(0, 400),
               [this, hall] { break_down(hall, some(60, 240)); });
        }
        for (auto left = some(asking_least, asking_most).count(); left > 0; --left) {
            auto const when =
                to_instant(day, day_begins, department_zone) + some(0, day_ends - day_begins - 60);
            at(when, [this, hall] {
                visitors_.push_back(
                    {chance_() % department_.bodies.size(), hall, false, false, false, {}, {}, {}});
                ask(visitors_.size() - 1);
            });
        }
    }
}

/// The post of this month: now and then nobody can be reached for a while, and nothing may come twice.
Result<void> SimulatedMonth::carry(std::string const& reference) {
    if (by_chance(0.01)) {
        // It is tried again after one and after five more minutes (reminder.cpp).
        at(now() + minutes(1), [this] { tell_soon(); });
        at(now() + minutes(6), [this] { tell_soon(); });
        return fail(ErrorCode::unavailable, "connection_failed");
    }
    ++lived_.messages;
    if (!delivered_.insert(reference).second) {
        lived_.refusals.push_back("a message came twice: " + reference);
    }
    return {};
}

void SimulatedMonth::deliver() {
    messages_.run();
}

/// A mediator who cancels a quarter of an hour before is not waited for by the post.
void SimulatedMonth::tell_soon() {
    at(now() + between_looks, [this] { deliver(); });
}

void SimulatedMonth::plan_duty(LocalDate day, std::size_t body, Duty const& duty, bool is_last) {
    auto const until = to_instant(day, duty.to_minute, department_zone);
    auto const is_ill = [this, day, body] {
        auto const found = ill_on_.find(body);
        return found != ill_on_.end() && found->second == day;
    };
    for (int adviser = 0; adviser < duty.advisers; ++adviser) {
        at(to_instant(day, duty.from_minute, department_zone), [=, this] {
            if (!is_ill()) {
                look_for_next({body, static_cast<std::size_t>(adviser), until});
            }
        });
    }
    if (is_last) {
        at(until, [this, body] { close(body, "Les conseillers ont terminé pour aujourd’hui."); });
    }
}

/// The whole body is away: whoever is booked is told, and so is whoever comes.
void SimulatedMonth::fall_ill(LocalDate day, std::size_t body) {
    ++lived_.ill;
    ill_on_[body] = day;
    auto const& who = department_.bodies[body];
    declare(database_, {ClosureId::make(now()), department_.network_id, who.partner_id, std::nullopt,
                        to_instant(day, 0, department_zone), to_instant(add_days(day, 1), 0, department_zone),
                        "Conseillers absents"});
    close(body, "Le conseiller est absent aujourd’hui.");
    auto const by = Requester::of(who.advisers.front());
    for (std::size_t hall = 0; hall < department_.halls.size(); ++hall) {
        auto const booked =
            appointments_.list(by, department_.halls[hall].site_id, to_instant(day, 0, department_zone),
                               to_instant(add_days(day, 1), 0, department_zone));
        if (!expect(booked, "the appointments of somebody who is ill")) {
            continue;
        }
        for (auto const& appointment : *booked) {
            if (appointment.state != AppointmentState::confirmed) {
                continue;
            }
            auto const visitor = by_appointment_.at(appointment.appointment_id);
            if (expect(appointments_.cancel(by, appointment.appointment_id, CancelReason::adviser_prevented),
                       "telling who is booked")) {
                tell_soon();
                end(visitor);
            }
        }
    }
}

void SimulatedMonth::break_down(std::size_t hall, minutes span) {
    ++lived_.breakdowns;
    auto const& place = department_.halls[hall];
    auto const until = now() + span;
    broken_until_[hall] = until;
    declare(database_, department_.network_id,
            {ClosureId::make(now()), place.site_id, std::nullopt, place.kiosk_id, now(), until,
             "Borne en panne"});
    for (std::size_t visitor = 0; visitor < visitors_.size(); ++visitor) {
        auto const& who = visitors_[visitor];
        if (who.hall == hall && who.is_there && !who.is_called) {
            auto form = act(TicketActKind::leave);
            form.leave_reason = queue::TicketEnd::sent_elsewhere;
            if (expect(take_act(place.mediator, visitor, form), "sending on who waits at a dead kiosk")) {
                end(visitor);
            }
        }
    }
    give_other_times(hall, until);
}

/// Who is booked at a dead kiosk gets another time, or is told.
void SimulatedMonth::give_other_times(std::size_t hall, Instant until) {
    auto const& place = department_.halls[hall];
    auto const by = Requester::of(place.mediator);
    auto const booked = appointments_.list(by, place.site_id, now(), until);
    if (!expect(booked, "the appointments of a dead kiosk")) {
        return;
    }
    for (auto const& before : *booked) {
        if (before.state != AppointmentState::confirmed) {
            continue;
        }
        auto const visitor = by_appointment_.at(before.appointment_id);
        auto const free = search_.find({before.motives, Door::kiosk, place.site_id, until, 1});
        if (expect(free, "another time") && !free->empty()) {
            move(visitor, by, free->front());
        } else if (expect(appointments_.cancel(by, before.appointment_id, CancelReason::breakdown),
                          "telling")) {
            tell_soon();
            end(visitor);
        }
    }
}

void SimulatedMonth::ask(std::size_t visitor) {
    auto const& who = visitors_[visitor];
    auto const& body = department_.bodies[who.body];
    auto const& place = department_.halls[who.hall];
    auto const by = Requester::of(place.mediator);
    ProposalWish const wish{UnmetId::make(now()), {body.motive_id}, place.site_id, now()};
    auto const found = search_.propose(by, wish);
    if (!expect(found, "proposals")) {
        return;
    }
    auto const here = std::ranges::find(found->proposals, ProposalKind::here, &Proposal::kind);
    if (here != found->proposals.end() && by_chance(0.9)) {
        book(visitor, here->slot);
    } else if (!found->windows.empty()) {
        auto const& window = found->windows.front();
        auto const at_once = std::max(now(), window.from);
        at(at_once + some(0, 60), [this, visitor] { come(visitor); });
    } else {
        if (!found->unmet) {
            expect(search_.refuse(by, wish), "counting what suited nobody");
        }
        end(visitor);
    }
}

void SimulatedMonth::come(std::size_t visitor) {
    auto& who = visitors_[visitor];
    auto const& place = department_.halls[who.hall];
    auto const broken = broken_until_.find(who.hall);
    if (broken != broken_until_.end() && broken->second > now()) {
        ProposalWish const wish{
            UnmetId::make(now()), {department_.bodies[who.body].motive_id}, place.site_id, now()};
        expect(search_.refuse(Requester::of(place.mediator), wish), "counting who met a dead kiosk");
        end(visitor);
        return;
    }
    auto const id = queue::TicketId::make(now());
    queue::TakeTicket wish;
    wish.site_id = place.site_id;
    wish.offer_id = department_.bodies[who.body].offers[who.hall];
    auto const ticket = queue_.take(place.mediator, id, wish);
    if (!expect(ticket, "a ticket")) {
        return;
    }
    who.ticket = id;
    by_ticket_[id] = visitor;
    if (ticket->state == TicketState::closed) {
        end(visitor);
        return;
    }
    who.is_there = true;
    at(now() + some(40, 150), [this, visitor] { lose_patience(visitor); });
}

/// Only who still waits may leave; who sits with an adviser stays.
void SimulatedMonth::lose_patience(std::size_t visitor) {
    auto const& who = visitors_[visitor];
    if (who.is_over || !who.is_there) {
        return;
    }
    if (who.is_called) {
        at(now() + minutes(5), [this, visitor] { lose_patience(visitor); });
        return;
    }
    auto form = act(TicketActKind::leave);
    form.leave_reason = queue::TicketEnd::gave_up;
    auto const left = take_act(department_.halls[who.hall].mediator, visitor, form);
    if (left) {
        end(visitor);
    } else if (left.error().reason != "ticket_met" && left.error().reason != "ticket_not_waiting") {
        expect(left, "leaving");
    }
}

} // namespace parvis::bench
