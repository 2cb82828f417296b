// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/room_view.hpp"

#include "kiosk/store/state_folder.hpp"
#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

#include <system_error>
#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

constexpr std::size_t largest_note = 64 * 1024;

std::optional<KioskInterview> read_note(std::filesystem::path const& note) {
    auto const text = read_file(note);
    if (!text || !*text) {
        return std::nullopt;
    }
    auto const parsed = json::parse(**text, largest_note);
    auto interview = parsed ? json::decode<KioskInterview>(*parsed, json::Unknown::ignore) : parsed.error();
    if (!interview) {
        log::warn("running_interview_note_unreadable", {{"cause", describe(interview.error())}});
        return std::nullopt;
    }
    return std::move(*interview);
}

} // namespace

RoomView::RoomView(std::filesystem::path note, std::int32_t idle_seconds, std::int32_t end_seconds)
    : note_(std::move(note)) {
    shown_.idle_seconds = idle_seconds;
    shown_.end_seconds = end_seconds;
    if (auto interview = read_note(note_)) {
        running_ = interview->interview_id;
        shown_.interview = std::move(interview);
    }
}

void RoomView::show_interview(std::optional<KioskInterview> interview) {
    shown_.interview = std::move(interview);
    auto const runs = shown_.interview && shown_.interview->state == InterviewState::running;
    auto const now_running = runs ? std::optional(shown_.interview->interview_id) : std::nullopt;
    {
        std::lock_guard const hold(mutex_);
        if (std::exchange(running_, now_running) == now_running) {
            return;
        }
    }
    note_running();
}

void RoomView::note_running() const {
    if (!running_) {
        std::error_code ignored;
        std::filesystem::remove(note_, ignored);
        return;
    }
    auto noted = *shown_.interview;
    noted.ice_servers.clear();
    if (auto const written = write_file_durably(note_, json::serialize(json::encode(noted))); !written) {
        log::error("running_interview_not_noted", {{"cause", describe(written.error())}});
    }
}

std::optional<InterviewId> RoomView::running() const {
    std::lock_guard const hold(mutex_);
    return running_;
}

void RoomView::show_place(LastKnown const& known) {
    shown_.kiosk = known.kiosk;
    shown_.site = known.site;
    shown_.tiles = known.tiles;
}

} // namespace parvis::kiosk
