// SPDX-License-Identifier: EUPL-1.2
// What the waiting list does by itself: offers are ended, made, and made again to the next.
#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/reminders/reminder_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"
#include "server/scheduling/waiting/waiting_offer_store.hpp"
#include "server/scheduling/waiting/waiting_service.hpp"
#include "server/scheduling/waiting/waiting_store.hpp"

#include <algorithm>
#include <map>

namespace parvis::scheduling {

/// A free place that suits.
struct WaitingList::Candidate {
    Slot slot;
    Door door{};
};

namespace {

constexpr int entries_at_once = 1000;
constexpr int offers_at_once = 100;
constexpr std::size_t slots_looked_at = 200;
constexpr std::size_t candidates_tried = 5;
/// Supply that was added, notice that has come near, and holds that came to nothing make no event.
constexpr std::chrono::milliseconds look_again = std::chrono::minutes(1);
/// What another server wrote may become visible a little later than it says.
constexpr std::chrono::milliseconds event_delay = std::chrono::seconds(5);

std::string search_key(WaitingEntry const& entry) {
    auto key = to_iso(entry.times.to_day) + " " + entry.site_id.text();
    for (auto const& motive : entry.motives) {
        key += " " + motive.text();
    }
    for (auto const door : entry.doors) {
        key += " " + std::to_string(static_cast<int>(door));
    }
    return key;
}

bool has_ended_as_held(Appointment const& appointment, Instant answer_until, Instant now) {
    return appointment.state == AppointmentState::cancelled ||
           (appointment.state == AppointmentState::held && answer_until <= now);
}

} // namespace

void WaitingList::run() {
    if (!stopping_ && settle_offers(clock_.now())) {
        something_changed_ = true;
    }
    if (stopping_ || !is_time_to_look(clock_.now())) {
        return;
    }
    auto const now = clock_.now();
    end_past(now);
    offer_all(now);
    looked_at_ = now;
}

bool WaitingList::is_time_to_look(Instant now) {
    bool const told = something_changed_.exchange(false);
    if (told || now - looked_at_ >= look_again) {
        return true;
    }
    auto const freed = database_.read([&](db::Session& session) -> Result<bool> {
        return any_place_freed(session, looked_at_ - event_delay);
    });
    return freed && *freed;
}

bool WaitingList::settle_offers(Instant now) {
    auto const due = database_.read([&](db::Session& session) -> Result<std::vector<WaitingEntry>> {
        return offers_to_settle(session, now, offers_at_once);
    });
    if (!due) {
        return false;
    }
    bool settled = false;
    for (auto const& one : *due) {
        auto const done = database_.write([&](db::Session& session) -> Result<void> {
            auto const entry = find_waiting(session, one.entry_id).value();
            if (entry.revision != one.revision) {
                return {};
            }
            auto const held = find_appointment(session, entry.offer->appointment_id).value();
            auto after = entry;
            if (has_ended_as_held(held, entry.offer->answer_until, now)) {
                after = offer_expired(entry, now);
                auto const given = give_back_offered_place(session, *entry.offer, ActingAs::system,
                                                           CancelReason::hold_expired, now);
                if (!given) {
                    return given.error();
                }
            } else if (held.state != AppointmentState::held) {
                // Somebody of the network booked it for them.
                after.state = WaitingState::accepted;
                after.ended_at = now;
                ++after.revision;
            }
            return save_waiting(session, after) ? Result<void>()
                                                : fail(ErrorCode::conflict, "appointment_changed_meanwhile");
        });
        settled = settled || done.ok();
    }
    return settled;
}

void WaitingList::end_past(Instant now) {
    // A day later than the last one in any zone.
    auto const day = to_local(now - std::chrono::hours(24), "UTC").date();
    auto const past = database_.read([&](db::Session& session) -> Result<std::vector<WaitingEntry>> {
        return waiting_until_before(session, day, entries_at_once);
    });
    for (auto const& one : past ? *past : std::vector<WaitingEntry>()) {
        (void)database_.write([&](db::Session& session) -> Result<void> {
            if (save_waiting(session, unmet(one, now))) {
                auto const counted = one.unmet_id.value_or(UnmetId::parse(one.entry_id.text()).value());
                insert_unmet_request(
                    session,
                    {counted, one.network_id, one.site_id, one.motives.front(), UnmetReason::all_taken, now},
                    now);
            }
            return {};
        });
    }
}

void WaitingList::offer_all(Instant now) {
    nothing_for_.clear();
    auto const waiting = database_.read([&](db::Session& session) -> Result<std::vector<WaitingEntry>> {
        return waiting_in_order(session, entries_at_once);
    });
    std::map<NetworkId, std::string> zones;
    for (auto const& entry : waiting ? *waiting : std::vector<WaitingEntry>()) {
        auto [zone, is_new] = zones.try_emplace(entry.network_id);
        if (is_new) {
            auto const known =
                database_.read([&](db::Session& session) { return time_zone_of(session, entry.network_id); });
            zone->second = known ? *known : std::string("Europe/Paris");
        }
        if (stopping_) {
            return;
        }
        if (may_ask(settings_.hours, now, zone->second)) {
            offer_one(entry, zone->second, now);
        }
    }
}

void WaitingList::offer_one(WaitingEntry const& entry, std::string const& time_zone, Instant now) {
    auto const key = search_key(entry);
    if (nothing_for_.contains(key)) {
        return;
    }
    std::size_t tried = 0;
    for (auto const& candidate : candidates(entry, time_zone, now)) {
        auto const placed = place_offer(entry, candidate, now);
        if (placed) {
            log::info("place_offered", {{"door", json::enum_name(candidate.door)}});
            return;
        }
        // Somebody else took the place, or the entry has changed: the next look sees it.
        if (placed.error().reason != "slot_taken" || ++tried == candidates_tried) {
            return;
        }
    }
}

std::vector<WaitingList::Candidate> WaitingList::candidates(WaitingEntry const& entry,
                                                            std::string const& time_zone, Instant now) {
    auto const until = to_instant(add_days(entry.times.to_day, 1), 0, time_zone);
    auto const from = std::max(now, to_instant(entry.times.from_day, 0, time_zone));
    auto const refusals = database_.read([&](db::Session& session) -> Result<std::set<Instant>> {
        return refused_times(session, entry.entry_id);
    });
    std::vector<Candidate> suitable;
    bool nothing_at_all = true;
    for (auto const door : entry.doors) {
        SearchWish wish{entry.motives, door, std::nullopt, from, slots_looked_at, until, {}};
        if (is_at_site(door)) {
            wish.site_id = entry.site_id;
        }
        auto const found = search_.find(wish);
        nothing_at_all = nothing_at_all && from == now && found && found->empty();
        for (auto const& slot : found ? *found : std::vector<Slot>()) {
            bool const unwanted = !refusals || refusals->contains(slot.from);
            if (!unwanted && suits(entry.times, slot.from, time_zone) &&
                answer_until(settings_.hours, now, slot.from, time_zone)) {
                suitable.push_back({slot, door});
            }
        }
    }
    // Others who wish the same until the same day need not look.
    if (nothing_at_all) {
        nothing_for_.insert(search_key(entry));
    }
    std::ranges::stable_sort(suitable, {}, [](Candidate const& one) { return one.slot.from; });
    return suitable;
}

Result<void> WaitingList::place_offer(WaitingEntry const& entry, Candidate const& candidate, Instant now) {
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const zone = time_zone_of(session, entry.network_id).value();
        auto const until = answer_until(settings_.hours, now, candidate.slot.from, zone);
        if (!until) {
            return fail(ErrorCode::conflict, "slot_taken");
        }
        auto const id = AppointmentId::make(now);
        auto const held = appointments_.hold_for(
            session,
            {{id, candidate.slot.supply_id, candidate.slot.from, candidate.door, entry.site_id},
             entry.motives,
             std::nullopt,
             entry.code},
            {entry.visitor, *until + offer_grace}, now);
        if (!held) {
            return held.error();
        }
        auto const asked = offered(entry, {id, *until});
        if (!asked || !save_waiting(session, *asked)) {
            return fail(ErrorCode::conflict, "appointment_changed_meanwhile");
        }
        AppointmentEvent const event{id, AppointmentEventKind::confirmed, entry.network_id, id, 0, now};
        for (auto const channel : channels_to(entry.visitor)) {
            plan_message(session, event, {MessageKind::offered, now, *until}, channel);
        }
        return {};
    });
}

} // namespace parvis::scheduling
