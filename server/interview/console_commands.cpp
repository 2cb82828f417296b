// SPDX-License-Identifier: EUPL-1.2
// What consoles and desks may ask for, turned into use cases.
#include "platform/json/json.hpp"
#include "server/interview/console_hub.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace parvis::interview {

using identity::Caller;

namespace {

using AdviserMessage =
    std::variant<from_adviser::SetAvailability, from_adviser::AcceptRing, from_adviser::CallKiosk,
                 from_adviser::CancelCall, from_adviser::EndInterview, from_adviser::Signal,
                 from_adviser::MediaConnected>;
using DeskMessage = std::variant<from_desk::ConnectKiosk, from_desk::CancelRing, from_desk::AnswerCall,
                                 from_desk::AnswerBell>;

Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_adviser::AcceptRing const& wish) {
    return interviews.accept(caller, wish.interview_id);
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_adviser::CallKiosk const& wish) {
    return interviews.call_kiosk(caller, wish);
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_adviser::CancelCall const& wish) {
    return interviews.cancel_call(caller, wish.interview_id);
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_adviser::EndInterview const& wish) {
    return interviews.end(caller, wish.interview_id, wish.waited_ms.value_or(0));
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_adviser::MediaConnected const& wish) {
    return interviews.media_connected(caller, wish.interview_id);
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_desk::ConnectKiosk const& wish) {
    return interviews.connect_kiosk(caller, wish);
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_desk::CancelRing const& wish) {
    return interviews.cancel_ring(caller, wish.interview_id);
}
Result<InterviewCard> run(InterviewService& interviews, Caller const& caller,
                          from_desk::AnswerCall const& wish) {
    return interviews.answer_call(caller, wish.interview_id);
}

/// On a link, a message that nobody knows is unsupported, not malformed: a newer page may send it.
Error told_apart(Error error) {
    if (error.reason == "message_type_unknown") {
        error.code = ErrorCode::unsupported;
    }
    return error;
}

} // namespace

void ConsoleHub::command(ws::LinkId const& id, Link& link, std::string const& command_id,
                         std::function<Result<void>()> job, std::function<void()> after) {
    backstage_.command(link.lane, *links_, id, command_id, std::move(job), std::move(after));
}

template <class Wish>
void ConsoleHub::act_on_interview(ws::LinkId const& id, Link& link, std::string const& command_id,
                                  Wish const& wish) {
    if constexpr (requires { wish.kiosk_id; }) {
        if (!with_.floor.is_here(wish.kiosk_id)) {
            links_->answer(id, command_id, fail(ErrorCode::conflict, "kiosk_offline", "/kiosk_id"));
            return;
        }
    }
    command(id, link, command_id, [&interviews = with_.services.interviews, caller = link.caller, wish] {
        auto const outcome = run(interviews, caller, wish);
        return outcome ? Result<void>{} : Result<void>(outcome.error());
    });
}

void ConsoleHub::act_as_adviser(ws::LinkId const& id, Link& link, ws::Command const& told) {
    auto const message = json::decode<AdviserMessage>(told.message, json::Unknown::ignore);
    if (!message) {
        links_->answer(id, told.id, told_apart(message.error()));
        return;
    }
    auto const act = [&](auto const& wish) {
        using Wish = std::remove_cvref_t<decltype(wish)>;
        if constexpr (std::is_same_v<Wish, from_adviser::SetAvailability>) {
            set_availability(id, link, told.id, wish.availability);
        } else if constexpr (std::is_same_v<Wish, from_adviser::Signal>) {
            pass_signal(id, link, told.id, wish);
        } else {
            act_on_interview(id, link, told.id, wish);
        }
    };
    std::visit(act, *message);
}

void ConsoleHub::act_as_desk(ws::LinkId const& id, Link& link, ws::Command const& told) {
    auto const message = json::decode<DeskMessage>(told.message, json::Unknown::ignore);
    if (!message) {
        links_->answer(id, told.id, told_apart(message.error()));
        return;
    }
    auto const act = [&](auto const& wish) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(wish)>, from_desk::AnswerBell>) {
            answer_bell(id, link, told.id, wish.kiosk_id);
        } else {
            act_on_interview(id, link, told.id, wish);
        }
    };
    std::visit(act, *message);
}

void ConsoleHub::set_availability(ws::LinkId const& id, Link& link, std::string const& command_id,
                                  Availability wanted) {
    command(
        id, link, command_id,
        [&presence = with_.services.presence, caller = link.caller, wanted] {
            return presence.set_availability(caller, wanted);
        },
        [this] { with_.floor.refresh(); });
}

void ConsoleHub::answer_bell(ws::LinkId const& id, Link& link, std::string const& command_id,
                             KioskId const& kiosk) {
    command(
        id, link, command_id,
        [&presence = with_.services.presence, caller = link.caller, kiosk] {
            return presence.answer_bell(caller, kiosk);
        },
        [this] { with_.floor.refresh(); });
}

void ConsoleHub::pass_signal(ws::LinkId const& id, Link& link, std::string const& command_id,
                             Signal const& signal) {
    auto const held = may_signal(with_.floor.scene(), signal, link.caller.account_id);
    if (!held) {
        links_->answer(id, command_id, held.error());
    } else if (!with_.relay((*held)->interview.kiosk_id, signal)) {
        links_->answer(id, command_id, fail(ErrorCode::unavailable, "other_end_away"));
    } else {
        links_->answer(id, command_id, boost::json::value(boost::json::object{}));
    }
}

} // namespace parvis::interview
