// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/outcome.hpp"

#include "platform/text/letters.hpp"

#include <algorithm>

namespace parvis::interview {

namespace {

Result<void> check_pages(std::int32_t pages, std::string const& pointer) {
    if (pages < 0 || pages > most_outcome_pages) {
        return fail(ErrorCode::invalid_input, "value_out_of_range", pointer,
                    {{"lowest", "0"}, {"highest", std::to_string(most_outcome_pages)}});
    }
    return {};
}

Result<void> check_lines(std::size_t lines, std::string const& pointer) {
    if (lines > most_outcome_lines) {
        return fail(ErrorCode::invalid_input, "too_many_lines", pointer,
                    {{"highest", std::to_string(most_outcome_lines)}});
    }
    return {};
}

Result<void> check_step(NextStep const& step, LocalDate today, std::string const& pointer) {
    if (auto what = check_text(step.what, longest_outcome_line, pointer + "/what"); !what) {
        return what;
    }
    if (auto who = check_text(step.who, longest_outcome_name, pointer + "/who"); !who) {
        return who;
    }
    if (step.by_date) {
        LocalDate date;
        if (!parse_iso(*step.by_date, date)) {
            return fail(ErrorCode::invalid_input, "date_invalid", pointer + "/by_date");
        }
        if (date < today) {
            return fail(ErrorCode::invalid_input, "date_past", pointer + "/by_date");
        }
    }
    return {};
}

} // namespace

Result<void> check_text(std::string const& text, std::size_t longest, std::string const& pointer) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return fail(ErrorCode::invalid_input, "text_missing", pointer);
    }
    if (text::letters_in(text) > longest) {
        return fail(ErrorCode::invalid_input, "text_too_long", pointer,
                    {{"highest", std::to_string(longest)}});
    }
    return {};
}

Result<void> check_outcome(OutcomeForm const& form, LocalDate today) {
    std::vector<Result<void>> checks;
    checks.push_back(check_text(form.subject, longest_outcome_name, "/subject"));
    checks.push_back(check_lines(form.done.size(), "/done"));
    for (std::size_t i = 0; i < form.done.size(); ++i) {
        checks.push_back(check_text(form.done[i], longest_outcome_line, "/done/" + std::to_string(i)));
    }
    checks.push_back(check_lines(form.next_steps.size(), "/next_steps"));
    for (std::size_t i = 0; i < form.next_steps.size(); ++i) {
        checks.push_back(check_step(form.next_steps[i], today, "/next_steps/" + std::to_string(i)));
    }
    checks.push_back(check_pages(form.pages_received, "/pages_received"));
    checks.push_back(check_pages(form.pages_printed, "/pages_printed"));
    auto const wrong =
        std::find_if(checks.begin(), checks.end(), [](auto const& check) { return !check.ok(); });
    return wrong == checks.end() ? Result<void>{} : *wrong;
}

Instant outcome_until(Instant ended_at, std::string const& time_zone) {
    auto const day_after = add_days(to_local(ended_at, time_zone).date(), 1);
    return to_instant(day_after, 24 * 60, time_zone);
}

bool has_words(Interview const& interview, Instant now) {
    return interview.has_outcome && now <= interview.ended_at.value_or(now) + words_kept_for;
}

} // namespace parvis::interview
