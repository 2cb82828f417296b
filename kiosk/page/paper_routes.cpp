// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/page/paper_routes.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <array>

namespace parvis::kiosk {

using kiosk_protocol::Paper;
using kiosk_protocol::PaperState;

namespace {

constexpr std::size_t largest_paper = 64U << 20U;
constexpr std::array<std::string_view, 3> accepted{"application/pdf", "image/jpeg", "image/png"};

http::Response with_paper_headers(http::Response response) {
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    return response;
}

Result<void> check_token(PaperRoutes const& routes, http::Request const& request) {
    if (!crypto::constant_time_equal(request.header("X-Page-Token").value_or(""), routes.token)) {
        return fail(ErrorCode::unauthenticated, "page_token_wrong");
    }
    return {};
}

Result<http::Response> give(PaperRoutes const& routes, http::Request const& request) {
    if (auto const known = check_token(routes, request); !known) {
        return known.error();
    }
    auto const id = PaperId::parse(request.params.at("paper_id"));
    auto const paper = id ? routes.tray.find(*id) : std::nullopt;
    if (!paper) {
        return fail(ErrorCode::not_found, "paper_unknown");
    }
    auto const content = routes.tray.content(*id);
    if (!content) {
        return content.error();
    }
    auto const bytes = (*content)->view();
    http::Response response;
    response.content_type = paper->media_type;
    response.body.assign(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    return with_paper_headers(std::move(response));
}

Result<http::Response> take(PaperRoutes const& routes, http::Request const& request) {
    if (auto const known = check_token(routes, request); !known) {
        return known.error();
    }
    auto const interview = routes.running();
    if (!interview) {
        return fail(ErrorCode::conflict, "no_interview_running");
    }
    auto const media_type = request.header("Content-Type").value_or("");
    if (!is_accepted_media_type(media_type)) {
        return fail(ErrorCode::unsupported, "media_type_not_accepted", {}, {{"accepted", "PDF, JPEG, PNG"}});
    }
    if (request.body.empty()) {
        return fail(ErrorCode::invalid_input, "body_missing");
    }
    Paper paper;
    paper.paper_id = PaperId::make(routes.clock.now());
    paper.media_type = media_type;
    paper.state = PaperState::waiting;
    auto kept = routes.tray.put(paper, std::as_bytes(std::span(request.body)));
    if (!kept) {
        return kept.error();
    }
    // The interview may have ended, and the tray been wiped, while the file came in.
    auto const recorded = routes.running() == interview
                              ? routes.record_received(*interview)
                              : Result<void>(fail(ErrorCode::conflict, "no_interview_running"));
    if (!recorded) {
        routes.tray.drop(kept->paper_id);
        return recorded.error();
    }
    return with_paper_headers(http::Response::json(201, json::encode(*kept)));
}

/// What the page cannot empty itself is the browser's, which does it when told so by this header (W3C Clear
/// Site Data). The page's token is behind the # of its address and stays.
Result<http::Response> forget(PaperRoutes const& routes, http::Request const& request) {
    if (auto const known = check_token(routes, request); !known) {
        return known.error();
    }
    auto response = http::Response::no_content();
    response.set_header("Clear-Site-Data", R"("cache", "cookies", "storage")");
    return with_paper_headers(std::move(response));
}

} // namespace

bool is_accepted_media_type(std::string_view media_type) {
    return std::ranges::find(accepted, media_type) != accepted.end();
}

void add_paper_routes(http::Router& router, PaperRoutes const& routes) {
    router.get("/local/papers/{paper_id}",
               [&routes](http::Request const& request) { return give(routes, request); });
    router.post("/local/papers", [&routes](http::Request const& request) { return take(routes, request); },
                {.max_body_bytes = largest_paper});
    router.post("/local/forget", [&routes](http::Request const& request) { return forget(routes, request); });
}

} // namespace parvis::kiosk
