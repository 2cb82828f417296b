// SPDX-License-Identifier: EUPL-1.2
// One line as everybody sees their part of it: positions, and how long each will probably wait. Pure.
#pragma once

#include "server/queue/queue_policy.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

struct Measured {
    std::optional<scheduling::MotiveId> motive_id;
    std::string subject;
    std::chrono::milliseconds duration{};
};

/// What is closed now, with the sentence that people are told.
struct Closings {
    std::optional<std::string> everywhere;
    std::map<SiteId, std::string> at; ///< sites that are closed alone
};
/// What holds at a site: what was said of it alone, else of the whole line.
std::optional<std::string> closed_with(Closings const& closings, SiteId const& site);

/// Everything about one line at one moment.
struct Line {
    AdviserGroupId group_id;
    std::vector<QueueTicket> tickets; ///< open ones, in any order
    std::vector<Measured> measured;
    std::vector<LineKiosk> kiosks; ///< at the sites where they wait
    Closings closings;
    std::vector<ClosedSite> closed_sites; ///< the same, with names
    int on_duty = 0;
    int taken = 0;
};

struct ShownTicket {
    QueueTicket ticket;
    std::optional<std::int32_t> position;
    std::optional<HeldUp> held_up;
    std::optional<WaitEstimate> wait;
};

/// How many wait, and of these whom a kiosk would receive now.
std::int32_t waiting_in(std::vector<ShownTicket> const& shown);
std::int32_t receivable_in(std::vector<ShownTicket> const& shown);

/// Who is held, then who may be called in the order of the line, then who is away or parked. How long
/// somebody takes is measured on their motive; with too few measurements on their subject, and then on the
/// whole group. While their kiosk is off nobody can say how long it will be.
std::vector<ShownTicket> shown_order(Line const& line, Instant now);

struct TicketNames {
    std::string site;
    std::string acronym;
    kiosk_protocol::PlainWords subject_label;
    std::optional<kiosk_protocol::PlainWords> motive_label{};
    std::optional<HandedOn> handed_on_by{};
};
TicketView view_of(ShownTicket const& shown, TicketNames const& names, Standing const& standing, Instant now);

} // namespace parvis::queue
