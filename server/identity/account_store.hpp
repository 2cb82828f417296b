// SPDX-License-Identifier: EUPL-1.2
// SQL of accounts, memberships, staff sessions and failed sign-ins. Inside a transaction of the caller;
// worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/account.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::identity {

struct StoredAccount {
    AccountId account_id;
    std::string email;
    std::string name;
    std::string language;
    std::string password_hash;
    bool disabled{};
};

struct SignInFailures {
    std::int64_t failures{};
    Instant last_failed_at;
};

std::optional<StoredAccount> account_by_email(db::Session& session, std::string const& email);
std::optional<StoredAccount> account_by_id(db::Session& session, AccountId const& account);
/// Every account with a membership in the network, by name.
std::vector<StoredAccount> accounts_of(db::Session& session, NetworkId const& network);
std::vector<Membership> memberships_of(db::Session& session, AccountId const& account);

/// False when the address is taken.
bool insert_account(db::Session& session, AccountId const& id, NewAccount const& account,
                    std::string const& password_hash, Instant now);
void set_disabled(db::Session& session, AccountId const& account, std::optional<Instant> at);

void insert_session(db::Session& session, std::string const& token_hash, AccountId const& account,
                    Instant now, Instant expires_at);
std::optional<AccountId> account_of_session(db::Session& session, std::string const& token_hash, Instant now);
void delete_session(db::Session& session, std::string const& token_hash);
void delete_sessions_of(db::Session& session, AccountId const& account);
/// Erases address, name and password of accounts disabled before; the id stays, for what refers to it.
void erase_accounts_disabled(db::Session& session, Instant before);
void delete_expired(db::Session& session, Instant now, Instant failures_before);

SignInFailures failures_of(db::Session& session, std::string const& key);
void record_failure(db::Session& session, std::string const& key, Instant now);
void forget_failures(db::Session& session, std::string const& key);

} // namespace parvis::identity
