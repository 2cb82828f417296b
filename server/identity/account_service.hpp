// SPDX-License-Identifier: EUPL-1.2
// Use cases of staff accounts: sign in and out, who is asking, and the administrator's list. Blocks: worker
// thread.
#pragma once

#include "platform/crypto/crypto.hpp"
#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/account.hpp"

#include <boost/describe.hpp>

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace parvis::identity {

inline constexpr char session_cookie[] = "parvis_session";
inline constexpr std::chrono::milliseconds session_length = std::chrono::hours(12);

/// Who is signed out now.
struct SignedOut {
    AccountId account;
    std::optional<std::string> session = {}; // Caller::session; absent: every session of the account
};

struct SignedIn {
    std::string token; // the cookie's value; only its hash is stored
    Caller caller;
};

/// An account as administrators see it.
struct AccountView {
    AccountId account_id;
    std::string email;
    std::string name;
    std::string language;
    std::vector<Membership> memberships;
    bool disabled{};
};
BOOST_DESCRIBE_STRUCT(AccountView, (), (account_id, email, name, language, memberships, disabled))

class AccountService {
  public:
    /// `on_signed_out` is called after a commit that ended one or every session of an account; any worker
    /// thread.
    AccountService(db::Database& database, Clock const& clock,
                   std::function<void(SignedOut const&)> on_signed_out, crypto::PasswordCost cost = {});

    /// Errors: unauthenticated/credentials_wrong; rate_limited/sign_in_delayed (retry_after_seconds).
    Result<SignedIn> sign_in(std::string const& email, std::string const& password,
                             std::string const& client_address);
    Result<void> sign_out(std::string const& token);
    Result<void> sign_out_everywhere(Caller const& caller);

    /// Errors: unauthenticated/not_signed_in.
    Result<Caller> caller_of_token(std::string const& token);

    /// Administrators of the network. Errors: those of check(), forbidden/role_missing, conflict/email_taken,
    /// not_found/network_unknown for a network that is not the caller's.
    Result<AccountView> create(Caller const& caller, NewAccount const& account);
    /// Without a caller: the command line on the server itself.
    Result<AccountView> create_from_console(NewAccount const& account);
    Result<std::vector<AccountView>> list(Caller const& caller);
    /// Disabling signs the account out everywhere. Errors: forbidden/role_missing, not_found/account_unknown,
    /// conflict/own_account.
    Result<AccountView> set_disabled(Caller const& caller, AccountId const& account, bool disabled);

    /// Expired sessions, failures older than a day, accounts disabled for 90 days, audit acts older than 3
    /// years; run daily.
    void apply_retention();

  private:
    Result<AccountView> save(NewAccount const& account, std::string const& actor);
    std::string const& unknown_account_hash();
    void note_failure(std::string const& account_key, std::string const& address_key,
                      std::string const& subject);

    db::Database& database_;
    Clock const& clock_;
    std::function<void(SignedOut const&)> on_signed_out_;
    crypto::PasswordCost cost_;
    std::once_flag unknown_account_hash_made_;
    std::string
        unknown_account_hash_; // verified for unknown addresses, so that they take as long as known ones
};

} // namespace parvis::identity
