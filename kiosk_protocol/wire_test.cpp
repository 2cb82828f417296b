// SPDX-License-Identifier: EUPL-1.2
#include "kiosk_protocol/kiosk_link.hpp"
#include "platform/json/json.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk_protocol {
namespace {

constexpr Instant noon{1'772'620'200'000};

TEST(ARing, survives_the_wire) {
    from_kiosk::Ring const ring{InterviewId::make(noon), OfferId::make(noon), "family", "fr"};
    auto const read = json::decode<from_kiosk::Ring>(json::encode(ring), json::Unknown::refuse);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->interview_id, ring.interview_id);
    EXPECT_EQ(read->offer_id, ring.offer_id);
    EXPECT_EQ(read->subject, "family");
}

TEST(ARing, from_a_newer_kiosk_may_say_more_than_we_know) {
    auto message =
        json::encode(from_kiosk::Ring{InterviewId::make(noon), OfferId::make(noon), "family", "fr"});
    message.get_object()["companion"] = true;
    EXPECT_TRUE(json::decode<from_kiosk::Ring>(message, json::Unknown::ignore));
}

TEST(ARing, without_an_offer_points_at_it) {
    auto message =
        json::encode(from_kiosk::Ring{InterviewId::make(noon), OfferId::make(noon), "family", "fr"});
    message.get_object().erase("offer_id");
    EXPECT_EQ(json::decode<from_kiosk::Ring>(message, json::Unknown::ignore).error().pointer, "/offer_id");
}

TEST(AnInterviewOnTheWire, leaves_out_what_is_not_known_yet) {
    KioskInterview interview;
    interview.interview_id = InterviewId::make(noon);
    auto const told = json::encode(interview).get_object();
    EXPECT_FALSE(told.contains("code"));
    EXPECT_FALSE(told.contains("adviser_name"));
    EXPECT_EQ(told.at("ice_servers").as_array().size(), 0U);
}

TEST(AReportForTheOlderProtocol, has_no_reasons) {
    DeviceReport report;
    report.scanner = {DeviceCondition::attention, {DeviceReason::cover_open}, "fi-7160", ""};
    report.camera = DeviceState{DeviceCondition::absent, {DeviceReason::offline}, "", ""};
    auto const told = json::encode(to_version_1(report)).get_object();
    EXPECT_FALSE(told.at("scanner").as_object().contains("reasons"));
    EXPECT_FALSE(told.at("camera").as_object().contains("reasons"));
    EXPECT_FALSE(told.contains("microphone"));
}

TEST(AWipeRecord, keeps_its_counts) {
    KioskRecord const record{RecordId::make(noon),     std::nullopt, RecordKind::wiped, noon, "startup",
                             WipeCounts{1, 2, 3, 4, 5}};
    auto const read = json::decode<KioskRecord>(json::encode(record), json::Unknown::refuse);
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->interview_id);
    EXPECT_EQ(read->counts->profile_entries, 5);
    EXPECT_EQ(read->occurred_at, noon);
}

} // namespace
} // namespace parvis::kiosk_protocol
