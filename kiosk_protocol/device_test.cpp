// SPDX-License-Identifier: EUPL-1.2
#include "kiosk_protocol/device.hpp"
#include "kiosk_protocol/papers.hpp"
#include "platform/json/json.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk_protocol {
namespace {

DeviceReport jammed_kiosk() {
    DeviceReport report;
    report.scanner = {DeviceCondition::attention, {DeviceReason::paper_jam}, "Acme 1", "tray 2"};
    report.printer = {DeviceCondition::ready, {DeviceReason::toner_low}, "Acme 2", ""};
    report.camera = DeviceState{DeviceCondition::absent, {DeviceReason::offline}, "", ""};
    return report;
}

TEST(DeviceReport, survives_the_wire) {
    auto const wire = json::encode(jammed_kiosk());
    EXPECT_EQ(wire.at("scanner").at("reasons").at(0), "paper_jam");
    EXPECT_FALSE(wire.as_object().contains("microphone")) << "unknown devices are left out";
    EXPECT_EQ(json::decode<DeviceReport>(wire, json::Unknown::refuse).value(), jammed_kiosk());
}

TEST(DeviceReport, tells_a_peer_of_version_1_everything_but_the_reasons) {
    auto const wire = json::encode(to_version_1(jammed_kiosk()));
    EXPECT_EQ(json::serialize(wire), R"({"scanner":{"state":"attention","model":"Acme 1","detail":"tray 2"},)"
                                     R"("printer":{"state":"ready","model":"Acme 2","detail":""},)"
                                     R"("camera":{"state":"absent","model":"","detail":""}})");
}

TEST(RetouchOperation, is_told_by_its_type_on_the_wire) {
    auto const wire = json::encode(RetouchOperation(Crop{0.25, 0, 0.5, 1}));
    EXPECT_EQ(wire.at("type"), "crop");
    EXPECT_EQ(json::decode<RetouchOperation>(wire, json::Unknown::refuse).value(),
              RetouchOperation(Crop{0.25, 0, 0.5, 1}));
    EXPECT_EQ(json::serialize(json::encode(RetouchOperation(Deskew{}))), R"({"type":"deskew"})");
}

TEST(PrintState, knows_which_states_nothing_follows) {
    EXPECT_TRUE(is_final(PrintState::completed));
    EXPECT_TRUE(is_final(PrintState::unknown_outcome));
    EXPECT_FALSE(is_final(PrintState::paper_out));
    EXPECT_FALSE(is_final(PrintState::printer_stopped));
}

} // namespace
} // namespace parvis::kiosk_protocol
