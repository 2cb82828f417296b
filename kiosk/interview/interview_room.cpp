// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/interview_room.hpp"

#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

InterviewRoom::InterviewRoom(RoomParts parts)
    : parts_(std::move(parts)), view_(parts_.view), orders_(parts_.orders), absence_(parts_.workers.io()) {}

void InterviewRoom::meet(ServerSide& server, PageSide& page) {
    server_ = &server;
    page_ = &page;
    view_.shown().paired = server.paired().has_value();
}

void InterviewRoom::wipe_at_start() {
    parts_.wiping.wipe({std::nullopt, "startup", 0}, [](WipeCounts const&) {});
}

// ---- the server

void InterviewRoom::pairing_changed(bool paired, std::optional<PairingDisplay> display) {
    view_.shown().paired = paired;
    view_.shown().pairing = display;
    page_->tell(to_page::PairingChanged{paired, std::move(display)});
}

void InterviewRoom::revoked() {
    orders_.trust_nobody();
    if (auto const running = view_.running()) {
        ended_here(*running, EndReason::revoked);
    } else if (view_.shown().interview) {
        interview_is(std::nullopt);
    }
}

void InterviewRoom::online_changed(bool online) {
    view_.shown().online = online;
    page_->tell(to_page::LinkChanged{online});
    if (online) {
        tell_devices();
        tell_self_test();
    }
}

void InterviewRoom::server_said(ServerMessage message) {
    std::visit([this](auto& said) { hear(std::move(said)); }, message);
}

void InterviewRoom::hear(to_kiosk::Snapshot snapshot) {
    orders_.trust(server_->paired(), snapshot.server_time - parts_.clock.now());
    view_.shown().kiosk = snapshot.kiosk;
    view_.shown().site = snapshot.site;
    view_.shown().tiles = std::move(snapshot.tiles);
    view_.shown().bell = snapshot.bell;
    queue_ = {}; // told after the snapshot
    view_.shown().online = true;
    remember_place();
    interview_is(std::move(snapshot.interview));
    page_->tell(page_snapshot());
}

void InterviewRoom::hear(to_kiosk::Tiles tiles) {
    page_->tell(tiles);
    view_.shown().tiles = std::move(tiles.tiles);
    remember_place();
}

void InterviewRoom::hear(to_kiosk::Interview interview) {
    interview_is(std::move(interview.interview));
}

void InterviewRoom::hear(to_kiosk::Signal const& signal) {
    page_->tell(signal);
}

void InterviewRoom::hear(to_kiosk::Bell bell) {
    view_.shown().bell = bell.bell;
    page_->tell(bell);
}

void InterviewRoom::hear(to_kiosk::Queue queue) {
    queue_ = std::move(queue);
    page_->tell(queue_);
}

void InterviewRoom::page_came() {
    page_->tell(queue_);
}

void InterviewRoom::hear(to_kiosk::RunSelfTest const&) {
    parts_.run_self_test();
}

void InterviewRoom::remember_place() {
    auto const& shown = view_.shown();
    remembered_ = LastKnown{*shown.kiosk, *shown.site, shown.tiles};
    parts_.workers.submit(
        [file = parts_.last_known_file, known = *remembered_] { return save_last_known(file, known); },
        [](Result<void> const& saved) {
            if (!saved) {
                log::error("last_known_not_saved", {{"cause", describe(saved.error())}});
            }
        });
}

// ---- the interview

void InterviewRoom::interview_is(std::optional<KioskInterview> next) {
    auto const before = view_.shown().interview;
    if (next && ended_here_.contains(next->interview_id)) {
        if (next->state == InterviewState::ended) {
            ended_here_.erase(next->interview_id);
        }
        return;
    }
    if (!next && before && before->state != InterviewState::ended) {
        // It ended while the server was away, and the server has nothing more to say about it.
        next = before;
        next->state = InterviewState::ended;
    }
    if (!next) {
        return;
    }
    auto const was_running = view_.running() == next->interview_id;
    view_.show_interview(next);
    page_->tell(to_page::Interview{*next});
    if (next->state != InterviewState::ended) {
        return;
    }
    if (was_running) {
        wipe_after(next->interview_id, "ended", std::nullopt);
    } else {
        view_.show_interview(std::nullopt);
    }
}

void InterviewRoom::ended_here(InterviewId const& interview, EndReason reason) {
    auto const& shown = view_.shown().interview;
    if (!shown || shown->interview_id != interview || shown->state == InterviewState::ended) {
        return;
    }
    auto ended = *shown;
    ended.state = InterviewState::ended;
    ended.end_reason = reason;
    interview_is(std::move(ended));
    ended_here_.insert(interview);
}

void InterviewRoom::wipe_after(InterviewId const& interview, std::string reason,
                               std::optional<std::int64_t> page_papers) {
    if (!page_->present() && !page_papers) {
        page_papers = 0;
    }
    page_->forget_preview();
    parts_.wiping.wipe({interview, std::move(reason), page_papers},
                       [this, interview](WipeCounts const& counts) { tell_wiped(interview, counts); });
}

void InterviewRoom::tell_wiped(std::optional<InterviewId> const& interview, WipeCounts const& counts) {
    page_->tell(to_page::Wiped{interview, counts});
    auto const& shown = view_.shown().interview;
    if (shown && shown->state == InterviewState::ended && (!interview || shown->interview_id == *interview)) {
        view_.show_interview(std::nullopt);
    }
}

// ---- devices

void InterviewRoom::devices_changed(DeviceReport const& report) {
    auto merged = report;
    if (page_devices_) {
        merged.camera = page_devices_->camera;
        merged.microphone = page_devices_->microphone;
        merged.loudspeaker = page_devices_->loudspeaker;
    }
    if (merged == view_.shown().devices) {
        return;
    }
    view_.shown().devices = std::move(merged);
    page_->tell(to_page::Devices{view_.shown().devices});
    tell_devices();
}

void InterviewRoom::tell_devices() {
    if (server_->online()) {
        server_->send(json::encode(from_kiosk::Devices{view_.shown().devices}).as_object(), {});
    }
}

void InterviewRoom::self_tested(SelfTestReport const& report) {
    untold_self_test_ = report;
    tell_self_test();
}

void InterviewRoom::tell_self_test() {
    if (server_->online() && untold_self_test_) {
        auto const told = std::exchange(untold_self_test_, std::nullopt);
        server_->send(json::encode(from_kiosk::SelfTested{*told}).as_object(), {});
    }
}

// ---- the page

to_page::Snapshot InterviewRoom::page_snapshot() {
    auto snapshot = view_.shown();
    snapshot.papers = parts_.tray.list();
    return snapshot;
}

void InterviewRoom::page_asked(PageCommand command, CommandAnswer answer) {
    std::visit([&](auto const& one) { asked(one, std::move(answer)); }, command);
}

void InterviewRoom::page_presence_changed(bool present) {
    absence_.cancel();
    if (present) {
        return;
    }
    absence_.expires_after(page_absence);
    absence_.async_wait([this](boost::system::error_code failure) {
        if (failure || page_->present()) {
            return;
        }
        if (!parts_.tray.empty()) {
            log::warn("page_stayed_away");
            auto const running = view_.running();
            parts_.wiping.wipe({running, "abandoned", 0},
                               [this, running](WipeCounts const& counts) { tell_wiped(running, counts); });
        }
        page_presence_changed(false);
    });
}

} // namespace parvis::kiosk
