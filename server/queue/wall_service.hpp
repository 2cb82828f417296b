// SPDX-License-Identifier: EUPL-1.2
// Use cases of waiting-room screens: made by staff of the site, opened by their secret, taken back. The
// secret is told once and kept as a hash. Each is one transaction on a worker thread.
//
// Errors of those with a caller: forbidden "not_your_site" unless they are the mediator of the site, or a
// technician or administrator of its network; not_found "wall_unknown".
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/queue/wall_view.hpp"

#include <functional>

namespace parvis::queue {

class WallService {
  public:
    /// All must outlive this object. `on_revoked` is told after the commit, on the worker.
    WallService(db::Database& database, Clock const& clock, std::function<void(WallId const&)> on_revoked);

    /// Repeated: a new secret, and the one before opens nothing any more. invalid_input "text_missing",
    /// "text_too_long" (/name).
    Result<WallMade> make(identity::Caller const& caller, WallId const& id, MakeWall const& wish);
    Result<WallList> at(identity::Caller const& caller, SiteId const& site);
    Result<void> revoke(identity::Caller const& caller, WallId const& id);

    /// Whoever knows the secret. forbidden "wall_revoked".
    Result<WallView> open(std::string const& secret);

  private:
    db::Database& database_;
    Clock const& clock_;
    std::function<void(WallId const&)> on_revoked_;
};

} // namespace parvis::queue
