// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/realtime.hpp"
#include "server/interview/test_town.hpp"

#include <gtest/gtest.h>

namespace parvis::interview {
namespace {

std::string text(boost::json::value const& value) {
    return std::string(value.as_string().c_str());
}

class RealtimeTest : public ::testing::Test {
  protected:
    Town town;
    testing::World& world = town.world;
    TestCounter& counter = town.counter;
    KioskId const bretenoux = world.bretenoux.kiosk_id;

    InterviewId new_id() { return InterviewId::make(world.clock.now()); }
    Members ring_wish(InterviewId const& id) {
        return {{"interview_id", id.text()},
                {"offer_id", world.bretenoux.family_offer.text()},
                {"subject", "family"},
                {"language", "fr"}};
    }
    static Members naming(InterviewId const& id) { return {{"interview_id", id.text()}}; }
    std::unique_ptr<TestPeer> available(identity::Caller const& adviser) {
        auto console = town.ready(town.console(adviser));
        EXPECT_EQ(town.ask(*console, "set_availability", {{"availability", "available"}}), "");
        return console;
    }
    static std::string state_told(TestPeer const& peer) {
        auto const* told = peer.last("interview");
        return told == nullptr ? "" : text(told->at("interview").at("state"));
    }
    static std::size_t rings_told(TestPeer const& peer) {
        auto const* told = peer.last("rings");
        return told == nullptr ? 0 : told->at("rings").as_array().size();
    }
    static std::string activity_told(TestPeer const& peer) {
        auto const* told = peer.last("kiosks");
        if (told == nullptr) {
            told = peer.last("snapshot");
        }
        return text(told->at("kiosks").as_array().at(0).at("activity"));
    }
    /// A running interview between the kiosk and Marie.
    InterviewId connect(TestPeer& kiosk, TestPeer& console) {
        auto id = new_id();
        EXPECT_EQ(town.ask(kiosk, "ring", ring_wish(id)), "");
        EXPECT_EQ(town.ask(console, "accept_ring", naming(id)), "");
        EXPECT_TRUE(
            town.until([&] { return state_told(kiosk) == "running" && state_told(console) == "running"; }));
        return id;
    }
};

using AKiosk = RealtimeTest;
using AConsole = RealtimeTest;
using ADesk = RealtimeTest;
using AServer = RealtimeTest;

TEST_F(AKiosk, that_proves_itself_learns_its_place_and_its_tiles) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const& snapshot = *kiosk->last("snapshot");
    EXPECT_EQ(text(snapshot.at("site").at("name")), "Bretenoux");
    EXPECT_EQ(snapshot.at("tiles").as_array().size(), 2U);
    EXPECT_EQ(text(snapshot.at("tiles").at(0).at("offers").at(0).at("state")), "nobody_there");
}

TEST_F(AKiosk, with_somebody_elses_key_is_sent_away) {
    auto const kiosk = town.kiosk(world.salviac.kiosk_id);
    ASSERT_TRUE(town.until([&] { return kiosk->state() == ws::LinkState::refused; }));
    EXPECT_EQ(kiosk->problem()->reason, "kiosk_unknown");
}

TEST_F(AKiosk, sees_its_tile_open_when_an_adviser_becomes_available_and_leave) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const family = [&]() -> std::string {
        auto const* tiles = kiosk->last("tiles");
        return tiles == nullptr ? "" : text(tiles->at("tiles").at(1).at("offers").at(0).at("state"));
    };
    auto const console = available(counter.marie);
    ASSERT_TRUE(town.until([&] { return family() == "open"; }));
    EXPECT_EQ(town.ask(*console, "set_availability", {{"availability", "closed"}}), "");
    EXPECT_TRUE(town.until([&] { return family() == "nobody_there"; }));
}

TEST_F(AKiosk, whose_ring_is_accepted_gets_a_relay_a_code_and_a_first_name) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    connect(*kiosk, *console);
    auto const& told = kiosk->last("interview")->at("interview").as_object();
    EXPECT_EQ(text(told.at("adviser_name")), "Marie");
    EXPECT_EQ(told.at("code").as_string().size(), 9U);
    EXPECT_EQ(told.at("ice_servers").as_array().size(), 1U);
    EXPECT_FALSE(told.contains("grant"));
    auto const& held = console->last("interview")->at("interview").as_object();
    EXPECT_NE(text(held.at("grant")).find('.'), std::string::npos);
    EXPECT_EQ(held.at("code"), told.at("code"));
}

TEST_F(AKiosk, that_withdraws_right_after_ringing_is_understood_in_that_order) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const id = new_id();
    kiosk->ask("ring", ring_wish(id));
    EXPECT_EQ(town.ask(*kiosk, "withdraw", naming(id)), "");
    EXPECT_TRUE(town.until([&] { return state_told(*kiosk) == "ended"; }));
}

TEST_F(AKiosk, that_is_revoked_loses_its_link_at_once_and_its_interview_ends) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    connect(*kiosk, *console);
    town.realtime().kiosk_revoked(bretenoux);
    EXPECT_TRUE(town.until([&] { return kiosk->state() == ws::LinkState::refused; }));
    ASSERT_TRUE(town.until([&] { return state_told(*console) == "ended"; }));
    EXPECT_EQ(text(console->last("interview")->at("interview").at("end_reason")), "revoked");
}

TEST_F(AKiosk, of_the_older_protocol_tells_devices_without_reasons) {
    auto const kiosk = town.ready(town.kiosk(bretenoux, 1));
    auto const desk = town.ready(town.desk(counter.luc, world.bretenoux.site_id));
    Members const device = {{"state", "ready"}, {"model", "fi-7160"}, {"detail", ""}};
    EXPECT_EQ(town.ask(*kiosk, "devices", {{"report", Members{{"scanner", device}, {"printer", device}}}}),
              "");
    ASSERT_TRUE(town.until([&] { return desk->count("kiosks") > 0; }));
    auto const& view = desk->last("kiosks")->at("kiosks").at(0);
    EXPECT_EQ(text(view.at("devices").at("scanner").at("state")), "ready");
    EXPECT_TRUE(view.as_object().contains("devices_at"));
}

TEST_F(AKiosk, that_sends_nonsense_is_told_what_was_wrong_and_stays) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    EXPECT_EQ(town.ask(*kiosk, "sing"), "message_type_unknown");
    EXPECT_EQ(town.ask(*kiosk, "ring", {{"interview_id", "x"}}), "field_wrong_type");
    EXPECT_EQ(town.ask(*kiosk, "bell", {{"ringing", true}}), "");
}

TEST_F(AConsole, is_for_advisers_who_are_signed_in) {
    auto const mediator = town.console(counter.luc);
    ASSERT_TRUE(town.until([&] { return mediator->state() == ws::LinkState::refused; }));
    EXPECT_EQ(mediator->problem()->reason, "not_an_adviser");
}

TEST_F(AConsole, hears_rings_of_its_own_body_only) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const marie = available(counter.marie);
    auto const rosa = available(counter.rosa);
    EXPECT_EQ(town.ask(*kiosk, "ring", ring_wish(new_id())), "");
    ASSERT_TRUE(town.until([&] { return rings_told(*marie) == 1; }));
    ASSERT_TRUE(town.until([&] { return activity_told(*rosa) == "ringing"; }));
    EXPECT_EQ(rings_told(*rosa), 0U);
    auto const& seen = rosa->last("kiosks")->at("kiosks").at(0).as_object();
    EXPECT_EQ(text(seen.at("partner_acronym")), "CAF");
    EXPECT_FALSE(seen.contains("interview_id"));
}

TEST_F(AConsole, that_loses_the_race_is_told_and_its_ring_goes_away) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const marie = available(counter.marie);
    auto const paul = available(counter.paul);
    auto const id = new_id();
    EXPECT_EQ(town.ask(*kiosk, "ring", ring_wish(id)), "");
    marie->ask("accept_ring", naming(id));
    paul->ask("accept_ring", naming(id));
    ASSERT_TRUE(town.until([&] { return marie->answer() && paul->answer(); }));
    EXPECT_NE(*marie->answer() == "", *paul->answer() == "");
    EXPECT_EQ(*marie->answer() + *paul->answer(), "ring_taken");
    EXPECT_TRUE(town.until([&] { return rings_told(*marie) == 0 && rings_told(*paul) == 0; }));
}

TEST_F(AConsole, exchanges_signals_with_its_kiosk_in_order) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    auto const id = connect(*kiosk, *console);
    for (int i = 0; i < 20; ++i) {
        console->ask("signal", {{"interview_id", id.text()}, {"payload", Members{{"n", i}}}});
    }
    ASSERT_TRUE(town.until([&] { return kiosk->count("signal") == 20; }));
    std::int64_t expected = 0;
    for (auto const& message : kiosk->messages) {
        if (text(message.at("type")) == "signal") {
            EXPECT_EQ(message.at("payload").at("n").as_int64(), expected++);
        }
    }
    EXPECT_EQ(town.ask(*kiosk, "signal", {{"interview_id", id.text()}, {"payload", Members{{"n", 1}}}}), "");
    EXPECT_TRUE(town.until([&] { return console->count("signal") == 1; }));
}

TEST_F(AConsole, cannot_signal_into_an_interview_of_somebody_else) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const marie = available(counter.marie);
    auto const paul = available(counter.paul);
    auto const id = connect(*kiosk, *marie);
    EXPECT_EQ(town.ask(*paul, "signal", {{"interview_id", id.text()}, {"payload", Members{}}}),
              "interview_unknown");
    auto const large = Members{{"sdp", std::string(70'000, 'x')}};
    EXPECT_EQ(town.ask(*marie, "signal", {{"interview_id", id.text()}, {"payload", large}}),
              "signal_too_large");
    EXPECT_EQ(kiosk->count("signal"), 0U);
}

TEST_F(AConsole, opened_a_second_time_takes_over_and_finds_the_running_interview) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const first = available(counter.marie);
    auto const id = connect(*kiosk, *first);
    auto const second = town.ready(town.console(counter.marie));
    EXPECT_TRUE(town.until([&] { return first->state() == ws::LinkState::replaced; }));
    EXPECT_EQ(text(second->last("snapshot")->at("interview").at("interview_id")), id.text());
    EXPECT_EQ(text(second->last("snapshot")->at("availability")), "available");
}

TEST_F(AConsole, is_asked_for_the_outcome_and_learns_what_was_wiped) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    auto const id = connect(*kiosk, *console);
    EXPECT_EQ(town.ask(*console, "end_interview", naming(id)), "");
    ASSERT_TRUE(town.until([&] { return state_told(*kiosk) == "ended" && state_told(*console) == "ended"; }));
    Members const record = {{"record_id", RecordId::make(world.clock.now()).text()},
                            {"interview_id", id.text()},
                            {"kind", "wiped"},
                            {"occurred_at", world.clock.now().ms},
                            {"wipe_reason", "ended"},
                            {"counts", Members{{"daemon_papers", 2},
                                               {"daemon_bytes", 99},
                                               {"page_papers", 0},
                                               {"spool_jobs", 1},
                                               {"profile_entries", 0}}}};
    auto const ends_told = kiosk->count("interview");
    EXPECT_EQ(town.ask(*kiosk, "records", {{"records", boost::json::array{record}}}), "");
    ASSERT_TRUE(town.until(
        [&] { return console->last("interview")->at("interview").as_object().contains("wiped"); }));
    EXPECT_EQ(kiosk->count("interview"), ends_told);
    auto const reloaded = town.ready(town.console(counter.marie));
    EXPECT_EQ(text(reloaded->last("snapshot")->at("interview").at("interview_id")), id.text());
}

TEST_F(AConsole, of_an_account_that_signs_out_is_closed_and_its_interview_ends) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    connect(*kiosk, *console);
    town.realtime().signed_out({counter.marie.account_id});
    ASSERT_TRUE(town.until([&] { return state_told(*kiosk) == "ended"; }));
    EXPECT_EQ(text(kiosk->last("interview")->at("interview").at("end_reason")), "adviser_left");
    EXPECT_TRUE(town.until([&] { return console->state() == ws::LinkState::refused; }));
}

TEST_F(AConsole, is_closed_at_once_with_the_session_that_opened_it_and_nobody_else_is) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const desk = town.ready(town.desk(counter.luc, world.bretenoux.site_id));
    auto const elsewhere = town.last_token();
    auto const same_desk = town.ready(town.desk(counter.luc, world.bretenoux.site_id));
    auto const console = available(counter.marie);
    auto const marie = town.last_token();
    connect(*kiosk, *console);
    town.sign_out(elsewhere);
    ASSERT_TRUE(town.until([&] { return desk->state() == ws::LinkState::refused; }));
    town.sign_out(marie);
    ASSERT_TRUE(town.until([&] { return console->state() == ws::LinkState::refused; }));
    ASSERT_TRUE(town.until([&] { return state_told(*kiosk) == "ended"; }));
    EXPECT_EQ(text(kiosk->last("interview")->at("interview").at("end_reason")), "adviser_left");
    EXPECT_EQ(same_desk->state(), ws::LinkState::connected);
}

TEST_F(AConsole, calls_a_kiosk_that_is_there_and_hears_the_citizen_answer) {
    auto const console = available(counter.marie);
    auto const id = new_id();
    Members const call = {{"interview_id", id.text()},
                          {"kiosk_id", bretenoux.text()},
                          {"offer_id", world.bretenoux.family_offer.text()}};
    EXPECT_EQ(town.ask(*console, "call_kiosk", call), "kiosk_offline");
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    EXPECT_EQ(town.ask(*console, "call_kiosk", call), "");
    ASSERT_TRUE(town.until([&] { return state_told(*kiosk) == "calling"; }));
    EXPECT_EQ(town.ask(*kiosk, "answer", naming(id)), "");
    EXPECT_TRUE(town.until([&] { return state_told(*console) == "running"; }));
}

TEST_F(ADesk, is_for_the_mediator_of_the_site) {
    auto const foreign = town.desk(counter.ana, world.bretenoux.site_id);
    ASSERT_TRUE(town.until([&] { return foreign->state() == ws::LinkState::refused; }));
    EXPECT_EQ(foreign->problem()->reason, "not_your_site");
}

TEST_F(ADesk, connects_its_kiosk_and_answers_its_bell) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const desk = town.ready(town.desk(counter.luc, world.bretenoux.site_id));
    auto const id = new_id();
    auto wish = ring_wish(id);
    wish["kiosk_id"] = bretenoux.text();
    EXPECT_EQ(town.ask(*desk, "connect_kiosk", wish), "");
    ASSERT_TRUE(
        town.until([&] { return state_told(*kiosk) == "ringing" && activity_told(*desk) == "ringing"; }));
    EXPECT_EQ(town.ask(*kiosk, "bell", {{"ringing", true}}), "");
    EXPECT_TRUE(
        town.until([&] { return text(desk->last("kiosks")->at("kiosks").at(0).at("bell")) == "ringing"; }));
    EXPECT_EQ(town.ask(*desk, "answer_bell", {{"kiosk_id", bretenoux.text()}}), "");
    EXPECT_TRUE(town.until(
        [&] { return kiosk->count("bell") == 2 && text(kiosk->last("bell")->at("bell")) == "answered"; }));
}

TEST_F(AServer, that_restarts_finds_the_running_interview_and_the_availability_again) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    auto const id = connect(*kiosk, *console);
    town.restart();
    // A machine that stands still for a while loses links, and each new one begins with a snapshot.
    ASSERT_TRUE(town.until([&] { return kiosk->count("snapshot") >= 2 && console->count("snapshot") >= 2; }));
    auto const& at_kiosk = kiosk->last("snapshot")->at("interview").as_object();
    auto const& at_console = console->last("snapshot")->at("interview").as_object();
    EXPECT_EQ(text(at_kiosk.at("interview_id")), id.text());
    EXPECT_EQ(text(at_kiosk.at("state")), "running");
    EXPECT_EQ(at_kiosk.at("ice_servers").as_array().size(), 1U);
    EXPECT_EQ(text(at_console.at("interview_id")), id.text());
    EXPECT_TRUE(at_console.contains("grant"));
    EXPECT_EQ(text(console->last("snapshot")->at("availability")), "available");
    EXPECT_EQ(town.ask(*console, "end_interview", naming(id)), "");
}

TEST_F(AServer, that_dies_just_when_its_clock_ticks_does_nothing_any_more) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    town.fall_behind();
    town.restart();
    EXPECT_TRUE(town.until([&] { return kiosk->count("snapshot") >= 2; }));
}

TEST_F(AServer, ends_a_ring_that_nobody_answers) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    EXPECT_EQ(town.ask(*kiosk, "ring", ring_wish(new_id())), "");
    world.clock.advance(std::chrono::minutes(11));
    ASSERT_TRUE(town.until([&] { return state_told(*kiosk) == "ended"; }));
    EXPECT_EQ(text(kiosk->last("interview")->at("interview").at("end_reason")), "no_answer");
}

TEST_F(AServer, gives_a_running_interview_up_only_when_both_ends_stay_away) {
    auto kiosk = town.ready(town.kiosk(bretenoux));
    auto console = available(counter.marie);
    auto const id = connect(*kiosk, *console);
    kiosk.reset();
    ASSERT_TRUE(town.until([&] {
        world.clock.advance(std::chrono::seconds(1));
        return activity_told(*console) == "in_interview";
    }));
    world.clock.advance(std::chrono::hours(1));
    auto const state = [&] {
        return counter.services.interviews.read(counter.marie, id).value().interview.state;
    };
    EXPECT_EQ(town.ask(*console, "media_connected", naming(id)), "");
    EXPECT_EQ(state(), InterviewState::running);
    console.reset();
    EXPECT_TRUE(town.until([&] {
        world.clock.advance(std::chrono::seconds(10));
        return state() == InterviewState::ended;
    }));
    EXPECT_EQ(counter.services.interviews.read(counter.marie, id).value().interview.end_reason,
              EndReason::kiosk_lost);
}

TEST_F(AServer, renews_grant_and_relay_credentials_before_they_are_over) {
    auto const kiosk = town.ready(town.kiosk(bretenoux));
    auto const console = available(counter.marie);
    connect(*kiosk, *console);
    auto const grant = [&] { return text(console->last("interview")->at("interview").at("grant")); };
    auto const first = grant();
    world.clock.advance(std::chrono::minutes(31));
    EXPECT_TRUE(town.until([&] { return grant() != first; }));
}

} // namespace
} // namespace parvis::interview
