// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/account_routes.hpp"
#include "server/identity/audit_service.hpp"
#include "server/identity/pairing_routes.hpp"

namespace parvis::identity {

using http::Method;
using json::schema;

http::RouteDescriptions describe_account_routes(json::SchemaBook& book) {
    auto const none = std::nullopt;
    auto const account = schema<Account>(book);
    auto const view = schema<AccountView>(book);
    return {
        {Method::post, "/api/v1/sign-in",
         "Sign in with e-mail address and password; sets the session cookie.", schema<SignInForm>(book),
         account},
        {Method::post, "/api/v1/sign-out", "End this session.", none, none},
        {Method::post, "/api/v1/sign-out-everywhere", "End every session of the signed-in account.", none,
         none},
        {Method::get, "/api/v1/me", "The signed-in account.", none, account},
        {Method::get, "/api/v1/accounts", "Accounts of the networks that the caller administers.", none,
         schema<AccountList>(book)},
        {Method::post, "/api/v1/accounts", "Make an account; administrators.", schema<NewAccount>(book),
         view},
        {Method::post, "/api/v1/accounts/{account_id}/disable", "Disable an account; administrators.", none,
         view},
        {Method::post, "/api/v1/accounts/{account_id}/enable", "Enable an account again; administrators.",
         none, view},
    };
}

http::RouteDescriptions describe_pairing_routes(json::SchemaBook& book) {
    namespace wire = kiosk_protocol;
    auto const none = std::nullopt;
    return {
        {Method::post, "/api/v1/kiosk-pairings", "A kiosk's daemon asks for a pairing code.",
         schema<wire::PairingRequest>(book), schema<wire::Pairing>(book)},
        {Method::post, "/api/v1/kiosk-pairings/claim", "A technician types the code that a kiosk shows.",
         schema<wire::PairingClaim>(book), schema<wire::PairedKiosk>(book)},
        {Method::post, "/api/v1/kiosk-pairings/{pairing_id}/status", "The daemon asks whether it is paired.",
         schema<wire::PairingProof>(book), schema<wire::PairingStatus>(book)},
        {Method::post, "/api/v1/kiosks/{kiosk_id}/revoke", "End a kiosk's pairing at once; technicians.",
         none, none},
        {Method::get, "/api/v1/audit", "The newest entries of the audit trail, verified; administrators.",
         none, schema<AuditPage>(book)},
    };
}

} // namespace parvis::identity
