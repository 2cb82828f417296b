// SPDX-License-Identifier: EUPL-1.2
#include "server/fleet/kiosk_health_shared_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/json.hpp"

namespace parvis::fleet {

using kiosk_protocol::DeviceReport;

namespace {

/// What a kiosk's link lets through, and more than that.
constexpr std::size_t longest_report = 512 * 1024;

constexpr char upsert_report[] =
    "INSERT INTO kiosk_health (kiosk_id, devices, reported_at, last_seen_at) VALUES (:id, :devices, :at, "
    ":seen)"
    " ON CONFLICT (kiosk_id) DO UPDATE SET devices = excluded.devices, reported_at = excluded.reported_at,"
    " last_seen_at = excluded.last_seen_at"
    " WHERE kiosk_health.reported_at IS NULL OR kiosk_health.reported_at <= excluded.reported_at";
constexpr char upsert_seen[] = "INSERT INTO kiosk_health (kiosk_id, last_seen_at) VALUES (:id, :seen)"
                               " ON CONFLICT (kiosk_id) DO UPDATE SET last_seen_at = excluded.last_seen_at";
constexpr char upsert_self_test[] =
    "INSERT INTO kiosk_health (kiosk_id, self_test, self_tested_at, last_seen_at) VALUES (:id, :report, :at, "
    ":seen)"
    " ON CONFLICT (kiosk_id) DO UPDATE SET self_test = excluded.self_test, self_tested_at = "
    "excluded.self_tested_at, last_seen_at = excluded.last_seen_at";
constexpr char select_health[] = "SELECT COALESCE(devices, ''), COALESCE(reported_at, -1), last_seen_at,"
                                 " COALESCE(self_test, ''), COALESCE(self_tested_at, -1)"
                                 " FROM kiosk_health WHERE kiosk_id = :id";

constexpr char set_here[] =
    "UPDATE kiosk SET away_since = NULL WHERE kiosk_id = :id AND away_since IS NOT NULL";
constexpr char set_away[] =
    "UPDATE kiosk SET away_since = :since WHERE kiosk_id = :id AND away_since IS NULL";
constexpr char set_never_seen_away[] =
    "UPDATE kiosk SET away_since = :now WHERE away_since IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM kiosk_health h WHERE h.kiosk_id = kiosk.kiosk_id)";
constexpr char select_here[] = "SELECT kiosk_id FROM kiosk WHERE away_since IS NULL AND revoked_at IS NULL";

template <class Report>
Report read_report(std::string const& text) {
    auto const parsed = json::parse(text, longest_report);
    return json::decode<Report>(parsed.value(), json::Unknown::ignore).value();
}

} // namespace

void save_report(db::Session& session, KioskId const& kiosk, DeviceReport const& report,
                 Instant reported_at) {
    auto const devices = json::serialize(json::encode(report));
    long long const at = reported_at.ms;
    session.sql() << upsert_report, soci::use(kiosk.text()), soci::use(devices), soci::use(at), soci::use(at);
}

void save_self_test(db::Session& session, KioskId const& kiosk, SelfTestResult const& result) {
    auto const report = json::serialize(json::encode(result.report));
    long long const at = result.finished_at.ms;
    session.sql() << upsert_self_test, soci::use(kiosk.text()), soci::use(report), soci::use(at),
        soci::use(at);
}

void save_seen(db::Session& session, KioskId const& kiosk, Instant seen_at) {
    long long const at = seen_at.ms;
    session.sql() << upsert_seen, soci::use(kiosk.text()), soci::use(at);
}

void save_here(db::Session& session, KioskId const& kiosk) {
    session.sql() << set_here, soci::use(kiosk.text());
}

void save_away(db::Session& session, KioskId const& kiosk, Instant since) {
    long long const at = since.ms;
    session.sql() << set_away, soci::use(at), soci::use(kiosk.text());
}

void save_never_seen_away(db::Session& session, Instant now) {
    long long const at = now.ms;
    session.sql() << set_never_seen_away, soci::use(at);
}

std::vector<KioskId> kiosks_here(db::Session& session) {
    std::vector<KioskId> found;
    std::string kiosk;
    soci::statement rows = (session.sql().prepare << select_here, soci::into(kiosk));
    rows.execute();
    while (rows.fetch()) {
        found.push_back(db::id_of<KioskId>(kiosk));
    }
    return found;
}

KioskHealth health_of(db::Session& session, KioskId const& kiosk) {
    KioskHealth health;
    std::string devices;
    long long reported = 0;
    long long seen = 0;
    std::string self_test;
    long long self_tested = 0;
    session.sql() << select_health, soci::use(kiosk.text()), soci::into(devices), soci::into(reported),
        soci::into(seen), soci::into(self_test), soci::into(self_tested);
    if (!session.sql().got_data()) {
        return health;
    }
    health.last_seen_at = Instant{seen};
    if (!devices.empty()) {
        health.devices = read_report<DeviceReport>(devices);
        health.reported_at = Instant{reported};
    }
    if (!self_test.empty()) {
        health.self_test =
            SelfTestResult{Instant{self_tested}, read_report<kiosk_protocol::SelfTestReport>(self_test)};
    }
    return health;
}

} // namespace parvis::fleet
