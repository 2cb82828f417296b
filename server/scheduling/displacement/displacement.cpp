// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/displacement/displacement.hpp"

#include <algorithm>

namespace parvis::scheduling {

namespace {

bool holds(Instant from, Instant to, PlacedAppointment const& placed) {
    return from <= placed.from && placed.to <= to;
}

bool is_within(std::vector<OpenSpan> const& spans, PlacedAppointment const& placed) {
    return std::ranges::any_of(spans,
                               [&](OpenSpan const& span) { return holds(span.from, span.to, placed); });
}

struct Duty {
    int advisers{};
    std::optional<Misfit> misfit;
};

Duty duty_of(std::vector<Opening> const& openings, PlacedAppointment const& placed) {
    Duty duty{0, Misfit::nobody_on_duty};
    for (auto const& opening : openings) {
        if (!holds(opening.from, opening.to, placed)) {
            continue;
        }
        bool const here =
            !placed.at_site || !placed.site_id || std::ranges::count(opening.sites, *placed.site_id) > 0;
        if (here) {
            return {opening.advisers, std::nullopt};
        }
        duty.misfit = Misfit::not_at_site;
    }
    return duty;
}

} // namespace

std::vector<Fit> fit_into(std::vector<Opening> const& openings,
                          std::vector<PlacedAppointment> const& placed) {
    std::vector<Fit> fits(placed.size());
    std::vector<std::size_t> kept;
    std::vector<std::size_t> looking;
    std::vector<int> advisers(placed.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        auto const duty = duty_of(openings, placed[i]);
        fits[i] = {placed[i].seat, duty.misfit};
        advisers[i] = duty.advisers;
        if (!duty.misfit) {
            (placed[i].seat < duty.advisers ? kept : looking).push_back(i);
        }
    }
    std::ranges::stable_sort(looking, {}, [&](std::size_t i) { return placed[i].from; });
    for (auto const i : looking) {
        auto const is_taken = [&](int seat) {
            return std::ranges::any_of(kept, [&](std::size_t other) {
                return fits[other].seat == seat && placed[other].from < placed[i].to &&
                       placed[i].from < placed[other].to;
            });
        };
        int seat = 0;
        while (seat < advisers[i] && is_taken(seat)) {
            ++seat;
        }
        if (seat < advisers[i]) {
            fits[i].seat = seat;
            kept.push_back(i);
        } else {
            fits[i].misfit = Misfit::too_few_advisers;
        }
    }
    return fits;
}

std::optional<Misfit> misfit_of_place(PlaceHours const& hours, PlacedAppointment const& placed) {
    if (!placed.at_site) {
        return std::nullopt;
    }
    if (!is_within(hours.site, placed)) {
        return Misfit::site_closed;
    }
    if (placed.kiosk_id) {
        auto const kiosk = hours.kiosks.find(*placed.kiosk_id);
        if (kiosk == hours.kiosks.end() || !is_within(kiosk->second, placed)) {
            return Misfit::kiosk_closed;
        }
    }
    return std::nullopt;
}

} // namespace parvis::scheduling
