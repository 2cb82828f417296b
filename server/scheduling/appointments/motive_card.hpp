// SPDX-License-Identifier: EUPL-1.2
// A motive in the words that people read. Pure.
#pragma once

#include "server/scheduling/appointments/appointment_view.hpp"
#include "server/scheduling/motives/motive.hpp"

#include <vector>

namespace parvis::scheduling {

MotiveCard card_of(Motive const& motive);
/// What to bring for all of them, each paper once.
std::vector<kiosk_protocol::PlainWords> papers_of(std::vector<MotiveCard> const& motives);

} // namespace parvis::scheduling
