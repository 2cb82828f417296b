// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "platform/json/encode.hpp"

namespace parvis::identity {
namespace {

std::string const account_columns = "SELECT a.account_id, a.email, a.name, a.language, a.password_hash,"
                                    " CASE WHEN a.disabled_at IS NULL THEN 0 ELSE 1 END FROM account a ";
std::string const select_by_email = account_columns + "WHERE a.email = :email";
std::string const select_by_id = account_columns + "WHERE a.account_id = :id";
std::string const select_of_network =
    account_columns + "WHERE EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.account_id"
                      " AND m.network_id = :network) ORDER BY a.name, a.account_id";
constexpr char select_memberships[] =
    "SELECT network_id, role, COALESCE(partner_id, ''), COALESCE(site_id, '')"
    " FROM membership WHERE account_id = :id ORDER BY network_id, role";
constexpr char insert_account_row[] =
    "INSERT INTO account (account_id, email, name, language, password_hash, created_at)"
    " VALUES (:id, :email, :name, :language, :hash, :now) ON CONFLICT (email) DO NOTHING";
constexpr char insert_membership[] =
    "INSERT INTO membership (account_id, network_id, role, partner_id, site_id)"
    " VALUES (:id, :network, :role, NULLIF(:partner, ''), NULLIF(:site, ''))";
constexpr char insert_group_member[] =
    "INSERT INTO adviser_group_member (group_id, account_id) VALUES (:group, :id)";
constexpr char update_disabled[] = "UPDATE account SET disabled_at = :at WHERE account_id = :id";
constexpr char insert_session_row[] =
    "INSERT INTO staff_session (token_hash, account_id, created_at, last_seen_at, expires_at)"
    " VALUES (:hash, :account, :now, :seen, :expires)";
constexpr char select_session[] =
    "SELECT s.account_id FROM staff_session s JOIN account a ON a.account_id = s.account_id"
    " WHERE s.token_hash = :hash AND s.expires_at > :now AND a.disabled_at IS NULL";
constexpr char delete_session_row[] = "DELETE FROM staff_session WHERE token_hash = :hash";
constexpr char delete_sessions_row[] = "DELETE FROM staff_session WHERE account_id = :account";
constexpr char delete_expired_sessions[] = "DELETE FROM staff_session WHERE expires_at <= :now";
constexpr char erase_disabled[] =
    "UPDATE account SET email = 'erased:' || account_id, name = '', password_hash = ''"
    " WHERE disabled_at < :before AND password_hash <> ''";
constexpr char delete_old_failures[] = "DELETE FROM sign_in_failure WHERE last_failed_at < :before";
constexpr char select_failures[] =
    "SELECT failures, last_failed_at FROM sign_in_failure WHERE failure_key = :key";
constexpr char upsert_failure[] =
    "INSERT INTO sign_in_failure (failure_key, failures, last_failed_at) VALUES (:key, 1, :now)"
    " ON CONFLICT (failure_key) DO UPDATE SET failures = sign_in_failure.failures + 1,"
    " last_failed_at = excluded.last_failed_at";
constexpr char delete_failures[] = "DELETE FROM sign_in_failure WHERE failure_key = :key";

std::vector<StoredAccount> accounts(db::Session& session, std::string const& query,
                                    std::string const& value) {
    std::vector<StoredAccount> found;
    std::string id;
    StoredAccount next;
    int disabled = 0;
    soci::statement rows = (session.sql().prepare << query, soci::use(value), soci::into(id),
                            soci::into(next.email), soci::into(next.name), soci::into(next.language),
                            soci::into(next.password_hash), soci::into(disabled));
    rows.execute();
    while (rows.fetch()) {
        next.account_id = db::id_of<AccountId>(id);
        next.disabled = disabled != 0;
        found.push_back(next);
    }
    return found;
}

std::optional<StoredAccount> only(std::vector<StoredAccount> found) {
    return found.empty() ? std::nullopt : std::optional<StoredAccount>(std::move(found.front()));
}

} // namespace

std::optional<StoredAccount> account_by_email(db::Session& session, std::string const& email) {
    return only(accounts(session, select_by_email, email));
}

std::optional<StoredAccount> account_by_id(db::Session& session, AccountId const& account) {
    return only(accounts(session, select_by_id, account.text()));
}

std::vector<StoredAccount> accounts_of(db::Session& session, NetworkId const& network) {
    return accounts(session, select_of_network, network.text());
}

std::vector<Membership> memberships_of(db::Session& session, AccountId const& account) {
    std::vector<Membership> found;
    std::string network;
    std::string role;
    std::string partner;
    std::string site;
    soci::statement rows = (session.sql().prepare << select_memberships, soci::use(account.text()),
                            soci::into(network), soci::into(role), soci::into(partner), soci::into(site));
    rows.execute();
    while (rows.fetch()) {
        auto const known = json::parse_enum<Role>(role);
        if (!known) {
            throw std::runtime_error("the database holds an unknown role");
        }
        found.push_back({db::id_of<NetworkId>(network), *known, db::optional_id_of<PartnerId>(partner),
                         db::optional_id_of<SiteId>(site)});
    }
    return found;
}

bool insert_account(db::Session& session, AccountId const& id, NewAccount const& account,
                    std::string const& password_hash, Instant now) {
    auto const email = normal_email(account.email);
    long long const now_ms = now.ms;
    soci::statement row =
        (session.sql().prepare << insert_account_row, soci::use(id.text()), soci::use(email),
         soci::use(account.name), soci::use(account.language), soci::use(password_hash), soci::use(now_ms));
    row.execute(true);
    if (db::changed(row) == 0) {
        return false;
    }
    std::string const role(json::enum_name(account.role));
    std::string const partner = account.partner_id ? account.partner_id->text() : "";
    std::string const site = account.site_id ? account.site_id->text() : "";
    session.sql() << insert_membership, soci::use(id.text()), soci::use(account.network_id.text()),
        soci::use(role), soci::use(partner), soci::use(site);
    for (auto const& group : account.group_ids) {
        session.sql() << insert_group_member, soci::use(group.text()), soci::use(id.text());
    }
    return true;
}

void set_disabled(db::Session& session, AccountId const& account, std::optional<Instant> at) {
    long long const at_ms = at ? at->ms : 0;
    soci::indicator there = at ? soci::i_ok : soci::i_null;
    session.sql() << update_disabled, soci::use(at_ms, there), soci::use(account.text());
}

void insert_session(db::Session& session, std::string const& token_hash, AccountId const& account,
                    Instant now, Instant expires_at) {
    long long const now_ms = now.ms;
    long long const expires_ms = expires_at.ms;
    session.sql() << insert_session_row, soci::use(token_hash), soci::use(account.text()), soci::use(now_ms),
        soci::use(now_ms), soci::use(expires_ms);
}

std::optional<AccountId> account_of_session(db::Session& session, std::string const& token_hash,
                                            Instant now) {
    long long const now_ms = now.ms;
    std::string account;
    session.sql() << select_session, soci::use(token_hash), soci::use(now_ms), soci::into(account);
    return session.sql().got_data() ? std::optional<AccountId>(db::id_of<AccountId>(account)) : std::nullopt;
}

void delete_session(db::Session& session, std::string const& token_hash) {
    session.sql() << delete_session_row, soci::use(token_hash);
}

void delete_sessions_of(db::Session& session, AccountId const& account) {
    session.sql() << delete_sessions_row, soci::use(account.text());
}

void erase_accounts_disabled(db::Session& session, Instant before) {
    long long const before_ms = before.ms;
    session.sql() << erase_disabled, soci::use(before_ms);
}

void delete_expired(db::Session& session, Instant now, Instant failures_before) {
    long long const now_ms = now.ms;
    long long const before_ms = failures_before.ms;
    session.sql() << delete_expired_sessions, soci::use(now_ms);
    session.sql() << delete_old_failures, soci::use(before_ms);
}

SignInFailures failures_of(db::Session& session, std::string const& key) {
    long long failures = 0;
    long long last_ms = 0;
    session.sql() << select_failures, soci::use(key), soci::into(failures), soci::into(last_ms);
    return {failures, {last_ms}};
}

void record_failure(db::Session& session, std::string const& key, Instant now) {
    long long const now_ms = now.ms;
    session.sql() << upsert_failure, soci::use(key), soci::use(now_ms);
}

void forget_failures(db::Session& session, std::string const& key) {
    session.sql() << delete_failures, soci::use(key);
}

} // namespace parvis::identity
