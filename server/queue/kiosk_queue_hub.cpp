// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/kiosk_queue_hub.hpp"

#include "platform/json/json.hpp"

namespace parvis::queue {

void KioskQueueHub::came(ws::LinkId const& link, KioskId const& kiosk, SiteId const& site) {
    by_link_.insert_or_assign(link, Link{kiosk, site, {}, ""});
}

std::set<SiteId> KioskQueueHub::sites() const {
    std::set<SiteId> all;
    for (auto const& [id, link] : by_link_) {
        all.insert(link.site);
    }
    return all;
}

std::set<KioskId> KioskQueueHub::kiosks_at(SiteId const& site) const {
    std::set<KioskId> all;
    for (auto const& [id, link] : by_link_) {
        if (link.site == site) {
            all.insert(link.kiosk);
        }
    }
    return all;
}

void KioskQueueHub::take(KioskId const& kiosk, AdviserGroupId const& group, KioskPart const& part) {
    for (auto& [id, link] : by_link_) {
        if (link.kiosk == kiosk) {
            link.parts.insert_or_assign(group, part);
        }
    }
}

void KioskQueueHub::tell_all() {
    for (auto& [id, link] : by_link_) {
        auto message = json::encode(kiosk_protocol::to_kiosk::Queue{joined(link.parts)}).get_object();
        if (auto text = json::serialize(message); text != link.told) {
            link.told = std::move(text);
            tell_(id, std::move(message));
        }
    }
}

} // namespace parvis::queue
