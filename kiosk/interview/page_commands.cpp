// SPDX-License-Identifier: EUPL-1.2
// What the page asks of the room, papers excepted.
#include "kiosk/interview/interview_room.hpp"
#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

Result<boost::json::value> done() {
    return boost::json::value(boost::json::object{});
}

Error server_away() {
    return fail(ErrorCode::unavailable, "server_away");
}

} // namespace

template <class Command>
void InterviewRoom::forward(Command const& command, CommandAnswer answer) {
    if (!server_->online()) {
        answer(server_away());
        return;
    }
    server_->send(json::encode(command).as_object(), std::move(answer));
}

void InterviewRoom::asked(from_page::Ring const& ring, CommandAnswer answer) {
    if (view_.running()) {
        answer(fail(ErrorCode::conflict, "interview_running"));
        return;
    }
    forward(ring, std::move(answer));
}

void InterviewRoom::asked(from_page::Withdraw const& withdraw, CommandAnswer answer) {
    if (server_->online()) {
        forward(withdraw, std::move(answer));
        return;
    }
    ended_here(withdraw.interview_id, EndReason::withdrawn);
    server_->send(json::encode(withdraw).as_object(), {});
    answer(done());
}

void InterviewRoom::asked(from_page::Answer const& accept, CommandAnswer answer) {
    forward(accept, std::move(answer));
}

void InterviewRoom::asked(from_page::Leave const& leave, CommandAnswer answer) {
    // Stop means stop, whatever the network does: the server is told, not asked.
    auto const by_adviser = leave.end_reason == EndReason::finished;
    ended_here(leave.interview_id, by_adviser ? EndReason::finished : EndReason::citizen_left);
    auto told_server = leave;
    told_server.left_at = parts_.clock.now();
    server_->send(json::encode(told_server).as_object(), [](Result<boost::json::value> const& told) {
        if (!told) {
            log::warn("leave_refused", {{"cause", describe(told.error())}});
        }
    });
    answer(done());
}

void InterviewRoom::asked(from_page::Signal const& signal, CommandAnswer answer) {
    forward(signal, std::move(answer));
}

void InterviewRoom::asked(from_page::Bell const& bell, CommandAnswer answer) {
    if (!bell.ringing) {
        if (server_->online()) {
            forward(bell, std::move(answer));
        } else {
            answer(done());
        }
        return;
    }
    ring_bell(std::move(answer));
}

void InterviewRoom::ring_bell(CommandAnswer answer) {
    auto const sound = [this](Chime chime) {
        if (auto const played = parts_.loudspeaker.play(chime); !played) {
            log::error("bell_not_sounded", {{"cause", describe(played.error())}});
        }
    };
    if (!server_->online()) {
        sound(Chime::call);
        answer(done());
        return;
    }
    // Whoever comes first, the server's answer or the end of patience, settles it.
    auto const patience = std::make_shared<boost::asio::steady_timer>(parts_.workers.io(), bell_patience);
    auto const settled = std::make_shared<bool>(false);
    auto const settle = [answer = std::move(answer), sound, settled, patience](bool heard) {
        if (!std::exchange(*settled, true)) {
            patience->cancel();
            sound(heard ? Chime::confirmation : Chime::call);
            answer(done());
        }
    };
    patience->async_wait([settle](boost::system::error_code failure) {
        if (!failure) {
            settle(false);
        }
    });
    server_->send(json::encode(from_page::Bell{true}).as_object(),
                  [settle](Result<boost::json::value> const& told) { settle(told.ok()); });
}

void InterviewRoom::asked(from_page::PageDevices const& devices, CommandAnswer answer) {
    page_devices_ = devices;
    devices_changed(view_.shown().devices);
    answer(done());
}

void InterviewRoom::asked(from_page::Wipe const& wipe, CommandAnswer answer) {
    if (wipe.reason != "ended" && wipe.reason != "abandoned") {
        answer(fail(ErrorCode::invalid_input, "value_unknown", "/reason", {{"allowed", "ended, abandoned"}}));
        return;
    }
    if (wipe.page_papers < 0) {
        answer(fail(ErrorCode::invalid_input, "value_out_of_range", "/page_papers", {{"lowest", "0"}}));
        return;
    }
    auto const answered = [answer](WipeCounts const& counts) { answer(json::encode(counts)); };
    if (parts_.wiping.page_dropped(wipe.interview_id, wipe.page_papers, answered)) {
        return;
    }
    auto const again = wipe.interview_id && parts_.wiping.last_wiped() == wipe.interview_id;
    if (again && wipe.page_papers == 0 && parts_.tray.empty()) {
        answer(done());
        return;
    }
    page_->forget_preview();
    parts_.wiping.wipe({wipe.interview_id, wipe.reason, wipe.page_papers},
                       [this, id = wipe.interview_id, answered](WipeCounts const& counts) {
                           tell_wiped(id, counts);
                           answered(counts);
                       });
}

void InterviewRoom::asked(from_page::RunSelfTest const&, CommandAnswer answer) {
    parts_.run_self_test();
    answer(done());
}

} // namespace parvis::kiosk
