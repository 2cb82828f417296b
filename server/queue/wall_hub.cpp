// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wall_hub.hpp"

#include "platform/json/json.hpp"

#include <algorithm>
#include <tuple>

namespace parvis::queue {

namespace {

constexpr char kind[] = "wall";
constexpr char site_mark = '@'; // a screen's subject is "<wall>@<site>"

} // namespace

WallHub::WallHub(WallService& walls, http::Workers& workers, Clock const& clock)
    : walls_(walls), workers_(workers), clock_(clock) {}

void WallHub::attach(ws::LinkServer& links, std::function<void(SiteId const&)> came) {
    links_ = &links;
    came_ = std::move(came);
}

void WallHub::authenticate(http::Request const&, ws::Hello const& hello, std::string const&,
                           std::function<void(Result<ws::Peer>)> answer) {
    workers_.submit(
        [&walls = walls_, secret = hello.token] { return walls.open(secret); },
        [weak = std::weak_ptr(alive_), answer = std::move(answer),
         language = hello.language](Result<WallView> const& wall) {
            if (weak.expired()) {
                return;
            }
            if (!wall) {
                answer(wall.error());
                return;
            }
            answer(ws::Peer{kind, wall->wall_id.text() + site_mark + wall->site_id.text(), language, 0});
        });
}

void WallHub::opened(ws::LinkId id, ws::Peer const& peer) {
    auto const mark = peer.subject.find(site_mark);
    auto& link = by_link_[id];
    link.wall = WallId::parse(peer.subject.substr(0, mark)).value();
    link.site = SiteId::parse(peer.subject.substr(mark + 1)).value();
    came_(link.site);
}

void WallHub::received(ws::LinkId id, ws::Command command) {
    links_->answer(id, command.id, fail(ErrorCode::unsupported, "message_type_unknown", "/type"));
}

void WallHub::closed(ws::LinkId id) {
    by_link_.erase(id);
    auto const watched = sites();
    std::erase_if(at_site_, [&](auto const& entry) { return !watched.contains(entry.first); });
}

std::set<SiteId> WallHub::sites() const {
    std::set<SiteId> all;
    for (auto const& [id, link] : by_link_) {
        all.insert(link.site);
    }
    return all;
}

void WallHub::keep(std::shared_ptr<WallPlace const> place) {
    auto const site = place->site.site_id;
    if (sites().contains(site)) {
        at_site_[site].place = std::move(place);
    }
}

void WallHub::take(SiteId const& site, WallLine line) {
    if (auto const found = at_site_.find(site); found != at_site_.end()) {
        auto const group = line.group_id;
        found->second.lines.insert_or_assign(group, std::move(line));
    }
}

std::optional<std::vector<WallLine>> WallHub::lines_of(AtSite const& at) const {
    if (!at.place) {
        return std::nullopt;
    }
    std::set<AdviserGroupId> groups;
    for (auto const& offer : at.place->offers) {
        groups.insert(offer.group_id);
    }
    std::vector<WallLine> lines;
    for (auto const& group : groups) {
        auto const line = at.lines.find(group);
        if (line == at.lines.end()) {
            return std::nullopt;
        }
        lines.push_back(line->second);
    }
    std::ranges::sort(lines, [](WallLine const& a, WallLine const& b) {
        return std::tie(a.acronym, a.group_id) < std::tie(b.acronym, b.group_id);
    });
    return lines;
}

void WallHub::tell_all() {
    for (auto& [id, link] : by_link_) {
        auto const at = at_site_.find(link.site);
        if (at == at_site_.end()) {
            continue;
        }
        auto lines = lines_of(at->second);
        if (!lines) {
            continue;
        }
        auto message = json::encode(to_wall::Lines{std::move(*lines)}).get_object();
        auto text = json::serialize(message);
        if (!link.has_snapshot) {
            auto snapshot =
                json::encode(to_wall::Snapshot{at->second.place->site, {}, clock_.now()}).get_object();
            snapshot["lines"] = message["lines"];
            links_->send(id, std::move(snapshot));
        } else if (text != link.told) {
            links_->send(id, std::move(message));
        }
        link.has_snapshot = true;
        link.told = std::move(text);
    }
}

void WallHub::revoked(WallId const& wall) {
    for (auto const& [id, link] : by_link_) {
        if (link.wall == wall) {
            links_->close(id, ws::CloseReason::forbidden);
        }
    }
}

} // namespace parvis::queue
