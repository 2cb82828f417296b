// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/sql.hpp"
#include "server/interview/interview_retention_store.hpp"
#include "server/interview/outcome_service.hpp"
#include "server/interview/test_counter.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace parvis::interview {
namespace {

class Outcomes : public ::testing::TestWithParam<testing::Engine> {
  protected:
    TestCounter counter{GetParam()};
    testing::World& world = counter.world;
    OutcomeService& outcomes = counter.services.outcomes;
    InterviewId const id = counter.held_by(counter.marie);

    static OutcomeForm form() {
        OutcomeForm form;
        form.outcome = OutcomeKind::follow_up;
        form.subject = "family";
        form.done = {"Dossier complété", "Bail envoyé"};
        form.next_steps = {{"Envoyer le bail", "Vous", "2026-03-20"},
                           {"Calculer vos droits", "La CAF", std::nullopt}};
        form.pages_received = 3;
        form.pages_printed = 1;
        return form;
    }
    int count(std::string const& query) {
        return world.database()
            .read([&](db::Session& session) -> Result<int> {
                int found = 0;
                session.sql() << query, soci::into(found);
                return found;
            })
            .value();
    }
};

TEST_P(Outcomes, are_read_back_as_they_were_written) {
    ASSERT_TRUE(outcomes.save(counter.marie, id, form()));
    auto const read = outcomes.read(counter.marie, id).value();
    ASSERT_TRUE(read.outcome);
    EXPECT_EQ(read.outcome->form.done, form().done);
    ASSERT_EQ(read.outcome->form.next_steps.size(), 2U);
    EXPECT_EQ(read.outcome->form.next_steps[0].by_date, "2026-03-20");
    EXPECT_FALSE(read.outcome->form.next_steps[1].by_date);
    EXPECT_EQ(read.outcome->form.pages_received, 3);
    EXPECT_TRUE(read.interview.has_outcome);
    EXPECT_TRUE(counter.told.back().interview.has_outcome);
}

TEST_P(Outcomes, written_again_replace_the_first) {
    outcomes.save(counter.marie, id, form()).value();
    auto shorter = form();
    shorter.outcome = OutcomeKind::solved;
    shorter.next_steps.clear();
    outcomes.save(counter.marie, id, shorter).value();
    auto const read = outcomes.read(counter.marie, id).value();
    EXPECT_EQ(read.outcome->form.outcome, OutcomeKind::solved);
    EXPECT_TRUE(read.outcome->form.next_steps.empty());
}

TEST_P(Outcomes, told_again_by_a_page_that_got_no_answer_are_saved_once) {
    auto told = form();
    told.outcome_id = OutcomeId::make(world.clock.now());
    auto const first = outcomes.save(counter.marie, id, told).value();
    world.clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(outcomes.save(counter.marie, id, told).value().recorded_at, first.recorded_at);
    EXPECT_EQ(count("SELECT COUNT(*) FROM audit_act WHERE act = 'outcome_saved'"), 1);
}

TEST_P(Outcomes, told_late_say_when_they_were_written_and_when_they_came) {
    counter.services.interviews.end(counter.marie, id).value();
    auto const written = world.clock.now();
    world.clock.advance(std::chrono::hours(3 * 24));
    auto late = form();
    late.waited_ms = std::chrono::milliseconds(std::chrono::hours(3 * 24)).count();
    late.next_steps = {{"Envoyer le bail", "Vous", "2026-03-04"}}; // the day on which it was written
    auto const saved = outcomes.save(counter.marie, id, late).value();
    EXPECT_EQ(saved.occurred_at, written);
    EXPECT_EQ(saved.recorded_at, world.clock.now());
    EXPECT_EQ(count("SELECT COUNT(*) FROM audit_act WHERE act = 'outcome_saved' AND occurred_at = " +
                    std::to_string(written.ms)),
              1);
}

TEST_P(Outcomes, told_late_do_not_push_aside_what_was_written_since) {
    world.clock.advance(std::chrono::minutes(10));
    auto corrected = form();
    corrected.done = {"Corrigé"};
    outcomes.save(counter.marie, id, corrected).value();
    auto late = form();
    late.waited_ms = std::chrono::milliseconds(std::chrono::minutes(5)).count();
    EXPECT_EQ(outcomes.save(counter.marie, id, late).value().form.done, corrected.done);
    EXPECT_EQ(outcomes.read(counter.marie, id).value().outcome->form.done, corrected.done);
}

TEST_P(Outcomes, wait_a_week_on_a_page_and_no_longer) {
    counter.services.interviews.end(counter.marie, id).value();
    world.clock.advance(std::chrono::hours(10 * 24));
    auto late = form();
    late.next_steps.clear();
    late.waited_ms = std::chrono::milliseconds(std::chrono::hours(10 * 24)).count();
    EXPECT_EQ(reason_of(outcomes.save(counter.marie, id, late)), "outcome_closed");
}

TEST_P(Outcomes, are_for_the_adviser_of_the_interview) {
    EXPECT_EQ(reason_of(outcomes.save(counter.paul, id, form())), "interview_unknown");
    EXPECT_EQ(reason_of(outcomes.save(counter.rosa, id, form())), "interview_unknown");
    outcomes.save(counter.marie, id, form()).value();
    EXPECT_EQ(reason_of(outcomes.receipt(counter.paul, id)), "interview_unknown");
    EXPECT_EQ(reason_of(outcomes.read(counter.rosa, id)), "interview_unknown");
}

TEST_P(Outcomes, are_read_by_the_manager_of_the_body_who_may_change_nothing) {
    auto const manager = world.account("Manon", identity::Role::partner_manager, world.caf);
    auto const foreign = world.account("Odile", identity::Role::partner_manager, world.carsat);
    auto const read = outcomes.read(manager, id);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->allowed_actions.empty());
    EXPECT_EQ(reason_of(outcomes.read(foreign, id)), "interview_unknown");
    EXPECT_EQ(reason_of(outcomes.save(manager, id, form())), "interview_unknown");
}

TEST_P(Outcomes, of_a_ring_that_nobody_answered_cannot_be_written) {
    counter.services.interviews.end(counter.marie, id).value();
    from_adviser::CallKiosk const wish{InterviewId::make(world.clock.now()), world.bretenoux.kiosk_id,
                                       world.bretenoux.family_offer};
    counter.services.interviews.call_kiosk(counter.marie, wish).value();
    EXPECT_EQ(reason_of(outcomes.save(counter.marie, wish.interview_id, form())), "interview_not_held");
}

TEST_P(Outcomes, may_be_about_another_subject_than_the_ring_and_the_receipt_says_which) {
    EXPECT_EQ(outcomes.read(counter.marie, id).value().subjects.size(), 2U);
    auto other = form();
    other.subject = "retirement";
    outcomes.save(counter.marie, id, other).value();
    EXPECT_EQ(outcomes.read(counter.marie, id).value().outcome->form.subject, "retirement");
    EXPECT_EQ(outcomes.receipt(counter.marie, id).value().subject_label.fr, "Ma retraite");
}

TEST_P(Outcomes, are_about_a_subject_of_the_network) {
    auto foreign = form();
    foreign.subject = "astrology";
    auto const refused = outcomes.save(counter.marie, id, foreign);
    EXPECT_EQ(reason_of(refused), "subject_unknown");
    EXPECT_EQ(refused.error().pointer, "/subject");
    EXPECT_FALSE(outcomes.read(counter.marie, id).value().outcome);
}

TEST_P(Outcomes, close_after_the_next_day) {
    counter.services.interviews.end(counter.marie, id).value();
    world.clock.advance(std::chrono::hours(24 + 13));
    EXPECT_TRUE(outcomes.save(counter.marie, id, form()));
    world.clock.advance(std::chrono::hours(2));
    EXPECT_EQ(reason_of(outcomes.save(counter.marie, id, form())), "outcome_closed");
    auto const actions = outcomes.read(counter.marie, id).value().allowed_actions;
    EXPECT_EQ(actions, std::vector<std::string>{"read_receipt"});
}

TEST_P(Outcomes, point_at_what_is_wrong_and_save_nothing) {
    auto wrong = form();
    wrong.next_steps[1].who = " ";
    EXPECT_EQ(outcomes.save(counter.marie, id, wrong).error().pointer, "/next_steps/1/who");
    EXPECT_FALSE(outcomes.read(counter.marie, id).value().outcome);
}

TEST_P(Outcomes, come_before_the_receipt) {
    EXPECT_EQ(reason_of(outcomes.receipt(counter.marie, id)), "outcome_missing");
    outcomes.save(counter.marie, id, form()).value();
    auto const receipt = outcomes.receipt(counter.marie, id).value();
    EXPECT_EQ(receipt.adviser_name, "Marie");
    EXPECT_EQ(receipt.site.name, "Bretenoux");
    EXPECT_EQ(receipt.done, form().done);
}

TEST_P(Outcomes, give_the_receipt_again_until_their_words_are_due) {
    outcomes.save(counter.marie, id, form()).value();
    counter.services.interviews.end(counter.marie, id).value();
    world.clock.advance(words_kept_for);
    EXPECT_TRUE(outcomes.receipt(counter.marie, id));
    world.clock.advance(std::chrono::milliseconds(1));
    EXPECT_EQ(reason_of(outcomes.receipt(counter.marie, id)), "receipt_erased");
    EXPECT_TRUE(outcomes.latest(counter.marie).value().interviews.at(0).allowed_actions.empty());
}

TEST_P(Outcomes, are_listed_to_their_adviser_once_the_interview_has_ended_newest_first) {
    EXPECT_TRUE(outcomes.latest(counter.marie).value().interviews.empty());
    outcomes.save(counter.marie, id, form()).value();
    counter.services.interviews.end(counter.marie, id).value();
    world.clock.advance(std::chrono::minutes(1));
    auto const second = counter.held_by(counter.marie);
    counter.services.interviews.end(counter.marie, second).value();
    auto const list = outcomes.latest(counter.marie).value().interviews;
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].interview.interview_id, second);
    EXPECT_EQ(list[0].allowed_actions, std::vector<std::string>{"save_outcome"});
    EXPECT_EQ(list[1].allowed_actions, (std::vector<std::string>{"save_outcome", "read_receipt"}));
    EXPECT_TRUE(outcomes.latest(counter.paul).value().interviews.empty());
}

TEST_P(Outcomes, lose_their_words_after_three_months_and_the_figures_stay) {
    outcomes.save(counter.marie, id, form()).value();
    counter.services.interviews.end(counter.marie, id).value();
    auto const before = apply_retention(world.database(), world.clock.now() + words_kept_for).value();
    EXPECT_EQ(before.outcomes + before.follow_ups + before.codes + before.advisers, 0);
    auto const due = world.clock.now() + words_kept_for + std::chrono::milliseconds(1);
    auto const erased = apply_retention(world.database(), due).value();
    EXPECT_EQ(erased.outcomes, 1);
    EXPECT_EQ(erased.follow_ups, 2);
    EXPECT_EQ(erased.codes, 0);
    EXPECT_EQ(apply_retention(world.database(), due).value().outcomes, 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM follow_up WHERE what IS NOT NULL OR who IS NOT NULL"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM interview WHERE outcome = 'follow_up' AND pages_received = 3"), 1);
    EXPECT_EQ(count("SELECT COUNT(*) FROM follow_up"), 2);
}

TEST_P(Outcomes, forget_the_code_then_the_adviser) {
    counter.services.interviews.end(counter.marie, id).value();
    auto const later = world.clock.now() + std::chrono::milliseconds(1);
    EXPECT_EQ(apply_retention(world.database(), later + code_kept_for).value().codes, 1);
    EXPECT_EQ(apply_retention(world.database(), later + adviser_kept_for).value().advisers, 1);
    EXPECT_EQ(count("SELECT COUNT(*) FROM interview WHERE adviser_id IS NOT NULL OR code IS NOT NULL"), 0);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Outcomes, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::interview
