// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account_service.hpp"

#include "platform/db/sql.hpp"
#include "platform/log/log.hpp"
#include "server/identity/account_store.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/identity/sign_in_delay.hpp"

#include <algorithm>

namespace parvis::identity {
namespace {

constexpr std::chrono::hours failures_kept_for{24};
constexpr std::chrono::hours disabled_kept_for{90 * 24};

std::string hash_of(std::string const& text) {
    return crypto::hex(crypto::blake2b(crypto::bytes_of(text)));
}

AccountView view_of(db::Session& session, StoredAccount const& account) {
    return {account.account_id,
            account.email,
            account.name,
            account.language,
            memberships_of(session, account.account_id),
            account.disabled};
}

bool administers(Caller const& caller, std::vector<Membership> const& memberships) {
    return std::ranges::any_of(
        memberships, [&](Membership const& m) { return caller.has(Role::administrator, m.network_id); });
}

Error delayed(std::chrono::milliseconds wait) {
    auto const seconds = (wait.count() + 999) / 1000;
    return fail(ErrorCode::rate_limited, "sign_in_delayed", "",
                {{"retry_after_seconds", std::to_string(seconds)}});
}

} // namespace

AccountService::AccountService(db::Database& database, Clock const& clock,
                               std::function<void(SignedOut const&)> on_signed_out, crypto::PasswordCost cost)
    : database_(database), clock_(clock), on_signed_out_(std::move(on_signed_out)), cost_(cost) {}

std::string const& AccountService::unknown_account_hash() {
    std::call_once(unknown_account_hash_made_,
                   [this] { unknown_account_hash_ = crypto::hash_password(crypto::random_token(), cost_); });
    return unknown_account_hash_;
}

Result<SignedIn> AccountService::sign_in(std::string const& email, std::string const& password,
                                         std::string const& client_address) {
    auto const now = clock_.now();
    auto const account_key = "account:" + hash_of(normal_email(email));
    auto const address_key = "address:" + hash_of(client_address);
    std::chrono::milliseconds wait{};
    auto const account = database_.read([&](db::Session& session) -> Result<std::optional<StoredAccount>> {
        auto const by_account = failures_of(session, account_key);
        auto const by_address = failures_of(session, address_key);
        wait = std::max(
            remaining_delay(DelayedBy::account, by_account.failures, by_account.last_failed_at, now),
            remaining_delay(DelayedBy::address, by_address.failures, by_address.last_failed_at, now));
        return account_by_email(session, normal_email(email));
    });
    if (!account) {
        return account.error();
    }
    if (wait > std::chrono::milliseconds(0)) {
        return delayed(wait);
    }
    auto const& stored = *account;
    bool const right =
        crypto::verify_password(stored ? stored->password_hash : unknown_account_hash(), password);
    if (!stored || !right || stored->disabled) {
        note_failure(account_key, address_key, stored ? trail_name(stored->account_id) : account_key);
        return fail(ErrorCode::unauthenticated, "credentials_wrong");
    }
    SignedIn signed_in{crypto::random_token(), {stored->account_id, stored->name, stored->language, {}}};
    auto const saved = database_.write([&](db::Session& session) -> Result<void> {
        forget_failures(session, account_key);
        insert_session(session, hash_of(signed_in.token), stored->account_id, now, now + session_length);
        append_audit(session,
                     {"signed_in", trail_name(stored->account_id), trail_name(stored->account_id), "", now},
                     now);
        signed_in.caller.memberships = memberships_of(session, stored->account_id);
        return {};
    });
    return saved ? Result<SignedIn>(std::move(signed_in)) : saved.error();
}

void AccountService::note_failure(std::string const& account_key, std::string const& address_key,
                                  std::string const& subject) {
    auto const now = clock_.now();
    auto const noted = database_.write([&](db::Session& session) -> Result<void> {
        record_failure(session, account_key, now);
        record_failure(session, address_key, now);
        append_audit(session, {"sign_in_refused", "system", subject, "", now}, now);
        return {};
    });
    if (!noted) {
        throw std::runtime_error("a failed sign-in could not be recorded");
    }
}

Result<void> AccountService::sign_out(std::string const& token) {
    auto const now = clock_.now();
    auto const hash = hash_of(token);
    auto const account = database_.write([&](db::Session& session) -> Result<std::optional<AccountId>> {
        auto const signed_in = account_of_session(session, hash, now);
        if (signed_in) {
            delete_session(session, hash);
            append_audit(session, {"signed_out", trail_name(*signed_in), trail_name(*signed_in), "", now},
                         now);
        }
        return signed_in;
    });
    if (!account) {
        return account.error();
    }
    if (*account) {
        on_signed_out_({**account, hash});
    }
    return {};
}

Result<void> AccountService::sign_out_everywhere(Caller const& caller) {
    auto const now = clock_.now();
    auto const done = database_.write([&](db::Session& session) -> Result<void> {
        delete_sessions_of(session, caller.account_id);
        append_audit(
            session,
            {"signed_out_everywhere", trail_name(caller.account_id), trail_name(caller.account_id), "", now},
            now);
        return {};
    });
    if (done) {
        on_signed_out_({caller.account_id});
    }
    return done;
}

Result<Caller> AccountService::caller_of_token(std::string const& token) {
    return database_.read([&](db::Session& session) -> Result<Caller> {
        auto const hash = hash_of(token);
        auto const id = account_of_session(session, hash, clock_.now());
        auto const account = id ? account_by_id(session, *id) : std::nullopt;
        if (!account) {
            return fail(ErrorCode::unauthenticated, "not_signed_in");
        }
        return Caller{*id, account->name, account->language, memberships_of(session, *id), hash};
    });
}

Result<AccountView> AccountService::create(Caller const& caller, NewAccount const& account) {
    if (!caller.has(Role::administrator, account.network_id)) {
        return fail(ErrorCode::forbidden, "role_missing", "/network_id");
    }
    return save(account, trail_name(caller.account_id));
}

Result<AccountView> AccountService::create_from_console(NewAccount const& account) {
    return save(account, "system");
}

Result<AccountView> AccountService::save(NewAccount const& account, std::string const& actor) {
    if (auto const checked = check(account); !checked) {
        return checked.error();
    }
    auto const hash = crypto::hash_password(account.password, cost_);
    auto const now = clock_.now();
    auto const id = AccountId::make(now);
    return database_.write([&](db::Session& session) -> Result<AccountView> {
        if (!insert_account(session, id, account, hash, now)) {
            return fail(ErrorCode::conflict, "email_taken", "/email");
        }
        append_audit(session, {"account_created", actor, trail_name(id), "", now}, now);
        return view_of(session, *account_by_id(session, id));
    });
}

Result<std::vector<AccountView>> AccountService::list(Caller const& caller) {
    return database_.read([&](db::Session& session) -> Result<std::vector<AccountView>> {
        std::vector<AccountView> views;
        bool may_see = false;
        for (auto const& membership : caller.memberships) {
            if (membership.role != Role::administrator) {
                continue;
            }
            may_see = true;
            for (auto const& account : accounts_of(session, membership.network_id)) {
                views.push_back(view_of(session, account));
            }
        }
        return may_see ? Result<std::vector<AccountView>>(std::move(views))
                       : fail(ErrorCode::forbidden, "role_missing");
    });
}

Result<AccountView> AccountService::set_disabled(Caller const& caller, AccountId const& account,
                                                 bool disabled) {
    if (account == caller.account_id) {
        return fail(ErrorCode::conflict, "own_account");
    }
    auto const now = clock_.now();
    auto changed = database_.write([&](db::Session& session) -> Result<AccountView> {
        if (!caller.has(Role::administrator)) {
            return fail(ErrorCode::forbidden, "role_missing");
        }
        auto const stored = account_by_id(session, account);
        if (!stored || !administers(caller, memberships_of(session, account))) {
            return fail(ErrorCode::not_found, "account_unknown");
        }
        identity::set_disabled(session, account, disabled ? std::optional<Instant>(now) : std::nullopt);
        if (disabled) {
            delete_sessions_of(session, account);
        }
        append_audit(session,
                     {disabled ? "account_disabled" : "account_enabled", trail_name(caller.account_id),
                      trail_name(account), "", now},
                     now);
        return view_of(session, *account_by_id(session, account));
    });
    if (changed && disabled) {
        on_signed_out_({account});
    }
    return changed;
}

void AccountService::apply_retention() {
    auto const now = clock_.now();
    std::optional<AuditLink> newest;
    auto const done = database_.write([&](db::Session& session) -> Result<void> {
        delete_expired(session, now, now - failures_kept_for);
        erase_accounts_disabled(session, now - disabled_kept_for);
        erase_acts(session, now);
        newest = newest_link(session);
        return {};
    });
    if (!done) {
        throw std::runtime_error("retention of sessions could not be applied");
    }
    if (newest) {
        // Outside the database, for "parvis audit verify --link".
        log::info("audit_trail", {{"link", audit_link_text(*newest)}});
    }
}

} // namespace parvis::identity
