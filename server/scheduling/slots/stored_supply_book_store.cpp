// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/stored_supply_book_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/sql.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/calendar_shared_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr std::size_t most_motives = 5;
constexpr char select_network[] = "SELECT network_id FROM site WHERE site_id = :id";

/// Adds one more subject to the terms of an appointment.
void add(Terms& terms, Motive const& motive) {
    terms.minutes += motive.duration_minutes;
    terms.notice_least_minutes = std::max(terms.notice_least_minutes, motive.notice_least_minutes);
    terms.notice_most_days = std::min(terms.notice_most_days, motive.notice_most_days);
    terms.cancellation_limit_minutes =
        std::max(terms.cancellation_limit_minutes, motive.cancellation_limit_minutes);
}

std::string pointer_to(std::size_t position) {
    return "/motives/" + std::to_string(position);
}

/// Whoever comes is served in a time window: there is nothing to book.
bool is_bookable(Supply const& supply) {
    return supply.modality != Modality::time_window;
}

bool serves_one_of(Opening const& opening, std::vector<SiteId> const& sites) {
    return sites.empty() || std::any_of(sites.begin(), sites.end(), [&](SiteId const& site) {
               return std::find(opening.sites.begin(), opening.sites.end(), site) != opening.sites.end();
           });
}

/// An unknown site has nothing to book.
void add_site(db::Session& session, SiteId const& site, Door door, Instant from, Instant to,
              SearchGround& ground) {
    if (door == Door::on_site) {
        if (auto open = open_spans_of(session, site, from, to)) {
            ground.sites.push_back({site, std::move(*open)});
        }
        return;
    }
    if (auto kiosks = open_kiosks_of(session, site, from, to)) {
        for (auto& kiosk : *kiosks) {
            ground.kiosks.push_back(
                {kiosk.kiosk_id, site, std::move(kiosk.open), kiosk.preparation_minutes, {}});
        }
    }
}

} // namespace

Result<Terms> StoredSupplyBook::terms(db::Session& session, std::vector<MotiveId> const& motives) const {
    if (motives.empty()) {
        return fail(ErrorCode::invalid_input, "motives_missing", "/motives");
    }
    if (motives.size() > most_motives) {
        return fail(ErrorCode::invalid_input, "motives_too_many", "/motives",
                    {{"most", std::to_string(most_motives)}});
    }
    std::optional<Terms> terms;
    for (std::size_t position = 0; position < motives.size(); ++position) {
        auto const found = motive(session, motives[position]);
        if (!found || has_ended(session, motives[position])) {
            return fail(ErrorCode::invalid_input, "motive_unknown", pointer_to(position));
        }
        if (!terms) {
            terms = Terms{found->network_id, found->partner_id, 0, 0, found->notice_most_days, 0};
        }
        if (terms->partner_id != found->partner_id) {
            return fail(ErrorCode::invalid_input, "motives_of_several_bodies", pointer_to(position));
        }
        add(*terms, *found);
    }
    return *terms;
}

std::shared_ptr<Offered const> StoredSupplyBook::offered(db::Session& session,
                                                         OfferQuery const& query) const {
    auto const found = std::make_shared<Offered>();
    auto& offered = *found;
    auto const first = motive(session, query.motives.at(0));
    if (!first) {
        return found;
    }
    auto supplies =
        supplies_serving(session, {first->network_id, first->partner_id, query.sites, {}, query.motives},
                         query.from, query.to);
    bool const in_person = query.door == Door::on_site;
    std::erase_if(supplies,
                  [&](Supply const& supply) { return !is_bookable(supply) || supply.on_site != in_person; });
    for (auto const& supply : supplies) {
        offered.groups.emplace(supply.supply_id, supply.group_id);
    }
    for (auto& opening : openings_of(session, first->network_id, supplies, query.from, query.to)) {
        if (serves_one_of(opening, query.sites)) {
            offered.ground.openings.push_back(std::move(opening));
        }
    }
    // Slots of an opening that lies partly in the span are whole: so are the hours beside them.
    auto from = query.from;
    auto to = query.to;
    for (auto const& opening : offered.ground.openings) {
        from = std::min(from, opening.from);
        to = std::max(to, opening.to);
    }
    if (!offered.ground.openings.empty()) {
        for (auto const& site : query.sites) {
            add_site(session, site, query.door, from, to, offered.ground);
        }
    }
    return found;
}

std::vector<OpenSpan> StoredSupplyBook::windows(db::Session& session, std::vector<MotiveId> const& motives,
                                                SiteId const& site, Instant from, Instant to) const {
    std::vector<OpenSpan> windows;
    auto const first = motive(session, motives.at(0));
    auto const open = open_spans_of(session, site, from, to);
    if (!first || !open) {
        return windows;
    }
    auto supplies =
        supplies_serving(session, {first->network_id, first->partner_id, {site}, {}, motives}, from, to);
    std::erase_if(supplies, [](Supply const& supply) { return is_bookable(supply); });
    for (auto const& opening : openings_of(session, first->network_id, supplies, from, to)) {
        for (auto const& span : *open) {
            OpenSpan const both{std::max(opening.from, span.from), std::min(opening.to, span.to)};
            if (serves_one_of(opening, {site}) && both.from < both.to) {
                windows.push_back(both);
            }
        }
    }
    std::ranges::sort(windows, {}, [](OpenSpan const& span) { return span.from; });
    return windows;
}

std::vector<NearSite> StoredSupplyBook::sites_near(db::Session& session, SiteId const& site,
                                                   int metres) const {
    std::vector<NearSite> near;
    std::string network;
    session.sql() << select_network, soci::use(site.text()), soci::into(network);
    if (!session.sql().got_data()) {
        return near;
    }
    auto const positions = site_positions(session, db::id_of<NetworkId>(network));
    auto const here = std::find_if(positions.begin(), positions.end(),
                                   [&](SitePosition const& one) { return one.site_id == site; });
    if (here == positions.end()) {
        return near;
    }
    auto const point = [](SitePosition const& one) {
        return Position{one.latitude_microdegrees, one.longitude_microdegrees};
    };
    for (auto const& one : positions) {
        int const distance = metres_between(point(*here), point(one));
        if (one.site_id != site && distance <= metres) {
            near.push_back({one.site_id, distance});
        }
    }
    std::sort(near.begin(), near.end(),
              [](NearSite const& a, NearSite const& b) { return a.metres < b.metres; });
    return near;
}

} // namespace parvis::scheduling
