// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/slot_search_service.hpp"

#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/slots/taken_tick_store.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>

namespace parvis::scheduling {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int first_days = 7; ///< looked at first; then twice as many, and so on
constexpr int holds_at_once = 500;
constexpr std::size_t nearest_sites = 10;
constexpr std::size_t windows_wanted = 3;
constexpr std::chrono::milliseconds windows_ahead = hours(24 * 28);
/// By telephone whoever of the body answers will do, and in a large network hundreds begin at the same
/// moment: so many openings are looked through at once, the earliest first, and so many for the very earliest
/// slot.
constexpr std::size_t openings_at_once = 16;
constexpr std::size_t openings_for_the_earliest = 64;
/// An interview and the preparation after it begin and end within so long of its slot.
constexpr std::chrono::milliseconds longest_visit = hours(12);

void free_ticks(std::vector<Tick>& taken, TickRange range) {
    auto const first = std::lower_bound(taken.begin(), taken.end(), range.from);
    taken.erase(first, std::lower_bound(first, taken.end(), range.to));
}

} // namespace

/// One search inside one transaction.
struct SlotSearchService::View {
    db::Session& session;
    SupplyBook const& book;
    Instant now;
    Terms terms;
    std::vector<MotiveId> motives;
    std::vector<Appointment> expired; ///< held too long: their places are free
    std::optional<Instant> until{};

    View(db::Session& where, SupplyBook const& from, Instant at, Terms const& of, std::vector<MotiveId> why)
        : session(where), book(from), now(at), terms(of), motives(std::move(why)),
          expired(expired_holds(where, at, holds_at_once)) {}

    SlotWish wish_for(Door door, std::optional<SiteId> const& site, Instant not_before,
                      std::size_t most) const {
        return {door, site, terms.minutes, terms.notice_least_minutes, terms.notice_most_days, not_before,
                most, {}};
    }
    Instant horizon() const {
        auto const last = now + hours(24) * terms.notice_most_days;
        return until ? std::min(*until, last) : last;
    }

    SearchGround ground(std::vector<SiteId> const& sites, Door door, Instant from, Instant to) const {
        return with_taken(book.offered(session, {motives, sites, door, from, to})->ground,
                          ticks_of(from - longest_visit, to + longest_visit));
    }

    SearchGround with_taken(SearchGround ground, TickRange within) const {
        std::set<SupplyId> supplies;
        for (auto const& opening : ground.openings) {
            if (supplies.insert(opening.supply_id).second) {
                ground.taken_seats.merge(taken_of(session, opening.supply_id, within));
            }
        }
        for (auto& kiosk : ground.kiosks) {
            kiosk.taken = taken_of(session, kiosk.kiosk_id, within);
        }
        give_back_expired(ground);
        return ground;
    }

    /// Week after week, then longer: most people find something soon, and far weeks are many rows.
    std::vector<Slot> find(SlotWish const& wish, std::vector<SiteId> const& sites) const {
        std::vector<Slot> found;
        auto from = std::max(wish.not_before, now);
        for (int days = first_days; from <= horizon() && found.size() < wish.most; days *= 2) {
            auto const to = std::min(from + hours(24) * days, horizon() + tick_length);
            auto part = wish;
            part.not_before = from;
            part.most = wish.most - found.size();
            for (auto& slot : find_between(part, sites, from, to)) {
                // An opening that goes on beyond `to` belongs to the next part.
                if (slot.from < to) {
                    found.push_back(std::move(slot));
                }
            }
            from = to;
        }
        return found;
    }

    std::vector<Proposal> propose(ProposalKind kind, std::vector<NearSite> const& near, SlotWish wish,
                                  std::vector<Door> const& doors) const {
        auto const sites = sites_of(near);
        wish.nearest = sites;
        std::vector<Proposal> proposals;
        for (auto& slot : find(wish, sites)) {
            Proposal one{kind, std::move(slot), doors, 0};
            for (auto const& site : near) {
                one.metres = one.slot.site_id == site.site_id ? site.metres : one.metres;
            }
            proposals.push_back(std::move(one));
        }
        return proposals;
    }

    /// Of whoever comes in person: here, or else nearby.
    std::optional<Proposal> soonest_in_person(SiteId const& site, std::vector<NearSite> const& near,
                                              Instant not_before) const {
        auto here = comes_to({{site, 0}}) ? propose(ProposalKind::here, {{site, 0}},
                                                    in_person(site, not_before), {Door::on_site})
                                          : std::vector<Proposal>();
        if (here.empty() && !near.empty() && comes_to(near)) {
            here = propose(ProposalKind::nearby, near, in_person(std::nullopt, not_before), {Door::on_site});
        }
        return here.empty() ? std::nullopt : std::optional(std::move(here.front()));
    }

    /// Why nobody is received there: by screen, or else in person.
    UnmetReason reason_at(SiteId const& site, SlotWish const& by_screen) const {
        auto const from = std::max(by_screen.not_before, now);
        auto const reason = reason_for_none(ground({site}, Door::kiosk, from, horizon()), by_screen, now);
        if (reason != UnmetReason::nothing_offered) {
            return reason;
        }
        return reason_for_none(ground({site}, Door::on_site, from, horizon()), in_person(site, from), now);
    }

  private:
    SlotWish in_person(std::optional<SiteId> const& site, Instant not_before) const {
        return wish_for(Door::on_site, site, not_before, 1);
    }

    /// Hardly any body does, and a search through all weeks for nobody is a long one.
    bool comes_to(std::vector<NearSite> const& near) const {
        return !book.offered(session, {motives, sites_of(near), Door::on_site, now, horizon()})
                    ->ground.openings.empty();
    }

    static std::vector<SiteId> sites_of(std::vector<NearSite> const& near) {
        std::vector<SiteId> sites;
        sites.reserve(near.size());
        std::ranges::transform(near, std::back_inserter(sites), &NearSite::site_id);
        return sites;
    }

    std::vector<Slot> find_between(SlotWish const& wish, std::vector<SiteId> const& sites, Instant from,
                                   Instant to) const {
        if (!sites.empty()) {
            return find_slots(ground(sites, wish.door, from, to), wish, now);
        }
        auto const offered = book.offered(session, {motives, sites, wish.door, from, to});
        auto const first = std::max(from, now + minutes(wish.notice_least_minutes));
        std::vector<Opening const*> openings;
        for (auto const& opening : offered->ground.openings) {
            if (opening.to > first) {
                openings.push_back(&opening);
            }
        }
        std::ranges::sort(openings, {}, [](auto const* one) { return std::tie(one->from, one->supply_id); });
        std::vector<Slot> found;
        std::size_t looked_at = 0;
        while (looked_at < openings.size() && !is_enough(found, wish.most, *openings[looked_at], looked_at)) {
            auto const some = std::span(openings).subspan(
                looked_at, std::min(openings_at_once, openings.size() - looked_at));
            looked_at += some.size();
            std::ranges::move(find_slots(seats_of(some), wish, now), std::back_inserter(found));
            std::ranges::sort(found, {}, [](Slot const& one) { return std::tie(one.from, one.supply_id); });
            found.resize(std::min(found.size(), wish.most));
        }
        return found;
    }

    /// Openings in order of their beginning, with what is taken of them.
    SearchGround seats_of(std::span<Opening const* const> some) const {
        SearchGround ground;
        auto last = some.front()->to;
        for (auto const* opening : some) {
            ground.openings.push_back(*opening);
            last = std::max(last, opening->to);
        }
        return with_taken(std::move(ground), ticks_of(some.front()->from, last));
    }

    static bool is_enough(std::vector<Slot> const& found, std::size_t most, Opening const& next,
                          std::size_t looked_at) {
        return found.size() >= most &&
               (looked_at >= openings_for_the_earliest || next.from > found.back().from);
    }

    void give_back_expired(SearchGround& ground) const {
        for (auto const& hold : expired) {
            auto const seat = ground.taken_seats.find({hold.supply_id, hold.place->seat});
            if (seat != ground.taken_seats.end()) {
                free_ticks(seat->second, seat_ticks(hold));
            }
            for (auto& kiosk : ground.kiosks) {
                if (hold.place->kiosk_id == kiosk.kiosk_id) {
                    free_ticks(kiosk.taken, kiosk_ticks(hold));
                }
            }
        }
    }
};

SlotSearchService::SlotSearchService(db::Database& database, Clock const& clock, SupplyBook const& book)
    : database_(database), clock_(clock), book_(book) {}

Result<std::vector<Slot>> SlotSearchService::find(SearchWish const& wish) {
    auto const now = clock_.now();
    if (is_at_site(wish.door) && !wish.site_id) {
        return fail(ErrorCode::invalid_input, "site_missing", "/site_id");
    }
    return database_.read([&](db::Session& session) -> Result<std::vector<Slot>> {
        auto const terms = book_.terms(session, wish.motives);
        if (!terms) {
            return terms.error();
        }
        View view(session, book_, now, *terms, wish.motives);
        view.until = wish.until;
        auto const moving = wish.moving ? find_appointment(session, *wish.moving) : std::nullopt;
        if (moving && moving->place) {
            view.expired.push_back(*moving);
        }
        std::vector<SiteId> sites;
        if (is_at_site(wish.door)) {
            sites.push_back(*wish.site_id);
        }
        auto const site = is_at_site(wish.door) ? wish.site_id : std::nullopt;
        auto found = view.find(view.wish_for(wish.door, site, wish.not_before, wish.most), sites);
        std::erase_if(found, [&](Slot const& slot) { return wish.until && slot.from >= *wish.until; });
        return found;
    });
}

void SlotSearchService::add_window(db::Session& session, NearSite const& site,
                                   std::vector<MotiveId> const& motives, Instant from,
                                   std::vector<NearbyWindow>& windows) const {
    for (auto const& window : book_.windows(session, motives, site.site_id, from, from + windows_ahead)) {
        if (window.to > from) {
            windows.push_back({site.site_id, window, site.metres});
            return;
        }
    }
}

Result<Proposals> SlotSearchService::look(db::Session& session, Requester const& by, ProposalWish const& wish,
                                          Instant now) const {
    auto const terms = book_.terms(session, wish.motives);
    if (!terms) {
        return terms.error();
    }
    if (!acting_for(by, terms->network_id, terms->partner_id, wish.site_id)) {
        return fail(ErrorCode::forbidden, "not_your_booking");
    }
    View const view(session, book_, now, *terms, wish.motives);
    auto const here_wish = view.wish_for(Door::kiosk, wish.site_id, wish.not_before, proposals_wanted);
    auto const here = view.propose(ProposalKind::here, {{wish.site_id, 0}}, here_wish, {Door::kiosk});
    auto near = book_.sites_near(session, wish.site_id, nearby_metres);
    near.resize(std::min(near.size(), nearest_sites));
    std::vector<Proposal> nearby;
    if (!near.empty()) {
        auto const any = view.wish_for(Door::kiosk, std::nullopt, wish.not_before, proposals_wanted);
        nearby = view.propose(ProposalKind::nearby, near, any, {Door::kiosk});
    }
    auto const remote_wish = view.wish_for(Door::telephone, std::nullopt, wish.not_before, proposals_wanted);
    auto const remote = view.propose(ProposalKind::remote, {}, remote_wish, {Door::telephone, Door::home});

    Proposals answer{three_of(here, nearby, remote), {}};
    answer.in_person = view.soonest_in_person(wish.site_id, near, wish.not_before);
    auto const from = std::max(now, wish.not_before);
    for (auto const& site : near) {
        if (answer.proposals.size() + answer.nearby_windows.size() < proposals_wanted) {
            add_window(session, site, wish.motives, from, answer.nearby_windows);
        }
    }
    for (auto const& window :
         book_.windows(session, wish.motives, wish.site_id, from, from + windows_ahead)) {
        if (window.to > from && answer.windows.size() < windows_wanted) {
            answer.windows.push_back(window);
        }
    }
    bool const received_here = answer.in_person && answer.in_person->kind == ProposalKind::here;
    if (here.empty() && answer.windows.empty() && !received_here) {
        answer.unmet = view.reason_at(wish.site_id, here_wish);
    }
    return answer;
}

Result<void> SlotSearchService::count(Requester const& by, ProposalWish const& wish, UnmetReason reason,
                                      Instant now) {
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const terms = book_.terms(session, wish.motives);
        if (!terms) {
            return terms.error();
        }
        if (!acting_for(by, terms->network_id, terms->partner_id, wish.site_id)) {
            return fail(ErrorCode::forbidden, "not_your_booking");
        }
        insert_unmet_request(
            session, {wish.unmet_id, terms->network_id, wish.site_id, wish.motives.front(), reason, now},
            now);
        return {};
    });
}

Result<Proposals> SlotSearchService::propose(Requester const& by, ProposalWish const& wish) {
    auto const now = clock_.now();
    auto answer = database_.read([&](db::Session& session) { return look(session, by, wish, now); });
    if (answer && answer->unmet) {
        if (auto const counted = count(by, wish, *answer->unmet, now); !counted) {
            return counted.error();
        }
    }
    return answer;
}

Result<void> SlotSearchService::refuse(Requester const& by, ProposalWish const& wish) {
    return count(by, wish, UnmetReason::refused, clock_.now());
}

} // namespace parvis::scheduling
