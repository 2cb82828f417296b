// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::kiosk_protocol {

/// What a device can do for people right now.
enum class DeviceCondition {
    ready,     ///< answers and can work
    busy,      ///< is working for somebody
    attention, ///< is there, but a person must do something: the reasons say what
    absent,    ///< does not answer, or none is connected
    unknown    ///< not looked at yet
};
BOOST_DESCRIBE_ENUM(DeviceCondition, ready, busy, attention, absent, unknown)

/// Why a device needs attention or is absent. `toner_low` alone does not stop a device from being ready.
enum class DeviceReason {
    paper_out,
    paper_jam,
    cover_open,
    feeder_empty,
    toner_low,
    toner_empty,
    offline,
    stopped,
    not_accepting,
    access_denied,
    hung,
    crashed,
    io_error,
    no_memory,
    unsupported,
    not_configured,
    service_unreachable
};
BOOST_DESCRIBE_ENUM(DeviceReason, paper_out, paper_jam, cover_open, feeder_empty, toner_low, toner_empty,
                    offline, stopped, not_accepting, access_denied, hung, crashed, io_error, no_memory,
                    unsupported, not_configured, service_unreachable)

/// One device as protocol 2 tells it.
struct DeviceState {
    DeviceCondition state = DeviceCondition::unknown;
    std::vector<DeviceReason> reasons; ///< each at most once, in the order of the enumeration
    std::string model;                 ///< as the device names itself; empty when unknown
    std::string detail; ///< technician's text (driver's or printer's own words), never from a job

    bool operator==(DeviceState const&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeviceState, (), (state, reasons, model, detail))

/// All devices of a kiosk. Camera, microphone and loudspeaker are known to the kiosk page alone, which fills
/// them.
struct DeviceReport {
    DeviceState scanner;
    DeviceState printer;
    std::optional<DeviceState> camera;
    std::optional<DeviceState> microphone;
    std::optional<DeviceState> loudspeaker;

    bool operator==(DeviceReport const&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeviceReport, (), (scanner, printer, camera, microphone, loudspeaker))

/// One device as protocol 1 tells it: no reasons.
struct DeviceStateVersion1 {
    DeviceCondition state = DeviceCondition::unknown;
    std::string model;
    std::string detail;

    bool operator==(DeviceStateVersion1 const&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeviceStateVersion1, (), (state, model, detail))

struct DeviceReportVersion1 {
    DeviceStateVersion1 scanner;
    DeviceStateVersion1 printer;
    std::optional<DeviceStateVersion1> camera;
    std::optional<DeviceStateVersion1> microphone;
    std::optional<DeviceStateVersion1> loudspeaker;

    bool operator==(DeviceReportVersion1 const&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeviceReportVersion1, (), (scanner, printer, camera, microphone, loudspeaker))

/// What a peer that speaks protocol 1 gets in place of `state`.
inline DeviceStateVersion1 to_version_1(DeviceState const& state) {
    return {state.state, state.model, state.detail};
}

/// What a peer that speaks protocol 1 gets in place of `report`.
inline DeviceReportVersion1 to_version_1(DeviceReport const& report) {
    auto const told = [](std::optional<DeviceState> const& state) {
        return state ? std::optional(to_version_1(*state)) : std::nullopt;
    };
    return {to_version_1(report.scanner), to_version_1(report.printer), told(report.camera),
            told(report.microphone), told(report.loudspeaker)};
}

enum class CheckOutcome { passed, warning, failed };
BOOST_DESCRIBE_ENUM(CheckOutcome, passed, warning, failed)

/// One check of the kiosk's self-test.
struct SelfTestCheck {
    std::string name; ///< "scanner", "printer", "disk_space" or "clock"
    CheckOutcome outcome = CheckOutcome::failed;
    std::int64_t duration_ms = 0;
    std::vector<DeviceReason> reasons; ///< of the scanner and the printer
    std::string detail;                ///< technician's text

    bool operator==(SelfTestCheck const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SelfTestCheck, (), (name, outcome, duration_ms, reasons, detail))

/// Every check once, in a fixed order. No paper is moved.
struct SelfTestReport {
    std::vector<SelfTestCheck> checks;

    bool operator==(SelfTestReport const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SelfTestReport, (), (checks))

} // namespace parvis::kiosk_protocol
