// SPDX-License-Identifier: EUPL-1.2
// What a network publishes for other sites and programs. Worker threads.
#pragma once

#include "server/publication/network_feed.hpp"
#include "server/scheduling/appointments/public_booking_service.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace parvis::publication {

class Publication {
  public:
    /// All must outlive this object.
    Publication(db::Database& database, Clock const& clock, scheduling::PublicBooking& booking);

    /// At most a minute old: asked for by programs and by every visitor of a town hall's site. not_found
    /// "network_unknown".
    Result<std::shared_ptr<NetworkFeed const>> feed(NetworkId const& network);

    /// The sessions of a counter as iCalendar. not_found "site_unknown".
    Result<std::string> calendar(SiteId const& site, Language language);

    /// `origin`: where the portal is. not_found "network_unknown", "site_unknown".
    Result<std::string> network_page(NetworkId const& network, std::string const& origin, Language language);
    Result<std::string> site_page(SiteId const& site, std::string const& origin, Language language);

  private:
    Result<std::vector<Session>> sessions(scheduling::PublicNetwork const& network);
    Result<std::shared_ptr<NetworkFeed const>> feed_at(SiteId const& site);

    db::Database& database_;
    Clock const& clock_;
    scheduling::PublicBooking& booking_;
    std::mutex mutex_;
    std::map<NetworkId, std::shared_ptr<NetworkFeed const>> kept_; ///< under the mutex
};

} // namespace parvis::publication
