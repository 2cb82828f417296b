// SPDX-License-Identifier: EUPL-1.2
// What the label of a public-service house asks of weekly hours. Pure.
#pragma once

#include "kiosk_protocol/catalogue.hpp"

#include <vector>

namespace parvis::scheduling {

/// Relais services publics: open 24 hours a week at least, over three days at least (charte nationale de
/// qualité of 2006, as the Lot applied it in 2010).
inline constexpr int label_minutes_a_week = 24 * 60;
inline constexpr int label_days = 3;

struct LabelHours {
    int minutes_a_week{};
    int days{};
    bool enough{};
};
/// `week` is sound (check_week).
LabelHours label_hours(std::vector<kiosk_protocol::OpeningPeriod> const& week);

} // namespace parvis::scheduling
