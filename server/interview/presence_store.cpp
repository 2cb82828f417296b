// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/presence_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/json.hpp"

namespace parvis::interview {

namespace {

constexpr char select_presence[] = "SELECT availability, linked FROM adviser_presence WHERE account_id = :id";
constexpr char select_linked[] = "SELECT account_id, availability FROM adviser_presence WHERE linked = 1";
constexpr char upsert_availability[] = "INSERT INTO adviser_presence (account_id, availability, linked, "
                                       "changed_at) VALUES (:id, :availability, 0, :now)"
                                       " ON CONFLICT (account_id) DO UPDATE SET availability = "
                                       "excluded.availability, changed_at = excluded.changed_at";
constexpr char upsert_linked[] = "INSERT INTO adviser_presence (account_id, availability, linked, "
                                 "changed_at) VALUES (:id, 'closed', :linked, :now)"
                                 " ON CONFLICT (account_id) DO UPDATE SET linked = excluded.linked";
constexpr char select_bell[] = "SELECT bell, changed_at FROM kiosk_bell WHERE kiosk_id = :id";
constexpr char upsert_bell[] =
    "INSERT INTO kiosk_bell (kiosk_id, bell, changed_at) VALUES (:id, :bell, :now)"
    " ON CONFLICT (kiosk_id) DO UPDATE SET bell = excluded.bell, changed_at = excluded.changed_at";
constexpr char count_answered_bells[] =
    "SELECT COUNT(*) FROM kiosk_bell WHERE bell = 'answered' AND changed_at < :before";
constexpr char silence_bells[] = "UPDATE kiosk_bell SET bell = 'silent', changed_at = :now WHERE bell = "
                                 "'answered' AND changed_at < :before";

} // namespace

AdviserPresence presence_of(db::Session& session, AccountId const& account) {
    AdviserPresence found{account, Availability::closed, false};
    std::string availability;
    int linked = 0;
    session.sql() << select_presence, soci::use(account.text()), soci::into(availability), soci::into(linked);
    if (session.sql().got_data()) {
        found.availability = db::word_of<Availability>(availability);
        found.linked = linked != 0;
    }
    return found;
}

std::vector<AdviserPresence> linked_advisers(db::Session& session) {
    std::vector<AdviserPresence> found;
    std::string account;
    std::string availability;
    soci::statement rows =
        (session.sql().prepare << select_linked, soci::into(account), soci::into(availability));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::id_of<AccountId>(account), db::word_of<Availability>(availability), true});
    }
    return found;
}

void save_availability(db::Session& session, AccountId const& account, Availability availability,
                       Instant now) {
    std::string const word(json::enum_name(availability));
    long long const at = now.ms;
    session.sql() << upsert_availability, soci::use(account.text()), soci::use(word), soci::use(at);
}

void save_linked(db::Session& session, AccountId const& account, bool linked, Instant now) {
    int const flag = linked ? 1 : 0;
    long long const at = now.ms;
    session.sql() << upsert_linked, soci::use(account.text()), soci::use(flag), soci::use(at);
}

Bell bell_of(db::Session& session, KioskId const& kiosk) {
    std::string word;
    long long since = 0;
    session.sql() << select_bell, soci::use(kiosk.text()), soci::into(word), soci::into(since);
    if (!session.sql().got_data()) {
        return {};
    }
    return {db::word_of<BellState>(word), Instant{since}};
}

void save_bell(db::Session& session, KioskId const& kiosk, BellState state, Instant now) {
    std::string const word(json::enum_name(state));
    long long const at = now.ms;
    session.sql() << upsert_bell, soci::use(kiosk.text()), soci::use(word), soci::use(at);
}

bool has_answered_bells(db::Session& session, Instant answered_before) {
    int count = 0;
    long long const before = answered_before.ms;
    session.sql() << count_answered_bells, soci::use(before), soci::into(count);
    return count > 0;
}

bool silence_answered_bells(db::Session& session, Instant answered_before, Instant now) {
    long long const at = now.ms;
    long long const before = answered_before.ms;
    soci::statement st = (session.sql().prepare << silence_bells, soci::use(at), soci::use(before));
    st.execute(true);
    return db::changed(st) > 0;
}

} // namespace parvis::interview
