// SPDX-License-Identifier: EUPL-1.2
// The wire of interviews over HTTP.
//   GET /api/v1/interviews -> InterviewList
//     the caller's own last ones
//   GET /api/v1/interviews/{interview_id} -> InterviewReading
//     its adviser, partner managers of its body
//   PUT /api/v1/interviews/{interview_id}/outcome   OutcomeForm -> Outcome
//     its adviser, until the day after
//   GET /api/v1/interviews/{interview_id}/receipt.pdf
//     its adviser, once there is an outcome and until its words are erased
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/route_description.hpp"
#include "platform/http/router.hpp"
#include "platform/json/schema.hpp"
#include "server/identity/caller.hpp"
#include "server/interview/outcome_service.hpp"

namespace parvis::interview {

/// `outcomes` must outlive the router.
void add_interview_routes(http::Router& router, OutcomeService& outcomes,
                          http::Authenticate<identity::Caller> const& authenticate);

/// The routes above, for the OpenAPI document.
http::RouteDescriptions describe_interview_routes(json::SchemaBook& book);

} // namespace parvis::interview
