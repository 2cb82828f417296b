// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/realtime_floor.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>

namespace parvis::interview {

namespace {

constexpr std::chrono::seconds retry_after{1};

} // namespace

Floor::Floor(boost::asio::io_context& io, http::Workers& workers, PresenceService& presence,
             Clock const& clock, RealtimeSettings const& settings, std::function<void()> on_scene)
    : workers_(workers), presence_(presence), clock_(clock), settings_(settings),
      on_scene_(std::move(on_scene)), retry_(io), started_at_(clock.now()) {}

std::uint64_t Floor::refresh() {
    ++wanted_;
    if (under_way_ == 0 && alive_) {
        read();
    }
    return wanted_;
}

void Floor::read() {
    under_way_ = wanted_;
    told_while_reading_.clear();
    workers_.submit([&presence = presence_, request = request()] { return presence.scene(request); },
                    [this, weak = std::weak_ptr(alive_), number = under_way_](Result<Scene> scene) {
                        if (!weak.expired()) {
                            arrived(number, std::move(scene));
                        }
                    });
}

SceneRequest Floor::request() const {
    SceneRequest request;
    request.advisers = advisers_;
    for (auto const& [site, count] : desks_) {
        request.desks.insert(site);
    }
    for (auto const& [kiosk, presence] : kiosks_) {
        request.kiosks.insert(kiosk);
    }
    request.outcome_since = clock_.now() - settings_.outcome_asked_for;
    return request;
}

void Floor::arrived(std::uint64_t number, Result<Scene> scene) {
    under_way_ = 0;
    if (!scene) {
        log::error("scene_unreadable", {{"reason", scene.error().reason}});
        retry_.expires_after(retry_after);
        retry_.async_wait([this, weak = std::weak_ptr(alive_)](boost::system::error_code cancelled) {
            if (!cancelled && !weak.expired() && under_way_ == 0) {
                read();
            }
        });
        return;
    }
    scene_ = std::move(*scene);
    for (auto const& card : told_while_reading_) {
        scene_.apply(card);
    }
    told_while_reading_.clear();
    arrived_ = number;
    on_scene_();
    if (wanted_ > arrived_ && under_way_ == 0) {
        read();
    }
}

void Floor::apply(InterviewCard const& card) {
    scene_.apply(card);
    if (under_way_ != 0) {
        told_while_reading_.push_back(card);
    }
}

bool Floor::is_grace_over() const {
    return clock_.now() > started_at_ + settings_.return_grace;
}

Attendance Floor::attendance() const {
    Attendance attendance;
    for (auto const& [kiosk, presence] : kiosks_) {
        if (!presence.told_offline) {
            attendance.kiosks.emplace(kiosk, presence.since);
        }
    }
    attendance.advisers = advisers_;
    if (!is_grace_over()) {
        for (auto const& [account, presence] : scene_.were_linked) {
            attendance.advisers.insert(account);
        }
    }
    return attendance;
}

bool Floor::is_here(KioskId const& kiosk) const {
    auto const found = kiosks_.find(kiosk);
    return found != kiosks_.end() && !found->second.told_offline;
}

void Floor::kiosk_came(KioskId const& kiosk) {
    auto& presence =
        kiosks_.try_emplace(kiosk, KioskPresence{clock_.now(), std::nullopt, false}).first->second;
    if (presence.told_offline) {
        presence.since = clock_.now();
    }
    presence.cut_at.reset();
    presence.told_offline = false;
}

void Floor::kiosk_suspended(KioskId const& kiosk) {
    if (auto const found = kiosks_.find(kiosk); found != kiosks_.end()) {
        found->second.cut_at = clock_.now();
    }
}

void Floor::kiosk_went(KioskId const& kiosk) {
    kiosks_.erase(kiosk);
}

void Floor::desk_went(SiteId const& site) {
    if (auto const found = desks_.find(site); found != desks_.end() && --found->second == 0) {
        desks_.erase(found);
    }
}

bool Floor::notice_absences() {
    bool any = false;
    for (auto& [kiosk, presence] : kiosks_) {
        if (presence.cut_at && !presence.told_offline &&
            clock_.now() >= *presence.cut_at + settings_.offline_after) {
            presence.told_offline = true;
            any = true;
        }
    }
    if (!grace_told_ && is_grace_over()) {
        grace_told_ = true;
        any = true;
    }
    return any;
}

std::vector<AccountId> Floor::never_returned() {
    std::vector<AccountId> absentees;
    if (absentees_told_ || !is_grace_over() || arrived_ == 0) {
        return absentees;
    }
    absentees_told_ = true;
    for (auto const& [account, presence] : scene_.were_linked) {
        if (!advisers_.contains(account)) {
            absentees.push_back(account);
        }
    }
    return absentees;
}

void Floor::stop() {
    alive_.reset();
    retry_.cancel();
}

} // namespace parvis::interview
