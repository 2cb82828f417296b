// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/link.hpp"
#include "platform/ws/protocol.hpp"

#include <gtest/gtest.h>

namespace parvis::ws {
namespace {

using namespace std::chrono_literals;

Error refusal_of(boost::json::object message) {
    return parse_hello(std::move(message)).error();
}

TEST(Hello, comes_back_as_it_was_said) {
    Hello hello;
    hello.lowest = 1;
    hello.highest = 2;
    hello.language = Language::en;
    hello.resume = Resume{"epoch", "link", 42};
    hello.proof = {{"kiosk_id", "k"}};
    hello.token = "t";
    hello.extra = {{"surface", "desk"}};
    auto const again = parse_hello(to_json(hello));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->resume->received, 42U);
    EXPECT_EQ(again->proof, hello.proof);
    EXPECT_EQ(again->token, "t");
    EXPECT_EQ(again->extra, hello.extra);
    EXPECT_EQ(again->language, Language::en);
}

TEST(Hello, without_protocol_names_the_missing_field) {
    auto const error = refusal_of({{"type", "hello"}});
    EXPECT_EQ(error.reason, "field_missing");
    EXPECT_EQ(error.pointer, "/protocol");
}

TEST(Hello, with_a_wrong_kind_of_number_names_its_place) {
    auto const error = refusal_of({{"type", "hello"}, {"protocol", {{"lowest", "one"}, {"highest", 2}}}});
    EXPECT_EQ(error.reason, "field_wrong_type");
    EXPECT_EQ(error.pointer, "/protocol/lowest");
}

TEST(Hello, cannot_have_its_versions_upside_down) {
    EXPECT_EQ(refusal_of({{"type", "hello"}, {"protocol", {{"lowest", 3}, {"highest", 2}}}}).reason,
              "value_out_of_range");
}

TEST(Hello, is_expected_before_any_command) {
    EXPECT_EQ(refusal_of({{"type", "ring"}, {"id", "1"}}).reason, "hello_expected");
}

class LinkMemory : public ::testing::Test {
  protected:
    LinkServerOptions options{.replay_messages = 4,
                              .replay_bytes = 1000,
                              .remembered_answers = 3,
                              .commands_per_second = 2,
                              .command_burst = 4};
    SteadyTime now = std::chrono::steady_clock::now();
    Link link{LinkId::make(Instant{1}), Peer{}, options, now};
};

TEST_F(LinkMemory, numbers_messages_from_one) {
    EXPECT_EQ(link.number(R"({"type":"a"})"), R"({"seq":1,"type":"a"})");
    EXPECT_EQ(link.number("{}"), R"({"seq":2})");
}

TEST_F(LinkMemory, replays_exactly_what_was_missed) {
    for (int i = 0; i < 3; ++i) {
        (void)link.number("{}");
    }
    ASSERT_TRUE(link.can_replay(1));
    EXPECT_EQ(link.replay(1), (std::vector<std::string>{R"({"seq":2})", R"({"seq":3})"}));
    EXPECT_FALSE(link.can_replay(9)) << "more than was ever sent";
}

TEST_F(LinkMemory, cannot_replay_over_a_gap) {
    for (int i = 0; i < 6; ++i) {
        (void)link.number("{}");
    }
    EXPECT_TRUE(link.has_gap());
    EXPECT_FALSE(link.can_replay(1));
    EXPECT_TRUE(link.can_replay(2));
}

TEST_F(LinkMemory, keeps_no_more_bytes_than_allowed) {
    (void)link.number("{\"a\":\"" + std::string(600, 'x') + "\"}");
    (void)link.number("{\"a\":\"" + std::string(600, 'x') + "\"}");
    EXPECT_FALSE(link.can_replay(0));
    EXPECT_TRUE(link.can_replay(1));
}

TEST_F(LinkMemory, lets_go_of_what_the_peer_has) {
    (void)link.number("{}");
    (void)link.number("{}");
    link.acknowledge(2);
    EXPECT_FALSE(link.has_gap());
    EXPECT_TRUE(link.replay(2).empty());
}

TEST_F(LinkMemory, tells_a_running_command_from_an_answered_one) {
    EXPECT_EQ(link.accept("c1", now), Acceptance::execute);
    EXPECT_EQ(link.accept("c1", now), Acceptance::running);
    EXPECT_TRUE(link.remember_answer("c1", "{}"));
    EXPECT_FALSE(link.remember_answer("c1", "{}"));
    EXPECT_EQ(link.accept("c1", now), Acceptance::answered);
    EXPECT_EQ(link.answer_of("c1"), "{}");
}

TEST_F(LinkMemory, forgets_the_oldest_answers_first) {
    for (auto const* id : {"c1", "c2", "c3", "c4"}) {
        ASSERT_EQ(link.accept(id, now), Acceptance::execute);
        ASSERT_TRUE(link.remember_answer(id, "{}"));
        now += 1s;
    }
    EXPECT_EQ(link.accept("c2", now), Acceptance::answered);
    EXPECT_EQ(link.accept("c1", now), Acceptance::execute);
}

TEST_F(LinkMemory, refuses_commands_that_come_too_fast_and_recovers) {
    for (auto const* id : {"a", "b", "c", "d"}) {
        ASSERT_EQ(link.accept(id, now), Acceptance::execute);
        ASSERT_TRUE(link.remember_answer(id, "{}"));
    }
    EXPECT_EQ(link.accept("e", now), Acceptance::too_fast);
    EXPECT_EQ(link.accept("e", now + 1s), Acceptance::execute);
}

TEST_F(LinkMemory, bounds_commands_without_an_answer) {
    for (auto const* id : {"a", "b", "c"}) {
        ASSERT_EQ(link.accept(id, now), Acceptance::execute);
    }
    EXPECT_EQ(link.accept("d", now), Acceptance::too_many);
    ASSERT_TRUE(link.remember_answer("a", "{}"));
    EXPECT_EQ(link.accept("d", now), Acceptance::execute);
}

TEST_F(LinkMemory, counts_doubles_not_against_the_pace) {
    ASSERT_EQ(link.accept("a", now), Acceptance::execute);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(link.accept("a", now), Acceptance::running);
    }
    EXPECT_EQ(link.accept("b", now), Acceptance::execute);
}

} // namespace
} // namespace parvis::ws
