// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wait_estimate.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <queue>

namespace parvis::queue {

namespace {

constexpr std::chrono::minutes step{estimate_step_minutes};

/// In whole steps, in minutes.
std::int32_t rounded_down(std::chrono::milliseconds wait) {
    return static_cast<std::int32_t>(wait / step) * estimate_step_minutes;
}

std::int32_t rounded_up(std::chrono::milliseconds wait) {
    return rounded_down(wait + step - std::chrono::milliseconds(1));
}

/// The work before somebody, one person after another.
class Work {
  public:
    Work(int on_duty, std::chrono::milliseconds begun) : on_duty_(on_duty), longest_(begun) {}

    void add(DurationSpread const& person) {
        longest_ += person.long_quarter;
        // The longest pieces, as many as there are other advisers, may still be under way.
        under_way_.push(person.short_quarter);
        if (std::ssize(under_way_) >= on_duty_) {
            shortest_ += under_way_.top();
            under_way_.pop();
        }
    }
    WaitEstimate estimate() const {
        auto const from = rounded_down(shortest_ / on_duty_);
        auto const to = rounded_up(longest_ / on_duty_);
        return {from, std::max(to, from + estimate_step_minutes), std::nullopt};
    }

  private:
    int on_duty_;
    std::chrono::milliseconds longest_;
    std::chrono::milliseconds shortest_{0};
    std::priority_queue<std::chrono::milliseconds, std::vector<std::chrono::milliseconds>, std::greater<>>
        under_way_;
};

} // namespace

WaitEstimate unknown_wait(NoEstimate reason) {
    return {std::nullopt, std::nullopt, reason};
}

std::optional<DurationSpread> spread_of(std::span<std::chrono::milliseconds const> measured) {
    if (measured.size() < least_measurements) {
        return std::nullopt;
    }
    std::vector<std::chrono::milliseconds> sorted(measured.begin(), measured.end());
    std::ranges::sort(sorted);
    auto const last = sorted.size() - 1;
    return DurationSpread{sorted[last / 4], sorted[(last * 3 + 3) / 4]};
}

std::vector<WaitEstimate> estimates_along(Ahead const& ahead) {
    auto const places = ahead.people.size() + 1;
    if (ahead.on_duty <= 0) {
        return std::vector(places, unknown_wait(NoEstimate::nobody_on_duty));
    }
    auto const taken = std::min(ahead.taken, ahead.on_duty);
    if (taken > 0 && !ahead.typical) {
        return std::vector(places, unknown_wait(NoEstimate::too_few_measurements));
    }
    // Those who are with somebody may be free at any moment: nothing of their work is sure to be left.
    Work work(ahead.on_duty, taken > 0 ? ahead.typical->long_quarter * taken : std::chrono::milliseconds(0));
    std::vector<WaitEstimate> estimates{work.estimate()};
    for (auto const& person : ahead.people) {
        if (!person) {
            break;
        }
        work.add(*person);
        estimates.push_back(work.estimate());
    }
    estimates.resize(places, unknown_wait(NoEstimate::too_few_measurements));
    return estimates;
}

WaitEstimate estimate_of(Ahead const& ahead) {
    return estimates_along(ahead).back();
}

} // namespace parvis::queue
