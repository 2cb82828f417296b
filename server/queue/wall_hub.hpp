// SPDX-License-Identifier: EUPL-1.2
// Links of waiting-room screens (`/api/v1/wall-link`): opened with the secret of one screen in `hello.token`,
// told the lines of its site, never asked for anything. io thread.
#pragma once

#include "platform/http/workers.hpp"
#include "platform/ws/link_server.hpp"
#include "server/queue/wall_service.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace parvis::queue {

class WallHub final : public ws::LinkApplication {
  public:
    /// All must outlive this object.
    WallHub(WallService& walls, http::Workers& workers, Clock const& clock);
    /// Before the first link. `came`: a screen of the site has opened its link.
    void attach(ws::LinkServer& links, std::function<void(SiteId const&)> came);

    void authenticate(http::Request const& upgrade, ws::Hello const& hello, std::string const& nonce,
                      std::function<void(Result<ws::Peer>)> answer) override;
    void opened(ws::LinkId link, ws::Peer const& peer) override;
    void resumed(ws::LinkId) override {}
    void suspended(ws::LinkId) override {}
    void received(ws::LinkId link, ws::Command command) override;
    void closed(ws::LinkId link) override;

    /// Sites with a screen that is on.
    std::set<SiteId> sites() const;
    void keep(std::shared_ptr<WallPlace const> place);
    void take(SiteId const& site, WallLine line);
    /// Tells each screen what has changed for it.
    void tell_all();
    /// It was taken back: closed at once.
    void revoked(WallId const& wall);
    void stop() { alive_.reset(); }

  private:
    struct Link {
        WallId wall;
        SiteId site;
        bool has_snapshot = false;
        std::string told;
    };
    struct AtSite {
        std::shared_ptr<WallPlace const> place;
        std::map<AdviserGroupId, WallLine> lines;
    };

    /// Nothing before the place and all its lines were read.
    std::optional<std::vector<WallLine>> lines_of(AtSite const& at) const;

    WallService& walls_;
    http::Workers& workers_;
    Clock const& clock_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    ws::LinkServer* links_ = nullptr;
    std::function<void(SiteId const&)> came_;
    std::map<ws::LinkId, Link> by_link_;
    std::map<SiteId, AtSite> at_site_;
};

} // namespace parvis::queue
