// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"
#include "platform/json/json.hpp"

namespace parvis::identity {
namespace {

http::Response with_cookie(http::Response response, std::string const& token, bool secure,
                           long max_age_seconds) {
    http::Cookie cookie;
    cookie.name = session_cookie;
    cookie.value = token;
    cookie.secure = secure;
    cookie.max_age_seconds = max_age_seconds;
    response.headers.emplace_back("Set-Cookie", http::set_cookie(cookie));
    return response;
}

http::Response forget_cookie(bool secure) {
    return with_cookie(http::Response::no_content(), "gone", secure, 0);
}

Result<http::Response> sign_in(AccountService& accounts, http::Request const& request) {
    if (auto const own = http::refuse_forged(request); !own) {
        return own.error();
    }
    auto const form = http::body_as<SignInForm>(request);
    if (!form) {
        return form.error();
    }
    auto signed_in = accounts.sign_in(form->email, form->password, request.client_address);
    if (!signed_in) {
        return std::move(signed_in).error();
    }
    auto response = http::Response::json(200, json::encode(Account{signed_in->caller}));
    auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(session_length).count();
    return with_cookie(std::move(response), signed_in->token, request.secure, static_cast<long>(seconds));
}

Result<http::Response> sign_out(AccountService& accounts, http::Request const& request) {
    if (auto const own = http::refuse_forged(request); !own) {
        return own.error();
    }
    if (auto const token = request.cookie(session_cookie)) {
        if (auto const done = accounts.sign_out(*token); !done) {
            return done.error();
        }
    }
    return forget_cookie(request.secure);
}

std::function<Result<http::Response>(Caller const&, http::Request const&)>
switch_account(AccountService& accounts, bool disabled) {
    return
        [&accounts, disabled](Caller const& caller, http::Request const& request) -> Result<http::Response> {
            auto const id = http::path_id<AccountId>(request, "account_id", "account_unknown");
            return id ? http::json_response(200, accounts.set_disabled(caller, *id, disabled)) : id.error();
        };
}

} // namespace

http::Authenticate<Caller> by_session_cookie(AccountService& accounts) {
    return [&accounts](http::Request const& request) -> Result<Caller> {
        auto const token = request.cookie(session_cookie);
        return token ? accounts.caller_of_token(*token) : fail(ErrorCode::unauthenticated, "not_signed_in");
    };
}

void add_account_routes(http::Router& router, AccountService& accounts) {
    auto const authenticate = by_session_cookie(accounts);
    router.post("/api/v1/sign-in", [&](http::Request const& request) { return sign_in(accounts, request); });
    router.post("/api/v1/sign-out",
                [&](http::Request const& request) { return sign_out(accounts, request); });
    router.post(
        "/api/v1/sign-out-everywhere",
        http::guarded<Caller>(
            authenticate, [&](Caller const& caller, http::Request const& request) -> Result<http::Response> {
                auto const done = accounts.sign_out_everywhere(caller);
                return done ? Result<http::Response>(forget_cookie(request.secure)) : done.error();
            }));
    router.get("/api/v1/me",
               http::guarded<Caller>(authenticate, [](Caller const& caller, http::Request const&) {
                   return Result<http::Response>(http::Response::json(200, json::encode(Account{caller})));
               }));
    router.get("/api/v1/accounts",
               http::guarded<Caller>(
                   authenticate, [&](Caller const& caller, http::Request const&) -> Result<http::Response> {
                       auto views = accounts.list(caller);
                       return views ? Result<http::Response>(http::Response::json(
                                          200, json::encode(AccountList{std::move(*views)})))
                                    : views.error();
                   }));
    router.post(
        "/api/v1/accounts",
        http::guarded<Caller>(
            authenticate, [&](Caller const& caller, http::Request const& request) -> Result<http::Response> {
                auto const account = http::body_as<NewAccount>(request);
                return account ? http::json_response(201, accounts.create(caller, *account))
                               : account.error();
            }));
    router.post("/api/v1/accounts/{account_id}/disable",
                http::guarded<Caller>(authenticate, switch_account(accounts, true)));
    router.post("/api/v1/accounts/{account_id}/enable",
                http::guarded<Caller>(authenticate, switch_account(accounts, false)));
}

} // namespace parvis::identity
