// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/kiosk_hub.hpp"

#include "platform/json/json.hpp"
#include "server/identity/kiosk_key_service.hpp"
#include "server/interview/interview_views.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace parvis::interview {

namespace from_kiosk = kiosk_protocol::from_kiosk;
namespace to_kiosk = kiosk_protocol::to_kiosk;

namespace {

using Message = std::variant<from_kiosk::Ring, from_kiosk::Withdraw, from_kiosk::Answer, from_kiosk::Leave,
                             from_kiosk::Bell, from_kiosk::SelfTested, from_kiosk::Records>;

Result<void> without_value(Result<InterviewCard> const& outcome) {
    return outcome ? Result<void>{} : Result<void>(outcome.error());
}

Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::Ring const& wish) {
    return without_value(services.interviews.ring(kiosk, wish));
}
Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::Answer const& wish) {
    return without_value(services.interviews.answer(kiosk, wish.interview_id));
}
Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::Withdraw const& wish) {
    return without_value(services.interviews.stop_by_citizen(kiosk, wish.interview_id));
}
Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::Leave const& wish) {
    return without_value(services.interviews.leave(kiosk, wish));
}
Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::Bell const& wish) {
    return services.presence.ring_bell(kiosk, wish.ringing);
}
Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::SelfTested const& told) {
    return services.presence.keep_self_test(kiosk, told.report);
}
Result<void> run(Services& services, KioskId const& kiosk, from_kiosk::Records const& wish) {
    return services.records.keep(kiosk, wish.records);
}

/// A daemon of protocol 1 tells no reasons.
Result<kiosk_protocol::DeviceReport> report_in(boost::json::object const& message, int protocol) {
    if (protocol >= 2) {
        auto told = json::decode<from_kiosk::Devices>(message, json::Unknown::ignore);
        return told ? Result<kiosk_protocol::DeviceReport>(told->report) : told.error();
    }
    auto with_reasons = message;
    if (auto* report = with_reasons.if_contains("report"); report != nullptr && report->is_object()) {
        for (auto& device : report->get_object()) {
            if (device.value().is_object()) {
                device.value().get_object().emplace("reasons", boost::json::array{});
            }
        }
    }
    return report_in(with_reasons, 2);
}

} // namespace

KioskHub::KioskHub(Surroundings surroundings) : with_(std::move(surroundings)), backstage_(with_.workers) {}

void KioskHub::authenticate(http::Request const& upgrade, ws::Hello const& hello, std::string const& nonce,
                            std::function<void(Result<ws::Peer>)> answer) {
    if (hello.proof.contains("code")) {
        authenticate_home(upgrade.client_address, hello, std::move(answer));
        return;
    }
    auto proof = json::decode<kiosk_protocol::KioskProof>(hello.proof, json::Unknown::ignore);
    if (!proof) {
        auto error = proof.error();
        error.pointer = "/proof" + error.pointer;
        answer(std::move(error));
        return;
    }
    backstage_.run(
        [&database = with_.database, &presence = with_.services.presence, proof = std::move(*proof),
         nonce]() -> Result<KioskId> {
            auto const kiosk = identity::prove_kiosk(database, proof, nonce);
            // Whoever hears the welcome may call somebody there.
            auto const kept = kiosk ? presence.keep_links({*kiosk}, {}) : Result<void>();
            return kept ? kiosk : kept.error();
        },
        [answer = std::move(answer), language = hello.language](Result<KioskId> const& kiosk) {
            answer(kiosk ? Result<ws::Peer>(ws::Peer{"kiosk", kiosk->text(), language, 0}) : kiosk.error());
        });
}

void KioskHub::opened(ws::LinkId id, ws::Peer const& peer) {
    auto const kiosk = KioskId::parse(peer.subject).value();
    if (auto const before = by_kiosk_.find(kiosk); before != by_kiosk_.end()) {
        links_->close(before->second, ws::CloseReason::replaced);
    }
    by_kiosk_.insert_or_assign(kiosk, id);
    with_.floor.kiosk_came(kiosk);
    auto& link = by_link_[id];
    link.kiosk = kiosk;
    link.at_home = peer.kind == home_peer;
    keep_seen(link, [] {});
    link.protocol = peer.protocol;
    link.wanted_reading = with_.floor.refresh();
}

void KioskHub::resumed(ws::LinkId id) {
    if (auto const* link = current_link(id)) {
        with_.floor.kiosk_came(link->kiosk);
        with_.floor.refresh();
    }
}

void KioskHub::suspended(ws::LinkId id) {
    if (auto const* link = current_link(id)) {
        with_.floor.kiosk_suspended(link->kiosk);
    }
}

void KioskHub::closed(ws::LinkId id) {
    auto const found = by_link_.find(id);
    if (found == by_link_.end()) {
        return;
    }
    if (with_.side_boards.went) {
        with_.side_boards.went(id);
    }
    auto const link = std::move(found->second);
    auto const& kiosk = link.kiosk;
    by_link_.erase(found);
    if (auto const current = by_kiosk_.find(kiosk); current != by_kiosk_.end() && current->second == id) {
        by_kiosk_.erase(current);
        with_.floor.kiosk_went(kiosk);
        keep_seen(link, [this] { with_.floor.refresh(); });
    }
}

void KioskHub::received(ws::LinkId id, ws::Command command) {
    auto const found = by_link_.find(id);
    if (found == by_link_.end()) {
        return;
    }
    auto& link = found->second;
    if (command.type == from_kiosk::Signal::type) {
        auto const signal = json::decode<from_kiosk::Signal>(command.message, json::Unknown::ignore);
        if (!signal) {
            links_->answer(id, command.id, signal.error());
            return;
        }
        act(id, link, command.id, *signal);
        return;
    }
    act(id, link, command);
}

void KioskHub::act(ws::LinkId const& id, Link& link, std::string const& command_id, Signal const& signal) {
    auto const held = may_signal(with_.floor.scene(), signal, link.kiosk);
    if (!held) {
        links_->answer(id, command_id, held.error());
    } else if (!with_.relay((*held)->interview.adviser_id.value(), signal)) {
        links_->answer(id, command_id, fail(ErrorCode::unavailable, "other_end_away"));
    } else {
        links_->answer(id, command_id, boost::json::value(boost::json::object{}));
    }
}

void KioskHub::act(ws::LinkId const& id, Link& link, ws::Command const& told) {
    auto& services = with_.services;
    auto const kiosk = link.kiosk;
    auto const command = [&](std::function<Result<void>()> job, bool refresh) {
        backstage_.command(link.lane, *links_, id, told.id, std::move(job),
                           refresh ? std::function<void()>([this] { with_.floor.refresh(); })
                                   : std::function<void()>());
    };
    if (link.at_home) {
        act_at_home(id, link, told);
        return;
    }
    if (told.type == from_kiosk::Devices::type) {
        auto const report = report_in(told.message, link.protocol);
        if (!report) {
            links_->answer(id, told.id, report.error());
            return;
        }
        command([&services, kiosk, report = *report] { return services.presence.keep_report(kiosk, report); },
                true);
        return;
    }
    auto const wish = json::decode<Message>(told.message, json::Unknown::ignore);
    if (!wish) {
        links_->answer(id, told.id, of_newer_peer(wish.error()));
        return;
    }
    auto const act = [&](auto const& message) {
        using Wish = std::remove_cvref_t<decltype(message)>;
        bool const is_bell = std::is_same_v<Wish, from_kiosk::Bell>;
        command([&services, kiosk, message] { return run(services, kiosk, message); }, is_bell);
    };
    std::visit(act, *wish);
}

KioskHub::Link const* KioskHub::current_link(ws::LinkId const& id) const {
    auto const found = by_link_.find(id);
    if (found == by_link_.end()) {
        return nullptr;
    }
    auto const current = by_kiosk_.find(found->second.kiosk);
    return current != by_kiosk_.end() && current->second == id ? &found->second : nullptr;
}

KioskHub::Link* KioskHub::link_of(KioskId const& kiosk, ws::LinkId& id) {
    auto const current = by_kiosk_.find(kiosk);
    if (current == by_kiosk_.end()) {
        return nullptr;
    }
    id = current->second;
    auto const found = by_link_.find(id);
    return found == by_link_.end() ? nullptr : &found->second;
}

kiosk_protocol::KioskInterview KioskHub::view_of(InterviewCard const& card) {
    auto const& access = with_.access.of(card.interview, with_.clock.now());
    return kiosk_interview(card, access.kiosk_servers, ahead_of(with_.floor.scene(), card.interview));
}

void KioskHub::tell_all() {
    for (auto const& [kiosk, id] : by_kiosk_) {
        if (auto const found = by_link_.find(id); found != by_link_.end()) {
            tell(id, found->second);
        }
    }
}

void KioskHub::tell(ws::LinkId const& id, Link& link) {
    auto const& scene = with_.floor.scene();
    if (with_.floor.reading() < link.wanted_reading) {
        return;
    }
    auto const standing = scene.kiosks.find(link.kiosk);
    if (standing == scene.kiosks.end()) {
        links_->close(id, ws::CloseReason::forbidden);
        return;
    }
    if (!link.has_snapshot) {
        send_snapshot(id, link, standing->second);
        return;
    }
    if (link.at_home) {
        if (auto const* held = scene.live_of(link.kiosk)) {
            tell_interview(*held);
        }
        return;
    }
    auto const site = standing->second.place.site.site_id;
    auto tiles =
        json::encode(to_kiosk::Tiles{tiles_at(scene, site, with_.floor.attendance(), with_.clock.now())});
    if (auto text = json::serialize(tiles.at("tiles")); text != link.told_tiles) {
        link.told_tiles = std::move(text);
        links_->send(id, std::move(tiles.get_object()));
    }
    if (auto const bell = standing->second.bell.state; bell != link.told_bell) {
        link.told_bell = bell;
        links_->send(id, json::encode(to_kiosk::Bell{bell}).get_object());
    }
    if (auto const* held = scene.live_of(link.kiosk)) {
        tell_interview(*held);
    }
}

void KioskHub::send_snapshot(ws::LinkId const& id, Link& link, KioskStanding const& standing) {
    auto const& scene = with_.floor.scene();
    auto const now = with_.clock.now();
    to_kiosk::Snapshot snapshot;
    snapshot.kiosk = standing.place.kiosk;
    snapshot.site = standing.place.site;
    if (!link.at_home) {
        snapshot.tiles = tiles_at(scene, standing.place.site.site_id, with_.floor.attendance(), now);
    }
    snapshot.bell = standing.bell.state;
    snapshot.server_time = now;
    if (auto const* held = scene.live_of(link.kiosk)) {
        snapshot.interview = view_of(*held);
        link.told_interview = json::serialize(json::encode(*snapshot.interview));
        link.told_live = held->interview.interview_id;
    }
    link.told_tiles = json::serialize(json::encode(snapshot.tiles));
    link.told_bell = snapshot.bell;
    link.has_snapshot = true;
    links_->send(id, json::encode(snapshot).get_object());
    CommandLane::open(link.lane);
    if (auto const* held = scene.live_of(link.kiosk)) {
        tell_grant(id, link, *held);
    }
    if (with_.side_boards.kiosk_came && !link.at_home) {
        with_.side_boards.kiosk_came(id, link.kiosk, standing.place.site.site_id);
    }
}

void KioskHub::tell_interview(InterviewCard const& card) {
    ws::LinkId id;
    auto* link = link_of(card.interview.kiosk_id, id);
    if (link == nullptr || !link->has_snapshot) {
        return;
    }
    // An end is news only to a link that knew the interview alive: a late word must not bring an end screen
    // back.
    bool const is_end = !is_live(card.interview);
    if (is_end && link->told_live != card.interview.interview_id) {
        return;
    }
    auto const view = view_of(card);
    if (auto text = json::serialize(json::encode(view)); text != link->told_interview) {
        link->told_interview = std::move(text);
        links_->send(id, json::encode(to_kiosk::Interview{view}).get_object());
    }
    link->told_live = is_end ? std::nullopt : std::optional(card.interview.interview_id);
    tell_grant(id, *link, card);
}

bool KioskHub::relay(KioskId const& kiosk, Signal const& signal) {
    ws::LinkId id;
    auto* link = link_of(kiosk, id);
    if (link == nullptr || !link->has_snapshot) {
        return false;
    }
    links_->send(id, json::encode(to_kiosk::Signal{signal.interview_id, signal.payload}).get_object());
    return true;
}

Result<void> KioskHub::order_self_test(KioskId const& kiosk) {
    ws::LinkId id;
    auto const* link = link_of(kiosk, id);
    if (link == nullptr || !link->has_snapshot || !with_.floor.is_here(kiosk)) {
        return fail(ErrorCode::unavailable, "kiosk_offline");
    }
    if (with_.floor.scene().live_of(kiosk) != nullptr) {
        return fail(ErrorCode::conflict, "kiosk_busy");
    }
    links_->send(id, json::encode(to_kiosk::RunSelfTest{}).get_object());
    return {};
}

void KioskHub::close_kiosk(KioskId const& kiosk, ws::CloseReason reason) {
    ws::LinkId id;
    if (link_of(kiosk, id) != nullptr) {
        links_->close(id, reason);
    }
}

} // namespace parvis::interview
