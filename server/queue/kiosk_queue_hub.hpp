// SPDX-License-Identifier: EUPL-1.2
// Keeps kiosks told of the queue as far as it concerns each. io thread.
#pragma once

#include "platform/ws/protocol.hpp"
#include "server/queue/kiosk_queue.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace parvis::queue {

class KioskQueueHub {
  public:
    using Tell = std::function<void(ws::LinkId const&, boost::json::object)>;
    explicit KioskQueueHub(Tell tell) : tell_(std::move(tell)) {}

    void came(ws::LinkId const& link, KioskId const& kiosk, SiteId const& site);
    void went(ws::LinkId const& link) { by_link_.erase(link); }
    std::set<SiteId> sites() const;
    std::set<KioskId> kiosks_at(SiteId const& site) const;
    /// One line has changed for that kiosk.
    void take(KioskId const& kiosk, AdviserGroupId const& group, KioskPart const& part);
    /// Who is told something else than before.
    void tell_all();

  private:
    struct Link {
        KioskId kiosk;
        SiteId site;
        std::map<AdviserGroupId, KioskPart> parts;
        std::string told;
    };
    Tell tell_;
    std::map<ws::LinkId, Link> by_link_;
};

} // namespace parvis::queue
