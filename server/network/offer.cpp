// SPDX-License-Identifier: EUPL-1.2
#include "server/network/offer.hpp"

#include "platform/time/zone.hpp"

#include <algorithm>
#include <iterator>

namespace parvis::network {

using kiosk_protocol::OfferEntry;
using kiosk_protocol::OfferState;
using kiosk_protocol::OpeningPeriod;
using kiosk_protocol::SubjectTile;

namespace {

// An elderly visitor takes in six big tiles at a glance; more would mean smaller ones.
constexpr std::size_t most_tiles = 6;
constexpr int look_ahead_days = 14;
constexpr char other_subject[] = "other";
constexpr char other_pictogram[] = "other_subject";

bool is_on(OpeningPeriod const& window, LocalTime const& local) {
    return window.weekday == local.weekday && window.from_minute <= local.minutes_of_day() &&
           local.minutes_of_day() < window.to_minute;
}

std::optional<Instant> next_opening(std::vector<OpeningPeriod> const& windows, Instant now,
                                    std::string const& time_zone) {
    auto const today = to_local(now, time_zone).date();
    std::optional<Instant> next;
    for (int ahead = 0; ahead <= look_ahead_days && !next; ++ahead) {
        auto const day = add_days(today, ahead);
        for (auto const& window : windows) {
            if (window.weekday != weekday(day)) {
                continue;
            }
            auto const opens_at = to_instant(day, window.from_minute, time_zone);
            if (opens_at > now && (!next || opens_at < *next)) {
                next = opens_at;
            }
        }
    }
    return next;
}

/// Open first, then who could be there, then the earliest to open: what a visitor wants to see on the tile.
bool sooner(OfferEntry const& a, OfferEntry const& b) {
    if (a.state != b.state) {
        return a.state < b.state;
    }
    if (a.opens_at != b.opens_at) {
        return a.opens_at && (!b.opens_at || *a.opens_at < *b.opens_at);
    }
    return a.acronym < b.acronym;
}

SubjectTile other_tile() {
    return {other_subject, {"Autres démarches", "Other matters"}, other_pictogram, {}};
}

} // namespace

OfferEntry entry_of(Offer const& offer, std::set<AdviserGroupId> const& present, Instant now,
                    std::string const& time_zone) {
    OfferEntry entry{offer.offer_id,     offer.partner_id,   offer.partner.acronym,
                     offer.partner.name, OfferState::closed, std::nullopt};
    auto const local = to_local(now, time_zone);
    bool const window_on =
        std::ranges::any_of(offer.windows, [&](OpeningPeriod const& window) { return is_on(window, local); });
    if (window_on) {
        entry.state = present.contains(offer.group_id) ? OfferState::open : OfferState::nobody_there;
    } else {
        entry.opens_at = next_opening(offer.windows, now, time_zone);
    }
    return entry;
}

std::vector<SubjectTile> tiles_of(std::vector<Offer> const& offers, std::set<AdviserGroupId> const& present,
                                  Instant now, std::string const& time_zone) {
    std::vector<SubjectTile> tiles; // `offers` come in the order of importance of their subjects
    for (auto const& offer : offers) {
        auto tile = std::ranges::find(tiles, offer.subject, &SubjectTile::subject);
        if (tile == tiles.end()) {
            tile = tiles.insert(tiles.end(), {offer.subject, offer.subject_label, offer.pictogram, {}});
        }
        tile->offers.push_back(entry_of(offer, present, now, time_zone));
    }
    if (tiles.size() > most_tiles) {
        auto gathered = other_tile();
        for (auto rest = tiles.begin() + (most_tiles - 1); rest != tiles.end(); ++rest) {
            std::ranges::move(rest->offers, std::back_inserter(gathered.offers));
        }
        tiles.erase(tiles.begin() + (most_tiles - 1), tiles.end());
        tiles.push_back(std::move(gathered));
    }
    for (auto& tile : tiles) {
        std::ranges::stable_sort(tile.offers, sooner);
    }
    return tiles;
}

} // namespace parvis::network
