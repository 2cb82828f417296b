// SPDX-License-Identifier: EUPL-1.2
// What may be written about somebody who comes.
#include "platform/text/letters.hpp"
#include "server/scheduling/appointments/appointment_view.hpp"

#include <algorithm>
#include <string_view>

namespace parvis::scheduling {

namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_note = 500;
constexpr std::size_t longest_email = 254; // RFC 5321, path without its brackets
constexpr int most_companions = 3;         // four people at a kiosk see each other and the screen

Result<void> check_length(std::string const& text, std::size_t most, char const* pointer) {
    if (text::letters_in(text) > most) {
        return fail(ErrorCode::invalid_input, "text_too_long", pointer, {{"highest", std::to_string(most)}});
    }
    return {};
}

/// Digits with the marks that people write between them; 6 (short numbers overseas) to 15 (E.164) of them.
bool is_telephone(std::string_view text) {
    auto const digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 6 && digits <= 15 && text.find('+', 1) == std::string_view::npos &&
           text.find_first_not_of("+0123456789 .-()") == std::string_view::npos;
}

/// One @ with something before it and a dotted name behind: whether it exists, a message will tell.
bool is_email(std::string_view text) {
    auto const at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos ||
        text.find_first_of(" \t\r\n,;<>\"") != std::string_view::npos) {
        return false;
    }
    auto const name = text.substr(at + 1);
    auto const dot = name.find('.');
    return dot != 0 && dot != std::string_view::npos && name.back() != '.';
}

} // namespace

Visitor visitor_of(VisitorForm const& form) {
    return {form.first_name.value_or(""),
            form.telephone.value_or(""),
            form.email.value_or(""),
            form.companions.value_or(0),
            form.note.value_or(""),
            form.note_is_confidential.value_or(false),
            form.language.value_or(Language::fr)};
}

Result<void> check_visitor(Visitor const& visitor) {
    if (auto fits = check_length(visitor.first_name, longest_name, "/visitor/first_name"); !fits) {
        return fits;
    }
    if (auto fits = check_length(visitor.note, longest_note, "/visitor/note"); !fits) {
        return fits;
    }
    if (!visitor.telephone.empty() && !is_telephone(visitor.telephone)) {
        return fail(ErrorCode::invalid_input, "telephone_invalid", "/visitor/telephone");
    }
    if (!visitor.email.empty() && (visitor.email.size() > longest_email || !is_email(visitor.email))) {
        return fail(ErrorCode::invalid_input, "email_invalid", "/visitor/email");
    }
    if (visitor.companions < 0 || visitor.companions > most_companions) {
        return fail(ErrorCode::invalid_input, "companions_invalid", "/visitor/companions",
                    {{"most", std::to_string(most_companions)}});
    }
    return {};
}

Result<void> check_reachable(Visitor const& visitor, Door door, char const* pointer) {
    if (door == Door::telephone && visitor.telephone.empty()) {
        return fail(ErrorCode::invalid_input, "telephone_needed", pointer);
    }
    return {};
}

Result<void> check_new_number(std::string const& telephone) {
    if (!telephone.empty() && !is_telephone(telephone)) {
        return fail(ErrorCode::invalid_input, "telephone_invalid", "/telephone");
    }
    return {};
}

} // namespace parvis::scheduling
