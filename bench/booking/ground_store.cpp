// SPDX-License-Identifier: EUPL-1.2
#include "bench/booking/ground_store.hpp"

#include "platform/db/sql.hpp"
#include "server/migrations/migrations.hpp"
#include "server/network/furnish_store.hpp"
#include "server/scheduling/appointments/appointment_code.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/slots/taken_tick_store.hpp"
#include "server/scheduling/supply/supply_store.hpp"

#include <filesystem>

namespace parvis::bench {

using namespace scheduling;

namespace {

constexpr char paris[] = "Europe/Paris";
/// Far from every number that bookable_resource gives.
constexpr ResourceNumber bare_resources = 1'000'000'000;

std::string const bare_note = "bare";
constexpr char drop_bare_ticks[] = "DELETE FROM taken_tick WHERE resource_id >= :first";
constexpr char drop_bare_motives[] = "DELETE FROM appointment_motive WHERE appointment_id IN"
                                     " (SELECT appointment_id FROM appointment WHERE note = :note)";
constexpr char drop_bare_events[] = "DELETE FROM appointment_event WHERE appointment_id IN"
                                    " (SELECT appointment_id FROM appointment WHERE note = :note)";
constexpr char place_statement[] =
    "UPDATE site SET latitude_microdegrees = :latitude, longitude_microdegrees ="
    " :longitude WHERE site_id = :site";
constexpr int sites_of_row = 60;
/// Some twelve kilometres, in microdegrees of latitude; of longitude in the middle of France.
constexpr long long apart_north = 108'000;
constexpr long long apart_east = 155'000;
constexpr char drop_bare_rows[] = "DELETE FROM appointment WHERE note = :note";

constexpr char doubled_seats[] =
    "SELECT COUNT(*) FROM (SELECT starts_at, LAG(starts_at + minutes * 60000) OVER"
    " (PARTITION BY supply_id, seat ORDER BY starts_at) AS before FROM appointment WHERE seat IS NOT NULL) x"
    " WHERE before > starts_at";
constexpr char doubled_kiosks[] =
    "SELECT COUNT(*) FROM (SELECT starts_at, LAG(starts_at + (minutes + preparation_minutes) * 60000) OVER"
    " (PARTITION BY kiosk_id ORDER BY starts_at) AS before FROM appointment"
    " WHERE seat IS NOT NULL AND kiosk_id IS NOT NULL) x WHERE before > starts_at";
constexpr char claimed[] =
    "SELECT COALESCE(SUM((minutes + 4) / 5"
    " + CASE WHEN kiosk_id IS NULL THEN 0 ELSE (minutes + preparation_minutes + 4) / 5 END), 0)"
    " FROM appointment WHERE seat IS NOT NULL";

long long number_of(db::Session& session, std::string const& query) {
    long long value = 0;
    session.sql() << query, soci::into(value);
    return value;
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

void add_site(db::Session& session, Ground& ground, int kiosks, Instant now) {
    auto const territory = network::TerritoryId::make(now);
    auto const site = SiteId::make(now);
    std::vector<kiosk_protocol::OpeningPeriod> week;
    for (int day = 1; day <= 7; ++day) {
        week.push_back({day, 0, 1440});
    }
    auto const name = "Site " + std::to_string(ground.sites.size() + 1);
    network::add_territory(session, ground.network, territory, name);
    network::add_site(session, ground.network, territory, {site, name, name, "", "", paris, week});
    auto const number = static_cast<long long>(ground.sites.size());
    long long const latitude = 43'500'000 + apart_north * (number / sites_of_row);
    long long const longitude = -1'000'000 + apart_east * (number % sites_of_row);
    session.sql() << place_statement, soci::use(latitude), soci::use(longitude), soci::use(site.text());
    for (int kiosk = 0; kiosk < kiosks; ++kiosk) {
        ground.kiosks.push_back(KioskId::make(now));
        network::add_kiosk(session, ground.network, site, network::RoomId::make(now),
                           {ground.kiosks.back(), std::to_string(kiosk), "Salle"});
    }
    ground.sites.push_back(site);
}

void add_supplies(db::Session& session, Ground const& ground, GroundBody& body, Size size, Instant now) {
    for (std::size_t first = 0; first < ground.sites.size();
         first += static_cast<std::size_t>(size.sites_of_supply)) {
        auto const last =
            std::min(first + static_cast<std::size_t>(size.sites_of_supply), ground.sites.size());
        Leg const leg{{ground.sites.begin() + static_cast<std::ptrdiff_t>(first),
                       ground.sites.begin() + static_cast<std::ptrdiff_t>(last)},
                      480,
                      960};
        body.supplies.push_back(SupplyId::make(now));
        insert_supply(session,
                      {body.supplies.back(),
                       ground.network,
                       body.partner,
                       body.group,
                       Modality::appointment,
                       {ground.first_day, "FREQ=DAILY", {}},
                       {leg},
                       30,
                       size.advisers,
                       0,
                       {}},
                      {});
    }
}

void add_body(db::Session& session, Ground& ground, Size size, Instant now) {
    auto const acronym = "B" + std::to_string(ground.bodies.size() + 1);
    GroundBody body{PartnerId::make(now), network::AdviserGroupId::make(now), MotiveId::make(now), {}};
    network::add_partner(session, ground.network, {body.partner, acronym, {acronym, acronym}});
    network::add_group(session, ground.network, body.partner, body.group, acronym);
    Motive motive;
    motive.motive_id = body.motive;
    motive.network_id = ground.network;
    motive.partner_id = body.partner;
    motive.subject = "family";
    motive.label = {"Droits", "Rights"};
    motive.duration_minutes = 25;
    motive.notice_most_days = 400;
    motive.modalities = {Modality::appointment};
    save_motive(session, motive);
    add_supplies(session, ground, body, size, now);
    ground.bodies.push_back(std::move(body));
}

} // namespace

std::unique_ptr<db::Database> open_database(std::string const& url, std::size_t sessions) {
    return db::Database::open(url, sessions, nullptr).value();
}

Ground furnish(db::Database& database, Size size) {
    database.migrate(server_migrations(), std::filesystem::temp_directory_path().string()).value();
    auto const now = SystemClock{}.now();
    Ground ground;
    ground.network = NetworkId::make(now);
    ground.first_day = to_local(now, paris).date();
    write(database, [&](db::Session& session) {
        network::add_network(session, {ground.network, "Mesure", paris, true});
        network::add_subject(session, ground.network, {"family", {"Famille", "Family"}, "family", 1});
        for (int site = 0; site < size.sites; ++site) {
            add_site(session, ground, size.kiosks_of_site, now);
        }
        for (int body = 0; body < size.bodies; ++body) {
            add_body(session, ground, size, now);
        }
    });
    return ground;
}

bool write_bare(db::Database& database, Appointment appointment, long long number) {
    auto const now = SystemClock{}.now();
    appointment.appointment_id = AppointmentId::make(now);
    appointment.code = make_appointment_code();
    appointment.visitor.note = bare_note;
    auto const written = database.write([&](db::Session& session) -> Result<bool> {
        auto const seat = bare_resources + 2 * number;
        return take(session, seat, seat_ticks(appointment)) &&
               take(session, seat + 1, kiosk_ticks(appointment)) &&
               insert_appointment(session, appointment, now);
    });
    return written && *written;
}

void drop_bare(db::Database& database) {
    write(database, [&](db::Session& session) {
        session.sql() << drop_bare_ticks, soci::use(bare_resources);
        session.sql() << drop_bare_motives, soci::use(bare_note);
        session.sql() << drop_bare_events, soci::use(bare_note);
        session.sql() << drop_bare_rows, soci::use(bare_note);
    });
}

Verdict judge(db::Database& database, std::vector<std::string> const& acknowledged) {
    return database
        .read([&](db::Session& session) -> Result<Verdict> {
            Verdict verdict;
            verdict.appointments = number_of(session, "SELECT COUNT(*) FROM appointment");
            verdict.doubled = number_of(session, doubled_seats) + number_of(session, doubled_kiosks);
            verdict.guard_agrees =
                number_of(session, claimed) == number_of(session, "SELECT COUNT(*) FROM taken_tick");
            for (auto const& text : acknowledged) {
                auto const found = find_appointment(session, AppointmentId::parse(text).value());
                verdict.lost += found && found->state == AppointmentState::confirmed ? 0 : 1;
            }
            return verdict;
        })
        .value();
}

} // namespace parvis::bench
