// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::interview {

using identity::Caller;

namespace {

Result<InterviewId> id_of(http::Request const& request) {
    return http::path_id<InterviewId>(request, "interview_id", "interview_unknown");
}

Result<http::Response> list(OutcomeService& outcomes, Caller const& caller, http::Request const&) {
    return http::json_response(200, outcomes.latest(caller));
}

Result<http::Response> read(OutcomeService& outcomes, Caller const& caller, http::Request const& request) {
    auto const id = id_of(request);
    return id ? http::json_response(200, outcomes.read(caller, *id)) : id.error();
}

Result<http::Response> save(OutcomeService& outcomes, Caller const& caller, http::Request const& request) {
    auto const id = id_of(request);
    if (!id) {
        return id.error();
    }
    auto const form = http::body_as<OutcomeForm>(request);
    return form ? http::json_response(200, outcomes.save(caller, *id, *form)) : form.error();
}

Result<http::Response> print(OutcomeService& outcomes, Caller const& caller, http::Request const& request) {
    auto const id = id_of(request);
    if (!id) {
        return id.error();
    }
    auto const receipt = outcomes.receipt(caller, *id);
    if (!receipt) {
        return receipt.error();
    }
    http::Response response;
    response.content_type = "application/pdf";
    response.body = receipt_pdf(words_of(*receipt, text::Catalogue::built_in()));
    response.set_header("Cache-Control", "no-store");
    response.set_header("Content-Disposition", "inline; filename=\"" + receipt->code + ".pdf\"");
    return response;
}

} // namespace

void add_interview_routes(http::Router& router, OutcomeService& outcomes,
                          http::Authenticate<identity::Caller> const& authenticate) {
    auto const add = [&](http::Method method, std::string const& path, auto handler) {
        router.add(method, path,
                   http::guarded<Caller>(authenticate, [&outcomes, handler](Caller const& caller,
                                                                            http::Request const& request) {
                       return handler(outcomes, caller, request);
                   }));
    };
    add(http::Method::get, "/api/v1/interviews", list);
    add(http::Method::get, "/api/v1/interviews/{interview_id}", read);
    add(http::Method::put, "/api/v1/interviews/{interview_id}/outcome", save);
    add(http::Method::get, "/api/v1/interviews/{interview_id}/receipt.pdf", print);
}

} // namespace parvis::interview
