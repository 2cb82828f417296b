// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/realtime.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <future>
#include <iterator>

namespace parvis::interview {

namespace {

constexpr std::int64_t minute_ms = 60'000;

ws::LinkServerOptions with_challenge(ws::LinkServerOptions options) {
    options.challenge = true;
    return options;
}

} // namespace

Realtime::Realtime(Ground ground, RealtimeSettings settings)
    : ground_(std::move(ground)), settings_(std::move(settings)), access_(ground_.key, settings_),
      floor_(ground_.io, ground_.workers, ground_.services.presence, ground_.clock, settings_,
             [this] {
                 kiosk_hub_.tell_all();
                 console_hub_.tell_all();
                 keep_links();
                 if (side_boards_.scene_read) {
                     side_boards_.scene_read();
                 }
             }),
      kiosk_hub_({ground_.database, ground_.services, floor_, access_, ground_.workers, ground_.clock,
                  [this](AccountId const& adviser, Signal const& signal) {
                      return console_hub_.relay(adviser, signal);
                  },
                  ground_.prove_visit, side_boards_}),
      console_hub_(
          {ground_.authenticate, ground_.services, floor_, access_, ground_.workers, ground_.clock,
           [this](KioskId const& kiosk, Signal const& signal) { return kiosk_hub_.relay(kiosk, signal); },
           side_boards_}),
      console_links_(ground_.io, console_hub_, ground_.clock, settings_.links),
      kiosk_links_(ground_.io, kiosk_hub_, ground_.clock, with_challenge(settings_.links)),
      backstage_(ground_.workers), timer_(ground_.io) {
    console_hub_.attach(console_links_);
    kiosk_hub_.attach(kiosk_links_);
    ground_.services.feed.subscribe(
        [this, &io = ground_.io, weak = std::weak_ptr(alive_)](InterviewCard const& card) {
            boost::asio::post(io, [this, weak, card] {
                if (weak.expired()) {
                    return;
                }
                floor_.apply(card);
                kiosk_hub_.tell_interview(card);
                console_hub_.tell_interview(card);
                if (!is_live(card.interview)) {
                    access_.forget(card.interview.interview_id);
                }
                floor_.refresh();
            });
        });
}

Realtime::~Realtime() {
    stop();
}

void Realtime::start() {
    told_minute_ = ground_.clock.now().ms / minute_ms;
    backstage_.run([&presence = ground_.services.presence] { return presence.start_of_links(); });
    floor_.refresh();
    schedule();
}

void Realtime::stop() {
    alive_.reset();
    timer_.cancel();
    floor_.stop();
    backstage_.close();
    kiosk_hub_.close();
    console_hub_.close();
}

template <class F>
void Realtime::on_io(F work) {
    boost::asio::post(ground_.io, [weak = std::weak_ptr(alive_), work = std::move(work)] {
        if (!weak.expired()) {
            work();
        }
    });
}

void Realtime::kiosk_revoked(KioskId const& kiosk) {
    on_io([this, kiosk] {
        kiosk_hub_.close_kiosk(kiosk, ws::CloseReason::forbidden);
        backstage_.run(
            [&interviews = ground_.services.interviews, kiosk] { return interviews.end_of_revoked(kiosk); });
    });
}

void Realtime::signed_out(identity::SignedOut const& out) {
    on_io([this, out] {
        bool const answers_no_more = console_hub_.close_pages(out) || !out.session;
        if (!answers_no_more) {
            return;
        }
        backstage_.run([&services = ground_.services, account = out.account]() -> Result<void> {
            auto const ended = services.interviews.end_of_signed_out(account);
            auto const closed = services.presence.sign_out(account);
            return ended ? closed : Result<void>(ended.error());
        });
    });
}

void Realtime::network_changed() {
    on_io([this] { floor_.refresh(); });
}

Result<void> Realtime::order_self_test(KioskId const& kiosk) {
    constexpr std::chrono::seconds patience{5};
    auto const outcome = std::make_shared<std::promise<Result<void>>>();
    auto told = outcome->get_future();
    on_io([this, kiosk, outcome] { outcome->set_value(kiosk_hub_.order_self_test(kiosk)); });
    // A server that stops tells nobody any more.
    return told.wait_for(patience) == std::future_status::ready
               ? told.get()
               : Result<void>(fail(ErrorCode::unavailable, "kiosk_offline"));
}

std::vector<AdviserGroupId> Realtime::groups_of(AccountId const& adviser) const {
    auto const& advisers = floor_.scene().advisers;
    auto const standing = advisers.find(adviser);
    return standing == advisers.end() ? std::vector<AdviserGroupId>{} : standing->second.groups;
}

std::map<AdviserGroupId, int> Realtime::on_duty() const {
    std::map<AdviserGroupId, int> counts;
    for (auto const& [adviser, standing] : floor_.scene().advisers) {
        if (standing.availability == Availability::available && floor_.has_link(adviser)) {
            for (auto const& group : standing.groups) {
                ++counts[group];
            }
        }
    }
    return counts;
}

void Realtime::schedule() {
    timer_.expires_after(settings_.tick);
    timer_.async_wait([this, weak = std::weak_ptr(alive_)](boost::system::error_code cancelled) {
        // It may have run out just before it was cancelled, with its handler still to come.
        if (!cancelled && !weak.expired()) {
            tick();
            schedule();
        }
    });
}

void Realtime::tick() {
    // Windows open and close at full minutes, and waiting times are told in minutes.
    auto const minute = ground_.clock.now().ms / minute_ms;
    if (floor_.notice_absences() || minute != told_minute_) {
        told_minute_ = minute;
        links_settled_ = false;
        floor_.refresh();
    }
    for (auto const& account : floor_.never_returned()) {
        backstage_.run(
            [&presence = ground_.services.presence, account] { return presence.set_linked(account, false); });
    }
    renew_access();
    keep_links();
    end_lost();
    if (housekeeping_) {
        return;
    }
    housekeeping_ = true;
    backstage_.run(
        [&services = ground_.services, &settings = settings_]() -> Result<bool> {
            auto const ended =
                services.interviews.end_unanswered(settings.ring_patience, settings.call_patience);
            if (!ended) {
                return ended.error();
            }
            return services.presence.silence_bells(settings.bell_answered_for);
        },
        [this](Result<bool> const& bells) {
            housekeeping_ = false;
            if (bells && *bells) {
                floor_.refresh();
            }
        });
}

void Realtime::renew_access() {
    // Telling compares with what was told: only a renewed credential or grant makes a message.
    for (auto const& [id, card] : floor_.scene().live) {
        if (card.interview.state == InterviewState::running) {
            kiosk_hub_.tell_interview(card);
            console_hub_.tell_interview(card);
        }
    }
}

void Realtime::keep_links() {
    std::set<KioskId> here;
    for (auto const& [kiosk, since] : floor_.attendance().kiosks) {
        here.insert(kiosk);
    }
    bool const settles = !links_settled_ && floor_.is_grace_over();
    if (keeping_links_ || (here == kept_links_ && !settles)) {
        return;
    }
    std::vector<KioskId> came;
    std::ranges::set_difference(here, kept_links_, std::back_inserter(came));
    std::vector<KioskId> went;
    std::ranges::set_difference(kept_links_, here, std::back_inserter(went));
    keeping_links_ = true;
    backstage_.run(
        [&presence = ground_.services.presence, came, went, here, settles] {
            return settles ? presence.keep_only_links(here) : presence.keep_links(came, went);
        },
        [this, here, settles](Result<void> const& kept) {
            keeping_links_ = false;
            if (!kept) {
                // The next tick tries again.
                log::error("links_not_kept", {{"reason", kept.error().reason}});
                return;
            }
            kept_links_ = here;
            links_settled_ = links_settled_ || settles;
            if (side_boards_.kiosks_changed) {
                side_boards_.kiosks_changed();
            }
            keep_links();
        });
}

bool Realtime::is_left_alone(Interview const& interview) const {
    if (floor_.is_here(interview.kiosk_id)) {
        return false;
    }
    bool const runs = interview.state == InterviewState::running;
    return !runs || !interview.adviser_id || !floor_.has_link(*interview.adviser_id);
}

void Realtime::end_lost() {
    auto const now = ground_.clock.now();
    std::map<InterviewId, Instant> alone;
    for (auto const& [id, card] : floor_.scene().live) {
        if (!is_left_alone(card.interview)) {
            continue;
        }
        auto const known = alone_since_.find(id);
        auto const since = known == alone_since_.end() ? now : known->second;
        alone.emplace(id, since);
        auto const patience = card.interview.state == InterviewState::running ? settings_.lost_after
                                                                              : settings_.empty_kiosk_after;
        if (now - since >= patience) {
            backstage_.run(
                [&interviews = ground_.services.interviews, lost = id] { return interviews.end_lost(lost); });
        }
    }
    alone_since_ = std::move(alone);
}

} // namespace parvis::interview
