// SPDX-License-Identifier: EUPL-1.2
// How long one person waits behind those before them, whether these are read or only counted. Pure.
#pragma once

#include "server/queue/line_view.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace parvis::queue {

/// What was measured, by motive, by subject and in all.
class Spreads {
  public:
    explicit Spreads(std::vector<Measured> const& measured);

    /// On the motive; with too few measurements on the subject, and then in all.
    std::optional<DurationSpread> of(std::optional<scheduling::MotiveId> const& motive,
                                     std::string const& subject) const;
    std::optional<DurationSpread> typical() const;

  private:
    std::optional<DurationSpread> find(std::string const& key) const;

    std::map<std::string, DurationSpread> spreads_;
};

/// So many who go before somebody, by what they come for.
struct PeopleAhead {
    std::optional<scheduling::MotiveId> motive_id;
    std::string subject;
    int people{};
};
/// How long somebody waits behind them, in whatever order they go. Of the line only what was measured and who
/// is on duty is looked at.
WaitEstimate wait_behind(std::vector<PeopleAhead> const& before, Line const& line);

/// While their kiosk is off, or there is none, nobody can say how long it will be.
WaitEstimate wait_while(std::optional<HeldUp> reason, WaitEstimate const& otherwise);

} // namespace parvis::queue
