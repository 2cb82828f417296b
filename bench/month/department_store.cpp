// SPDX-License-Identifier: EUPL-1.2
#include "bench/month/department_store.hpp"

#include "platform/db/sql.hpp"
#include "server/identity/account_service.hpp"
#include "server/migrations/migrations.hpp"
#include "server/network/furnish_store.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/opening/closure_store.hpp"
#include "server/scheduling/supply/supply_store.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr int opens = 510;
constexpr int closes = 1050;
constexpr int slot_minutes = 30;

struct Plan {
    std::string acronym;
    std::string subject;
    Modality modality{};
    std::vector<Duty> duties;
};

/// As the three ways are worked in the field: who comes is served (Caf, CPAM), by appointment (Carsat, MSA),
/// half days (France Travail, Mission Locale).
std::vector<Plan> plans() {
    using enum Modality;
    return {
        {"CAF", "family", time_window, {{{1, 3, 5}, 540, 720, 3}, {{2, 4}, 810, 960, 2}}},
        {"CPAM", "health", time_window, {{{2, 4}, 540, 720, 2}, {{1, 5}, 810, 960, 2}}},
        {"Carsat", "pension", appointment, {{{2, 4}, 540, 720, 3}, {{2, 4}, 810, 990, 3}}},
        {"MSA", "farming", appointment, {{{1, 3}, 540, 720, 2}}},
        {"France Travail", "work", half_day_session, {{{1, 5}, 810, 990, 3}}},
        {"Mission Locale", "youth", half_day_session, {{{3}, 810, 990, 2}}},
    };
}

template <class Change>
void write(db::Database& database, Change const& change) {
    database
        .write([&](db::Session& session) -> Result<void> {
            change(session);
            return {};
        })
        .value();
}

void add_hall(db::Session& session, Department& department, Instant now) {
    std::vector<kiosk_protocol::OpeningPeriod> week;
    for (int day = 1; day <= 5; ++day) {
        week.push_back({day, opens, closes});
    }
    TownHall hall{SiteId::make(now), KioskId::make(now), {}};
    auto const name = "Mairie " + std::to_string(department.halls.size() + 1);
    auto const territory = network::TerritoryId::make(now);
    network::add_territory(session, department.network_id, territory, name);
    network::add_site(session, department.network_id, territory,
                      {hall.site_id, name, name, "1 place", "05 65 00 00 00", department_zone, week});
    network::add_kiosk(session, department.network_id, hall.site_id, network::RoomId::make(now),
                       {hall.kiosk_id, "Borne", "Salle"});
    department.halls.push_back(hall);
}

std::string rule_of(std::vector<int> const& weekdays) {
    static constexpr std::array names = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    std::string days;
    for (auto const day : weekdays) {
        days += (days.empty() ? "" : ",") + std::string(names.at(static_cast<std::size_t>(day) - 1));
    }
    return "FREQ=WEEKLY;BYDAY=" + days;
}

LocalDate first_of(LocalDate day, std::vector<int> const& weekdays) {
    while (std::ranges::find(weekdays, weekday(day)) == weekdays.end()) {
        day = add_days(day, 1);
    }
    return day;
}

void add_supplies(db::Session& session, Department const& department, Body const& body, LocalDate first_day,
                  Instant now) {
    std::vector<SiteId> sites;
    sites.reserve(department.halls.size());
    for (auto const& hall : department.halls) {
        sites.push_back(hall.site_id);
    }
    for (auto const& duty : body.duties) {
        Supply supply;
        supply.supply_id = SupplyId::make(now);
        supply.network_id = department.network_id;
        supply.partner_id = body.partner_id;
        supply.group_id = body.group_id;
        supply.modality = body.modality;
        supply.recurrence = {first_of(first_day, duty.weekdays), rule_of(duty.weekdays), {}};
        supply.legs = {{sites, duty.from_minute, duty.to_minute}};
        supply.slot_minutes = slot_minutes;
        supply.advisers = duty.advisers;
        supply.walk_in_percent = body.modality == Modality::half_day_session ? 30 : 0;
        insert_supply(session, supply, {});
    }
}

void add_body(db::Session& session, Department& department, Plan const& plan, LocalDate first_day,
              Instant now) {
    Body body;
    body.acronym = plan.acronym;
    body.partner_id = PartnerId::make(now);
    body.group_id = network::AdviserGroupId::make(now);
    body.motive_id = MotiveId::make(now);
    body.modality = plan.modality;
    body.duties = plan.duties;
    network::add_subject(session, department.network_id,
                         {plan.subject, {plan.subject, plan.subject}, "x", 1});
    network::add_partner(session, department.network_id,
                         {body.partner_id, plan.acronym, {plan.acronym, plan.acronym}});
    network::add_group(session, department.network_id, body.partner_id, body.group_id, plan.acronym);
    for (auto const& hall : department.halls) {
        network::Offer offer;
        offer.offer_id = OfferId::make(now);
        offer.network_id = department.network_id;
        offer.site_id = hall.site_id;
        offer.partner_id = body.partner_id;
        offer.group_id = body.group_id;
        offer.subject = plan.subject;
        network::add_offer(session, offer);
        body.offers.push_back(offer.offer_id);
    }
    Motive motive;
    motive.motive_id = body.motive_id;
    motive.network_id = department.network_id;
    motive.partner_id = body.partner_id;
    motive.subject = plan.subject;
    motive.label = {plan.subject, plan.subject};
    motive.duration_minutes = slot_minutes;
    motive.notice_most_days = 21;
    motive.cancellation_limit_minutes = 120;
    motive.modalities = {plan.modality};
    save_motive(session, motive);
    add_supplies(session, department, body, first_day, now);
    department.bodies.push_back(body);
}

identity::Caller hire(identity::AccountService& accounts, identity::NewAccount wanted, int number) {
    wanted.email = "p" + std::to_string(number) + "@exemple.fr";
    wanted.name = "P" + std::to_string(number);
    wanted.language = "fr";
    wanted.password = "une phrase assez longue";
    auto const view = accounts.create_from_console(wanted).value();
    return {view.account_id, view.name, view.language, view.memberships};
}

void hire_all(db::Database& database, Clock const& clock, Department& department) {
    identity::AccountService accounts(
        database, clock, [](identity::SignedOut const&) {}, crypto::test_password_cost);
    int number = 0;
    for (auto& hall : department.halls) {
        identity::NewAccount wanted;
        wanted.network_id = department.network_id;
        wanted.role = identity::Role::mediator;
        wanted.site_id = hall.site_id;
        hall.mediator = hire(accounts, wanted, ++number);
    }
    for (auto& body : department.bodies) {
        identity::NewAccount wanted;
        wanted.network_id = department.network_id;
        wanted.role = identity::Role::adviser;
        wanted.partner_id = body.partner_id;
        wanted.group_ids = {body.group_id};
        auto const most = std::ranges::max(body.duties, {}, &Duty::advisers).advisers;
        for (int i = 0; i < most; ++i) {
            body.advisers.push_back(hire(accounts, wanted, ++number));
        }
    }
}

} // namespace

Department furnish_department(db::Database& database, Clock const& clock, LocalDate first_day, int halls) {
    database.migrate(server_migrations(), std::filesystem::temp_directory_path().string()).value();
    auto const now = clock.now();
    Department department;
    department.network_id = NetworkId::make(now);
    write(database, [&](db::Session& session) {
        department.halls.clear();
        department.bodies.clear();
        network::add_network(session, {department.network_id, "Département", department_zone, true});
        for (int hall = 0; hall < halls; ++hall) {
            add_hall(session, department, now);
        }
        for (auto const& plan : plans()) {
            add_body(session, department, plan, first_day, now);
        }
    });
    hire_all(database, clock, department);
    return department;
}

void declare(db::Database& database, NetworkId const& network, PlaceClosure const& closure) {
    write(database, [&](db::Session& session) { save_place_closure(session, network, closure); });
}

void declare(db::Database& database, BodyClosure const& closure) {
    write(database, [&](db::Session& session) { save_body_closure(session, closure); });
}

} // namespace parvis::bench
