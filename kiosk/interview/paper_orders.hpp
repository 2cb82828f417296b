// SPDX-License-Identifier: EUPL-1.2
// Everything an adviser orders and a citizen decides about papers, and the proof that each order needs.
#pragma once

#include "kiosk/interview/print_desk.hpp"
#include "kiosk/interview/record_keeper.hpp"
#include "kiosk/interview/retouch_desk.hpp"
#include "kiosk/interview/room_view.hpp"
#include "kiosk/interview/scan_desk.hpp"
#include "kiosk/page/page_side.hpp"
#include "kiosk/store/kiosk_identity.hpp"
#include "platform/crypto/crypto.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <string_view>

namespace parvis::kiosk {

struct OrderParts {
    Clock const& clock;
    RoomView const& view;
    PaperTray& tray;
    RecordKeeper& records;
    ScanDesk& scans;
    RetouchDesk& retouches;
    PrintDesk& prints;
};

/// On the io thread. Orders are told apart by their command_id: repeating one answers done and starts nothing
/// new.
class PaperOrders {
  public:
    explicit PaperOrders(OrderParts parts);

    /// Grants are accepted from this server for this kiosk; its clock is ahead of ours by `server_ahead`.
    void trust(std::optional<PairedWith> const& paired, std::chrono::milliseconds server_ahead);
    void trust_nobody();

    void obey(from_page::Scan const& scan, CommandAnswer answer);
    void obey(from_page::CancelScan const& cancel, CommandAnswer answer);
    void obey(from_page::DecidePage const& decide, CommandAnswer answer);
    void obey(from_page::Retouch const& retouch, CommandAnswer answer);
    void obey(from_page::Assemble const& assemble, CommandAnswer answer);
    void obey(from_page::DropPaper const& drop, CommandAnswer answer);
    void obey(from_page::ShowPaper const& show, CommandAnswer answer);
    void obey(from_page::Print const& print, CommandAnswer answer);
    void obey(from_page::CancelPrint const& cancel, CommandAnswer answer);

    /// Ends all work; nothing of it reaches tray or page any more.
    void stop_work();

  private:
    struct Trusted {
        crypto::PublicKey server_key;
        KioskId kiosk_id;
        std::chrono::milliseconds server_ahead;
    };
    Result<void> check(std::string const& grant, std::string_view action) const;
    /// The order under its grant, once.
    template <class Start>
    void start(CommandId const& command, std::string const& grant, std::string_view action,
               CommandAnswer const& answer, Start begin);
    void refuse_print(from_page::Print const& print, CommandAnswer answer);
    void agreed_print(from_page::Print const& print, CommandAnswer answer);
    Result<PaperContent> pdf(PaperId const& paper_id) const;

    OrderParts parts_;
    std::optional<Trusted> trusted_;
    std::set<CommandId> started_;
    unsigned works_ = 0; ///< changes when work is stopped
};

} // namespace parvis::kiosk
