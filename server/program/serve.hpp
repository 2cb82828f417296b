// SPDX-License-Identifier: EUPL-1.2
// The running server: adapters, features, links and pages put together, until SIGTERM or SIGINT.
#pragma once

#include "platform/db/database.hpp"
#include "server/identity/account_service.hpp"
#include "server/program/settings.hpp"

#include <functional>

namespace parvis {

/// Called once with the open database before the server listens; an Error stops the start.
using Prepare = std::function<Result<void>(db::Database&, identity::AccountService&, Clock const&)>;

/// Blocks until told to stop. 0 after an ordered stop; 1 when it could not start, the reason on standard
/// error.
int serve(Settings const& settings, Prepare const& prepare = {});

} // namespace parvis
