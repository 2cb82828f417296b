// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/slot_search.hpp"

#include <algorithm>
#include <tuple>

namespace parvis::scheduling {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// The moments at which a slot may begin.
struct Period {
    Instant first;
    Instant last;
};

Period period_of(SlotWish const& wish, Instant now) {
    return {std::max(now + minutes(wish.notice_least_minutes), wish.not_before),
            now + hours(24) * wish.notice_most_days};
}

bool covers(std::vector<OpenSpan> const& open, Instant from, Instant to) {
    // The last span that begins at or before `from`.
    auto const next = std::upper_bound(open.begin(), open.end(), from,
                                       [](Instant at, OpenSpan const& span) { return at < span.from; });
    return next != open.begin() && to <= std::prev(next)->to;
}

bool serves(Opening const& opening, SiteId const& site) {
    return std::find(opening.sites.begin(), opening.sites.end(), site) != opening.sites.end();
}

bool is_open(SearchGround const& ground, SiteId const& site, Instant from, Instant to) {
    return std::any_of(ground.sites.begin(), ground.sites.end(), [&](SearchedSite const& searched) {
        return searched.site_id == site && covers(searched.open, from, to);
    });
}

/// Collects the slots of one opening after another.
class Finder {
  public:
    Finder(SearchGround const& ground, SlotWish const& wish, Instant now)
        : ground_(ground), wish_(wish), period_(period_of(wish, now)) {}

    std::vector<Slot> run() {
        std::vector<Opening const*> openings;
        for (auto const& opening : ground_.openings) {
            if (opening.to > period_.first && opening.from <= period_.last) {
                openings.push_back(&opening);
            }
        }
        std::sort(openings.begin(), openings.end(),
                  [](auto const* a, auto const* b) { return a->from < b->from; });
        Instant latest{};
        for (auto const* opening : openings) {
            // Whatever comes begins later than all that is there.
            if (found_.size() >= wish_.most && opening->from > latest) {
                break;
            }
            search(*opening);
            latest = found_.empty() ? latest : std::max(latest, found_.back().from);
        }
        std::sort(found_.begin(), found_.end(), [&](Slot const& a, Slot const& b) {
            if (a.from != b.from || a.site_id == b.site_id) {
                return std::tie(a.from, a.supply_id) < std::tie(b.from, b.supply_id);
            }
            return std::pair(distance_rank(a), a.site_id) < std::pair(distance_rank(b), b.site_id);
        });
        if (found_.size() > wish_.most) {
            found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(wish_.most), found_.end());
        }
        return std::move(found_);
    }

  private:
    void search(Opening const& opening) {
        auto const grid = minutes(opening.slot_minutes);
        auto const late = std::max<std::int64_t>((period_.first - opening.from).count(), 0);
        auto const step = std::chrono::milliseconds(grid).count();
        auto from = opening.from + grid * ((late + step - 1) / step);
        std::size_t of_this = 0;
        for (; from <= period_.last && from + minutes(wish_.minutes) <= opening.to && of_this < wish_.most;
             from += grid) {
            of_this += add(opening, from, from + minutes(wish_.minutes));
        }
    }

    std::size_t add(Opening const& opening, Instant from, Instant to) {
        auto const seat = free_seat(opening, from, to);
        if (!seat) {
            return 0;
        }
        Slot slot{opening.supply_id, *seat, from, to, std::nullopt, std::nullopt};
        if (!is_at_site(wish_.door)) {
            found_.push_back(std::move(slot));
            return 1;
        }
        std::size_t added = 0;
        for (auto const& site : opening.sites) {
            if (wish_.site_id && *wish_.site_id != site) {
                continue;
            }
            slot.site_id = site;
            if (wish_.door == Door::kiosk) {
                slot.kiosk_id = free_kiosk(site, from, to);
            }
            if (wish_.door == Door::kiosk ? slot.kiosk_id.has_value() : is_open(ground_, site, from, to)) {
                found_.push_back(slot);
                ++added;
            }
        }
        return added;
    }

    std::ptrdiff_t distance_rank(Slot const& slot) const {
        auto const& nearest = wish_.nearest;
        return std::find(nearest.begin(), nearest.end(), slot.site_id) - nearest.begin();
    }

    std::optional<int> free_seat(Opening const& opening, Instant from, Instant to) const {
        auto const range = ticks_of(from, to);
        for (int seat = 0; seat < opening.advisers; ++seat) {
            if (to > bookable_until(opening, seat)) {
                continue;
            }
            auto const taken = ground_.taken_seats.find({opening.supply_id, seat});
            if (taken == ground_.taken_seats.end() || is_free(taken->second, range)) {
                return seat;
            }
        }
        return std::nullopt;
    }

    std::optional<KioskId> free_kiosk(SiteId const& site, Instant from, Instant to) const {
        for (auto const& kiosk : ground_.kiosks) {
            auto const range = ticks_of(from, to + minutes(kiosk.preparation_minutes));
            if (kiosk.site_id == site && covers(kiosk.open, from, to) && is_free(kiosk.taken, range)) {
                return kiosk.kiosk_id;
            }
        }
        return std::nullopt;
    }

    SearchGround const& ground_;
    SlotWish const& wish_;
    Period period_;
    std::vector<Slot> found_;
};

Result<void> check_period(SlotWish const& wish, Instant from, Instant now) {
    if (from < now) {
        return fail(ErrorCode::invalid_input, "slot_in_past", "/starts_at");
    }
    if (from < now + minutes(wish.notice_least_minutes)) {
        return fail(ErrorCode::invalid_input, "slot_too_soon", "/starts_at",
                    {{"minutes", std::to_string(wish.notice_least_minutes)}});
    }
    if (from > period_of(wish, now).last) {
        return fail(ErrorCode::invalid_input, "slot_too_far", "/starts_at",
                    {{"days", std::to_string(wish.notice_most_days)}});
    }
    return {};
}

bool has_slot(Opening const& opening, SlotWish const& wish, Instant from) {
    return from >= opening.from && from + minutes(wish.minutes) <= opening.to &&
           (from - opening.from) % minutes(opening.slot_minutes) == std::chrono::milliseconds(0) &&
           (!is_at_site(wish.door) || (wish.site_id && serves(opening, *wish.site_id)));
}

} // namespace

Instant bookable_until(Opening const& opening, int seat) {
    auto const grid = minutes(opening.slot_minutes);
    auto const slots = static_cast<int>((opening.to - opening.from) / grid);
    int const kept = (slots * opening.advisers * opening.walk_in_percent + 99) / 100;
    int const kept_here = std::clamp(kept - (opening.advisers - 1 - seat) * slots, 0, slots);
    return kept_here == 0 ? opening.to : opening.from + grid * (slots - kept_here);
}

std::vector<Slot> find_slots(SearchGround const& ground, SlotWish const& wish, Instant now) {
    return Finder(ground, wish, now).run();
}

Result<SlotClaim> claim_of(SearchGround const& ground, SlotWish const& wish, SupplyId const& supply,
                           Instant from, Instant now) {
    if (auto const timely = check_period(wish, from, now); !timely) {
        return timely.error();
    }
    SlotClaim claim{from, from + minutes(wish.minutes), {}, {}};
    for (auto const& opening : ground.openings) {
        if (opening.supply_id != supply || !has_slot(opening, wish, from)) {
            continue;
        }
        for (int seat = 0; seat < opening.advisers; ++seat) {
            if (claim.to <= bookable_until(opening, seat)) {
                claim.seats.push_back(seat);
            }
        }
    }
    if (claim.seats.empty()) {
        return fail(ErrorCode::invalid_input, "slot_not_offered", "/starts_at");
    }
    if (wish.door == Door::kiosk) {
        for (auto const& kiosk : ground.kiosks) {
            if (kiosk.site_id == *wish.site_id && covers(kiosk.open, claim.from, claim.to)) {
                claim.kiosks.push_back({kiosk.kiosk_id, kiosk.preparation_minutes});
            }
        }
    }
    bool const closed = wish.door == Door::kiosk
                            ? claim.kiosks.empty()
                            : is_at_site(wish.door) && !is_open(ground, *wish.site_id, claim.from, claim.to);
    if (closed) {
        return fail(ErrorCode::conflict, "site_closed", "/starts_at");
    }
    return claim;
}

} // namespace parvis::scheduling
