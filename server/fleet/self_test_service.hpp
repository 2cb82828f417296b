// SPDX-License-Identifier: EUPL-1.2
// A technician has a kiosk test itself from afar. Blocks: worker thread.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"

#include <boost/describe.hpp>

#include <functional>

namespace parvis::fleet {

/// A result on record with a later time is that of this order.
struct SelfTestOrder {
    Instant ordered_at;
};
BOOST_DESCRIBE_STRUCT(SelfTestOrder, (), (ordered_at))

class SelfTestService {
  public:
    /// Tells the kiosk's daemon; errors: unavailable/kiosk_offline, conflict/kiosk_busy. Any worker thread.
    using TellKiosk = std::function<Result<void>(KioskId const&)>;

    SelfTestService(db::Database& database, Clock const& clock, TellKiosk tell_kiosk);

    /// A technician or administrator of the kiosk's network; the result comes later, by the kiosk's link.
    /// Errors: not_found/kiosk_unknown, forbidden/role_missing, and those of TellKiosk.
    Result<SelfTestOrder> order(identity::Caller const& caller, KioskId const& kiosk);

  private:
    db::Database& database_;
    Clock const& clock_;
    TellKiosk tell_kiosk_;
};

} // namespace parvis::fleet
