// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/device_watch/scanner_judgement.hpp"

namespace parvis::kiosk {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::DeviceState;
using kiosk_protocol::ScanStatus;

DeviceState judge_scanner(ScanStatus status, std::string const& detail) {
    auto const told = [&](DeviceCondition condition, DeviceReason reason) {
        return DeviceState{condition, {reason}, {}, detail};
    };
    switch (status) {
    case ScanStatus::finished:
    case ScanStatus::cancelled:
    case ScanStatus::unsupported:
    case ScanStatus::invalid:
        return {DeviceCondition::ready, {}, {}, {}};
    case ScanStatus::no_documents:
        return told(DeviceCondition::ready, DeviceReason::feeder_empty);
    case ScanStatus::device_busy:
        return {DeviceCondition::busy, {}, {}, detail};
    case ScanStatus::jammed:
        return told(DeviceCondition::attention, DeviceReason::paper_jam);
    case ScanStatus::cover_open:
        return told(DeviceCondition::attention, DeviceReason::cover_open);
    case ScanStatus::no_memory:
        return told(DeviceCondition::attention, DeviceReason::no_memory);
    case ScanStatus::access_denied:
        return told(DeviceCondition::attention, DeviceReason::access_denied);
    case ScanStatus::hung:
        return told(DeviceCondition::attention, DeviceReason::hung);
    case ScanStatus::crashed:
        return told(DeviceCondition::attention, DeviceReason::crashed);
    case ScanStatus::io_error:
        return told(DeviceCondition::attention, DeviceReason::io_error);
    case ScanStatus::device_lost:
        return told(DeviceCondition::absent, DeviceReason::offline);
    }
    return {};
}

} // namespace parvis::kiosk
