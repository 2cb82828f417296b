// SPDX-License-Identifier: EUPL-1.2
#include "server/publication/publication_service.hpp"

#include "platform/time/calendar_event.hpp"
#include "server/publication/embed_page.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>

namespace parvis::publication {

namespace {

constexpr std::chrono::milliseconds feeds_stay = std::chrono::minutes(1);

using scheduling::PublicNetwork;
using scheduling::PublicSite;

/// The open hours of a site as instants.
std::vector<scheduling::OpenSpan> open_spans(PublicSite const& site, std::string const& zone) {
    std::vector<scheduling::OpenSpan> spans;
    for (auto const& day : site.days) {
        for (auto const& period : day.hours) {
            spans.push_back(
                {to_instant(day.day, period.from_minute, zone), to_instant(day.day, period.to_minute, zone)});
        }
    }
    return spans;
}

PublicSite const* find_site(PublicNetwork const& network, SiteId const& id) {
    auto const site = std::ranges::find(network.sites, id, &PublicSite::site_id);
    return site == network.sites.end() ? nullptr : &*site;
}

char const* words_of(Session const& session) {
    if (session.on_site) {
        return "embed.session_in_person";
    }
    return session.modality == scheduling::Modality::time_window ? "embed.session_unbooked"
                                                                 : "embed.session_booked";
}

} // namespace

Publication::Publication(db::Database& database, Clock const& clock, scheduling::PublicBooking& booking)
    : database_(database), clock_(clock), booking_(booking) {}

Result<std::vector<Session>> Publication::sessions(PublicNetwork const& network) {
    std::map<SiteId, std::vector<scheduling::OpenSpan>> open;
    Instant from = clock_.now();
    Instant to = from;
    for (auto const& site : network.sites) {
        for (auto const& span :
             open.emplace(site.site_id, open_spans(site, network.time_zone)).first->second) {
            to = std::max(to, span.to);
        }
    }
    return database_.read([&](db::Session& session) -> Result<std::vector<Session>> {
        std::vector<Session> found;
        auto const supplies = scheduling::supplies_serving(session, {network.network_id}, from, to);
        std::map<scheduling::SupplyId, scheduling::Supply const*> known;
        for (auto const& supply : supplies) {
            known.emplace(supply.supply_id, &supply);
        }
        for (auto const& opening : scheduling::openings_of(session, network.network_id, supplies, from, to)) {
            auto const& supply = *known.at(opening.supply_id);
            for (auto const& site : opening.sites) {
                for (auto const& span : open[site]) {
                    auto const begins = std::max(opening.from, span.from);
                    auto const ends = std::min(opening.to, span.to);
                    if (begins < ends && from < ends) {
                        found.push_back({site, supply.partner_id, supply.modality, begins, ends,
                                         supply.on_site, supply.supply_id});
                    }
                }
            }
        }
        std::ranges::stable_sort(found, {}, &Session::from);
        return found;
    });
}

Result<std::shared_ptr<NetworkFeed const>> Publication::feed(NetworkId const& id) {
    auto const now = clock_.now();
    {
        std::scoped_lock const lock(mutex_);
        if (auto const kept = kept_.find(id);
            kept != kept_.end() && now - kept->second->made_at < feeds_stay) {
            return kept->second;
        }
    }
    auto network = booking_.network(id);
    if (!network) {
        return network.error();
    }
    auto found = sessions(*network);
    if (!found) {
        return found.error();
    }
    auto const made =
        std::make_shared<NetworkFeed const>(NetworkFeed{now, std::move(*network), std::move(*found)});
    std::scoped_lock const lock(mutex_);
    kept_[id] = made;
    return made;
}

Result<std::shared_ptr<NetworkFeed const>> Publication::feed_at(SiteId const& site) {
    auto const network = booking_.network_of_site(site);
    return network ? feed(*network) : network.error();
}

Result<std::string> Publication::calendar(SiteId const& id, Language language) {
    auto const feed = feed_at(id);
    if (!feed) {
        return feed.error();
    }
    auto const* site = find_site((*feed)->network, id);
    if (site == nullptr) {
        return fail(ErrorCode::not_found, "site_unknown");
    }
    auto const& catalogue = text::Catalogue::built_in();
    std::vector<CalendarEvent> events;
    for (auto const& session : (*feed)->sessions) {
        auto const& bodies = (*feed)->network.bodies;
        auto const body = std::ranges::find(bodies, session.partner_id, &network::PartnerRow::partner_id);
        if (session.site_id != id || body == bodies.end()) {
            continue;
        }
        CalendarEvent event;
        event.uid =
            session.supply_id.text() + "-" + std::to_string(session.from.ms) + "-" + id.text() + "@parvis";
        event.written_at = (*feed)->made_at;
        event.starts_at = session.from;
        event.ends_at = session.to;
        event.summary = body->acronym;
        event.description = catalogue.say(language, words_of(session));
        event.location = site->name + ", " + site->address + ", " + site->commune;
        events.push_back(std::move(event));
    }
    return calendar_text(CalendarMethod::publish, events);
}

Result<std::string> Publication::network_page(NetworkId const& id, std::string const& origin,
                                              Language language) {
    auto const feed = this->feed(id);
    if (!feed) {
        return feed.error();
    }
    auto const& network = (*feed)->network;
    return embed_page(network, network.sites, origin, clock_.now(), language, text::Catalogue::built_in());
}

Result<std::string> Publication::site_page(SiteId const& id, std::string const& origin, Language language) {
    auto const feed = feed_at(id);
    if (!feed) {
        return feed.error();
    }
    auto const* site = find_site((*feed)->network, id);
    if (site == nullptr) {
        return fail(ErrorCode::not_found, "site_unknown");
    }
    return embed_page((*feed)->network, {*site}, origin, clock_.now(), language, text::Catalogue::built_in());
}

} // namespace parvis::publication
