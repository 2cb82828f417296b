// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/print_judgement.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace parvis::kiosk {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::PrintState;

namespace {

/// The keyword without its severity.
std::string_view keyword(std::string_view reason) {
    for (std::string_view const severity : {"-error", "-warning", "-report"}) {
        if (reason.ends_with(severity)) {
            return reason.substr(0, reason.size() - severity.size());
        }
    }
    return reason;
}

bool names(std::vector<std::string> const& reasons, std::initializer_list<std::string_view> keywords) {
    return std::ranges::any_of(reasons, [&](std::string_view reason) {
        return std::ranges::find(keywords, keyword(reason)) != keywords.end();
    });
}

/// A second tray that is empty is reported with a milder severity, and the printer prints on.
bool stops(std::vector<std::string> const& reasons, std::initializer_list<std::string_view> keywords) {
    return std::ranges::any_of(reasons, [&](std::string_view reason) {
        auto const mild = reason.ends_with("-report") || reason.ends_with("-warning");
        return !mild && std::ranges::find(keywords, keyword(reason)) != keywords.end();
    });
}

/// CUPS says only by this sentence that a network printer does not answer.
bool says_unavailable(std::string_view message) {
    return message.find("may not exist or is unavailable") != std::string_view::npos ||
           message.find("not responding") != std::string_view::npos;
}

bool has(std::vector<DeviceReason> const& reasons, DeviceReason reason) {
    return std::ranges::find(reasons, reason) != reasons.end();
}

} // namespace

std::vector<DeviceReason> device_reasons(PrinterAttributes const& printer) {
    auto const& told = printer.reasons;
    std::vector<DeviceReason> reasons;
    auto const add_if = [&](bool seen, DeviceReason reason) {
        if (seen) {
            reasons.push_back(reason);
        }
    };
    add_if(stops(told, {"media-empty", "media-needed"}), DeviceReason::paper_out);
    add_if(names(told, {"media-jam"}), DeviceReason::paper_jam);
    add_if(names(told, {"cover-open", "door-open", "interlock-open"}), DeviceReason::cover_open);
    add_if(names(told, {"toner-low", "marker-supply-low"}), DeviceReason::toner_low);
    add_if(names(told, {"toner-empty", "marker-supply-empty"}), DeviceReason::toner_empty);
    add_if(names(told, {"offline", "shutdown", "timed-out"}) || says_unavailable(printer.message),
           DeviceReason::offline);
    add_if(printer.stopped, DeviceReason::stopped);
    add_if(!printer.accepting, DeviceReason::not_accepting);
    return reasons;
}

PrintState judge(JobAttributes const& job, PrinterAttributes const& printer) {
    switch (job.phase) {
    case JobPhase::completed:
        // The printer gave the job up half-way and calls it done all the same.
        return names(job.reasons, {"job-completed-with-errors"}) ? PrintState::failed : PrintState::completed;
    case JobPhase::cancelled:
        return PrintState::cancelled;
    case JobPhase::aborted:
        return PrintState::failed;
    default:
        break;
    }
    auto const reasons = device_reasons(printer);
    if (has(reasons, DeviceReason::paper_jam)) {
        return PrintState::jammed;
    }
    if (has(reasons, DeviceReason::cover_open)) {
        return PrintState::cover_open;
    }
    if (has(reasons, DeviceReason::paper_out)) {
        return PrintState::paper_out;
    }
    if (has(reasons, DeviceReason::offline) || says_unavailable(job.printer_message)) {
        return PrintState::printer_offline;
    }
    if (printer.stopped) {
        return PrintState::printer_stopped;
    }
    return job.phase == JobPhase::processing ? PrintState::printing : PrintState::waiting;
}

kiosk_protocol::DeviceState judge(PrinterAttributes const& printer) {
    kiosk_protocol::DeviceState state;
    state.reasons = device_reasons(printer);
    state.model = printer.model;
    state.detail = printer.message;
    auto const harmless = [](DeviceReason reason) { return reason == DeviceReason::toner_low; };
    if (has(state.reasons, DeviceReason::offline)) {
        state.state = DeviceCondition::absent;
    } else if (!std::ranges::all_of(state.reasons, harmless)) {
        state.state = DeviceCondition::attention;
    } else {
        state.state = printer.processing ? DeviceCondition::busy : DeviceCondition::ready;
    }
    return state;
}

} // namespace parvis::kiosk
