// SPDX-License-Identifier: EUPL-1.2
// A moment in UTC, and the clock that rules and use cases are given instead of asking the machine.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace parvis {

/// UTC milliseconds since 1970-01-01, leap seconds not counted (as on every POSIX machine).
struct Instant {
    std::int64_t ms = 0;

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant at, std::chrono::milliseconds by) {
        return {at.ms + by.count()};
    }
    friend constexpr Instant operator-(Instant at, std::chrono::milliseconds by) {
        return {at.ms - by.count()};
    }
    friend constexpr std::chrono::milliseconds operator-(Instant a, Instant b) {
        return std::chrono::milliseconds{a.ms - b.ms};
    }
    constexpr Instant& operator+=(std::chrono::milliseconds by) {
        ms += by.count();
        return *this;
    }
    constexpr Instant& operator-=(std::chrono::milliseconds by) {
        ms -= by.count();
        return *this;
    }
};

/// "2026-03-01T09:30:00.250Z": for logs and exports, never for citizens.
std::string to_rfc3339(Instant at);

/// Any thread may ask.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

/// Stands still until told otherwise. For tests; any thread.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Instant start) : now_(start) {}
    Instant now() const override;
    void set(Instant now);
    void advance(std::chrono::milliseconds by);

  private:
    mutable std::mutex mutex_;
    Instant now_;
};

} // namespace parvis

template <>
struct std::hash<parvis::Instant> {
    std::size_t operator()(parvis::Instant at) const noexcept { return std::hash<std::int64_t>{}(at.ms); }
};
