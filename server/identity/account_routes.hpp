// SPDX-License-Identifier: EUPL-1.2
// The wire of staff accounts.
//   POST /api/v1/sign-in               SignInForm -> Account, and the session cookie
//   POST /api/v1/sign-out              ends this session
//   POST /api/v1/sign-out-everywhere   ends every session of the caller
//   GET  /api/v1/me                    -> Account
//   GET  /api/v1/accounts              -> AccountList        administrators
//   POST /api/v1/accounts              NewAccount -> AccountView
//   POST /api/v1/accounts/{account_id}/disable, /enable  -> AccountView
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/account_service.hpp"

namespace parvis::identity {

struct SignInForm {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInForm, (), (email, password))

struct Account {
    Caller account;
};
BOOST_DESCRIBE_STRUCT(Account, (), (account))

struct AccountList {
    std::vector<AccountView> accounts;
};
BOOST_DESCRIBE_STRUCT(AccountList, (), (accounts))

/// Knows callers by the session cookie. Error: unauthenticated/not_signed_in.
http::Authenticate<Caller> by_session_cookie(AccountService& accounts);

void add_account_routes(http::Router& router, AccountService& accounts);
http::RouteDescriptions describe_account_routes(json::SchemaBook& book);

} // namespace parvis::identity
