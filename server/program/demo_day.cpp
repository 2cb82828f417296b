// SPDX-License-Identifier: EUPL-1.2
#include "server/program/demo_day.hpp"

#include "server/network/directory_shared_store.hpp"
#include "server/network/network_store.hpp"
#include "server/program/demo_ids.hpp"
#include "server/program/demo_network.hpp"
#include "server/program/demo_people.hpp"
#include "server/queue/arrival_service.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/calendar_service.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"
#include "server/scheduling/supply/supply_service.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace parvis {
namespace {

using identity::Caller;
using scheduling::Door;
using scheduling::Requester;

constexpr char zone[] = "Europe/Paris";
constexpr int slot_minutes = 20;
constexpr char coordinator[] = "coordination@reseau.demo.fr";

/// Asking for the same again on the same day is no error: the ids are those of the first time. On a public
/// holiday bodies answer nobody; then nobody is expected.
template <class Answer>
Result<void> done_or_known(Result<Answer> const& answer) {
    static constexpr std::array<std::string_view, 8> known = {
        "appointment_id_taken",        "ticket_id_taken", "supply_changed",   "slot_taken",
        "appointment_step_impossible", "site_closed",     "slot_not_offered", "supply_overlaps"};
    if (answer || std::ranges::find(known, std::string_view(answer.error().reason)) != known.end()) {
        return {};
    }
    return answer.error();
}

class DemoDay {
  public:
    DemoDay(db::Database& database, identity::AccountService& accounts, Clock const& clock)
        : database_(database), accounts_(accounts), clock_(clock), today_(to_local(clock.now(), zone).date()),
          ids_(to_instant(today_, 0, zone)) {}

    Result<void> live() {
        for (auto const step :
             {&DemoDay::look_around, &DemoDay::sign_in, &DemoDay::open_towns, &DemoDay::open_lines,
              &DemoDay::book_today, &DemoDay::book_later, &DemoDay::give_tickets, &DemoDay::sign_out}) {
            if (auto const done = (this->*step)(); !done) {
                return done;
            }
        }
        return {};
    }

  private:
    Result<void> look_around();
    Result<void> sign_in();
    Result<void> open_towns();
    Result<void> open_lines();
    Result<void> make_room(DemoToday const& body, scheduling::SupplyId const& own);
    Result<void> book_today();
    Result<void> become(DemoAppointment const& one, scheduling::AppointmentId const& id, Instant starts_at);
    Result<void> book_later();
    Result<void> give_tickets();
    Result<void> sign_out();

    /// Minutes after midnight: open from two hours ago at least, for five hours more.
    int opens() const { return std::clamp(60 * (minute_of_now() / 60 - 2), 0, 480); }
    int closes() const { return std::clamp(60 * (minute_of_now() / 60 + 6), 1080, 1440); }
    int minute_of_now() const { return to_local(clock_.now(), zone).minutes_of_day(); }
    Caller const& at_desk_of(std::string const& commune) const {
        auto const found = mediators_.find(commune);
        return found == mediators_.end() ? callers_.at(coordinator) : found->second;
    }
    OfferId offer_at(std::string const& commune, std::string const& body);

    db::Database& database_;
    identity::AccountService& accounts_;
    Clock const& clock_;
    LocalDate today_;
    DemoIds ids_;
    interview::ChangeFeed nobody_listens_;
    scheduling::StoredSupplyBook book_;
    scheduling::SupplyService supply_{database_, clock_};
    scheduling::CalendarService calendars_{database_, clock_};
    scheduling::AppointmentService appointments_{database_, clock_, book_, queue::QueueService::leave_with};
    scheduling::SlotSearchService slots_{database_, clock_, book_};
    scheduling::AppointmentWords words_{database_, clock_, book_};
    queue::QueueService queue_{database_, clock_, nobody_listens_};
    queue::ArrivalService arrivals_{database_, clock_, queue_, words_};
    NetworkId network_;
    std::map<std::string, SiteId> sites_;
    std::map<std::string, PartnerId> partners_;
    std::map<std::string, network::AdviserGroupId> groups_;
    std::map<std::string, scheduling::MotiveId> motives_;
    std::map<std::string, std::string> tokens_;
    std::map<std::string, Caller> callers_;
    std::map<std::string, Caller> mediators_; ///< by commune
};

Result<void> DemoDay::look_around() {
    return database_.read([&](db::Session& session) -> Result<void> {
        network_ = network::all_networks(session).front();
        auto const view = network::network_view(session, network_);
        if (!view) {
            return view.error();
        }
        for (auto const& site : view->sites) {
            sites_.emplace(site.commune, site.site_id);
        }
        for (auto const& partner : view->partners) {
            partners_.emplace(partner.acronym, partner.partner_id);
        }
        for (auto const& group : view->groups) {
            groups_.emplace(group.name, group.group_id);
        }
        for (auto const& motive : scheduling::motives_of_network(session, network_)) {
            motives_.emplace(motive.label.fr, motive.motive_id);
        }
        return {};
    });
}

Result<void> DemoDay::sign_in() {
    for (auto const& [email, commune] :
         {std::pair{coordinator, ""}, std::pair{"sylvie@bretenoux.demo.fr", "Bretenoux"},
          std::pair{"paul@gourdon.demo.fr", "Gourdon"}}) {
        auto const in = accounts_.sign_in(email, demo_password, "127.0.0.1");
        if (!in) {
            return in.error();
        }
        tokens_.emplace(email, in->token);
        callers_.emplace(email, in->caller);
        if (*commune != '\0') {
            mediators_.emplace(commune, in->caller);
        }
    }
    return {};
}

Result<void> DemoDay::sign_out() {
    for (auto const& [email, token] : tokens_) {
        if (auto const out = accounts_.sign_out(token); !out) {
            return out;
        }
    }
    return {};
}

Result<void> DemoDay::open_towns() {
    for (auto const& [commune, site] : sites_) {
        auto const opened = calendars_.save_exception(callers_.at(coordinator), site, today_,
                                                      {"Journée de démonstration", {{opens(), closes()}}});
        if (!opened) {
            return opened.error();
        }
    }
    return {};
}

/// What the timetable has for the same people today gives way.
Result<void> DemoDay::make_room(DemoToday const& body, scheduling::SupplyId const& own) {
    auto const& caller = callers_.at(coordinator);
    auto const plan = supply_.plan(caller, {network_, today_, today_, partners_.at(body.body)});
    if (!plan) {
        return plan.error();
    }
    for (auto const& [supply, revision, actions] : plan->supplies) {
        bool const is_today = std::ranges::any_of(
            plan->openings, [&](auto const& opening) { return opening.supply_id == supply.supply_id; });
        if (supply.supply_id == own || supply.modality != body.modality || !is_today) {
            continue;
        }
        if (auto const out = supply_.except_day(caller, supply.supply_id, {today_, revision}); !out) {
            return out.error();
        }
    }
    return {};
}

Result<void> DemoDay::open_lines() {
    for (auto const& body : answering_today) {
        auto const id = ids_.of<scheduling::SupplyId>(body.body);
        if (auto const room = make_room(body, id); !room) {
            return room;
        }
        scheduling::Leg leg{{}, opens(), closes()};
        for (auto const& [commune, site] : sites_) {
            leg.sites.push_back(site);
        }
        scheduling::SupplyForm form;
        form.group_id = groups_.at(body.body);
        form.modality = body.modality;
        form.recurrence = {today_, "", {}};
        form.legs = {std::move(leg)};
        form.slot_minutes = slot_minutes;
        form.advisers = body.advisers;
        form.walk_in_percent = body.walk_in_percent;
        if (auto const saved = done_or_known(supply_.save(callers_.at(coordinator), id, form)); !saved) {
            return saved;
        }
    }
    return {};
}

Result<void> DemoDay::book_today() {
    for (auto const& one : appointments_today) {
        auto const minute =
            opens() + slot_minutes * ((minute_of_now() + one.minutes - opens()) / slot_minutes);
        if (minute < opens() || minute + 3 * slot_minutes > closes()) {
            continue;
        }
        auto const id = ids_.of<scheduling::AppointmentId>(std::string(one.commune) + one.first_name);
        auto const starts_at = to_instant(today_, minute, zone);
        // Promised yesterday: who is expected within the hour did not just call.
        auto const promised_at = clock_.now() - std::chrono::hours(24);
        scheduling::Visitor visitor;
        visitor.first_name = one.first_name;
        visitor.companions = one.companions;
        visitor.telephone = one.telephone;
        auto const booked = appointments_.book(
            Requester::of(at_desk_of(one.commune)),
            {{id, ids_.of<scheduling::SupplyId>(one.body), starts_at, one.door, sites_.at(one.commune)},
             {motives_.at(one.motive)},
             promised_at},
            visitor);
        if (auto const done = done_or_known(booked); !done) {
            return done;
        }
        if (!booked) {
            continue;
        }
        if (auto const became = become(one, id, starts_at); !became) {
            return became;
        }
    }
    return {};
}

Result<void> DemoDay::become(DemoAppointment const& one, scheduling::AppointmentId const& id,
                             Instant starts_at) {
    auto const& mediator = at_desk_of(one.commune);
    if (one.becoming == Becoming::missed) {
        return done_or_known(appointments_.miss(Requester::of(mediator), id));
    }
    if (one.becoming == Becoming::arrived) {
        auto const came_at = std::min(starts_at - std::chrono::minutes(6), clock_.now());
        return done_or_known(arrivals_.arrive(
            mediator, id, {ids_.of<queue::TicketId>(one.first_name), came_at, std::nullopt, std::nullopt}));
    }
    return {};
}

Result<void> DemoDay::book_later() {
    auto const tomorrow = to_instant(add_days(today_, 1), 0, zone);
    for (auto const& one : appointments_later) {
        auto const site = sites_.at(one.commune);
        auto const found =
            slots_.find({{motives_.at(one.motive)}, Door::kiosk, site, tomorrow, one.slot + 1});
        if (!found) {
            return found.error();
        }
        if (found->empty()) {
            continue;
        }
        auto const& slot = found->back();
        scheduling::Visitor visitor;
        visitor.first_name = one.first_name;
        auto const booked = done_or_known(appointments_.book(
            Requester::of(at_desk_of(one.commune)),
            {{ids_.of<scheduling::AppointmentId>(std::string(one.commune) + one.first_name), slot.supply_id,
              slot.from, Door::kiosk, site},
             {motives_.at(one.motive)}},
            visitor));
        if (!booked) {
            return booked;
        }
    }
    return {};
}

OfferId DemoDay::offer_at(std::string const& commune, std::string const& body) {
    return database_
        .read([&](db::Session& session) -> Result<OfferId> {
            for (auto const& offer : network::offers_at_site(session, sites_.at(commune))) {
                if (offer.partner_id == partners_.at(body)) {
                    return offer.offer_id;
                }
            }
            return fail(ErrorCode::not_found, "offer_unknown");
        })
        .value();
}

Result<void> DemoDay::give_tickets() {
    for (auto const& one : tickets_of_now()) {
        auto const& mediator = at_desk_of(one.commune);
        auto const id = ids_.of<queue::TicketId>(std::string(one.commune) + one.motive);
        auto const came_at = clock_.now() - std::chrono::minutes(one.minutes_ago);
        auto const taken = queue_.take(mediator, id,
                                       {sites_.at(one.commune), offer_at(one.commune, one.body),
                                        motives_.at(one.motive), std::nullopt, std::nullopt, came_at});
        if (auto const given = done_or_known(taken); !given) {
            return given;
        }
        if (!one.act) {
            continue;
        }
        auto const act_id = ids_.of<queue::TicketActId>(one.motive);
        if (auto const acted = done_or_known(queue_.act(mediator, id, act_id, *one.act)); !acted) {
            return acted;
        }
    }
    return {};
}

} // namespace

Result<void> live_demo_day(db::Database& database, identity::AccountService& accounts, Clock const& clock) {
    return DemoDay(database, accounts, clock).live();
}

} // namespace parvis
