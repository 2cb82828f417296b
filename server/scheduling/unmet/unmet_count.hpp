// SPDX-License-Identifier: EUPL-1.2
// How often somebody asked and there was nothing to give them, so that a network can ask bodies for more.
// Names nobody. Pure.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "kiosk_protocol/ids.hpp"
#include "platform/time/zone.hpp"
#include "server/scheduling/slots/unmet_request.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parvis::scheduling {

/// What was asked for, of whom and where. `site_id`: nothing by telephone or from home.
struct UnmetWish {
    PartnerId partner_id;
    MotiveId motive_id;
    kiosk_protocol::PlainWords motive_label;
    std::optional<SiteId> site_id;
    UnmetReason reason{};
    Instant occurred_at;
};

/// `month`: its first day.
struct UnmetCount {
    LocalDate month;
    std::optional<SiteId> site_id;
    PartnerId partner_id;
    MotiveId motive_id;
    kiosk_protocol::PlainWords motive_label;
    UnmetReason reason{};
    std::int32_t count{};
};
BOOST_DESCRIBE_STRUCT(UnmetCount, (), (month, site_id, partner_id, motive_id, motive_label, reason, count))

/// By month, then the most frequent first.
std::vector<UnmetCount> counts_of(std::vector<UnmetWish> const& wishes, std::string_view time_zone);

} // namespace parvis::scheduling
