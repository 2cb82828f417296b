// SPDX-License-Identifier: EUPL-1.2
// What is asked of the free slots of a site.
#pragma once

#include "server/scheduling/appointments/appointment.hpp"

#include <optional>
#include <vector>

namespace parvis::scheduling {

/// Both days included.
struct SlotQuery {
    std::vector<MotiveId> motives;
    Door door{};
    LocalDate from;
    LocalDate to;
    std::optional<AppointmentId> moving; ///< what it has counts as free
};

} // namespace parvis::scheduling
