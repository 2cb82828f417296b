// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/waiting/waiting_list.hpp"

#include "platform/json/encode.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

constexpr int minutes_of_a_day = 24 * 60;
constexpr int days_of_a_week = 7;
/// Longer than any time to answer.
constexpr int days_to_answer_most = 30;

Error impossible(WaitingState from) {
    return fail(ErrorCode::conflict, "waiting_step_impossible", "",
                {{"state", std::string(json::enum_name(from))}});
}

WaitingEntry ended(WaitingEntry entry, WaitingState as, Instant now) {
    entry.state = as;
    entry.ended_at = now;
    ++entry.revision;
    return entry;
}

bool is_asking_day(AskingHours const& hours, LocalDate day) {
    return hours.on_sundays || weekday(day) != days_of_a_week;
}

} // namespace

bool is_over(WaitingState state) {
    return state != WaitingState::waiting && state != WaitingState::offered;
}

Result<void> check_wish(WaitingEntry const& entry, LocalDate today) {
    auto const& times = entry.times;
    if (entry.doors.empty() ||
        std::set(entry.doors.begin(), entry.doors.end()).size() != entry.doors.size()) {
        return fail(ErrorCode::invalid_input, "waiting_doors_missing", "/doors");
    }
    if (times.to_day < times.from_day || times.to_day < today ||
        add_days(today, waiting_days_most) < times.to_day) {
        return fail(ErrorCode::invalid_input, "waiting_days_wrong", "/to_day",
                    {{"most", std::to_string(waiting_days_most)}});
    }
    bool const are_days =
        std::ranges::all_of(times.weekdays, [](int day) { return day >= 1 && day <= days_of_a_week; });
    if (!are_days) {
        return fail(ErrorCode::invalid_input, "waiting_weekdays_wrong", "/weekdays");
    }
    if (times.from_minute < 0 || times.to_minute <= times.from_minute || times.to_minute > minutes_of_a_day) {
        return fail(ErrorCode::invalid_input, "waiting_hours_wrong", "/to_minute");
    }
    if (entry.visitor.telephone.empty() && entry.visitor.email.empty()) {
        return fail(ErrorCode::invalid_input, "waiting_contact_missing", "/visitor/telephone");
    }
    bool const by_telephone = std::ranges::find(entry.doors, Door::telephone) != entry.doors.end();
    return check_reachable(entry.visitor, by_telephone ? Door::telephone : entry.doors.front());
}

bool suits(SuitableTimes const& times, Instant starts_at, std::string_view time_zone) {
    auto const local = to_local(starts_at, time_zone);
    auto const day = local.date();
    bool const on_that_day =
        times.weekdays.empty() || std::ranges::find(times.weekdays, local.weekday) != times.weekdays.end();
    return on_that_day && day >= times.from_day && day <= times.to_day &&
           local.minutes_of_day() >= times.from_minute && local.minutes_of_day() < times.to_minute;
}

bool may_ask(AskingHours const& hours, Instant now, std::string_view time_zone) {
    auto const local = to_local(now, time_zone);
    return is_asking_day(hours, local.date()) && local.minutes_of_day() >= hours.from_minute &&
           local.minutes_of_day() < hours.to_minute;
}

std::optional<Instant> answer_until(AskingHours const& hours, Instant now, Instant starts_at,
                                    std::string_view time_zone) {
    if (!may_ask(hours, now, time_zone)) {
        return std::nullopt;
    }
    auto left = hours.answer_within;
    auto at = now;
    auto day = to_local(now, time_zone).date();
    for (int days = 0; days < days_to_answer_most; ++days) {
        auto const closes = to_instant(day, hours.to_minute, time_zone);
        if (is_asking_day(hours, day) && at + left <= closes) {
            break;
        }
        left -= is_asking_day(hours, day) ? closes - at : std::chrono::milliseconds(0);
        day = add_days(day, 1);
        at = to_instant(day, hours.from_minute, time_zone);
    }
    auto const until = std::min(at + left, starts_at - answer_before_start);
    auto const least = std::min(hours.answer_within, answer_least);
    return until - now >= least ? std::optional(until) : std::nullopt;
}

Result<WaitingEntry> offered(WaitingEntry entry, Offer offer) {
    if (entry.state != WaitingState::waiting) {
        return impossible(entry.state);
    }
    entry.state = WaitingState::offered;
    entry.offer = std::move(offer);
    ++entry.revision;
    return entry;
}

Result<WaitingEntry> accepted(WaitingEntry entry, Instant now) {
    if (entry.state == WaitingState::accepted) {
        return entry;
    }
    if (entry.state == WaitingState::expired ||
        (entry.state == WaitingState::offered && entry.offer->answer_until <= now)) {
        return fail(ErrorCode::expired, "offer_expired");
    }
    if (entry.state != WaitingState::offered) {
        return impossible(entry.state);
    }
    return ended(std::move(entry), WaitingState::accepted, now);
}

Result<WaitingEntry> refused(WaitingEntry entry, bool stays, Instant now) {
    if (entry.state == WaitingState::refused || (stays && entry.state == WaitingState::waiting)) {
        return entry;
    }
    if (entry.state != WaitingState::offered) {
        return impossible(entry.state);
    }
    entry.offer.reset();
    if (!stays) {
        return ended(std::move(entry), WaitingState::refused, now);
    }
    entry.state = WaitingState::waiting;
    ++entry.revision;
    return entry;
}

Result<WaitingEntry> withdrawn(WaitingEntry entry, Instant now) {
    if (entry.state == WaitingState::withdrawn) {
        return entry;
    }
    if (is_over(entry.state)) {
        return impossible(entry.state);
    }
    entry.offer.reset();
    return ended(std::move(entry), WaitingState::withdrawn, now);
}

WaitingEntry offer_expired(WaitingEntry entry, Instant now) {
    entry.offer.reset();
    return ended(std::move(entry), WaitingState::expired, now);
}

WaitingEntry unmet(WaitingEntry entry, Instant now) {
    return ended(std::move(entry), WaitingState::unmet, now);
}

} // namespace parvis::scheduling
