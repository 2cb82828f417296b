// SPDX-License-Identifier: EUPL-1.2
// An adviser's orders to the printer, each change of which the page hears.
#pragma once

#include "kiosk/interview/scan_desk.hpp"
#include "kiosk/printer/printer.hpp"

#include <map>

namespace parvis::kiosk {

/// On the io thread. The arguments must outlive it.
class PrintDesk {
  public:
    PrintDesk(Printer& printer, DeviceWatch& watch, TellPage tell);

    /// Errors of Printer::submit.
    Result<void> print(CommandId const& command, PaperContent const& pdf,
                       kiosk_protocol::PrintOptions const& options);
    /// Unknown commands are ignored: the print may just have ended.
    void cancel(CommandId const& command);
    /// Nothing of the running prints is told any more; Printer::purge ends them.
    void abandon();

  private:
    void changed(CommandId const& command, PrintEvent const& event);

    Printer& printer_;
    DeviceWatch& watch_;
    TellPage tell_;
    std::map<CommandId, PrintOrder> running_;
    std::shared_ptr<bool> listening_ = std::make_shared<bool>(true);
};

} // namespace parvis::kiosk
