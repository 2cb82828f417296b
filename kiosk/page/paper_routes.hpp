// SPDX-License-Identifier: EUPL-1.2
// Papers between the kiosk's page and the daemon's memory, over HTTP on loopback; and what the browser keeps
// of the page.
#pragma once

#include "kiosk/interview/paper_tray.hpp"
#include "platform/http/router.hpp"
#include "platform/time/instant.hpp"

#include <functional>
#include <optional>
#include <string>

namespace parvis::kiosk {

struct PaperRoutes {
    PaperTray& tray;
    std::string token; ///< header X-Page-Token
    Clock const& clock;
    /// The interview that runs; any thread.
    std::function<std::optional<InterviewId>()> running;
    /// Writes that a paper came in, durably, before the page is told so. Worker thread.
    std::function<Result<void>(InterviewId const&)> record_received;
};

/// Without the page token: unauthenticated "page_token_wrong". GET /local/papers/{paper_id}: the bytes. POST
/// /local/papers: a file from the adviser -> Paper; errors: conflict "no_interview_running", unsupported
/// "media_type_not_accepted" (accepted), and those of PaperTray::put. POST /local/forget: the browser drops
/// its HTTP cache, cookies and every store of the page. Nothing of this may be kept: all answers are
/// no-store. `routes` must outlive the router.
void add_paper_routes(http::Router& router, PaperRoutes const& routes);

/// What papers from the adviser may be: what can be shown here and printed.
bool is_accepted_media_type(std::string_view media_type);

} // namespace parvis::kiosk
