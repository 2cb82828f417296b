// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/interview.hpp"
#include "server/interview/outcome.hpp"
#include "server/interview/receipt_code.hpp"
#include "server/interview/turn_credential.hpp"

#include <gtest/gtest.h>

#include <set>

namespace parvis::interview {
namespace {

constexpr Instant noon{1'772'620'200'000}; // 4 March 2026

Interview ringing() {
    Interview interview;
    interview.interview_id = InterviewId::make(noon);
    interview.state = InterviewState::ringing;
    interview.requested_at = noon;
    return interview;
}

AccountId adviser() {
    return AccountId::make(noon);
}

Interview running(AccountId const& who) {
    return accepted(ringing(), who, "Marie", "AAAA-CCCC", noon).value();
}

TEST(AnInterview, only_moves_forward) {
    using State = InterviewState;
    std::set<std::pair<State, State>> const allowed = {{State::ringing, State::running},
                                                       {State::ringing, State::ended},
                                                       {State::calling, State::running},
                                                       {State::calling, State::ended},
                                                       {State::running, State::ended}};
    for (auto const from : {State::ringing, State::calling, State::running, State::ended}) {
        for (auto const to : {State::ringing, State::calling, State::running, State::ended}) {
            EXPECT_EQ(may_become(from, to), allowed.contains({from, to}));
        }
    }
}

TEST(AnInterview, that_is_accepted_runs_with_its_adviser_and_a_code) {
    auto const marie = adviser();
    auto const begun = running(marie);
    EXPECT_EQ(begun.state, InterviewState::running);
    EXPECT_EQ(begun.adviser_id, marie);
    EXPECT_EQ(begun.code, "AAAA-CCCC");
    EXPECT_EQ(begun.revision, 2);
}

TEST(AnInterview, accepted_twice_by_one_adviser_keeps_its_first_code) {
    auto const marie = adviser();
    auto const again = accepted(running(marie), marie, "Marie", "DDDD-EEEE", noon);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->code, "AAAA-CCCC");
    EXPECT_EQ(again->revision, 2);
}

TEST(AnInterview, of_one_adviser_is_not_for_another) {
    EXPECT_EQ(accepted(running(adviser()), adviser(), "Paul", "DDDD-EEEE", noon).error().reason,
              "ring_taken");
}

TEST(AnInterview, stopped_by_the_citizen_says_what_was_stopped) {
    auto called = ringing();
    called.state = InterviewState::calling;
    EXPECT_EQ(stopped_by_citizen(ringing(), noon).end_reason, EndReason::withdrawn);
    EXPECT_EQ(stopped_by_citizen(called, noon).end_reason, EndReason::declined);
    EXPECT_EQ(stopped_by_citizen(running(adviser()), noon).end_reason, EndReason::citizen_left);
}

TEST(AnInterview, that_has_ended_stays_as_it_ended) {
    auto const ended = finished(running(adviser()), noon);
    EXPECT_EQ(stopped_by_citizen(ended, noon + std::chrono::seconds(5)), ended);
    EXPECT_EQ(given_up(ended, EndReason::kiosk_lost, noon + std::chrono::seconds(5)), ended);
}

TEST(AnInterview, that_runs_is_not_taken_back) {
    EXPECT_EQ(taken_back(running(adviser()), noon).error().reason, "interview_running");
}

TEST(AnInterview, remembers_its_first_picture_only) {
    auto const first = connected(running(adviser()), noon).value();
    auto const later = connected(first, noon + std::chrono::seconds(30)).value();
    EXPECT_EQ(later.connected_at, noon);
    EXPECT_EQ(connected(ringing(), noon).error().reason, "interview_not_running");
}

TEST(AnInterview, tells_the_citizen_a_first_name_only) {
    EXPECT_EQ(first_name("Marie Dupont-Martin"), "Marie");
    EXPECT_EQ(first_name("  Marie"), "Marie");
    EXPECT_EQ(first_name(""), "");
}

TEST(AReceiptCode, has_no_lookalikes_and_differs_each_time) {
    std::set<std::string> codes;
    for (int i = 0; i < 200; ++i) {
        auto const code = make_receipt_code();
        ASSERT_EQ(code.size(), 9U);
        EXPECT_EQ(code[4], '-');
        EXPECT_EQ(code.find_first_of("0OQ1IL2Z5S8B6GUVN"), std::string::npos) << code;
        codes.insert(code);
    }
    EXPECT_EQ(codes.size(), 200U);
}

TEST(ATurnCredential, is_what_the_relay_computes) {
    auto const made = turn_credential("spike-secret", "kiosk1", Instant{1'700'000'000'000});
    EXPECT_EQ(made.username, "1700000000:kiosk1");
    // printf 1700000000:kiosk1 | openssl dgst -sha1 -hmac spike-secret -binary | base64
    EXPECT_EQ(made.credential, "SiQCqF3XqOASe8SEp4Ff/wN8pDQ=");
}

TEST(ATurnCredential, lasts_for_the_longest_interview_and_a_margin) {
    RelaySettings settings;
    settings.turn_urls = {"turn:relay:3478"};
    settings.turn_secret = "secret";
    auto const servers = ice_servers(settings, "kiosk1", noon);
    ASSERT_EQ(servers.size(), 1U);
    auto const expiry = noon + settings.longest_interview + settings.margin;
    EXPECT_EQ(servers[0].username, std::to_string(expiry.ms / 1000) + ":kiosk1");
}

OutcomeForm sound_form() {
    OutcomeForm form;
    form.outcome = OutcomeKind::follow_up;
    form.subject = "family";
    form.done = {"Dossier complété"};
    form.next_steps = {{"Envoyer le bail", "Vous", "2026-03-20"}};
    return form;
}

std::string pointer_of(OutcomeForm const& form) {
    auto const checked = check_outcome(form, {2026, 3, 4});
    return checked ? "" : checked.error().pointer;
}

TEST(AnOutcome, points_at_the_field_that_is_wrong) {
    EXPECT_EQ(pointer_of(sound_form()), "");
    auto form = sound_form();
    form.subject = "  ";
    EXPECT_EQ(pointer_of(form), "/subject");
    form = sound_form();
    form.done.assign(9, "x");
    EXPECT_EQ(pointer_of(form), "/done");
    form = sound_form();
    form.done.push_back(std::string(161, 'x'));
    EXPECT_EQ(pointer_of(form), "/done/1");
    form = sound_form();
    form.next_steps[0].who = "";
    EXPECT_EQ(pointer_of(form), "/next_steps/0/who");
    form = sound_form();
    form.next_steps[0].by_date = "2026-02-30";
    EXPECT_EQ(pointer_of(form), "/next_steps/0/by_date");
    form = sound_form();
    form.next_steps[0].by_date = "2026-03-03";
    EXPECT_EQ(check_outcome(form, {2026, 3, 4}).error().reason, "date_past");
    form = sound_form();
    form.pages_printed = -1;
    EXPECT_EQ(pointer_of(form), "/pages_printed");
}

TEST(AnOutcome, counts_letters_and_not_bytes) {
    auto form = sound_form();
    std::string accents;
    for (int i = 0; i < 160; ++i) {
        accents += "é";
    }
    form.done = {accents};
    EXPECT_EQ(pointer_of(form), "");
}

TEST(AnOutcome, may_be_corrected_until_the_end_of_the_next_day_on_the_wall) {
    // Held on Saturday 28 March 2026 at 10:00; the clocks change in the night: the next day has 23 hours.
    Instant const held{1'774'688'400'000};
    EXPECT_EQ(to_rfc3339(outcome_until(held, "Europe/Paris")), "2026-03-29T22:00:00.000Z");
}

} // namespace
} // namespace parvis::interview
