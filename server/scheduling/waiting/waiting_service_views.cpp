// SPDX-License-Identifier: EUPL-1.2
// The waiting list in the words that people read.
#include "server/network/directory_shared_store.hpp"
#include "server/network/listing_shared_store.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/appointments/motive_card.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"
#include "server/scheduling/waiting/waiting_service.hpp"
#include "server/scheduling/waiting/waiting_store.hpp"

namespace parvis::scheduling {

namespace {

constexpr std::chrono::hours ended_shown_for{7 * 24};

std::vector<MotiveCard> cards_of(db::Session& session, std::vector<MotiveId> const& motives) {
    std::vector<MotiveCard> cards;
    for (auto const& id : motives) {
        cards.push_back(card_of(motive(session, id).value()));
    }
    return cards;
}

std::optional<OfferView> offer_of(db::Session& session, WaitingEntry const& entry) {
    if (!entry.offer) {
        return std::nullopt;
    }
    auto const held = find_appointment(session, entry.offer->appointment_id).value();
    bool const by_screen = held.door == Door::kiosk || held.door == Door::home;
    return OfferView{held.appointment_id, held.starts_at, ends_at(held),
                     held.door,           by_screen,      entry.offer->answer_until};
}

WaitingView view_of(db::Session& session, WaitingEntry const& entry, bool reachable) {
    auto const site = network::site_card(session, entry.site_id).value();
    auto const& visitor = entry.visitor;
    return {entry.entry_id,
            entry.state,
            {site.site_id, site.name, site.commune},
            network::partner_row(session, entry.partner_id).value(),
            cards_of(session, entry.motives),
            entry.doors,
            entry.times.from_day,
            entry.times.to_day,
            {entry.times.weekdays.begin(), entry.times.weekdays.end()},
            entry.times.from_minute,
            entry.times.to_minute,
            visitor.first_name,
            visitor.telephone,
            visitor.email,
            entry.code,
            reachable,
            entry.made_at,
            entry.ended_at,
            offer_of(session, entry)};
}

} // namespace

Result<WaitingView> WaitingList::view(Result<WaitingEntry> const& entry) {
    if (!entry) {
        return entry.error();
    }
    return database_.read([&](db::Session& session) -> Result<WaitingView> {
        return view_of(session, *entry, !channels_to(entry->visitor).empty());
    });
}

Result<PublicWaiting> WaitingList::public_view(Result<WaitingEntry> const& entry) {
    if (!entry) {
        return entry.error();
    }
    return database_.read([&](db::Session& session) -> Result<PublicWaiting> {
        auto const site = network::site_card(session, entry->site_id).value();
        auto cards = cards_of(session, entry->motives);
        auto papers = papers_of(cards);
        return PublicWaiting{entry->state,
                             time_zone_of(session, entry->network_id).value(),
                             entry->code,
                             entry->visitor.first_name,
                             network::partner_row(session, entry->partner_id).value(),
                             std::move(cards),
                             std::move(papers),
                             {site.site_id, site.name, site.commune, site.address, site.telephone, {}},
                             entry->times.from_day,
                             entry->times.to_day,
                             offer_of(session, *entry)};
    });
}

Result<WaitingEntries> WaitingList::list(Requester const& by, SiteId const& site) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<WaitingEntries> {
        auto const network_id = network_of(session, site);
        if (!network_id) {
            return fail(ErrorCode::not_found, "site_unknown");
        }
        if (!may_look_at(by, *network_id, site)) {
            return fail(ErrorCode::forbidden, "not_your_site");
        }
        WaitingEntries seen{time_zone_of(session, *network_id).value(), {}};
        for (auto const& entry : waiting_at(session, site, now - ended_shown_for)) {
            if (acting_for(by, entry.network_id, entry.partner_id, entry.site_id)) {
                seen.entries.push_back(view_of(session, entry, !channels_to(entry.visitor).empty()));
            }
        }
        return seen;
    });
}

} // namespace parvis::scheduling
