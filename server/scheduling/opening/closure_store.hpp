// SPDX-License-Identifier: EUPL-1.2
// SQL of closures, of bodies and of places. Inside a transaction of the caller; worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "server/scheduling/opening/closure.hpp"
#include "server/scheduling/opening/opening_calendar.hpp"

#include <optional>
#include <vector>

namespace parvis::scheduling {

/// Closures of the group and of its whole body that touch [from, to).
std::vector<OpenSpan> body_closures(db::Session& session, PartnerId const& partner,
                                    network::AdviserGroupId const& group, Instant from, Instant to);
/// All of a network that touch [from, to), by time.
std::vector<BodyClosure> body_closures_of(db::Session& session, NetworkId const& network, Instant from,
                                          Instant to);
std::optional<BodyClosure> find_body_closure(db::Session& session, ClosureId const& closure);
/// Made or changed; network and body stay.
void save_body_closure(db::Session& session, BodyClosure const& closure);
void remove_body_closure(db::Session& session, ClosureId const& closure);

/// Of the site, its rooms and its kiosks that touch [from, to), by time.
std::vector<PlaceClosure> place_closures_of(db::Session& session, SiteId const& site, Instant from,
                                            Instant to);
std::optional<PlaceClosure> find_place_closure(db::Session& session, ClosureId const& closure);
/// Made or changed; the site stays.
void save_place_closure(db::Session& session, NetworkId const& network, PlaceClosure const& closure);
void remove_place_closure(db::Session& session, ClosureId const& closure);

} // namespace parvis::scheduling
