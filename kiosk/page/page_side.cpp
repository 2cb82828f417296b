// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/page/page_side.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <chrono>

namespace parvis::kiosk {

namespace {

constexpr std::chrono::milliseconds preview_pause{40};
constexpr std::size_t preview_in_flight = 1U << 20U;

Result<PageCommand> read_command(boost::json::object const& message) {
    auto command = json::decode<PageCommand>(message, json::Unknown::ignore);
    if (!command && command.error().reason == "message_type_unknown") {
        return fail(ErrorCode::unsupported, "message_type_unknown", "/type");
    }
    return command;
}

} // namespace

PageSide::PageSide(boost::asio::io_context& io, Clock const& clock, std::string token, PageListener& listener)
    : token_(std::move(token)), listener_(listener), links_(io, *this, clock), preview_timer_(io) {}

bool PageSide::present() const {
    return std::ranges::any_of(open_, &OpenLink::live);
}

void PageSide::tell_message(boost::json::object const& message) {
    for (auto const& link : open_) {
        links_.send(link.id, message);
    }
}

void PageSide::authenticate(http::Request const&, ws::Hello const& hello, std::string const&,
                            std::function<void(Result<ws::Peer>)> answer) {
    if (!crypto::constant_time_equal(hello.token, token_)) {
        answer(fail(ErrorCode::unauthenticated, "page_token_wrong"));
        return;
    }
    answer(ws::Peer{"page", "page", hello.language, 0});
}

void PageSide::opened(ws::LinkId link, ws::Peer const&) {
    auto const was_present = present();
    open_.push_back({link, true});
    links_.send(link, json::encode(listener_.page_snapshot()).as_object());
    listener_.page_came();
    if (!was_present) {
        listener_.page_presence_changed(true);
    }
}

void PageSide::set_live(ws::LinkId const& link, bool live) {
    auto const was_present = present();
    for (auto& one : open_) {
        if (one.id == link) {
            one.live = live;
        }
    }
    if (present() != was_present) {
        listener_.page_presence_changed(!was_present);
    }
}

void PageSide::resumed(ws::LinkId link) {
    set_live(link, true);
}

void PageSide::suspended(ws::LinkId link) {
    set_live(link, false);
}

void PageSide::closed(ws::LinkId link) {
    set_live(link, false);
    std::erase_if(open_, [&](OpenLink const& one) { return one.id == link; });
}

void PageSide::received(ws::LinkId link, ws::Command command) {
    auto answer = [this, link, id = command.id](Result<boost::json::value> result) {
        links_.answer(link, id, std::move(result));
    };
    auto decoded = read_command(command.message);
    if (!decoded) {
        answer(std::move(decoded).error());
        return;
    }
    listener_.page_asked(std::move(*decoded), std::move(answer));
}

void PageSide::preview(PreviewPiece piece) {
    auto const too_much = [&] { return preview_bytes_ + piece.frame.size() > pending_preview_bytes; };
    while (too_much() && !previews_.empty() && previews_.front().page_number != piece.page_number) {
        preview_bytes_ -= previews_.front().frame.size();
        previews_.pop_front();
    }
    if (too_much()) {
        return;
    }
    preview_bytes_ += piece.frame.size();
    previews_.push_back(std::move(piece));
    send_previews();
}

void PageSide::forget_preview() {
    previews_.clear();
    preview_bytes_ = 0;
}

bool PageSide::previews_flow() const {
    return std::ranges::all_of(open_, [&](OpenLink const& one) {
        return !one.live || links_.queued_bytes(one.id) < preview_in_flight;
    });
}

void PageSide::send_previews() {
    while (!previews_.empty() && previews_flow()) {
        for (auto const& one : open_) {
            if (one.live) {
                links_.send_binary(one.id, previews_.front().frame);
            }
        }
        preview_bytes_ -= previews_.front().frame.size();
        previews_.pop_front();
    }
    if (previews_.empty() || timer_runs_) {
        return;
    }
    timer_runs_ = true;
    preview_timer_.expires_after(preview_pause);
    preview_timer_.async_wait([this](boost::system::error_code failure) {
        if (!failure) {
            timer_runs_ = false;
            send_previews();
        }
    });
}

} // namespace parvis::kiosk
