// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/place_in_line.hpp"

namespace parvis::queue {

namespace {

constexpr char all[] = "";

std::string key_of(scheduling::MotiveId const& motive) {
    return "motive " + motive.text();
}
std::string key_of(std::string const& subject) {
    return "subject " + subject;
}

} // namespace

Spreads::Spreads(std::vector<Measured> const& measured) {
    std::map<std::string, std::vector<std::chrono::milliseconds>> durations;
    for (auto const& one : measured) {
        if (one.motive_id) {
            durations[key_of(*one.motive_id)].push_back(one.duration);
        }
        durations[key_of(one.subject)].push_back(one.duration);
        durations[all].push_back(one.duration);
    }
    for (auto const& [key, values] : durations) {
        if (auto const spread = spread_of(values)) {
            spreads_[key] = *spread;
        }
    }
}

std::optional<DurationSpread> Spreads::of(std::optional<scheduling::MotiveId> const& motive,
                                          std::string const& subject) const {
    auto const of_motive = motive ? find(key_of(*motive)) : std::nullopt;
    auto const of_subject = of_motive ? of_motive : find(key_of(subject));
    return of_subject ? of_subject : typical();
}

std::optional<DurationSpread> Spreads::typical() const {
    return find(all);
}

std::optional<DurationSpread> Spreads::find(std::string const& key) const {
    auto const found = spreads_.find(key);
    return found == spreads_.end() ? std::nullopt : std::optional(found->second);
}

WaitEstimate wait_behind(std::vector<PeopleAhead> const& before, Line const& line) {
    Spreads const spreads(line.measured);
    Ahead ahead{{}, spreads.typical(), line.on_duty, line.taken};
    for (auto const& some : before) {
        ahead.people.insert(ahead.people.end(), static_cast<std::size_t>(some.people),
                            spreads.of(some.motive_id, some.subject));
    }
    return estimate_of(ahead);
}

WaitEstimate wait_while(std::optional<HeldUp> reason, WaitEstimate const& otherwise) {
    bool const may_last = reason == HeldUp::kiosk_offline || reason == HeldUp::no_kiosk;
    return may_last ? unknown_wait(NoEstimate::kiosk_offline) : otherwise;
}

} // namespace parvis::queue
