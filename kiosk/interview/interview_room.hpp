// SPDX-License-Identifier: EUPL-1.2
// The room at the kiosk: who is in it, what was asked by the page and the server, and what follows.
#pragma once

#include "kiosk/bell/loudspeaker.hpp"
#include "kiosk/interview/paper_orders.hpp"
#include "kiosk/interview/room_view.hpp"
#include "kiosk/interview/wiping.hpp"
#include "kiosk/link/server_side.hpp"
#include "kiosk/page/page_side.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace parvis::kiosk {

/// What the room works with; all of it outlives the room's use.
struct RoomParts {
    http::Workers& workers;
    Clock const& clock;
    RoomView& view;
    PaperTray& tray;
    PaperOrders& orders;
    Wiping& wiping;
    Loudspeaker& loudspeaker;
    std::function<void()> run_self_test;
    std::filesystem::path last_known_file;
};

/// On the io thread. Needs meet() before anything else.
class InterviewRoom final : public ServerListener, public PageListener {
  public:
    explicit InterviewRoom(RoomParts parts);

    void meet(ServerSide& server, PageSide& page);
    /// What a crash, or a daemon that was stopped during an interview, may have left.
    void wipe_at_start();
    /// The state of scanner and printer; the page's own devices are added here.
    void devices_changed(kiosk_protocol::DeviceReport const& report);
    /// The server is told, now or when it is there.
    void self_tested(kiosk_protocol::SelfTestReport const& report);

    void pairing_changed(bool paired, std::optional<kiosk_protocol::PairingDisplay> display) override;
    void revoked() override;
    void online_changed(bool online) override;
    void server_said(ServerMessage message) override;

    kiosk_protocol::to_page::Snapshot page_snapshot() override;
    void page_came() override;
    void page_asked(PageCommand command, CommandAnswer answer) override;
    void page_presence_changed(bool present) override;

    /// Papers of a page that went away are kept this long.
    static constexpr std::chrono::seconds page_absence{60};
    /// The bell's message is waited for this long before the kiosk sounds itself.
    static constexpr std::chrono::seconds bell_patience{5};

  private:
    void hear(kiosk_protocol::to_kiosk::Snapshot snapshot);
    void hear(kiosk_protocol::to_kiosk::Tiles tiles);
    void hear(kiosk_protocol::to_kiosk::Interview interview);
    void hear(kiosk_protocol::to_kiosk::Signal const& signal);
    void hear(kiosk_protocol::to_kiosk::Bell bell);
    void hear(kiosk_protocol::to_kiosk::Queue queue);
    void hear(kiosk_protocol::to_kiosk::RunSelfTest const& order);

    void asked(from_page::Ring const& ring, CommandAnswer answer);
    void asked(from_page::Withdraw const& withdraw, CommandAnswer answer);
    void asked(from_page::Answer const& accept, CommandAnswer answer);
    void asked(from_page::Leave const& leave, CommandAnswer answer);
    void asked(from_page::Signal const& signal, CommandAnswer answer);
    void asked(from_page::Bell const& bell, CommandAnswer answer);
    void asked(from_page::PageDevices const& devices, CommandAnswer answer);
    void asked(from_page::Wipe const& wipe, CommandAnswer answer);
    void asked(from_page::RunSelfTest const& order, CommandAnswer answer);
    /// Everything about papers.
    template <class PaperCommand>
    void asked(PaperCommand const& command, CommandAnswer answer) {
        orders_.obey(command, std::move(answer));
    }

    void interview_is(std::optional<kiosk_protocol::KioskInterview> next);
    void ended_here(InterviewId const& interview, kiosk_protocol::EndReason reason);
    void wipe_after(InterviewId const& interview, std::string reason,
                    std::optional<std::int64_t> page_papers);
    void tell_wiped(std::optional<InterviewId> const& interview, kiosk_protocol::WipeCounts const& counts);
    template <class Command>
    void forward(Command const& command, CommandAnswer answer);
    void ring_bell(CommandAnswer answer);
    void tell_devices();
    void tell_self_test();
    void remember_place();

    RoomParts parts_;
    RoomView& view_;
    PaperOrders& orders_;
    ServerSide* server_ = nullptr;
    PageSide* page_ = nullptr;
    boost::asio::steady_timer absence_;
    /// Ended at the kiosk; the server may not know yet.
    std::set<InterviewId> ended_here_;
    std::optional<from_page::PageDevices> page_devices_;
    std::optional<LastKnown> remembered_;
    kiosk_protocol::to_kiosk::Queue queue_; // as the server last told it; a page that comes is told it too
    std::optional<kiosk_protocol::SelfTestReport> untold_self_test_;
};

} // namespace parvis::kiosk
