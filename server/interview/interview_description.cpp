// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview_routes.hpp"

namespace parvis::interview {

http::RouteDescriptions describe_interview_routes(json::SchemaBook& book) {
    return {
        {http::Method::get, "/api/v1/interviews",
         "The caller's own last interviews, newest first, at most 20.", std::nullopt,
         json::schema<InterviewList>(book)},
        {http::Method::get, "/api/v1/interviews/{interview_id}",
         "An interview with its outcome; its adviser and the partner managers of its body.", std::nullopt,
         json::schema<InterviewReading>(book)},
        {http::Method::put, "/api/v1/interviews/{interview_id}/outcome",
         "Write or correct what came of an interview; its adviser, until the end of the day after. What a "
         "page "
         "kept while the server was away may come a week later.",
         json::schema<OutcomeForm>(book), json::schema<Outcome>(book)},
        {http::Method::get, "/api/v1/interviews/{interview_id}/receipt.pdf",
         "The citizen's receipt; its adviser, once there is an outcome and until its words are erased.",
         std::nullopt, std::nullopt, "application/pdf"},
    };
}

} // namespace parvis::interview
