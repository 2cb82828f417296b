// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/test_book.hpp"

#include "platform/db/sql.hpp"

#include <algorithm>

namespace parvis::scheduling::testing_support {

namespace {

constexpr char paris[] = "Europe/Paris";

constexpr char insert_supply[] =
    "INSERT INTO supply (supply_id, network_id, partner_id, group_id, modality, first_day, last_day, rule,"
    " slot_minutes, advisers, walk_in_percent, revision) VALUES (:id, :network, :partner, :group_id,"
    " 'appointment', :first_day, '9999-12-31', 'FREQ=DAILY', 30, :advisers, 0, 1)";
constexpr char overlapping_seats[] =
    "SELECT COUNT(*) FROM appointment a JOIN appointment b ON a.supply_id = b.supply_id AND a.seat = b.seat"
    " AND a.appointment_id < b.appointment_id AND a.starts_at < b.starts_at + b.minutes * 60000"
    " AND b.starts_at < a.starts_at + a.minutes * 60000";
constexpr char overlapping_kiosks[] =
    "SELECT COUNT(*) FROM appointment a JOIN appointment b ON a.kiosk_id = b.kiosk_id"
    " AND a.appointment_id < b.appointment_id AND a.seat IS NOT NULL AND b.seat IS NOT NULL"
    " AND a.starts_at < b.starts_at + (b.minutes + b.preparation_minutes) * 60000"
    " AND b.starts_at < a.starts_at + (a.minutes + a.preparation_minutes) * 60000";
constexpr char claimed_ticks[] =
    "SELECT COALESCE(SUM((minutes + 4) / 5"
    " + CASE WHEN kiosk_id IS NULL THEN 0 ELSE (minutes + preparation_minutes + 4) / 5 END), 0)"
    " FROM appointment WHERE seat IS NOT NULL";

} // namespace

TestBook::TestBook(testing::World& world, LocalDate first_day, int days, int advisers)
    : supply(SupplyId::make(world.clock.now())), motive(MotiveId::make(world.clock.now())),
      group_(world.caf_group) {
    auto const first = to_iso(first_day);
    world.database()
        .write([&](db::Session& session) -> Result<void> {
            session.sql() << insert_supply, soci::use(supply.text()), soci::use(world.network.text()),
                soci::use(world.caf.text()), soci::use(group_.text()), soci::use(first), soci::use(advisers);
            return {};
        })
        .value();
    each = {world.network, world.caf, 30, 60, 60, 60};
    for (int day = 0; day < days; ++day) {
        auto const date = add_days(first_day, day);
        openings.push_back({supply,
                            0,
                            date,
                            to_instant(date, 480, paris),
                            to_instant(date, 720, paris),
                            {world.bretenoux.site_id, world.salviac.site_id},
                            30,
                            advisers,
                            0});
    }
    OpenSpan const always{{0}, {4'000'000'000'000}};
    for (auto const* site : {&world.bretenoux, &world.salviac}) {
        sites.push_back({site->site_id, {always}});
        kiosks.push_back({site->kiosk_id, site->site_id, {always}, 5, {}});
    }
}

Result<Terms> TestBook::terms(db::Session&, std::vector<MotiveId> const& motives) const {
    if (motives.empty()) {
        return fail(ErrorCode::invalid_input, "motives_missing", "/motives");
    }
    auto all = each;
    all.minutes = each.minutes * static_cast<int>(motives.size());
    return all;
}

std::shared_ptr<Offered const> TestBook::offered(db::Session&, OfferQuery const& query) const {
    Offered offered{{}, {{supply, group_}}};
    auto const is_asked = [&](SiteId const& site) {
        return std::find(query.sites.begin(), query.sites.end(), site) != query.sites.end();
    };
    for (auto const& site : sites) {
        if (is_asked(site.site_id)) {
            offered.ground.sites.push_back(site);
        }
    }
    for (auto const& kiosk : kiosks) {
        if (is_asked(kiosk.site_id)) {
            offered.ground.kiosks.push_back(kiosk);
        }
    }
    for (auto const& opening : openings) {
        bool const by_this_door = (query.door == Door::on_site) == comes_in_person;
        bool const serves =
            query.sites.empty() || std::any_of(opening.sites.begin(), opening.sites.end(), is_asked);
        if (by_this_door && serves && opening.from < query.to && query.from < opening.to) {
            offered.ground.openings.push_back(opening);
        }
    }
    return std::make_shared<Offered const>(std::move(offered));
}

std::vector<OpenSpan> TestBook::windows(db::Session&, std::vector<MotiveId> const&, SiteId const&, Instant,
                                        Instant) const {
    return walk_in;
}

std::vector<NearSite> TestBook::sites_near(db::Session&, SiteId const&, int) const {
    return neighbours;
}

long long number(db::Database& database, std::string const& query) {
    return database
        .read([&](db::Session& session) -> Result<long long> {
            long long value = 0;
            session.sql() << query, soci::into(value);
            return value;
        })
        .value();
}

std::string fault_of_guard(db::Database& database) {
    if (number(database, overlapping_seats) != 0) {
        return "an adviser's seat is booked twice";
    }
    if (number(database, overlapping_kiosks) != 0) {
        return "a kiosk is booked twice";
    }
    auto const claimed = number(database, claimed_ticks);
    auto const taken = number(database, "SELECT COUNT(*) FROM taken_tick");
    return claimed == taken
               ? ""
               : std::to_string(taken) + " ticks are taken, " + std::to_string(claimed) + " claimed";
}

} // namespace parvis::scheduling::testing_support
