// SPDX-License-Identifier: EUPL-1.2
// Links of advisers' consoles and front desks (`/api/v1/link`): who they are, what they are told, what they
// ask for. An adviser has one console at a time: the newest page takes over, the older one is closed with
// 4009. io thread.
#pragma once

#include "platform/http/guarded.hpp"
#include "platform/http/message.hpp"
#include "platform/ws/link_server.hpp"
#include "server/identity/account_service.hpp"
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

/// Who is signed in; called on a worker thread.
using Authenticate = http::Authenticate<identity::Caller>;

class ConsoleHub final : public ws::LinkApplication {
  public:
    /// What the hub works with; all must outlive it.
    struct Surroundings {
        Authenticate authenticate;
        Services& services;
        Floor& floor;
        CallAccess& access;
        http::Workers& workers;
        Clock const& clock;
        /// Passes a signal to the kiosk; false when it has no link.
        std::function<bool(KioskId const&, Signal const&)> relay;
        /// Empty functions are not called.
        SideBoards const& side_boards;
    };

    explicit ConsoleHub(Surroundings surroundings);
    /// Before the first link.
    void attach(ws::LinkServer& links) { links_ = &links; }

    void authenticate(http::Request const& upgrade, ws::Hello const& hello, std::string const& nonce,
                      std::function<void(Result<ws::Peer>)> answer) override;
    void opened(ws::LinkId link, ws::Peer const& peer) override;
    void resumed(ws::LinkId link) override;
    void suspended(ws::LinkId) override {}
    void received(ws::LinkId link, ws::Command command) override;
    void closed(ws::LinkId link) override;

    /// After every reading of the scene, and after renewals: tells each page what has changed for it.
    void tell_all();
    /// An interview has changed: its adviser is told at once, also of an end and of what was wiped after it.
    void tell_interview(InterviewCard const& card);
    /// False when the adviser has no console.
    bool relay(AccountId const& adviser, Signal const& signal);
    /// Closes the pages that were opened under what has been signed out, at once; true when the adviser's
    /// console was among them.
    bool close_pages(identity::SignedOut const& out);
    void close() { backstage_.close(); }

  private:
    struct Link {
        identity::Caller caller;
        std::optional<SiteId> desk; // absent: an adviser's console
        int protocol = 0;
        std::uint64_t wanted_reading = 0;
        bool has_snapshot = false;
        std::shared_ptr<CommandLane> lane = std::make_shared<CommandLane>();
        std::string told_rings;
        std::string told_kiosks;
        std::string told_interview;
        std::optional<InterviewId> told_id;
        Availability told_availability{};
    };

    Result<ws::Peer> admit(ws::Hello const& hello, identity::Caller const& caller);
    Link* console_of(AccountId const& adviser, ws::LinkId& id);
    void tell(ws::LinkId const& id, Link& link);
    void tell_console(ws::LinkId const& id, Link& link, AdviserStanding const& standing);
    void tell_kiosks(ws::LinkId const& id, Link& link);
    void send_console_snapshot(ws::LinkId const& id, Link& link, AdviserStanding const& standing);
    void send_desk_snapshot(ws::LinkId const& id, Link& link);
    AdviserInterview view_of(InterviewCard const& card);
    boost::json::array kiosks_of(Link const& link);

    void command(ws::LinkId const& id, Link& link, std::string const& command_id,
                 std::function<Result<void>()> job, std::function<void()> after = {});
    template <class Wish>
    void act_on_interview(ws::LinkId const& id, Link& link, std::string const& command_id, Wish const& wish);
    void set_availability(ws::LinkId const& id, Link& link, std::string const& command_id,
                          Availability wanted);
    void answer_bell(ws::LinkId const& id, Link& link, std::string const& command_id, KioskId const& kiosk);
    void act_as_adviser(ws::LinkId const& id, Link& link, ws::Command const& command);
    void act_as_desk(ws::LinkId const& id, Link& link, ws::Command const& command);
    void pass_signal(ws::LinkId const& id, Link& link, std::string const& command_id, Signal const& signal);

    Surroundings with_;
    Backstage backstage_;
    ws::LinkServer* links_ = nullptr;
    std::map<AccountId, identity::Caller> callers_; // as of their last authentication
    std::map<ws::LinkId, Link> by_link_;
    std::map<AccountId, ws::LinkId> consoles_;
};

} // namespace parvis::interview
