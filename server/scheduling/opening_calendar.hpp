// SPDX-License-Identifier: EUPL-1.2
// When a site is open, as instants.
#pragma once

#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

namespace parvis::scheduling {

/// From `from` until just before `to`.
struct OpenSpan {
    Instant from;
    Instant to;

    friend bool operator==(OpenSpan const&, OpenSpan const&) = default;
};
BOOST_DESCRIBE_STRUCT(OpenSpan, (), (from, to))

} // namespace parvis::scheduling
