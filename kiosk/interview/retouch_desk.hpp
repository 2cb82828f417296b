// SPDX-License-Identifier: EUPL-1.2
// An adviser's work on scanned pages: turning, cropping, straightening, and one PDF of several.
#pragma once

#include "kiosk/imaging/imaging.hpp"
#include "kiosk/interview/scan_desk.hpp"

namespace parvis::kiosk {

/// On the io thread. The arguments must outlive it. A retouched page is agreed when the page it came from
/// was: it shows nothing that the citizen has not seen.
class RetouchDesk {
  public:
    RetouchDesk(Imaging& imaging, PaperTray& tray, Clock const& clock, TellPage tell);

    /// Tells paper_ready or command_failed later. Errors: those of PaperTray::origin.
    Result<void> retouch(CommandId const& command, PaperId const& paper,
                         kiosk_protocol::RetouchOperation const& operation);
    /// Tells paper_ready or command_failed later. Errors: those of PaperTray::agreed_pages.
    Result<void> assemble(CommandId const& command, std::vector<PaperId> const& papers, bool black_and_white);
    /// Nothing that is under way reaches the tray.
    void abandon();

  private:
    void tell_failed(CommandId const& command, Error const& error);
    void keep(CommandId const& command, kiosk_protocol::Paper paper, ByteView bytes,
              std::optional<PageOrigin> origin, std::optional<PaperId> replaces);

    Imaging& imaging_;
    PaperTray& tray_;
    Clock const& clock_;
    TellPage tell_;
    std::shared_ptr<bool> wanted_ = std::make_shared<bool>(true);
};

} // namespace parvis::kiosk
