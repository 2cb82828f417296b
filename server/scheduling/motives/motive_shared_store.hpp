// SPDX-License-Identifier: EUPL-1.2
// Motives as every feature reads them inside its own transaction. Reads only; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/motives/motive.hpp"

#include <string>
#include <vector>

namespace parvis::scheduling {

/// Also one that has ended: appointments keep theirs. Errors: not_found/motive_unknown.
Result<Motive> motive(db::Session& session, MotiveId const& motive);
/// Those that are offered, by subject, then label.
std::vector<Motive> motives_of_network(db::Session& session, NetworkId const& network);
std::vector<Motive> motives_of_subject(db::Session& session, NetworkId const& network,
                                       std::string const& subject);
bool has_ended(db::Session& session, MotiveId const& motive);

} // namespace parvis::scheduling
