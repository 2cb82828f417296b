// SPDX-License-Identifier: EUPL-1.2
// Who is there: advisers' availability and kiosks' bells.
#pragma once

#include "server/interview/console_link.hpp"

#include <optional>

namespace parvis::interview {

struct AdviserPresence {
    AccountId account_id;
    Availability availability = Availability::closed; ///< until the adviser says otherwise
    bool linked = false; ///< a page was open when this was written: true after a crash of the server
};

struct Bell {
    BellState state = BellState::silent;
    std::optional<Instant> since; ///< nothing when it was never touched
};

} // namespace parvis::interview
