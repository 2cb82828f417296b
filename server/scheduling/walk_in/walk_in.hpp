// SPDX-License-Identifier: EUPL-1.2
// Somebody came unbooked, and the mediator could do without a ticket and without an appointment. A fact of
// the visit, which names nobody. Pure.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/time/zone.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parvis::scheduling {

using WalkInId = Id<struct WalkInTag>;

/// solved_here: the mediator could help on the spot. in_person: sent to where the body receives people.
BOOST_DEFINE_ENUM_CLASS(Guidance, solved_here, in_person)

/// `partner_id`: nothing when no body is concerned. A desk that was cut off tells later when it was.
struct WalkInForm {
    SiteId site_id;
    Guidance guidance{};
    std::optional<PartnerId> partner_id;
    std::optional<MotiveId> motive_id;
    std::optional<Instant> occurred_at; ///< nothing: now
};
BOOST_DESCRIBE_STRUCT(WalkInForm, (), (site_id, guidance, partner_id, motive_id, occurred_at))

struct WalkIn {
    WalkInId walk_in_id;
    SiteId site_id;
    Guidance guidance{};
    std::optional<PartnerId> partner_id;
    std::optional<MotiveId> motive_id;
    Instant occurred_at;
};
BOOST_DESCRIBE_STRUCT(WalkIn, (), (walk_in_id, site_id, guidance, partner_id, motive_id, occurred_at))

struct WalkInCount {
    LocalDate day;
    SiteId site_id;
    std::int32_t solved_here{};
    std::int32_t in_person{};
};
BOOST_DESCRIBE_STRUCT(WalkInCount, (), (day, site_id, solved_here, in_person))

/// By day, then site; a day without any at a site is left out.
std::vector<WalkInCount> counts_of(std::vector<WalkIn> const& walk_ins, std::string_view time_zone);

} // namespace parvis::scheduling
