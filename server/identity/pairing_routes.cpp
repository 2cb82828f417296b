// SPDX-License-Identifier: EUPL-1.2
#include "server/identity/pairing_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"
#include "server/identity/audit_service.hpp"

namespace parvis::identity {
namespace {

Result<http::Response> claim(PairingService& pairings, Caller const& caller, http::Request const& request) {
    auto const form = http::body_as<kiosk_protocol::PairingClaim>(request);
    return form ? http::json_response(200, pairings.claim(caller, *form, request.client_address))
                : form.error();
}

Result<http::Response> status(PairingService& pairings, http::Request const& request) {
    auto const id = http::path_id<kiosk_protocol::PairingId>(request, "pairing_id", "pairing_unknown");
    if (!id) {
        return id.error();
    }
    auto const proof = http::body_as<kiosk_protocol::PairingProof>(request);
    return proof ? http::json_response(200, pairings.status(*id, *proof)) : proof.error();
}

Result<http::Response> revoke(PairingService& pairings, Caller const& caller, http::Request const& request) {
    auto const id = http::path_id<KioskId>(request, "kiosk_id", "kiosk_unknown");
    if (!id) {
        return id.error();
    }
    auto const done = pairings.revoke(caller, *id);
    return done ? Result<http::Response>(http::Response::no_content()) : done.error();
}

} // namespace

void add_pairing_routes(http::Router& router, PairingService& pairings,
                        http::Authenticate<Caller> const& authenticate) {
    router.post("/api/v1/kiosk-pairings", [&](http::Request const& request) -> Result<http::Response> {
        auto const form = http::body_as<kiosk_protocol::PairingRequest>(request);
        return form ? http::json_response(201, pairings.begin(*form)) : form.error();
    });
    router.post("/api/v1/kiosk-pairings/claim",
                http::guarded<Caller>(authenticate, [&](Caller const& caller, http::Request const& request) {
                    return claim(pairings, caller, request);
                }));
    router.post("/api/v1/kiosk-pairings/{pairing_id}/status",
                [&](http::Request const& request) { return status(pairings, request); });
    router.post("/api/v1/kiosks/{kiosk_id}/revoke",
                http::guarded<Caller>(authenticate, [&](Caller const& caller, http::Request const& request) {
                    return revoke(pairings, caller, request);
                }));
}

void add_audit_routes(http::Router& router, db::Database& database, Clock const& clock,
                      http::Authenticate<Caller> const& authenticate) {
    router.get("/api/v1/audit",
               http::guarded<Caller>(authenticate, [&](Caller const& caller, http::Request const&) {
                   return http::json_response(200, audit_page(database, clock, caller));
               }));
}

} // namespace parvis::identity
