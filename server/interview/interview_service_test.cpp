// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/interview/interview_service.hpp"
#include "server/interview/interview_store.hpp"
#include "server/interview/test_counter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace parvis::interview {
namespace {

class Interviews : public ::testing::TestWithParam<testing::Engine> {
  protected:
    TestCounter counter{GetParam()};
    testing::World& world = counter.world;
    InterviewService& interviews = counter.services.interviews;
    KioskId const kiosk = world.bretenoux.kiosk_id;
    KioskId const other_kiosk = world.salviac.kiosk_id;

    Interview stored(InterviewId const& id) {
        return world.database()
            .read([&](db::Session& session) -> Result<Interview> {
                return find_interview(session, id).value();
            })
            .value();
    }
    int audited(std::string const& act) {
        return world.database()
            .read([&](db::Session& session) -> Result<int> {
                int count = 0;
                session.sql() << "SELECT COUNT(*) FROM audit_act WHERE act = :act", soci::use(act),
                    soci::into(count);
                return count;
            })
            .value();
    }
    from_desk::ConnectKiosk connection() {
        auto const wish = counter.family_wish();
        return {wish.interview_id, kiosk, wish.offer_id, wish.subject, wish.language};
    }
    from_adviser::CallKiosk call() {
        return {InterviewId::make(world.clock.now()), kiosk, world.bretenoux.family_offer};
    }
};

TEST_P(Interviews, a_ring_tells_site_body_and_subject_once) {
    auto const wish = counter.family_wish();
    auto const card = interviews.ring(kiosk, wish);
    ASSERT_TRUE(card);
    EXPECT_EQ(card->interview.state, InterviewState::ringing);
    EXPECT_EQ(card->place.site.name, "Bretenoux");
    EXPECT_EQ(card->offer.partner.acronym, "CAF");
    EXPECT_EQ(counter.told.size(), 1U);
}

TEST_P(Interviews, the_same_ring_repeated_changes_nothing) {
    auto const wish = counter.family_wish();
    auto const first = interviews.ring(kiosk, wish).value();
    world.clock.advance(std::chrono::seconds(3));
    auto const again = interviews.ring(kiosk, wish);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->interview, first.interview);
    EXPECT_EQ(counter.told.size(), 1U);
}

TEST_P(Interviews, a_ring_repeated_after_it_was_accepted_does_not_ring_again) {
    auto const wish = counter.family_wish();
    interviews.ring(kiosk, wish).value();
    interviews.accept(counter.marie, wish.interview_id).value();
    EXPECT_EQ(interviews.ring(kiosk, wish).value().interview.state, InterviewState::running);
}

TEST_P(Interviews, a_kiosk_that_rings_already_is_busy) {
    counter.ring();
    EXPECT_EQ(reason_of(interviews.ring(kiosk, counter.family_wish())), "kiosk_busy");
    EXPECT_EQ(reason_of(interviews.connect_kiosk(counter.luc, connection())), "kiosk_busy");
    EXPECT_EQ(reason_of(interviews.call_kiosk(counter.marie, call())), "kiosk_busy");
}

TEST_P(Interviews, an_id_that_another_kiosk_has_used_is_refused) {
    auto wish = counter.family_wish();
    interviews.ring(kiosk, wish).value();
    wish.offer_id = world.salviac.family_offer;
    EXPECT_EQ(reason_of(interviews.ring(other_kiosk, wish)), "interview_id_taken");
}

TEST_P(Interviews, a_ring_names_an_offer_of_its_site_a_subject_of_the_offer_and_a_language) {
    auto wish = counter.family_wish();
    wish.offer_id = world.salviac.family_offer;
    EXPECT_EQ(interviews.ring(kiosk, wish).error().pointer, "/offer_id");
    wish = counter.family_wish();
    wish.subject = "taxes";
    EXPECT_EQ(interviews.ring(kiosk, wish).error().pointer, "/subject");
    wish = counter.family_wish();
    wish.language = "de";
    EXPECT_EQ(interviews.ring(kiosk, wish).error().pointer, "/language");
    wish = counter.family_wish();
    wish.offer_id = OfferId::make(world.clock.now());
    EXPECT_EQ(reason_of(interviews.ring(kiosk, wish)), "offer_unknown");
}

TEST_P(Interviews, of_advisers_who_accept_at_the_same_moment_exactly_one_gets_the_ring) {
    for (int round = 0; round < 5; ++round) {
        auto const id = counter.ring();
        std::vector<Result<InterviewCard>> outcomes(2, fail(ErrorCode::unavailable, "not_run"));
        std::thread first([&] { outcomes[0] = interviews.accept(counter.marie, id); });
        std::thread second([&] { outcomes[1] = interviews.accept(counter.paul, id); });
        first.join();
        second.join();
        auto const winners =
            std::ranges::count_if(outcomes, [](auto const& outcome) { return outcome.ok(); });
        ASSERT_EQ(winners, 1);
        auto const& winner = outcomes[0] ? counter.marie : counter.paul;
        auto const& loser = outcomes[0] ? outcomes[1] : outcomes[0];
        EXPECT_EQ(reason_of(loser), "ring_taken");
        EXPECT_EQ(stored(id).adviser_id, winner.account_id);
        interviews.end(winner, id).value();
    }
}

TEST_P(Interviews, of_two_rings_accepted_at_the_same_moment_by_one_adviser_exactly_one_runs) {
    auto const here = counter.ring();
    auto wish = counter.family_wish();
    wish.offer_id = world.salviac.family_offer;
    interviews.ring(other_kiosk, wish).value();
    std::vector<Result<InterviewCard>> outcomes(2, fail(ErrorCode::unavailable, "not_run"));
    std::thread first([&] { outcomes[0] = interviews.accept(counter.marie, here); });
    std::thread second([&] { outcomes[1] = interviews.accept(counter.marie, wish.interview_id); });
    first.join();
    second.join();
    EXPECT_NE(outcomes[0].ok(), outcomes[1].ok());
    EXPECT_EQ(reason_of(outcomes[0] ? outcomes[1] : outcomes[0]), "adviser_busy");
}

TEST_P(Interviews, an_accepted_ring_has_a_code_and_a_trace) {
    auto const id = counter.held_by(counter.marie);
    EXPECT_EQ(stored(id).code.size(), 9U);
    EXPECT_EQ(stored(id).adviser_name, "Marie");
    EXPECT_EQ(audited("interview_begun"), 1);
}

TEST_P(Interviews, for_another_body_do_not_exist) {
    auto const id = counter.ring();
    EXPECT_EQ(reason_of(interviews.accept(counter.rosa, id)), "interview_unknown");
    interviews.accept(counter.marie, id).value();
    EXPECT_EQ(reason_of(interviews.read(counter.rosa, id)), "interview_unknown");
    EXPECT_EQ(reason_of(interviews.end(counter.rosa, id)), "interview_unknown");
    EXPECT_EQ(reason_of(interviews.end(counter.paul, id)), "interview_unknown");
    EXPECT_EQ(stored(id).state, InterviewState::running);
}

TEST_P(Interviews, a_mediator_connects_kiosks_of_their_own_site_only) {
    EXPECT_EQ(reason_of(interviews.connect_kiosk(counter.ana, connection())), "not_your_site");
    auto const wish = connection();
    ASSERT_TRUE(interviews.connect_kiosk(counter.luc, wish));
    EXPECT_EQ(reason_of(interviews.cancel_ring(counter.ana, wish.interview_id)), "interview_unknown");
    EXPECT_EQ(interviews.cancel_ring(counter.luc, wish.interview_id).value().interview.end_reason,
              EndReason::withdrawn);
}

TEST_P(Interviews, an_adviser_calls_and_the_citizen_answers) {
    auto const wish = call();
    auto const called = interviews.call_kiosk(counter.marie, wish).value();
    EXPECT_EQ(called.interview.state, InterviewState::calling);
    EXPECT_EQ(called.interview.adviser_name, "Marie");
    EXPECT_EQ(reason_of(interviews.answer(other_kiosk, wish.interview_id)), "interview_unknown");
    EXPECT_EQ(interviews.answer(kiosk, wish.interview_id).value().interview.state, InterviewState::running);
    EXPECT_EQ(interviews.answer(kiosk, wish.interview_id).value().interview.revision, 2);
}

TEST_P(Interviews, an_adviser_calls_for_their_own_group_and_one_kiosk_at_a_time) {
    EXPECT_EQ(reason_of(interviews.call_kiosk(counter.rosa, call())), "not_your_group");
    interviews.call_kiosk(counter.marie, call()).value();
    from_adviser::CallKiosk const elsewhere{InterviewId::make(world.clock.now()), other_kiosk,
                                            world.salviac.family_offer};
    EXPECT_EQ(reason_of(interviews.call_kiosk(counter.marie, elsewhere)), "adviser_busy");
}

TEST_P(Interviews, a_call_declined_at_the_kiosk_frees_both) {
    auto const wish = call();
    interviews.call_kiosk(counter.marie, wish).value();
    EXPECT_EQ(interviews.stop_by_citizen(kiosk, wish.interview_id).value().interview.end_reason,
              EndReason::declined);
    EXPECT_TRUE(interviews.call_kiosk(counter.marie, call()));
}

TEST_P(Interviews, a_ring_withdrawn_just_after_it_was_accepted_ends_as_left) {
    auto const id = counter.held_by(counter.marie);
    EXPECT_EQ(interviews.stop_by_citizen(kiosk, id).value().interview.end_reason, EndReason::citizen_left);
    EXPECT_EQ(interviews.stop_by_citizen(kiosk, id).value().interview.end_reason, EndReason::citizen_left);
    EXPECT_EQ(audited("interview_ended"), 1);
}

TEST_P(Interviews,
       ended_at_the_kiosk_by_the_adviser_while_the_server_was_away_are_finished_and_at_that_time) {
    auto const id = counter.held_by(counter.marie);
    auto const left = world.clock.now() + std::chrono::minutes(2);
    world.clock.advance(std::chrono::minutes(9));
    interviews.leave(kiosk, {id, EndReason::finished, left}).value();
    EXPECT_EQ(stored(id).end_reason, EndReason::finished);
    EXPECT_EQ(stored(id).ended_at, left);
    interviews.end(counter.marie, id, 1).value();
    EXPECT_EQ(stored(id).ended_at, left);
    EXPECT_EQ(audited("interview_ended"), 1);
}

TEST_P(Interviews, whose_end_is_told_late_end_when_they_did_and_never_before_they_began) {
    auto const id = counter.held_by(counter.marie);
    auto const begun = world.clock.now();
    world.clock.advance(std::chrono::minutes(9));
    interviews.end(counter.marie, id, std::chrono::milliseconds(std::chrono::hours(5)).count()).value();
    EXPECT_EQ(stored(id).ended_at, begun);
    auto const second = counter.held_by(counter.marie);
    world.clock.advance(std::chrono::minutes(9));
    interviews.end(counter.marie, second, 60'000).value();
    EXPECT_EQ(stored(second).ended_at, world.clock.now() - std::chrono::minutes(1));
}

TEST_P(Interviews, a_kiosk_stops_its_own_interview_only) {
    auto const id = counter.ring();
    EXPECT_EQ(reason_of(interviews.stop_by_citizen(other_kiosk, id)), "interview_unknown");
}

TEST_P(Interviews, a_ring_that_was_withdrawn_is_not_accepted_any_more) {
    auto const id = counter.ring();
    interviews.stop_by_citizen(kiosk, id).value();
    EXPECT_EQ(reason_of(interviews.accept(counter.marie, id)), "interview_ended");
}

TEST_P(Interviews, rings_and_calls_that_nobody_answers_end) {
    auto const id = counter.ring();
    using std::chrono::minutes;
    world.clock.advance(minutes(10));
    EXPECT_TRUE(interviews.end_unanswered(minutes(10), minutes(2)).value().empty());
    world.clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(interviews.end_unanswered(minutes(10), minutes(2)).value().size(), 1U);
    EXPECT_EQ(stored(id).end_reason, EndReason::no_answer);
    auto const wish = call();
    interviews.call_kiosk(counter.marie, wish).value();
    world.clock.advance(minutes(3));
    EXPECT_EQ(interviews.end_unanswered(minutes(10), minutes(2)).value().size(), 1U);
}

TEST_P(Interviews, a_running_interview_outlives_every_patience) {
    auto const id = counter.held_by(counter.marie);
    world.clock.advance(std::chrono::hours(3));
    interviews.end_unanswered(std::chrono::minutes(10), std::chrono::minutes(2)).value();
    EXPECT_EQ(stored(id).state, InterviewState::running);
}

TEST_P(Interviews, of_a_revoked_kiosk_or_a_signed_out_adviser_end) {
    auto const id = counter.held_by(counter.marie);
    interviews.end_of_revoked(kiosk).value();
    EXPECT_EQ(stored(id).end_reason, EndReason::revoked);
    auto const next = counter.held_by(counter.marie);
    interviews.end_of_signed_out(counter.marie.account_id).value();
    EXPECT_EQ(stored(next).end_reason, EndReason::adviser_left);
}

TEST_P(Interviews, the_first_picture_is_noted_by_its_adviser_only) {
    auto const id = counter.held_by(counter.marie);
    EXPECT_EQ(reason_of(interviews.media_connected(counter.paul, id)), "interview_unknown");
    interviews.media_connected(counter.marie, id).value();
    auto const seen = stored(id).connected_at;
    world.clock.advance(std::chrono::minutes(1));
    interviews.media_connected(counter.marie, id).value();
    EXPECT_EQ(stored(id).connected_at, seen);
}

TEST_P(Interviews, of_one_kiosk_cannot_be_two_even_for_the_database) {
    auto second = stored(counter.ring());
    second.interview_id = InterviewId::make(world.clock.now());
    auto const saved = world.database().write([&](db::Session& session) -> Result<bool> {
        return insert_interview(session, second, world.clock.now());
    });
    EXPECT_FALSE(saved.value());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Interviews, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::interview
