// SPDX-License-Identifier: EUPL-1.2
// Links of kiosks, and of people who join from home (`/api/v1/kiosk-link`): proves who they are, keeps each
// told of its tiles, bell and interview, and turns their commands into use cases. io thread.
#pragma once

#include "platform/ws/link_server.hpp"
#include "server/interview/realtime_access.hpp"
#include "server/interview/realtime_backstage.hpp"
#include "server/interview/realtime_floor.hpp"
#include "server/interview/realtime_side_boards.hpp"
#include "server/interview/services.hpp"
#include "server/interview/signal_relay.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace parvis::interview {

/// Whose place at home this is, by the code of their appointment; on a worker.
using ProveVisit = std::function<Result<KioskId>(std::string const& client_address, std::string const& code)>;

/// `Peer::kind` of somebody who joins from home.
inline constexpr char home_peer[] = "home";
/// On a link, a message that nobody knows is unsupported, not malformed: a newer peer may send it.
Error of_newer_peer(Error error);

class KioskHub final : public ws::LinkApplication {
  public:
    /// What the hub works with; all must outlive it.
    struct Surroundings {
        db::Database& database;
        Services& services;
        Floor& floor;
        CallAccess& access;
        http::Workers& workers;
        Clock const& clock;
        /// Passes a signal to the adviser's page; false when they have none.
        std::function<bool(AccountId const&, Signal const&)> relay;
        ProveVisit prove_visit;
        /// Empty functions are not called.
        SideBoards const& side_boards;
    };

    explicit KioskHub(Surroundings surroundings);
    /// Before the first link.
    void attach(ws::LinkServer& links) { links_ = &links; }

    void authenticate(http::Request const& upgrade, ws::Hello const& hello, std::string const& nonce,
                      std::function<void(Result<ws::Peer>)> answer) override;
    void opened(ws::LinkId link, ws::Peer const& peer) override;
    void resumed(ws::LinkId link) override;
    void suspended(ws::LinkId link) override;
    void received(ws::LinkId link, ws::Command command) override;
    void closed(ws::LinkId link) override;

    /// After every reading of the scene, and after renewals: tells each kiosk what has changed for it.
    void tell_all();
    /// An interview has changed: its kiosk is told at once, also of an end.
    void tell_interview(InterviewCard const& card);
    /// False when the kiosk has no link.
    bool relay(KioskId const& kiosk, Signal const& signal);
    /// Errors: unavailable/kiosk_offline, conflict/kiosk_busy.
    Result<void> order_self_test(KioskId const& kiosk);
    void close_kiosk(KioskId const& kiosk, ws::CloseReason reason);
    void close() { backstage_.close(); }

  private:
    struct Link {
        KioskId kiosk;
        int protocol = 0;
        std::uint64_t wanted_reading = 0;
        bool has_snapshot = false;
        std::shared_ptr<CommandLane> lane = std::make_shared<CommandLane>();
        std::string told_tiles;
        std::string told_interview;
        std::optional<InterviewId> told_live; // the interview that the kiosk believes to be alive
        BellState told_bell{};
        bool at_home = false;
        std::string told_grant;
    };

    /// Null for a link that another one has replaced.
    Link const* current_link(ws::LinkId const& id) const;
    Link* link_of(KioskId const& kiosk, ws::LinkId& id);
    void tell(ws::LinkId const& id, Link& link);
    void send_snapshot(ws::LinkId const& id, Link& link, KioskStanding const& standing);
    kiosk_protocol::KioskInterview view_of(InterviewCard const& card);
    void act(ws::LinkId const& id, Link& link, std::string const& command_id, Signal const& signal);
    void authenticate_home(std::string const& client_address, ws::Hello const& hello,
                           std::function<void(Result<ws::Peer>)> answer);
    void keep_seen(Link const& link, std::function<void()> then);
    void act_at_home(ws::LinkId const& id, Link& link, ws::Command const& told);
    void tell_grant(ws::LinkId const& id, Link& link, InterviewCard const& card);
    void act(ws::LinkId const& id, Link& link, ws::Command const& told);

    Surroundings with_;
    Backstage backstage_;
    ws::LinkServer* links_ = nullptr;
    std::map<ws::LinkId, Link> by_link_;
    std::map<KioskId, ws::LinkId> by_kiosk_;
};

} // namespace parvis::interview
