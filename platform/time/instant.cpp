// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/instant.hpp"

#include <array>
#include <cstdio>

namespace parvis {

std::string to_rfc3339(Instant at) {
    using namespace std::chrono;
    auto const point = sys_time<milliseconds>{milliseconds{at.ms}};
    auto const day = floor<days>(point);
    year_month_day const date{day};
    hh_mm_ss const time{point - day};
    std::array<char, 64> text{};
    int const length = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

Instant SystemClock::now() const {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

Instant ManualClock::now() const {
    std::lock_guard const lock(mutex_);
    return now_;
}

void ManualClock::set(Instant now) {
    std::lock_guard const lock(mutex_);
    now_ = now;
}

void ManualClock::advance(std::chrono::milliseconds by) {
    std::lock_guard const lock(mutex_);
    now_ += by;
}

} // namespace parvis
