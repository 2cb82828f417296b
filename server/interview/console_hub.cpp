// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/console_hub.hpp"

#include "platform/json/json.hpp"
#include "server/interview/interview_views.hpp"

#include <utility>

namespace parvis::interview {

using identity::Caller;
using identity::Role;

namespace {

constexpr char desk_mark =
    '@'; // a desk's subject is "<account>@<site>": a link resumes only at the same desk

Result<SiteId> site_in(ws::Hello const& hello) {
    auto const* site = hello.extra.if_contains("site_id");
    if (site == nullptr) {
        return fail(ErrorCode::invalid_input, "field_missing", "/site_id");
    }
    auto decoded = json::decode<SiteId>(*site, json::Unknown::ignore);
    if (!decoded) {
        return fail(ErrorCode::invalid_input, "field_wrong_type", "/site_id", {{"expected", "id"}});
    }
    return decoded;
}

} // namespace

ConsoleHub::ConsoleHub(Surroundings surroundings)
    : with_(std::move(surroundings)), backstage_(with_.workers) {}

void ConsoleHub::authenticate(http::Request const& upgrade, ws::Hello const& hello, std::string const&,
                              std::function<void(Result<ws::Peer>)> answer) {
    backstage_.run([authenticate = with_.authenticate, upgrade] { return authenticate(upgrade); },
                   [this, hello, answer = std::move(answer)](Result<Caller> const& caller) {
                       answer(caller ? admit(hello, *caller) : caller.error());
                   });
}

Result<ws::Peer> ConsoleHub::admit(ws::Hello const& hello, Caller const& caller) {
    auto const* named = hello.extra.if_contains("surface");
    std::string const surface =
        named != nullptr && named->is_string() ? std::string(named->get_string().c_str()) : "";
    ws::Peer peer{surface, caller.account_id.text(), hello.language, 0};
    if (surface == "adviser") {
        if (!caller.has(Role::adviser)) {
            return fail(ErrorCode::forbidden, "not_an_adviser");
        }
    } else if (surface == "desk") {
        auto const site = site_in(hello);
        if (!site) {
            return site.error();
        }
        if (caller.mediator_at(*site) == nullptr) {
            return fail(ErrorCode::forbidden, "not_your_site", "/site_id");
        }
        peer.subject += desk_mark + site->text();
    } else {
        return fail(ErrorCode::invalid_input, "value_unknown", "/surface", {{"allowed", "adviser, desk"}});
    }
    callers_.insert_or_assign(caller.account_id, caller);
    return peer;
}

void ConsoleHub::opened(ws::LinkId id, ws::Peer const& peer) {
    auto const mark = peer.subject.find(desk_mark);
    auto const account = AccountId::parse(peer.subject.substr(0, mark)).value();
    auto& link = by_link_[id];
    link.caller = callers_.at(account);
    link.protocol = peer.protocol;
    if (mark != std::string::npos) {
        link.desk = SiteId::parse(peer.subject.substr(mark + 1)).value();
        with_.floor.desk_came(*link.desk);
    } else {
        if (auto const before = consoles_.find(account); before != consoles_.end()) {
            links_->close(before->second, ws::CloseReason::replaced);
        }
        consoles_.insert_or_assign(account, id);
        with_.floor.adviser_came(account);
        backstage_.run(
            [&presence = with_.services.presence, account] { return presence.set_linked(account, true); });
    }
    link.wanted_reading = with_.floor.refresh();
}

void ConsoleHub::resumed(ws::LinkId id) {
    // Taken up again after another sign-in, the link belongs to that session.
    if (auto const found = by_link_.find(id); found != by_link_.end()) {
        found->second.caller = callers_.at(found->second.caller.account_id);
    }
}

void ConsoleHub::closed(ws::LinkId id) {
    auto const found = by_link_.find(id);
    if (found == by_link_.end()) {
        return;
    }
    auto const link = std::move(found->second);
    by_link_.erase(found);
    if (with_.side_boards.went) {
        with_.side_boards.went(id);
    }
    auto const account = link.caller.account_id;
    if (link.desk) {
        with_.floor.desk_went(*link.desk);
        return;
    }
    if (auto const current = consoles_.find(account); current != consoles_.end() && current->second == id) {
        consoles_.erase(current);
        with_.floor.adviser_went(account);
        backstage_.run(
            [&presence = with_.services.presence, account] { return presence.set_linked(account, false); },
            [this](Result<void> const&) { with_.floor.refresh(); });
    }
}

void ConsoleHub::received(ws::LinkId id, ws::Command command) {
    auto const found = by_link_.find(id);
    if (found == by_link_.end()) {
        return;
    }
    if (found->second.desk) {
        act_as_desk(id, found->second, command);
    } else {
        act_as_adviser(id, found->second, command);
    }
}

ConsoleHub::Link* ConsoleHub::console_of(AccountId const& adviser, ws::LinkId& id) {
    auto const current = consoles_.find(adviser);
    if (current == consoles_.end()) {
        return nullptr;
    }
    id = current->second;
    auto const found = by_link_.find(id);
    return found == by_link_.end() ? nullptr : &found->second;
}

AdviserInterview ConsoleHub::view_of(InterviewCard const& card) {
    auto const& access = with_.access.of(card.interview, with_.clock.now());
    return adviser_interview(card, access.adviser_servers, access.grant);
}

boost::json::array ConsoleHub::kiosks_of(Link const& link) {
    auto const& scene = with_.floor.scene();
    auto const now = with_.clock.now();
    auto const attendance = with_.floor.attendance();
    auto const views = link.desk ? kiosks_at(scene, *link.desk, attendance, now)
                                 : kiosks_for(scene, link.caller, attendance, now);
    boost::json::array encoded;
    for (auto const& view : views) {
        auto kiosk = json::encode(view).get_object();
        if (link.protocol < 2) {
            kiosk["devices"] = json::encode(kiosk_protocol::to_version_1(view.devices));
        }
        encoded.push_back(std::move(kiosk));
    }
    return encoded;
}

void ConsoleHub::tell_all() {
    for (auto& [id, link] : by_link_) {
        auto const console = consoles_.find(link.caller.account_id);
        bool const is_current = link.desk || (console != consoles_.end() && console->second == id);
        if (is_current && with_.floor.reading() >= link.wanted_reading) {
            tell(id, link);
        }
    }
}

void ConsoleHub::tell(ws::LinkId const& id, Link& link) {
    if (link.desk) {
        if (!link.has_snapshot) {
            send_desk_snapshot(id, link);
        } else {
            tell_kiosks(id, link);
        }
        return;
    }
    auto const& advisers = with_.floor.scene().advisers;
    if (auto const standing = advisers.find(link.caller.account_id); standing != advisers.end()) {
        if (!link.has_snapshot) {
            send_console_snapshot(id, link, standing->second);
        } else {
            tell_console(id, link, standing->second);
        }
    }
}

void ConsoleHub::tell_console(ws::LinkId const& id, Link& link, AdviserStanding const& standing) {
    auto const& scene = with_.floor.scene();
    if (standing.availability != link.told_availability) {
        link.told_availability = standing.availability;
        links_->send(id, json::encode(to_adviser::AvailabilityChanged{standing.availability}).get_object());
    }
    auto rings = json::encode(to_adviser::Rings{rings_for(scene, link.caller)}).get_object();
    if (auto text = json::serialize(rings); text != link.told_rings) {
        link.told_rings = std::move(text);
        links_->send(id, std::move(rings));
    }
    tell_kiosks(id, link);
    if (auto const* held = scene.live_of(link.caller.account_id)) {
        tell_interview(*held);
    }
}

void ConsoleHub::tell_kiosks(ws::LinkId const& id, Link& link) {
    auto kiosks = kiosks_of(link);
    if (auto text = json::serialize(kiosks); text != link.told_kiosks) {
        link.told_kiosks = std::move(text);
        links_->send(id, {{"type", to_adviser::Kiosks::type}, {"kiosks", std::move(kiosks)}});
    }
}

void ConsoleHub::send_console_snapshot(ws::LinkId const& id, Link& link, AdviserStanding const& standing) {
    auto const& scene = with_.floor.scene();
    to_adviser::Snapshot snapshot;
    snapshot.availability = link.told_availability = standing.availability;
    snapshot.rings = rings_for(scene, link.caller);
    snapshot.server_time = with_.clock.now();
    auto const* held = scene.live_of(link.caller.account_id);
    if (held == nullptr && standing.awaiting_outcome) {
        held = &*standing.awaiting_outcome;
    }
    if (held != nullptr) {
        snapshot.interview = view_of(*held);
        link.told_interview = json::serialize(json::encode(*snapshot.interview));
        link.told_id = held->interview.interview_id;
    }
    link.told_rings = json::serialize(json::encode(to_adviser::Rings{snapshot.rings}));
    auto kiosks = kiosks_of(link);
    link.told_kiosks = json::serialize(kiosks);
    auto message = json::encode(snapshot).get_object();
    message["kiosks"] = std::move(kiosks);
    link.has_snapshot = true;
    links_->send(id, std::move(message));
    CommandLane::open(link.lane);
    if (with_.side_boards.console_came) {
        with_.side_boards.console_came(id, link.caller);
    }
}

void ConsoleHub::send_desk_snapshot(ws::LinkId const& id, Link& link) {
    auto const& sites = with_.floor.scene().sites;
    auto const site = sites.find(*link.desk);
    if (site == sites.end()) {
        links_->close(id, ws::CloseReason::forbidden);
        return;
    }
    auto kiosks = kiosks_of(link);
    link.told_kiosks = json::serialize(kiosks);
    auto message = json::encode(to_desk::Snapshot{site->second, {}, with_.clock.now()}).get_object();
    message["kiosks"] = std::move(kiosks);
    link.has_snapshot = true;
    links_->send(id, std::move(message));
    CommandLane::open(link.lane);
    if (with_.side_boards.desk_came) {
        with_.side_boards.desk_came(id, *link.desk);
    }
}

void ConsoleHub::tell_interview(InterviewCard const& card) {
    ws::LinkId id;
    if (!card.interview.adviser_id) {
        return;
    }
    auto* link = console_of(*card.interview.adviser_id, id);
    if (link == nullptr || !link->has_snapshot) {
        return;
    }
    // A late word of an older interview must not push aside the one that the page shows.
    if (!is_live(card.interview) && link->told_id != card.interview.interview_id) {
        return;
    }
    auto const view = view_of(card);
    if (auto text = json::serialize(json::encode(view)); text != link->told_interview) {
        link->told_interview = std::move(text);
        links_->send(id, json::encode(to_adviser::Interview{view}).get_object());
    }
    link->told_id = card.interview.interview_id;
}

bool ConsoleHub::relay(AccountId const& adviser, Signal const& signal) {
    ws::LinkId id;
    auto* link = console_of(adviser, id);
    if (link == nullptr || !link->has_snapshot) {
        return false;
    }
    links_->send(id, json::encode(to_adviser::Signal{signal.interview_id, signal.payload}).get_object());
    return true;
}

bool ConsoleHub::close_pages(identity::SignedOut const& out) {
    bool console = false;
    for (auto const& [id, link] : by_link_) {
        bool const is_theirs = link.caller.account_id == out.account;
        if (is_theirs && (!out.session || link.caller.session == *out.session)) {
            auto const current = consoles_.find(out.account);
            console = console || (current != consoles_.end() && current->second == id);
            links_->close(id, ws::CloseReason::unauthenticated);
        }
    }
    return console;
}

} // namespace parvis::interview
