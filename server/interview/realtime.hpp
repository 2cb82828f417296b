// SPDX-License-Identifier: EUPL-1.2
// The realtime part of the server, put together: links of consoles and kiosks, the floor between them, and
// the clock that ends what nobody answers. Made by the composition root; lives on the io thread.
#pragma once

#include "platform/http/workers.hpp"
#include "server/interview/console_hub.hpp"
#include "server/interview/kiosk_hub.hpp"

#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace parvis::interview {

class Realtime {
  public:
    /// What it stands on; all must outlive it.
    struct Ground {
        boost::asio::io_context& io;
        http::Workers& workers;
        db::Database& database;
        Clock const& clock;
        Services& services;
        identity::ServerKey const& key;
        Authenticate authenticate;
        ProveVisit prove_visit;
    };

    /// Subscribes to the services' feed: before anything runs.
    Realtime(Ground ground, RealtimeSettings settings);
    /// As stop().
    ~Realtime();
    Realtime(Realtime const&) = delete;
    Realtime& operator=(Realtime const&) = delete;

    /// For http::Server::add_link.
    ws::LinkServer& console_links() { return console_links_; } ///< "/api/v1/link"
    ws::LinkServer& kiosk_links() { return kiosk_links_; }     ///< "/api/v1/kiosk-link", also from home

    /// Boards of another feature on the links of consoles and desks. Before start().
    void show_beside(SideBoards boards) { side_boards_ = std::move(boards); }
    /// For those boards; a link that has gone is ignored. io thread.
    void tell(ws::LinkId const& link, boost::json::object message) {
        console_links_.send(link, std::move(message));
    }
    void tell_kiosk(ws::LinkId const& link, boost::json::object message) {
        kiosk_links_.send(link, std::move(message));
    }
    /// Groups of an adviser whose console is open, as of the last reading. io thread.
    std::vector<AdviserGroupId> groups_of(AccountId const& adviser) const;
    /// How many advisers of each group are there and available. io thread.
    std::map<AdviserGroupId, int> on_duty() const;

    /// Reads the database and starts the timers. io thread, or before it runs.
    void start();
    /// Before the workers stop. io thread, or after it ran. Idempotent.
    void stop();

    // ---- news from other features; any thread

    /// Its link is closed at once and its interview ends.
    void kiosk_revoked(KioskId const& kiosk);
    /// The pages of that session, or of every session, are closed. If the adviser's console was among them,
    /// their interview ends, and they answer nobody until they say so again. Also for an account that was
    /// disabled.
    void signed_out(identity::SignedOut const& out);
    /// Places, offers or windows were edited.
    void network_changed();

    /// Has the kiosk test itself. Waits for the io thread: a worker thread only. Errors:
    /// unavailable/kiosk_offline, conflict/kiosk_busy (somebody is in an interview there).
    Result<void> order_self_test(KioskId const& kiosk);

  private:
    template <class F>
    void on_io(F work);
    void schedule();
    void tick();
    void renew_access();
    void keep_links();
    void end_lost();
    bool is_left_alone(Interview const& interview) const;

    Ground ground_;
    RealtimeSettings settings_;
    CallAccess access_;
    SideBoards side_boards_;
    Floor floor_;
    KioskHub kiosk_hub_;
    ConsoleHub console_hub_;
    ws::LinkServer console_links_;
    ws::LinkServer kiosk_links_;
    Backstage backstage_;
    boost::asio::steady_timer timer_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::map<InterviewId, Instant> alone_since_;
    std::int64_t told_minute_ = 0;
    bool housekeeping_ = false;
    std::set<KioskId> kept_links_; // as they are on disk, since the start
    bool keeping_links_ = false;
    bool links_settled_ = false; // everybody had the time to come back
};

} // namespace parvis::interview
