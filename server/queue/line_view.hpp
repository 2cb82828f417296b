// SPDX-License-Identifier: EUPL-1.2
// One line as everybody sees their part of it: positions, and how long each will probably wait. Pure.
#pragma once

#include "server/queue/queue_policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

struct Measured {
    std::optional<scheduling::MotiveId> motive_id;
    std::string subject;
    std::chrono::milliseconds duration{};
};

/// Everything about one line at one moment.
struct Line {
    AdviserGroupId group_id;
    std::vector<QueueTicket> tickets; ///< open ones, in any order
    std::vector<Measured> measured;
    std::optional<std::string> closed_with;
    int on_duty = 0;
    int taken = 0;
};

struct ShownTicket {
    QueueTicket ticket;
    std::optional<std::int32_t> position;
    std::optional<WaitEstimate> wait;
};

/// Who is held, then who may be called in the order of the line, then who is away or parked. How long
/// somebody takes is measured on their motive; with too few measurements on their subject, and then on the
/// whole group.
std::vector<ShownTicket> shown_order(Line const& line, Instant now);

struct TicketNames {
    std::string site;
    std::string acronym;
    kiosk_protocol::PlainWords subject_label;
    std::optional<kiosk_protocol::PlainWords> motive_label{};
};
TicketView view_of(ShownTicket const& shown, TicketNames const& names, Standing const& standing, Instant now);

} // namespace parvis::queue
