// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/print_desk.hpp"

#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

PrintDesk::PrintDesk(Printer& printer, DeviceWatch& watch, TellPage tell)
    : printer_(printer), watch_(watch), tell_(std::move(tell)) {}

Result<void> PrintDesk::print(CommandId const& command, PaperContent const& pdf,
                              PrintOptions const& options) {
    auto const bytes = pdf->view();
    auto order = printer_.submit({bytes.begin(), bytes.end()}, options,
                                 [this, command, listening = listening_](PrintEvent const& event) {
                                     watch_.print_changed(event);
                                     if (*listening) {
                                         changed(command, event);
                                     }
                                 });
    if (!order) {
        return order.error();
    }
    running_[command] = *order;
    return {};
}

void PrintDesk::changed(CommandId const& command, PrintEvent const& event) {
    tell_(json::encode(to_page::PrintChanged{command, event.state, event.reasons}).as_object());
    if (is_final(event.state)) {
        log::info("print_ended", {{"state", json::enum_name(event.state)}, {"sheets", event.sheets}});
        running_.erase(command);
    }
}

void PrintDesk::cancel(CommandId const& command) {
    if (auto const found = running_.find(command); found != running_.end()) {
        printer_.cancel(found->second);
    }
}

void PrintDesk::abandon() {
    *std::exchange(listening_, std::make_shared<bool>(true)) = false;
    running_.clear();
}

} // namespace parvis::kiosk
