// SPDX-License-Identifier: EUPL-1.2
// How another feature shows boards of its own on the links of consoles, desks and kiosks: one WebSocket for
// each of them.
#pragma once

#include "platform/ws/protocol.hpp"
#include "server/identity/caller.hpp"

#include <functional>

namespace parvis::interview {

/// Called on the io thread; none may block.
struct SideBoards {
    /// An adviser's console, or a desk at its site, has had its snapshot.
    std::function<void(ws::LinkId const&, identity::Caller const&)> console_came;
    std::function<void(ws::LinkId const&, SiteId const&)> desk_came;
    /// A kiosk at its site has had its snapshot.
    std::function<void(ws::LinkId const&, KioskId const&, SiteId const&)> kiosk_came;
    /// Gone for good; also for links that never had a snapshot.
    std::function<void(ws::LinkId const&)> went;
    /// It is on disk that kiosks have come or gone.
    std::function<void()> kiosks_changed;
    /// The scene was read again: who is there may have changed.
    std::function<void()> scene_read;
};

} // namespace parvis::interview
